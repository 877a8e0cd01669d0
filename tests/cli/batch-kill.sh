#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A batch is killed at twenty moments, alone or with all its processes: every report is whole after
# it, the old one or the new one, and one more run finishes the work and leaves nothing behind.
. "$2/tests/cli/lib.sh"
mkdir datasets
for name in davis florentine karate kite; do
    cp -r "$source/datasets/$name" datasets
done

run 0 batch datasets/* -o old --draws 99
run 0 batch datasets/* -o new --draws 99 --seed 2

# is_whole FOLDER: the folder is the old report or the new one, but for nothing.
is_whole() {
    diff -r "old/$1" "all/$1" >/dev/null 2>&1 || diff -r "new/$1" "all/$1" >differences 2>&1 ||
        fail "$2: $1 is neither the old nor the new report: $(head -3 differences)"
}

# How long a run takes decides when it is killed. The moments are those of a fixed seed.
cp -r old all
began=$(date +%s%N)
run 0 batch datasets/* -o all --draws 99 --seed 2
took=$((($(date +%s%N) - began) / 1000))
moments=$(awk -v took="$took" 'BEGIN { srand(20)
    for (i = 0; i < 20; i++) printf "%.4f\n", rand() * took / 1e6 * 1.1 }')
seed=1
struck=0
for moment in $moments; do
    seed=$((3 - seed)) # 2, 1, 2, …: there is always work to do
    number=$((${number-0} + 1))
    setsid "$entente" batch datasets/* -o all --draws 99 --seed $seed >out 2>err </dev/null &
    batch=$!
    sleep "$moment"
    if [ $((number % 2)) -eq 0 ]; then
        kill -9 "-$batch" 2>/dev/null # all its processes
    else
        kill -9 "$batch" 2>/dev/null # it alone: they end with it
    fi
    wait "$batch" 2>/dev/null
    [ $? -ne 137 ] || struck=$((struck + 1))
    if [ $((number % 5)) -ne 0 ]; then # sometimes several kills come in a row
        continue
    fi
    run 0 batch datasets/* -o all --draws 99 --seed $seed
    for name in davis florentine karate kite; do
        is_whole $name "after kill $number"
    done
    left=$(find all -name '.*')
    [ -z "$left" ] || fail "kill $number leaves $left"
done
[ $struck -ge 5 ] || fail "only $struck of 20 kills came before the end"
run 0 batch datasets/* -o all --draws 99 --seed 2
for name in davis florentine karate kite; do
    diff -r "new/$name" "all/$name" >differences || fail "the last run did not finish $name"
    run 0 verify "all/$name"
    says out "every byte the same"
done

# SIGINT and SIGTERM end it at once (3 s on a machine that is busy), as they end any program, and nothing is left.
for signal in INT:130 TERM:143 HUP:129; do
    # A shell lets its children in the background ignore SIGINT; env does not.
    env --default-signal=INT "$entente" batch datasets/* -o all --force --runs 100000 \
        >out 2>err </dev/null &
    batch=$!
    sleep 0.5
    began=$(date +%s%N)
    kill "-${signal%:*}" "$batch"
    wait "$batch"
    code=$?
    took=$((($(date +%s%N) - began) / 1000000))
    [ $code -eq "${signal#*:}" ] || fail "SIG${signal%:*}: exit code $code"
    [ $took -lt 3000 ] || fail "SIG${signal%:*}: gone after $took ms"
    left=$(find all -name '.*')
    [ -z "$left" ] || fail "SIG${signal%:*} leaves $left"
done

# One process that is killed fails alone.
sleep 0.1
"$entente" batch datasets/* -o all --force --runs 3000 --jobs 1 >out 2>err </dev/null &
batch=$!
worker=
for try in $(seq 500); do
    worker=$(cat "/proc/$batch/task/$batch/children" 2>/dev/null)
    [ -z "$worker" ] || break
    sleep 0.01
done
[ -n "$worker" ] || fail "no process was seen at work in $try looks"
# shellcheck disable=SC2086
kill -9 $worker
wait "$batch"
code=$?
[ $code -eq 4 ] || fail "a killed process: exit code $code, not 4"
[ "$(grep -c '^written' out)" -eq 3 ] || fail "a killed process took others with it: $(cat out)"
says out "failed   davis (exit code 4)"
says err "entente: error: davis: The process that wrote this report was ended by signal 9"
grep -q '^davis,datasets/davis,failed,4,' all/batch.csv || fail "batch.csv: davis"
diff -r new/davis all/davis >differences || fail "the old report of the killed one was touched"
finish
