#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The report's folder: what is in it, and that nothing of anybody else's is ever lost.
. "$2/tests/cli/lib.sh"
cities=$source/datasets/learning-cities

run 0 report "$cities" -o out-dir
cp out listing
says listing "Open out-dir/index.html"
for file in index.html network.alt.txt map.alt.txt network.svg network.pdf network.png map.svg map.pdf map.png \
            agreements.svg agreements.pdf agreements.png affiliations.svg \
            affiliations.pdf affiliations.png timeline.svg timeline.pdf timeline.png \
            matrix.svg matrix.pdf matrix.png actors.csv centrality.csv ties.csv groups.csv \
            brokers.csv contradictions.csv ledger.csv summary.json manifest.json \
            excel/actors.csv excel/centrality.csv excel/ties.csv; do
    [ -s "out-dir/$file" ] || fail "$file is not written"
done
for file in out-dir/*; do
    name=$(basename "$file")
    says listing "  ${name%%.*}"
done
for file in out-dir/*.svg; do
    xmllint --noout "$file" || fail "$file is not XML"
done
[ -z "$(find . -maxdepth 1 -name '.*entente*' ! -name '*.lock')" ] || fail "a stage is left"
for library in cairo fontconfig glib igraph jansson libcsv pango; do
    grep -qE "\"$library\": *\"[0-9]+\\.[0-9]+" out-dir/manifest.json ||
        fail "the manifest has no version of $library"
done

# The methods say what a reader can count, and every work that they name has its entry.
rows=$(awk 'FNR > 1' "$cities"/*.csv | grep -c .)
says out-dir/methods.txt "has $rows input rows"
[ "$(grep -c '^@' out-dir/references.bib)" -eq "$(grep -c '^}$' out-dir/references.bib)" ] ||
    fail "references.bib is not whole"
grep -o '([A-Z][^)]* [12][0-9]*)' out-dir/methods.txt | tr -d '()' | sed 's/; /\n/g' | sort -u >cited
while IFS= read -r work; do
    key=$(echo "${work%% *}${work##* }" | tr '[:upper:]' '[:lower:]' | sed 's/csárdi/csardi/')
    says out-dir/references.bib "{$key"
done <cited
[ "$(wc -l <cited)" -ge 10 ] || fail "the methods cite little"

# What was not done is not among them: without ties there is nothing to rewire.
says out-dir/methods.txt " rewirings of theirs"
mkdir apart
printf 'id,name\na,A\nb,B\n' >apart/nodes.csv
run 0 report apart -o unrelated
says unrelated/methods.txt "has 2 input rows"
[ ! -e unrelated/timeline.svg ] || fail "a timeline without a date"
[ ! -e unrelated/matrix.svg ] || fail "a matrix without a tie"
! grep -q "rewirings" unrelated/methods.txt || fail "rewirings of no ties"
! grep -q "artzy" unrelated/references.bib || fail "the work of a method that was not used"

# Again: replaced by the same bytes. A file of somebody else's stops it.
cp -r out-dir first
run 0 report "$cities" -o out-dir
diff -r first out-dir >differences || fail "a second run differs: $(head -3 differences)"
echo "three years of work" >out-dir/thesis.docx
cp -r out-dir before
run 3 report "$cities" -o out-dir
says err thesis.docx
is_empty out
diff -r before out-dir >differences || fail "the folder was touched: $(head -3 differences)"
mkdir mine
echo "mine" >mine/notes.txt
run 3 report "$cities" -o mine
says err notes.txt
[ "$(ls mine)" = notes.txt ] || fail "somebody's folder was touched"
echo file >plain
run 3 report "$cities" -o plain
run 3 report "$cities" -o no/such/parent
says err "no/such/parent: cannot open the folder that it lies in: No such file or directory."

# Killed at any time, it leaves the old folder or the new one, never a mixture; the next run clears
# up.
rm out-dir/thesis.docx
for delay in 0.01 0.05 0.1 0.2 0.4 0.8; do
    timeout -s KILL $delay "$entente" report "$cities" -o out-dir -q >out 2>err
    diff -r first out-dir >differences || fail "killed after $delay s: $(head -3 differences)"
done
run 0 report "$cities" -o out-dir
diff -r first out-dir >differences || fail "after kills: $(head -3 differences)"
[ -z "$(find . -maxdepth 1 -name '.*entente*')" ] || fail "a killed run's stage is left"

# Inside DATA it may lie; DATA it may not be.
mkdir data
cp "$source"/datasets/florentine/* data
run 0 report data -o data/report
run 0 report data -o data/report
says data/report/summary.json '"correlation": 0.328165061657' # all 65,535 cores of the sixteen
says data/report/summary.json '"correlation": 0.42902905969'
says data/report/index.html 'core_all_ties: 3 of 16 actors are the core'
says data/report/methods.txt 'core_all_ties (Borgatti and Everett 1999)'
grep -q '^Medici,.*,1,1,,6,' data/report/actors.csv || fail "the Medici are no core"
run 2 report data -o data
run 2 report data/report -o data

# With rejected rows only by --keep-going, which every page then says.
echo 'Medici,Medici' >>data/edges.csv
run 1 report data -o refused
[ ! -e refused ] || fail "a report on rejected rows"
run 0 report data -o kept --keep-going
says err "1 row is rejected"
grep -qi 'rejected' kept/index.html || fail "the report does not say that a row was rejected"
finish
