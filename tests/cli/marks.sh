#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Decimal commas and quotes inside fields: refused with the option that reads them, read with it.
. "$2/tests/cli/lib.sh"

printf 'source;target;weight\nA;B;1,5\nB;C;2\n' >comma.csv
run 1 rank comma.csv --measure strength
says err "comma.csv:2:5: the weight '1,5' is not a plain number but has a decimal comma; write 1.5"
run 0 rank comma.csv --decimal=, --measure strength --format csv
tr , . <comma.csv >point.csv
mv out with
run 0 rank point.csv --measure strength --format csv
same out with "commas and points"
says out "1,B,B,actor,,3.5"
run 2 rank comma.csv --decimal=';'
says err "--decimal: found ';'; expected a comma or a point"
run 0 report comma.csv --decimal , -o report
says report/manifest.json '"decimal": ","'

printf 'source,target\n5" pipe,B\nB,C\n' >quotes.csv
run 1 check quotes.csv
says out "quotes.csv:2:2: error: a quote inside a field"
says out "--lax-quotes"
run 0 check quotes.csv --lax-quotes
says out "1 field with a quote inside was taken as text, as --lax-quotes says"
says out "2 rows = 2 used"
run 0 rank quotes.csv --lax-quotes --format json --measure degree
says out '"5\" pipe"'
run 0 report quotes.csv --lax-quotes -o lax
says lax/manifest.json '"lax_quotes": true'
says lax/manifest.json '"decimal": null'
finish
