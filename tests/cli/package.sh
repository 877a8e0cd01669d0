#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A data package says which file is which table and how it is written, and changes nothing where it
# says what is so anyway.
. "$2/tests/cli/lib.sh"

mkdir -p pack/data
printf 'id;name;country\nbogota;Bogot\341;CO\nosan;Osan;n/a\n' >pack/data/ciudades.csv
printf 'party_a,party_b,signed\nbogota,osan,2025-04\n' >pack/agreements.csv
cat >pack/datapackage.json <<'END'
{
  "resources": [
    {
      "name": "cities",
      "path": "data/ciudades.csv",
      "encoding": "windows-1252",
      "dialect": { "delimiter": ";" },
      "schema": { "missingValues": ["", "n/a"] }
    }
  ]
}
END
run 0 check pack
says out "data/ciudades.csv: 2 rows = 2 used"
says out "0 errors, 0 warnings"
run 0 rank pack --measure degree --format csv
printf 'rank,id,name,kind,country,degree\n1,bogota,Bogotá,city,CO,1\n1,osan,Osan,city,,1\n' >want
same out want "a packaged folder"
sed 's,data/ciudades,./data/ciudades,; s,"resources": \[,&{"name": "agreements" COMMA "path": "./agreements.csv"} COMMA,; s, COMMA,\,,g' \
    pack/datapackage.json >dotted
mkdir dots && cp -r pack/data pack/agreements.csv dots && cp dotted dots/datapackage.json
run 0 rank dots --measure degree --format csv
same out want "paths that begin with a dot and a slash"
run 1 check pack --encoding UTF-8
says out "note: read as 'UTF-8', as --encoding says, not as 'windows-1252', as datapackage.json does"
says out "data/ciudades.csv:2:13: error: byte 0xE1 is not UTF-8"
cp pack/datapackage.json kept
run 2 rank pack -o pack/datapackage.json
same pack/datapackage.json kept "the descriptor"
run 2 rank pack -o pack/data/ciudades.csv
says err "is one of the input files"
run 0 report pack -o report
says report/manifest.json '"file": "data/ciudades.csv"'
says report/manifest.json '"role": "datapackage"'
says report/manifest.json "$(sha256sum pack/datapackage.json | cut -d' ' -f1)"

# The shipped data sets give the same numbers without their descriptors.
for set in learning-cities davis karate; do
    mkdir "$set"
    cp "$source/datasets/$set"/*.csv "$set"
    run 0 rank "$source/datasets/$set" --format csv
    mv out with
    run 0 rank "$set" --format csv
    same out with "$set with its descriptor and without"
done

printf '{\n  "resources": [\n    {,\n' >pack/datapackage.json
run 1 check pack
says err "datapackage.json:3:"
says err "is not JSON"
finish
