#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What fails in one process ends all of them, with one exit code, told once.
. "$2/tests/cli/lib.sh"
. "$2/tests/mpi/lib.sh"
make_ties 2 4000 12000 >ties.csv

# fails CODE TEXT ARGUMENT...: by three processes.
fails() {
    code=$1
    text=$2
    shift 2
    together 3 "$@"
    got=$?
    [ "$got" -eq "$code" ] || fail "exit code $got, not $code: entente-mpi $*"
    [ "$(grep -cF -e "$text" err)" -eq 1 ] || fail "not told once: $text: $(cat err)"
    is_empty out
}
fails 2 "'draw' gains nothing by more processes" draw "$source/datasets/karate"
fails 2 "did you mean '--measure'" rank "$source/datasets/karate" --mesure degree
fails 2 "'rank' needs DATA" rank
fails 3 "nowhere: cannot be opened" rank nowhere
fails 3 "nowhere/ranks.csv: cannot open the folder" rank ties.csv -o nowhere/ranks.csv
printf 'source,target\na,b\nc,c\n' >faulty.csv
fails 1 "1 row is rejected" rank faulty.csv
mkdir full && touch full/foreign
fails 3 "foreign" report "$source/datasets/karate" -o full
[ "$(find full | wc -l)" -eq 2 ] || fail "something was written: $(ls -a full)"

# each COMMAND...: two processes, the second of which finds itself in another folder.
each() {
    # shellcheck disable=SC2016
    timeout 60 mpirun --oversubscribe -n 2 \
        sh -c 'cd "place-$OMPI_COMM_WORLD_RANK" && exec "$@"' sh "$@" >out 2>err
}
mkdir place-0 place-1
cp ties.csv place-0
each "$mpi" rank ties.csv
[ $? -eq 3 ] || fail "a file that one process lacks"
says err "ties.csv: cannot be opened: No such file or directory. (process 1 of 2, on "
make_ties 3 4000 12000 >place-1/ties.csv
each "$mpi" rank ties.csv
[ $? -eq 3 ] || fail "files that differ"
says err "The files of DATA are not the same for process 1 of 2"
is_empty out
timeout 60 mpirun --oversubscribe -n 1 "$mpi" rank ties.csv : -n 1 "$mpi" rank ties.csv --seed 2 >out 2>err
[ $? -eq 3 ] || fail "command lines that differ"
says err "The command lines are not the same for process 1 of 2"

# A process that is killed at work takes the others with it, and so does an interrupt; the processes
# are found by a name that no other test has.
ln "$mpi" entente-mpi-killed 2>/dev/null || cp "$mpi" entente-mpi-killed
cp ties.csv long.csv
make_ties 4 20000 90000 | tail -n +2 >>long.csv
begin() {
    rm -f err
    timeout 60 mpirun --oversubscribe -n 3 ./entente-mpi-killed rank long.csv --threads 1 -o ranks.csv \
        --measure betweenness_weighted,closeness_harmonic_weighted </dev/null >out 2>err &
    waiting=$!
    for _ in $(seq 200); do # until process 0 has built the network
        grep -qs 'note: The view' err && break
        sleep 0.1
    done
    launcher=$(pgrep -P "$waiting")
}
begin
victim=$(pgrep -P "$launcher" -f 'entente-mpi-killed rank' | tail -1)
kill -KILL "$victim" || fail "no process to kill: $(cat err)"
wait "$waiting"
[ $? -eq 137 ] || fail "exit code after a kill"
begin
kill -INT "$launcher"
wait "$waiting"
case $? in 0 | 124) fail "an interrupt does not end it" ;; esac
[ ! -e ranks.csv ] || fail "a table was written"
sleep 1
! pgrep -f "^./entente-mpi-killed" >left || fail "processes are left: $(cat left)"
finish
