#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A report is computed again and every byte compared: what is changed, in the report, its data or
# its manifest, is found and named.
. "$2/tests/cli/lib.sh"
cp -r "$source/datasets" datasets
mkdir output
run 0 batch datasets/* -o output/all --runs 3 --draws 9

for name in davis florentine karate kite learning-cities les-miserables; do
    run 0 verify "output/all/$name"
    says out "every byte the same"
    is_empty err
done
(cd output/all/kite && "$entente" verify . >../../../out) || fail "from within"
says out files, every byte the same" # every byte the same"
mv datasets/kite elsewhere
run 3 verify output/all/kite
says err "Name them (--data)"
run 0 verify output/all/kite --data elsewhere
mv elsewhere datasets/kite
run 0 verify output/all/karate --format json
python3 -c 'import json; d = json.load(open("out")); assert d["same"] and d["differences"] == [] and d["files"] > 15'\
    || fail "the JSON of a report that is the same"

for file in output/all/kite/found.json output/all/kite/excel/../actors.csv output/all/kite/excel/x; do
    run 2 verify output/all/kite -o $file
    says err "lies in the report output/all/kite"
done
run 0 verify output/all/kite -o output/all/kite.json

# Options of every kind come back from the manifest.
for options in "--seed 7 --runs 20 --title Club --lang es" "--without 34 --where kind=actor" \
    "--runs 3 --parallel keep" "--weight distance --lang ko --as-of 2020" \
    "--include planned,disputed --expand both --multiparty star --encoding UTF-8"; do
    # shellcheck disable=SC2086
    run 0 report datasets/karate -o output/some --draws 9 $options
    run 0 verify output/some
done
SOURCE_DATE_EPOCH=1700000000 "$entente" report datasets/karate -o output/dated --runs 3 --draws 9 -q >/dev/null
! diff output/dated/network.pdf output/all/karate/network.pdf >/dev/null || fail "the date of a PDF"
run 0 verify output/dated
printf 'source = a\ntarget = b\n' >names.map
printf 'n,a,b\n1,x,y\n' >three.csv
run 0 report three.csv -o output/mapped --map "$scratch/names.map"
lacks output/mapped/manifest.json "$scratch"
run 0 verify output/mapped
(cd output && "$entente" verify mapped >../out) || fail "a mapping file, from elsewhere"
echo '# the columns' >>names.map
run 1 verify output/mapped
says out "names.map: is not the file that was read"
mkdir "names=ours"
printf 'source = a\ntarget = b\n' >"names=ours/=.map"
run 0 report three.csv -o output/mapped --map "./names=ours/=.map"
run 0 verify output/mapped
(cd "names=ours" && "$entente" report ../three.csv -o ../output/mapped --map ./=.map -q >/dev/null)
run 0 verify output/mapped
sed -i 's#"map": ".*"#"map": "source=z,target=b"#' output/mapped/manifest.json
run 1 verify output/mapped
says out "cannot be computed again: --map source: the table three.csv has no column 'z'"
# With nothing left that tells the options, nobody knows that it is the same.
python3 - <<'END'
import json
manifest = json.load(open("output/mapped/manifest.json"))
manifest["outputs"] = [o for o in manifest["outputs"] if o["file"] != "summary.json"]
json.dump(manifest, open("output/mapped/manifest.json", "w"), indent=2)
END
rm output/mapped/summary.json
run 1 verify output/mapped
says out "why: The options of the manifest do not fit the data"
lacks out "comes out the same"
printf 'a,b\nx,y\ny,z\n' >ties.csv
run 0 report ./ties.csv -o output/ties
run 0 verify output/ties
run 0 report "$scratch/ties.csv" -o output/same
diff -r output/ties output/same >differences || fail "how DATA is written shows: $(cat differences)"
"$entente" report - -o output/stdin -q <ties.csv >/dev/null 2>err || fail "standard input: $(cat err)"
run 2 verify output/stdin
says err "standard input"
run 0 verify output/stdin --data ties.csv

# fresh: a whole report to spoil.
fresh() {
    rm -rf spoilt datasets
    cp -r "$source/datasets" datasets
    cp -r output/all/karate spoilt
    sed -i 's#"data": "../../../datasets#"data": "../datasets#' spoilt/manifest.json
}
fresh
run 0 verify spoilt

# differs TEXT: verify finds something, and says what.
differs() {
    run 1 verify spoilt
    is_empty err
    for text in "$@"; do
        says out "$text"
    done
}

# A digit in an output: the row and the column.
fresh
sed -i '2s/,1,16,/,1,17,/; 2s/,16,/,61,/' spoilt/actors.csv
differs "1 difference" "actors.csv:2:" "was changed after it was written" "column " "of row '1,"
says out "why: Files were changed or lost after the report was written: 1"
fresh
sed -i 's/"actors": 34/"actors": 35/' spoilt/summary.json
differs "summary.json: was changed after it was written: views.whole.actors: 35; now 34"
fresh
sed -i '0,/Actors/s//Acters/' spoilt/index.html
differs "index.html:" "was changed after it was written"
fresh
printf '\001' | dd of=spoilt/network.png bs=1 seek=500 conv=notrunc 2>/dev/null
differs "network.png: was changed after it was written, from byte 501 on"
fresh
printf x >>spoilt/excel/ties.csv
differs "excel/ties.csv:"
fresh
rm spoilt/network.pdf
echo mine >spoilt/notes.txt
differs "network.pdf: is missing" "notes.txt: is not of the report"

# A row of the data.
fresh
sed -i '2s/4$/5/' datasets/karate/edges.csv
differs "edges.csv:2: is not the file that was read: this row was changed: 78 rows, " "ties.csv:" "comes out otherwise" \
    "why: The data are not those that the report was written from: 1 of its tables differ."
fresh
echo '35,Zoe,' >>datasets/karate/nodes.csv
differs "nodes.csv:36: is not the file that was read: 1 row added here: 34 rows, " "35 rows, " "actors.csv:"
fresh
sed -i 40d datasets/karate/edges.csv
differs "edges.csv:40: is not the file that was read: 1 row removed here: 78 rows, "
fresh
echo >>datasets/karate/edges.csv
printf '\n' >>datasets/karate/nodes.csv
differs "nodes.csv:36: is not the file that was read: 1 row added here"
fresh
rm datasets/karate/nodes.csv
differs "nodes.csv: is not the file that was read: 34 rows, " "now no such file"
fresh
printf 'subject,property,value\n1,colour,red\n' >datasets/karate/claims.csv
differs "claims.csv: is not the file that was read: no such file; now 1 row"
fresh
echo '1,1,Undirected,1' >>datasets/karate/edges.csv
differs "cannot be computed again: 1 input row is rejected"

# An option, or anything else, in the manifest.
for change in 's/"runs": 3/"runs": 10/ options.runs' 's/"seed": 1/"seed": 2/ options.seed' \
    's/"max_projected_edges": 2/"max_projected_edges": 3/ options.max_projected_edges' \
    's/"weight": "strength"/"weight": "distance"/ options.weight' \
    's/"lang": "en"/"lang": "es"/ options.lang' 's/"by": null/"by": "kind"/ options.by' \
    's/"title": null/"title":"T"/ options.title' \
    's/"include": \[\]/"include":["planned"]/ options.include' \
    's/"parallel": "default"/"parallel":"count"/ options.parallel' \
    's/"keep_going": false/"keep_going":true/ options.keep_going'; do
    fresh
    sed -i "$(echo "$change" | sed 's/ options.*//')" spoilt/manifest.json
    differs "why: The manifest was changed: ${change##* } is "
