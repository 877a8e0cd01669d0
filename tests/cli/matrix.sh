#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A wide incidence matrix gives the numbers of the same memberships in rows.
. "$2/tests/cli/lib.sh"
measures=degree_two_mode,closeness_two_mode,betweenness_two_mode

# Davis, Gardner and Gardner's women and events as they are mostly printed: 18 rows, 14 columns.
awk -F, 'NR == FNR { if (FNR > 1) order[++events] = $1; next }
    FNR > 1 { if (!($1 in seen)) name[++women] = $1; seen[$1]; cell[$1, $2] = 1 }
    END {
        printf "woman"
        for (e = 1; e <= events; e++) printf ",%s", order[e]
        for (w = 1; w <= women; w++) {
            printf "\n%s", name[w]
            for (e = 1; e <= events; e++) printf ",%d", (name[w], order[e]) in cell
        }
        print ""
    }' "$source/datasets/davis/networks.csv" "$source/datasets/davis/memberships.csv" >davis.csv
[ "$(wc -l <davis.csv)" -eq 19 ] || fail "the matrix has $(wc -l <davis.csv) lines"

# The published values of Borgatti and Everett (1997) for Evelyn.
run 0 rank davis.csv --view affiliations --measure $measures --format csv
says err "32 actors and 89 ties"
says out "Evelyn Jefferson,actor,,0.571428571429,0.8,0.0965847210803"
cut -d, -f2,6- out | sort >wide
run 0 rank "$source/datasets/davis" --view affiliations --measure $measures --format csv
cut -d, -f2,6- out | sort >long
same wide long "the matrix and the rows"

# From standard input, other separators, compressed, with the columns in another order: the same.
tr , '\t' <davis.csv | gzip | "$entente" rank - --view affiliations --measure $measures \
    --format csv 2>err | cut -d, -f2,6- | sort >out
same out wide "tabs through gzip"
awk -F, '{ printf "%s", $1; for (i = NF; i > 1; i--) printf ",%s", $i; print "" }' davis.csv |
    "$entente" rank - --matrix --view affiliations --measure $measures --format csv 2>err |
    cut -d, -f2,6- | sort >out
same out wide "columns the other way round"

# Nothing that is two columns of names is a matrix, and nothing is guessed.
printf 'person,team\nA,1\nB,1\nC,2\n' >teams.csv
run 1 rank teams.csv
says err "--matrix, or --map source=COLUMN,target=COLUMN"
run 0 rank teams.csv --map source=person,target=team --measure degree
says err "5 actors and 3 ties"
run 0 rank teams.csv --matrix --measure degree
says err "4 actors and 3 ties"
printf '1,2\n1,3\n2,3\n' >numbers.csv
run 0 rank numbers.csv --measure degree
printf 'person,team\nA,1\nB,one\n' >names.csv
run 0 rank names.csv --measure degree
says err "4 actors and 2 ties"
run 2 check "$source/datasets/davis" --matrix
says err "--matrix reads one CSV file"

# A row of zeros is a member without a network, in the views of memberships too: by hand.
printf 'city,GNLC,NET,Void\nCork,1,0,0\nLone,0,0,0\nUlm,1,1,\n' >zeros.csv
printf 'rank,id,name,kind,country,degree\n' >want
printf '%s\n' 1,GNLC,GNLC,network,,2 1,Ulm,Ulm,actor,,2 3,Cork,Cork,actor,,1 3,NET,NET,network,,1 \
    5,Lone,Lone,actor,,0 5,Void,Void,network,,0 >>want
run 0 rank zeros.csv --view affiliations --measure degree --format csv
same out want "a row of zeros among members and networks"
run 0 rank zeros.csv --view cities --measure degree --format csv
says out '3,Lone,Lone,actor,,0'

# Cells that are no grade are named, all of them.
printf 'city,GNLC,NET\nCork,1,yes\nBeta,-1,1e400\nGood,1,0\n' >faulty.csv
run 1 check faulty.csv --matrix
says out "faulty.csv:2:8: error: found 'yes' in the column of the network 'NET'"
says out "faulty.csv:3:6: error: found '-1'"
says out "faulty.csv:3:9: error: found '1e400'"
says out "3 rows = 1 used + 0 merged + 0 set aside + 2 rejected + 0 blank"
run 0 report davis.csv -o report
says report/manifest.json '"role": "matrix"'
says report/manifest.json '"matrix": false'
finish
