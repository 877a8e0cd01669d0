#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Reports for many data sets: written where something changed, and only there.
. "$2/tests/cli/lib.sh"
cp -r "$source/datasets" datasets
mkdir output
sets="davis florentine karate kite learning-cities les-miserables"

# states FILE: the states of the data sets, one after another.
states() {
    sed -n 's/^\(written\|fresh\|failed\|stale\) .*/\1/p' "$1" | tr '\n' ' '
}

# expect STATES: what the last run made of its data sets.
expect() {
    [ "$(states out)" = "$1 " ] || {
        fail "states: $(states out)instead of $1: ${2-}"
        cat out err
    }
}

# quick CODE ARGUMENT...: a batch whose reports are soon written.
quick() {
    code=$1
    shift
    run "$code" batch --runs 3 --draws 9 "$@"
}

no_stage() {
    left=$(find "$1" -name '.*entente*')
    [ -z "$left" ] || fail "a run left $left"
}

# One report a data set, the same as `report` writes; the second run has nothing to do.
quick 0 datasets/* -o output/all --dry-run
expect "stale stale stale stale stale stale" "dry run"
[ ! -e output/all ] || fail "a dry run wrote"
quick 0 datasets/* -o output/all
expect "written written written written written written" "first run"
says out "6 data sets: 6 written, 0 fresh, 0 failed"
for name in $sets; do
    mkdir -p alone
    "$entente" report "datasets/$name" -o "alone/$name" --runs 3 --draws 9 -q >/dev/null 2>&1
    sed -i 's#"data": "../../datasets#"data": "../../../datasets#' "alone/$name/manifest.json"
    diff -r "alone/$name" "output/all/$name" >differences ||
        fail "$name is not what report writes: $(head -3 differences)"
done
cp -r output/all first
quick 0 datasets/* -o output/all -j 1
expect "fresh fresh fresh fresh fresh fresh" "second run"
is_empty err
for name in $sets; do
    diff -r "first/$name" "output/all/$name" >differences || fail "fresh, and touched: $name"
done
quick 0 datasets/kite/. datasets/../datasets/karate/ -o output/all
expect "fresh fresh" "other spellings"

# The summary, for programs: one row a data set, in order of the command line, whatever the jobs.
[ "$(head -1 output/all/batch.csv)" = name,data,state,exit_code,rows,rejected,actors,ties,message ] ||
    fail "batch.csv: $(head -1 output/all/batch.csv)"
python3 - output/all <<'END' || fail "the summary"
import csv, json, sys
rows = list(csv.DictReader(open(sys.argv[1] + "/batch.csv", newline="")))
lines = [json.loads(line) for line in open(sys.argv[1] + "/batch.jsonl")]
assert [row["name"] for row in rows] == ["kite", "karate"], rows
assert [line["name"] for line in lines] == ["kite", "karate"], lines
# Zachary's club: 34 members, 78 ties.
assert (rows[1]["actors"], rows[1]["ties"], rows[1]["exit_code"]) == ("34", "78", "0"), rows
assert (lines[1]["actors"], lines[1]["ties"], lines[1]["state"]) == (34, 78, "fresh"), lines
END

# Its actors and ties are those of the report's view whole, whether written, fresh or to be written.
counts() {
    python3 - "$1" out <<'END' || fail "counts: $2"
import csv, json, re, sys
rows = list(csv.DictReader(open(sys.argv[1] + "/batch.csv", newline="")))
for row in rows:
    views = json.load(open(f"{sys.argv[1]}/{row['name']}/summary.json"))["views"]["whole"]
    expected = (str(views["actors"]), str(views["ties"]))
    assert (row["actors"], row["ties"]) == expected, (row, expected)
    line = next(line for line in open(sys.argv[2]) if line.split()[1] == row["name"])
    said = re.search(r" (\d+) actors?, (\d+) ties?", line).groups()
    assert said == expected, (line, expected)
END
}
quick 0 datasets/learning-cities -o counted
grep -q '^written  learning-cities (.* 429 actors, 544 ties)' out ||
    fail "not the ties that the ranking names: $(cat out)"
counts counted "written"
quick 0 datasets/learning-cities -o counted
counts counted "fresh"
for option in --without=gnlc --where=kind=city --parallel=keep; do
    quick 0 datasets/learning-cities -o counted -n $option
    cp out stale
    quick 0 datasets/learning-cities -o counted $option
    counts counted "$option"
    sed 's/^stale  /written/' stale | head -1 >was
    head -1 out >is
    same was is "--dry-run $option"
done

for jobs in 1 2 5; do
    quick 0 datasets/[dfk]* -o "jobs$jobs" --jobs $jobs --force
    cp out "out$jobs"
    cp err "err$jobs"
    same out1 "out$jobs" "output, --jobs $jobs"
    same err1 "err$jobs" "messages, --jobs $jobs"
    same jobs1/batch.csv "jobs$jobs/batch.csv" "summary, --jobs $jobs"
done

# Whatever changes a report makes it written again, and nothing else does.
becomes=
again() {
    what=$1
    shift
    quick 0 datasets/karate datasets/florentine -o some "$@"
    expect "$becomes" "$what"
}
becomes="written written" again "new"
becomes="fresh fresh" again "as it was"
touch datasets/karate/edges.csv
becomes="fresh fresh" again "a table of the same bytes"
sed -i '2s/4$/5/' datasets/karate/edges.csv
becomes="written fresh" again "a table changed"
cp "$source/datasets/karate/edges.csv" datasets/karate
becomes="written fresh" again "a table changed back"
printf 'subject,property,value\nMedici,colour,red\n' >datasets/florentine/claims.csv
becomes="fresh written" again "a new table"
rm datasets/florentine/claims.csv
becomes="fresh written" again "a table less"
echo a >datasets/karate/edgs.csv
becomes="written fresh" again "a file that the report warns of"
rm datasets/karate/edgs.csv
becomes="written fresh" again "and without it"
for option in --seed=2 --runs=20 --title=T --lang=es --weight=distance --parallel=count \
    --multiparty=star --expand=both --projection=newman --max-projected-edges=9999 --as-of=2020 \
    --include=planned --where=kind=actor --encoding=UTF-8; do
    becomes="written written" again "$option" "$option"
    becomes="fresh fresh" again "$option again" "$option"
done
becomes="written written" again "defaults"
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
becomes="written written" again "another date for documents"
unset SOURCE_DATE_EPOCH
becomes="written written" again "and without it"
for file in index.html excel/ties.csv network.png; do
    printf x >>"some/karate/$file"
    becomes="written fresh" again "$file was damaged"
done
sed -i 's/^  "command"/    "command"/' some/karate/manifest.json
becomes="written fresh" again "a blank more in the manifest"
cp some/karate/manifest.json manifest.json
echo '}' >>some/karate/manifest.json
quick 3 datasets/karate -o some
says err "The folder holds this and no manifest of Entente"
mv manifest.json some/karate
rm some/florentine/actors.csv
becomes="fresh written" again "a file was lost"
sed -i 's/"version": "[0-9.]*"/"version": "0.0.0"/' some/karate/manifest.json
becomes="written fresh" again "another version of the program"
sed -i 's/"cairo": "[0-9.]*"/"cairo": "1.0.0"/' some/karate/manifest.json
becomes="written fresh" again "another version of a library"
sed -i '/"fonts"/,/]/s/"version": .*/"version": 0.5/' some/karate/manifest.json
becomes="written fresh" again "another version of a font"
becomes="written written" again "forced" --force
becomes="fresh fresh" again "nothing"