done
fresh
sed -i '0,/"bytes": 9*\([0-9]\)/s//"bytes": 9\1/' spoilt/manifest.json
differs "manifest.json: the manifest comes out otherwise now: " ".bytes: "
for change in 's/"version": "[0-9.]*"/"version": "9.9.9"/ program.version:' \
    's/"igraph": "[0-9.]*"/"igraph": "9.9.9"/ libraries.igraph:' \
    's/"version": [0-9.]*$/"version": 9.25/ ].version:'; do
    fresh
    sed -i "${change% *}" spoilt/manifest.json
    differs "${change##* }" "why: This machine has another version of"
done
fresh
sed -i 's/^  "command"/   "command"/' spoilt/manifest.json
differs "manifest.json:"

# A manifest that is none: the field is named, nothing is read outside the folder.
for change in 's/"runs": 3/"runs": 0/ options.runs' 's/"runs": 3/"runs": "x"/ options.runs' \
    's/"seed": 1/"seed": -1/ options.seed' 's/"lang": "en"/"lang": "xx"/ options.lang' \
    's#"file": "actors.csv"#"file":"../../ties.csv"# file' \
    's#"data": "../#"data":"/# data' 's/manifest\/1/manifest\/9/ schema'; do
    fresh
    sed -i "${change% *}" spoilt/manifest.json
    run 1 verify spoilt
    says err "spoilt/manifest.json: "
    says err "${change##* } is"
    is_empty out
done
echo '{' >spoilt/manifest.json
run 1 verify spoilt
says err "spoilt/manifest.json:2:"
rm spoilt/manifest.json
run 3 verify spoilt
run 3 verify nowhere
run 2 verify
run 2 verify a b

# For programs.
fresh
sed -i 's/"runs": 3/"runs": 10/' spoilt/manifest.json
sed -i 's/"actors": 34/"actors": 35/' spoilt/summary.json
run 1 verify spoilt --format json
python3 - <<'END' || fail "the JSON of a report that differs"
import json
found = json.load(open("out"))
assert not found["same"] and found["reasons"], found
assert any(d["kind"] == "changed" and d["file"] == "summary.json" and d["place"] == "views.whole.actors"
           and (d["stored"], d["now"]) == ("35", "34") for d in found["differences"]), found
END
run 1 verify spoilt -o found.csv
[ "$(head -1 found.csv)" = kind,file,line,column,place,stored,now ] || fail "found.csv: $(head -1 found.csv)"
finish
