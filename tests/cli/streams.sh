#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Results on standard output, messages on standard error, and what happens when either is full,
# closed or a pipe that nobody reads.
. "$2/tests/cli/lib.sh"
florentine=$source/datasets/florentine

"$entente" rank "$florentine" >/dev/full 2>err
[ $? -eq 3 ] || fail "a full device is not exit code 3"
says err "No space left on device"

"$entente" rank "$florentine" >&- 2>err
[ $? -eq 3 ] || fail "a closed standard output is not exit code 3"
says err "standard output: Bad file descriptor"

"$entente" rank - <&- >out 2>err
[ $? -eq 3 ] || fail "a closed standard input is not exit code 3"
is_empty out

# A file opened while standard error is closed must not receive messages.
"$entente" rank "$florentine" -o closed.csv 2>&- || fail "a closed standard error is a failure"
run 0 rank "$florentine" -o open.csv
is_empty out
same closed.csv open.csv "standard error closed or open"
run 0 rank "$florentine"
same out open.csv "standard output and -o"

# A reader that goes away ends the command by SIGPIPE, without a word.
{
    "$entente" measures --format json 2>err
    echo $? >code
} | true
{
    sleep 1
    "$entente" measures --format json 2>err
    echo $? >code
} | true
[ "$(cat code)" -eq 141 ] || fail "a pipe that nobody reads is exit code $(cat code)"
is_empty err

# One row of a pipe is enough.
printf 'source,target\nA,B\n' | "$entente" rank - --measure degree --format csv >out 2>err ||
    fail "standard input"
printf 'rank,id,name,kind,country,degree\n1,A,A,actor,,1\n1,B,B,actor,,1\n' >want
same out want "two actors from standard input"

# So it is when it is compressed; a compressed file names the way in.
printf 'source,target\nA,B\n' | gzip -c >ties.csv.gz
"$entente" rank - --measure degree --format csv <ties.csv.gz >out 2>err || fail "gzip"
same out want "two actors from a gzip stream"
gzip -dc ties.csv.gz | "$entente" rank - --measure degree --format csv >out 2>err
same out want "two actors from gzip -dc"
run 1 rank ties.csv.gz
says err "rank - <FILE"
head -c 30 ties.csv.gz | "$entente" rank - >out 2>err
[ $? -eq 1 ] || fail "a gzip stream cut off is not exit code 1"
says err "-:1:1: the gzip stream ends too early"

# Notes are messages; --quiet leaves them out, and changes nothing else.
run 0 rank "$florentine" --quiet
is_empty err
same out open.csv "--quiet"

# Colour is for terminals and who asks for it.
run 2 rank --color=always a b
printf '\033[1;31merror:' >want
says err "$(cat want)"
run 2 rank a b
lacks err "$(printf '\033')"

# A figure or a table never takes the place of what was read.
cp -r "$florentine" data
run 2 rank data -o data/edges.csv
says err "is one of the input files"
same data/edges.csv "$florentine/edges.csv" "the input"
run 3 rank data -o nowhere/rank.csv
says err "nowhere/rank.csv"
run 3 report data -o nowhere/report
says err "nowhere/report: cannot open the folder that it lies in: No such file or directory."
mkdir folder
run 3 rank data -o folder
[ -d folder ] || fail "a folder was replaced by a table"
run 3 rank no-such-data
says err "no-such-data"

# Nor does it stand where the next run would read it as a table.
for name in cities.csv Agreements.CSV datapackage.json; do
    rm -f "data/$name"
    run 2 check data -o "data/$name"
    says err "would be read as a table of data"
    run 2 draw data -o data.svg --scene "data/../data/$name"
    [ ! -e "data/$name" ] || fail "data/$name was written"
done
(cd data && "$entente" rank . -o sources.csv 2>../err) && fail "a table beside the reader"
says err "would be read as a table of ."
run 0 rank data -o data/ranks.csv
rm data/ranks.csv

# What cannot be written is told before the data are read, which do not exist here.
mkfifo pipe
ln -s rank.csv link
for target in nowhere/rank.csv folder pipe link /dev/null plain.csv/rank.csv; do
    echo plain >plain.csv
    for command in rank check groups; do
        run 3 $command no-such-data -o $target
        says err "error: $target: "
    done
    run 3 path no-such-data a b -o $target
    says err "error: $target: "
done
run 3 draw no-such-data -o nowhere/figure.svg
says err "nowhere/figure.svg: "
run 3 draw no-such-data --scene nowhere/scene.json
says err "nowhere/scene.json: "
[ "$(cat plain.csv)" = plain ] || fail "a file was touched though nothing was written"
[ -z "$(find . -name '.entente*')" ] || fail "a trial file is left"
finish
