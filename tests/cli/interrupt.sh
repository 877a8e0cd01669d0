#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# SIGINT, SIGTERM and SIGHUP at many moments of long work end the command by the signal within a
# second, and leave what was there as it was, with nothing beside it.
. "$2/tests/cli/lib.sh"
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }

# A network that keeps every command busy for a while: a ring with chords.
awk 'BEGIN { print "source,target"; n = 12000
    for (i = 0; i < 3 * n; i++) {
        k = int(i / n); print "a" i % n ",a" (i + 1 + k * (7 + i % 1013)) % n } }' >ties.csv
mkdir old
echo old >old/table.csv

# strike SIGNAL SECONDS COMMAND...: says how the command ended, and after how many milliseconds.
cat >strike.py <<'PYTHON'
import signal, subprocess, sys, time
number = getattr(signal, sys.argv[1])
# A shell has its background processes ignore SIGINT, and so would the command.
process = subprocess.Popen(sys.argv[3:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
time.sleep(float(sys.argv[2]))
began = time.monotonic()
process.send_signal(number)
code = process.wait()
print("by the signal" if code == -number else f"exit {code}",
      int(1000 * (time.monotonic() - began)))
PYTHON

struck=0
# ends SIGNAL SECONDS COMMAND...
ends() {
    rm -rf place
    cp -r old place
    python3 strike.py "$@" >how 2>err
    read -r how milliseconds <<EOF
$(sed 's/by the signal/signal/; s/exit /exit-/' how)
EOF
    case $how in
    signal)
        struck=$((struck + 1))
        diff -r old place >differences || fail "$*: $(cat differences)"
        [ ! -s err ] || fail "$*: says $(head -2 err)"
        # A second, and as much again for a machine that is busy.
        [ "$milliseconds" -le 2000 ] || fail "$*: took $milliseconds ms to end"
        ;;
    exit-0) diff -r old place >/dev/null && fail "$*: has written nothing" ;;
    *) fail "$*: ended with $how: $(head -2 err)" ;;
    esac
}

for moment in 0.02 0.1 0.3 0.7; do
    ends SIGINT $moment "$entente" rank ties.csv -q -o place/table.csv
    ends SIGTERM $moment "$entente" rank ties.csv -q --measure betweenness_weighted \
        --threads 1 -o place/table.csv
    ends SIGINT $moment "$entente" groups ties.csv -q -o place/table.csv
    ends SIGHUP $moment "$entente" draw ties.csv -q -o place/figure.svg
    ends SIGINT $moment "$entente" report ties.csv -q -o place/report
done
[ $struck -ge 10 ] || fail "only $struck of 20 signals came before the end"

# Who has nothing to read waits for standard input, and not for ever.
mkfifo pipe
python3 - "$entente" >how <<'PYTHON'
import os, signal, subprocess, sys, time
read, write = os.pipe()
process = subprocess.Popen([sys.argv[1], "rank", "-"], stdin=read, stderr=subprocess.DEVNULL)
time.sleep(0.3)
began = time.monotonic()
process.send_signal(signal.SIGTERM)
code = process.wait()
print(code, time.monotonic() - began < 2)
PYTHON
says how "-15 True"

# Who has asked that a signal be ignored is obeyed.
(
    trap '' INT
    exec "$entente" rank ties.csv --format csv >ignored 2>err
) &
sleep 0.2
kill -INT $! 2>/dev/null
wait $! || fail "an ignored signal ends it"
[ -s ignored ] || fail "an ignored signal ends it early"
finish