# A broken table: the others are written, the old report stays byte for byte, exit code 1.
cp -r output/all before
echo '1,1,oops' >>datasets/karate/edges.csv
echo '11,Zoe' >>datasets/kite/nodes.csv
quick 1 datasets/* -o output/all
expect "fresh fresh failed written fresh fresh" "one is broken"
says err "entente: error: karate: edges.csv:"
says out "failed   karate (exit code 1)"
diff -r before/karate output/all/karate >differences || fail "the old report was touched"
grep -q '^karate,datasets/karate,failed,1,113,1,,,.*rejected' output/all/batch.csv || fail "batch.csv: karate"
quick 0 datasets/* -o output/all --keep-going
expect "fresh fresh written fresh fresh fresh" "--keep-going"
cp "$source/datasets/karate/edges.csv" datasets/karate

# What is no data set fails by itself; the exit code is the highest.
quick 3 datasets/kite "$source/README.md" nowhere output -o more
expect "written failed failed failed" "no data sets"
says err "entente: error: README: README.md:1:1: found the columns"
says out "failed   nowhere (exit code 3)"
says out "failed   output (exit code 1)"
printf 'a,b\nx,y\n' >ties.csv
quick 0 ties.csv -o more
says out "written  ties "
run 2 batch datasets/florentine datasets/karate -o more --without Medici
expect "written failed" "an actor that one of them has"
says err "karate: There is no actor 'Medici'"
mkdir more/davis
echo mine >more/davis/notes.txt
quick 3 datasets/davis datasets/karate -o more
expect "failed written" "somebody's folder"
[ "$(ls more/davis)" = notes.txt ] || fail "somebody's folder was touched"

# Wrong usage, before anything is written.
refuses() {
    text=$1
    shift
    run 2 batch "$@"
    is_empty out
    says err "$text"
}
refuses "'batch' needs DATA" -o none
refuses "'batch' needs -o DIR" datasets/karate
refuses "standard input" - -o none
mkdir -p other/Karate
refuses "datasets/karate and other/Karate would both be written to none/karate" \
    datasets/karate other/Karate -o none
refuses "would both be written" datasets/karate datasets/karate/ -o none
refuses "would both be written" ties.csv other/../ties.csv -o none
cp -r datasets/kite .kite.entente-abcdef
refuses "no folder can be called '.kite.entente-abcdef' here" .kite.entente-abcdef -o none
rm -r .kite.entente-abcdef
refuses "is the input" datasets/karate -o datasets
refuses "is the input" datasets/karate -o datasets/karate
refuses "11/04/2025" datasets/karate -o none --as-of 11/04/2025
[ ! -e none ] || fail "wrong usage made a folder"

# One at a time.
mkdir held
(
    flock 9
    touch ready
    sleep 5
) 9<held &
while [ ! -e ready ]; do sleep 0.1; done
quick 3 datasets/karate -o held
says err "another batch is writing this folder"
[ -z "$(ls held)" ] || fail "a batch wrote under the lock of another"
wait
quick 0 datasets/karate -o held
no_stage .
finish
