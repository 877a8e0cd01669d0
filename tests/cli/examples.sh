#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The programs and scripts of examples/ say what is known of the Florentine families.
. "$2/tests/cli/lib.sh"
programs=$(dirname "$entente")/examples

# Betweenness as NetworkX gives it.
"$programs/example_rank" "$source/datasets/florentine" >out || fail "example_rank"
cat >want <<'END'
Medici 47.500
Guadagni 23.167
Albizzi 19.333
Salviati 13.000
Ridolfi 10.333
END
same out want "example_rank"
"$programs/example_rank" nowhere 2>err && fail "example_rank takes data that are not there"
says err ENT_EIO

# Three triangles: Medici-Ridolfi-Tornabuoni, Castellani-Peruzzi-Strozzi, Bischeri-Peruzzi-Strozzi.
"$programs/example_triangles" "$source/datasets/florentine" >out || fail "example_triangles"
cat >want <<'END'
Bischeri 1
Castellani 1
Medici 1
Peruzzi 2
Ridolfi 1
Strozzi 2
Tornabuoni 1
END
same out want "example_triangles"

sh "$source/examples/pipes.sh" "$entente" >out 2>err || fail "pipes.sh: $(cat err)"
cat >want <<'END'
Daegu has the most partners: 3
rank,id,name,kind,country,degree
1,"Cologne, Germany","Cologne, Germany",actor,,2
2,"Cork, Ireland","Cork, Ireland",actor,,1
2,"Cork, USA","Cork, USA",actor,,1
not sound: exit code 1
END
same out want "pipes.sh"

# make writes the report when a table has changed, and not otherwise.
mkdir output
cp -r "$source/datasets/florentine" data
keep() {
    make -s -f "$source/examples/report.mk" ENTENTE="$entente" DATA=data OUT=output/data "$@"
}
keep >out 2>err || fail "report.mk: $(cat err)"
says out index.html
keep -q || fail "report.mk would write a report that is up to date"
touch -d '1 hour ago' output/data/manifest.json
! keep -q || fail "report.mk does not see a table that changed"
cp output/data/manifest.json before.json
echo 'Medici,Medici' >>data/edges.csv
! keep >out 2>err || fail "report.mk takes a table with a fault"
same before.json output/data/manifest.json "the last good report"
finish
