#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Twelve planted faults: each is named with file, line and column in one run, exit code 1, nothing
# is published, and every row is accounted for.
. "$2/tests/cli/lib.sh"

mkdir data
# Lines:  3 latitude, 4 country, 6 and 7 bear one name, 8 duplicate id, 9 short row
cat >data/cities.csv <<'END'
id,name,country,latitude,longitude
gongju,Gongju,KR,36.45,127.12
cork,Cork,IE,95,-8.47
bath,Bath,ZZ,51.38,-2.36
espoo,Espoo,FI,60.2,24.65
slp,San Luis Potosí,MX,22.15,-100.98
slp-ar,San Luis Potosí,AR,-33.3,-66.34
gongju,Kongju,KR,36.4,127.1
swansea,Swansea,GB
damyang,Damyang,KR,35.32,126.98
END
# Lines: 2 unknown party, 3 impossible date, 4 ambiguous date, 5 self-agreement, 6 name of two
cat >data/agreements.csv <<'END'
id,party_a,party_b,type,signed,status,note
a1,Gongju,Damyan,mou,2024-01-10,active,
a2,gongju,espoo,mou,2023-02-30,active,
a3,gongju,espoo,mou,11/04/2025,active,
a4,gongju,gongju,mou,2024,active,
a5,gongju,San Luis Potosí,mou,2024,active,
a6,gongju,espoo,mou,2024-05-01,active,
END
# Lines: 2 NUL, 3 CP949, 4 unterminated quote; 5 is sound and must still be read
{
    printf 'participant,event,role,note\n'
    printf 'gongju,fair,attendee,a\000b\n'
    printf 'espoo,fair,attendee,\274\255\277\357\n'
    printf 'damyang,fair,attendee,"never closed\n'
    printf 'slp,fair,attendee,\n'
} >data/attendance.csv
printf 'id,name,start\nfair,Fair,2024-03\n' >data/events.csv

run 1 check data
cp out text
is_empty err
# names PLACE TEXT: a line of the output begins with the place and has the text.
names() {
    grep -qE "^$1:.*$2" text || {
        fail "check does not name $1 ($2)"
        grep -F "$(echo "$1" | cut -d: -f1)" text | head -12
    }
}
names 'cities.csv:3:14: error' "'95'"
names 'cities.csv:4:11: error' ZZ
names 'cities.csv:8:1: error' 'cities.csv:2'
names 'cities.csv:9:[0-9]+: error' '3 fields'
names 'agreements.csv:2:11: error' "Damyan.*(damyang|Damyang)"
names 'agreements.csv:3:21: error' '2023-02-30'
names 'agreements.csv:4:21: error' '11/04/2025'
names 'agreements.csv:5:11: error' 'itself'
names 'agreements.csv:6:11: error' 'slp.*slp-ar'
names 'attendance.csv:2:23: error' 'NUL'
names 'attendance.csv:3:21: error' '(CP949|cp949)'
names 'attendance.csv:4:23: error' 'quote'
[ "$(grep -c ': error: ' text)" -eq 12 ] || {
    fail "$(grep -c ': error: ' text) errors, not 12"
    grep ': error: ' text
}
# The remedies that can be pasted.
names 'attendance.csv:3:21: error' '서울.*--encoding'
names 'agreements.csv:4:21: error' '2025-04-11'

# The same for a program, with accounts that add up.
run 1 check data --format json
cp out check.json
[ "$(grep -o '"severity": *"error"' check.json | wc -l)" -eq 12 ] || fail "errors in JSON"
tr -d ' \n' <check.json | grep -o '{"file":"[^}]*"blank":[0-9]*}' |
    sed 's/[^0-9,]*"\(file\)":"\([^"]*\)"/\2/; s/"[a-z_]*"://g; s/[{}]//g' >accounts
[ "$(wc -l <accounts)" -eq 4 ] || fail "accounts of $(wc -l <accounts) tables, not 4"
awk -F, '{ if ($2 != $3 + $4 + $5 + $6 + $7) { print; bad = 1 } rows += $2; rejected += $6 }
    END { if (rows != 9 + 6 + 4 + 1 || rejected != 12) { print rows, rejected; bad = 1 }
    exit bad }' accounts || fail "the accounts do not add up"

# Nothing is computed or published; the faults are on standard error.
run 1 rank data
is_empty out
[ "$(grep -c '^entente: error: .*csv:[0-9]' err)" -eq 12 ] || fail "rank does not list the faults"
run 1 report data -o report
[ ! -e report ] || fail "a report was written"
[ -z "$(find . -name '.report*')" ] || fail "a stage is left behind"
run 1 draw data -o figure.svg
[ ! -e figure.svg ] || fail "a figure was written"
run 1 groups data --quiet
[ "$(wc -l <err)" -eq 13 ] || fail "--quiet hides why nothing was done"

# --keep-going goes on without the rows, and says how many.
run 0 rank data --keep-going --quiet --measure degree --format csv
says err "12 rows are rejected"
says out "gongju,Gongju,city,KR"
lacks out "bath"
run 0 draw data --keep-going --alt alt -o kept.svg
says kept.svg "are not in here: 12."
says alt "are not in here: 12."

# A table that cannot be used is the one fault: nobody is told to add its actors to it.
mkdir unread
printf 'code,name\nx,Xi\n' >unread/cities.csv
printf 'id,party_a,party_b\na1,x,y\n' >unread/agreements.csv
run 1 check unread
says out "cities.csv:1:1: error: the column 'id' is missing"
says out "'x' is no actor's id, name or alias; it may stand in cities.csv, which cannot be used"
lacks out "add the actor to its table"
# A fault of a table without rows rejects none, and no count of none is told.
printf 'code,name\n' >unread/cities.csv
printf 'id,party_a,party_b\n' >unread/agreements.csv
run 1 rank unread
says err "unread: the tables are at fault and nothing is written"
run 0 rank unread --keep-going
says err "unread: what is at fault is left out (--keep-going)"
lacks err "0 rows"

# A hundred faults are not a hundred lines, but for who asks.
{
    echo source,target
    for i in $(seq 100); do echo "A$i,A$i"; done
    echo B,C
} >many.csv
run 1 rank many.csv
[ "$(wc -l <err)" -eq 22 ] || fail "$(wc -l <err) lines for a hundred faults"
says err "and 80 more errors: 'entente check many.csv' lists them"
run 1 rank many.csv --verbose
[ "$(wc -l <err)" -eq 101 ] || fail "--verbose shows $(wc -l <err) lines for a hundred faults"
run 1 check many.csv
[ "$(grep -c ': error: ' out)" -eq 100 ] || fail "check does not list every fault"
finish
