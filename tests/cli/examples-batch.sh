#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The examples that run a batch every night, by make, cron and systemd: what they call works.
. "$2/tests/cli/lib.sh"
examples=$source/examples
cp -r "$source/datasets" datasets
mkdir output reports

build() {
    make -s -f "$examples/batch.mk" ENTENTE="$entente" "$@" >out 2>err
}
build || fail "batch.mk: $(cat err)"
says out "6 data sets: 6 written, 0 fresh, 0 failed"
build verify || fail "batch.mk verify: $(cat out err)"
says out "6 data sets: 0 written, 6 fresh, 0 failed"
[ "$(grep -c 'every byte the same$' out)" -eq 6 ] || fail "batch.mk verify: $(cat out)"
echo >>output/all/davis/notes.txt
! build verify || fail "batch.mk verify does not see what differs"
says err "output/all/davis/notes.txt"
rm output/all/davis/notes.txt

# One job, whose five times are times, and whose command runs where the data are.
sed '/^#/d; /^[A-Z]*=/d' "$examples/crontab" >nightly
[ "$(wc -l <nightly)" -eq 1 ] || fail "crontab has more than one job, or none"
awk '{ low = split("0 0 1 1 0", least); split("59 23 31 12 7", most)
       for (i = 1; i <= low; i++)
           if ($i != "*" && ($i !~ /^[0-9]+$/ || $i < least[i] || $i > most[i])) exit 1 }' nightly ||
    fail "crontab: $(cat nightly)"
lacks nightly '%' # a line break to cron
job=$(sed "s/^\([^ ]* \)\{5\}//; s#/srv/entente#.#" nightly)
sh -c "$job" >out 2>err || fail "the job of cron: $(cat err)"
is_empty out
is_empty err
[ "$(grep -c ',written,0,' reports/batch.csv)" -eq 6 ] || fail "the job of cron wrote no reports"
echo '1,1,x' >>datasets/karate/edges.csv
! sh -c "$job" >out 2>err || fail "the job of cron hides what fails"
says err "entente: error: karate: edges.csv:"
cp "$source/datasets/karate/edges.csv" datasets/karate

command=$(sed -n "s/^ExecStart=//p" "$examples/systemd/entente-batch.service" |
    sed 's#/usr/local/bin/##')
sh -c "$command" >out 2>err || fail "the job of systemd: $(cat err)"
says out "6 data sets: 0 written, 6 fresh, 0 failed"
command -v systemd-analyze >/dev/null || {
    [ "$failures" -eq 0 ] || exit 1
    echo "no systemd-analyze here"
    exit 77
}
systemd-analyze verify --man=no "$examples/systemd/entente-batch.service" \
    "$examples/systemd/entente-batch.timer" >out 2>&1 || fail "systemd: $(cat out)"
is_empty out
finish
