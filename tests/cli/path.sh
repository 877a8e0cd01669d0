#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# entente path: ways found by hand in the tables, each step with its date, rows and sources; and
# what would join two actors that no way connects.
. "$2/tests/cli/lib.sh"
cities=$source/datasets/learning-cities

# unwrap FILE: a paragraph a line. Its further lines stand two in from 0, 3 or 6.
unwrap() {
    awk '{ match($0, /^ */) }
         NR > 1 && (RLENGTH == 2 || RLENGTH == 5 || RLENGTH == 8) && $0 ~ /[^ ]/ {
             text = text " " substr($0, RLENGTH + 1); next }
         NR > 1 { print text } { text = $0 } END { print text }' "$1"
}

# line FILE TEXT: FILE has this paragraph, but for blanks before it.
line() {
    unwrap "$1" | sed 's/^ *//' | grep -qxF -e "$2" || fail "$1 has no line: $2"
}

# tells TEXT: some paragraph of the output has the text.
tells() {
    unwrap out >paragraphs
    says paragraphs "$1"
}

# line_of FILE ROW: where the row that begins so stands in a table, as file:line.
line_of() {
    echo "$1:$(grep -n -e "^$2" "$cities/$1" | head -1 | cut -d: -f1)"
}

# Both are members of the GNLC (memberships.csv), and no row ties them directly.
run 0 path "$cities" Cork "San Luis Potosí"
line out "Cork and San Luis Potosí: 1 shortest way, 2 ties long."
line out "View whole. Ties in force on 2026-02-03."
line out "1. Cork – UNESCO Global Network of Learning Cities – San Luis Potosí"
line out "Cork is a member of UNESCO Global Network of Learning Cities (since 2015/2016, exact day not stated)."
line out "$(line_of memberships.csv cork,gnlc)"
line out "San Luis Potosí is a member of UNESCO Global Network of Learning Cities (since 2024-02-14)."
line out "$(line_of memberships.csv san-luis-potosi,gnlc)"
tells "laorquesta.mx. https://laorquesta.mx/capital-de-san-luis-potosi"
tells "lies on every shortest way; --avoid gnlc looks for ways without it."
says err "note: Ties count as of"
cp out by_name
run 0 path "$cities" cork san-luis-potosi
same by_name out "by name and by id"
run 0 path "$cities" CORK "San Luis Potosi"
same by_name out "by name and by a name in another case and without its accent"
run 0 path "$cities" cork san-luis-potosi -o file.txt
is_empty out
# In bytes, of which a letter may have several.
! awk 'length > 100 && !/https?:/' file.txt | grep . || fail "lines are not wrapped"
same by_name file.txt "standard output and -o"

# Without the GNLC, by hand. Cork's ties: the Irish network and its charter, Manizales (whose
# Colombian network leads to Colombia alone), Shanghai, and the festival of Espoo; from there Espoo
# has agreements with Osan, which is in the Korean council (kallc). Its way to San Luis Potosí: the
# member Gongju, which signed with the city; the Latin American network, a party of the council's,
# of which the city is a founding member; the festival that the council attended and the city held.
run 0 path "$cities" Cork "San Luis Potosí" --avoid gnlc
line out "Cork and San Luis Potosí: 3 shortest ways, 6 ties long."
line out "View whole. Ties in force on 2026-02-03. Left out: UNESCO Global Network of Learning Cities."
line out "Cork attended Learning City Festival, Espoo 2016 (2016-09, exact day not stated)."
line out "Espoo signed a friendship agreement with Osan, 2017-10-24."
line out "Gongju signed an MOU with San Luis Potosí, 2025-04-10/2025-04-16, exact day not stated."
line out "$(line_of agreements.csv gongju-san-luis-potosi-2025)"
line out "San Luis Potosí attended Latin American Learning Cities Festival, San Luis Potosí 2025 (host; 2025-04-10 to 2025-04-16)."
tells "lie on every shortest way; --avoid kallc"
[ "$(grep -c 'rows and sources as in way 1' out)" -ge 10 ] || fail "evidence is told again and again"
run 0 path "$cities" Cork "San Luis Potosí" --avoid gnlc --format json
tr -d '\n ' <out | grep -o '"actors":\[[^]]*\]' >got
cat >want <<'END'
"actors":["cork","espoo-festival-2016","espoo","osan","kallc","gongju","san-luis-potosi"]
"actors":["cork","espoo-festival-2016","espoo","osan","kallc","latin-american-network","san-luis-potosi"]
"actors":["cork","espoo-festival-2016","espoo","osan","kallc","slp-festival-2025","san-luis-potosi"]
END
same want got "the three ways around the GNLC"
run 0 path "$cities" Cork "San Luis Potosí" --avoid gnlc --max-paths 1
line out "2 more shortest ways are not listed; --max-paths lists more."
run 0 path "$cities" Cork "San Luis Potosí" --avoid gnlc --avoid kallc --avoid osan
tells "Left out: National Lifelong Learning City Council of Korea."

# A row a step.
run 0 path "$cities" cork san-luis-potosi --format csv
[ "$(head -1 out)" = "way,step,from_id,from_name,to_id,to_name,length,kind,tie,type,role,status,signed,from,to,sentence,rows,sources" ] ||
    fail "columns: $(head -1 out)"
[ "$(wc -l <out)" -eq 3 ] || fail "two steps are $(wc -l <out) lines"
grep -q '^1,2,gnlc,UNESCO Global Network of Learning Cities,san-luis-potosi,San Luis Potosí,1,membership,,,member,active,,2024-02-14,,' out ||
    fail "second step: $(tail -1 out)"

# In the view of agreements no way: what both have in common, and who is best connected.
run 0 path "$cities" Cork "San Luis Potosí" --view agreements
line out "Cork and San Luis Potosí: no way connects them."
line out "Cork hangs together with 6 others: Belfast, Derry City and Strabane, Dublin, Limerick, Manizales and Shanghai."
tells "What would join them"
tells "UNESCO Global Network of Learning Cities: Cork, "
tells "A new tie between Cork (6 ties) and "
run 0 path "$cities" Cork "San Luis Potosí" --view agreements --format csv
says err "no way connects the two"
[ "$(wc -l <out)" -eq 1 ] || fail "a table of no ways has rows"
# A tie set aside that would join them: approved, not signed.
run 0 path "$cities" Colima Gongju
line out "Colima has no tie that counts here."
tells "Colima plans a sister-city agreement with San Luis Potosí"
tells "not counted as it is planned; --include planned counts it."
run 0 path "$cities" Colima Gongju --include planned
line out "Colima and Gongju: 1 shortest way, 2 ties long."
tells "Colima plans a sister-city agreement with San Luis Potosí"
# What it says counts them does: a tie may be ruled out by its status and by its dates at once.
mkdir both
printf 'id,name\na,Aa\nb,Bb\nc,Cc\n' >both/cities.csv
cat >both/agreements.csv <<'END'
party_a,party_b,signed,to,term_months,status
a,b,2030-05-01,,,disputed
b,c,2010,2012-06-30,,planned
a,c,2015-01-01,,24,
END
run 0 path both a b --as-of 2016
tells "not counted as it is disputed and not in force on the date; --include disputed --as-of 2030-05-01 counts it."
run 0 path both a b --include disputed --as-of 2030-05-01
line out "Aa and Bb: 1 shortest way, 1 tie long."
run 0 path both b c --as-of 2016
tells "not counted as it is planned and not in force on the date; --include planned --as-of 2012-06-30 counts it."
run 0 path both b c --include planned --as-of 2012-06-30
line out "Bb and Cc: 1 shortest way, 1 tie long."
# The end is the start plus its term: 24 months from 1 January 2015.
run 0 path both a c --as-of 2016
line out "Aa signed an agreement with Cc, 2015-01-01 (until 2017-01-01)."
# Two of one name are told apart by their ids, in sentences; beside an id stands the plain name.
mkdir twins
printf 'id,name\ns1,San Luis\ns2,San Luis\nx,Xalapa\n' >twins/cities.csv
printf 'party_a,party_b,type\ns1,x,mou\nx,s2,mou\n' >twins/agreements.csv
run 0 path twins s1 s2
line out "1. San Luis (s1) – Xalapa – San Luis (s2)"
run 0 path twins s1 s2 --format csv
grep -q '^1,1,s1,San Luis,x,Xalapa,' out || fail "names in a table: $(tail -2 out)"
run 0 profile twins x
tells "San Luis (s1); San Luis (s2)"
# One that is over: Cork and Medellín, for three years from 2 October 2019.
run 0 path "$cities" Cork Medellín --view agreements
line out "Medellín has no tie that counts here."
tells "Cork signed an MOU with Medellín, 2019-10-02 (until 2022-10-02)"
tells "not counted as it ended on 2022-10-02; --as-of 2022-10-02 counts it."
run 0 path "$cities" Cork Medellín --view agreements --as-of 2022-10-02
line out "Cork and Medellín: 1 shortest way, 1 tie long."

# Projections name what is shared.
run 0 path "$cities" Cork Manizales --view cities
line out "Cork and Manizales share the network UNESCO Global Network of Learning Cities:"
tells "Cork signed an agreement (twinning) with Manizales, 2019-10-04."

# Florence by hand: Acciaiuoli is tied to Medici alone; from there to Peruzzi over Barbadori and
# Castellani or over Ridolfi and Strozzi, while over Albizzi or Tornabuoni it is one farther.
run 0 path "$source/datasets/florentine" Acciaiuoli Peruzzi
line out "Acciaiuoli and Peruzzi: 2 shortest ways, 4 ties long."
line out "1. Acciaiuoli – Medici – Barbadori – Castellani – Peruzzi"
line out "2. Acciaiuoli – Medici – Ridolfi – Strozzi – Peruzzi"
line out "Medici lies on every shortest way; --avoid Medici looks for ways without it."
tells "Acciaiuoli and Medici are tied."
run 0 path "$source/datasets/florentine" Acciaiuoli Peruzzi --avoid Ridolfi
line out "Acciaiuoli and Peruzzi: 1 shortest way, 4 ties long."
run 0 path "$source/datasets/florentine" Acciaiuoli Pucci
line out "Pucci has no tie that counts here."

# Weights by hand: a-b-d is 1/4 + 1/4, a-c-d 1 + 1; by length a-b-d is 8, a-c-d 2, a-d 5.
printf 'Source,Target,Weight\na,b,4\nb,d,4\na,c,1\nc,d,1\na,d,5\n' >ties.csv
run 0 path ties.csv a d
line out "a and d: 1 shortest way, 1 tie long."
run 0 path ties.csv a d --weighted
line out "a and d: 1 shortest way by weight, of length 0.2 (a weight is a strength: the sum of 1/weight)."
run 0 path ties.csv a d --weight distance
line out "a and d: 1 shortest way by weight, of length 2 (a weight is a length: the sum of the weights)."
line out "1. a – c – d"
# 0.1 + 0.2 and 0.3 are equal ways, though not equal numbers.
printf 'Source,Target,Weight\na,b,0.1\nb,d,0.2\na,c,0.15\nc,d,0.15\n' >equal.csv
run 0 path equal.csv a d --weight distance
line out "a and d: 2 shortest ways by weight, of length 0.3 (a weight is a length: the sum of the weights)."
# Parallel ties are one way, and each is told.
printf 'Source,Target,Weight\na,b,4\na,b,2\nb,d,1\n' >parallel.csv
run 0 path parallel.csv a d --parallel keep --weight distance
line out "a and d: 1 shortest way by weight, of length 3 (a weight is a length: the sum of the weights)."
[ "$(grep -c 'a and b are tied' out)" -eq 2 ] || fail "two parallel ties: $(cat out)"
# One direction has no way back.
printf 'Source,Target,Type\na,b,Directed\nb,c,Directed\n' >edges.csv
mkdir directed
mv edges.csv directed
run 0 path directed a c --directed
line out "From a to c: 1 shortest way, 2 ties long."
line out "a is tied to b."
run 0 path directed c a --directed
line out "From c to a: no way leads in the direction of the ties."
run 0 path directed c a
line out "c and a: 1 shortest way, 2 ties long."

# A date that is not exact may decide whether a tie counts: it is marked.
mkdir maybe
printf 'id,name\na,A\nb,B\n' >maybe/cities.csv
printf 'party_a,party_b,type,signed\na,b,mou,2025\n' >maybe/agreements.csv
run 0 path maybe A B --as-of 2025-06-30
line out "A signed an MOU with B, 2025, exact day not stated (whether it is in force depends on the exact day)."
run 0 path maybe A B --as-of 2026
line out "A signed an MOU with B, 2025, exact day not stated."

# An agreement of a network binds its members where --expand says so; a star has a vertex for it.
mkdir expand
printf 'id,name\na,A\nb,B\nc,C\n' >expand/cities.csv
printf 'id,name\nn,N\n' >expand/networks.csv
printf 'member,network\na,n\n' >expand/memberships.csv
printf 'id,parties,type,signed\nx,n;b,mou,2025-01-02\ny,a;b;c,mou,2024-01-02\n' >expand/agreements.csv
run 0 path expand A B --view agreements --expand members
line out "A and B are tied as members stand for their networks (--expand): B signed an MOU with N, 2025-01-02."
line out "A signed an MOU with B, 2024-01-02 (together with C)."
run 0 path expand A C --multiparty star --view agreements
line out "A and C: 1 shortest way, 2 ties long."
line out "A signed an MOU with B and C, 2024-01-02."

# Three San Luis Potosí: refused with both ids; an id settles it.
mkdir three
printf 'id,name,country\nslp,San Luis Potosí,MX\nslp-gt,San Luis Potosí,GT\ncork,Cork,IE\n' \
    >three/cities.csv
printf 'party_a,party_b\ncork,slp\n' >three/agreements.csv
run 2 path three Cork "San Luis Potosí"
is_empty out
says err "'slp' and 'slp-gt'"
run 2 path three Cork "san luis potosi"
says err "'slp' and 'slp-gt'"
run 0 path three Cork slp
tells "Cork has an agreement with San Luis Potosí (slp) (date not stated)."
tells "no source is named"

# Wrong usage, told before the data where they need not be read.
run 2 path "$cities" Cork
says err "two actors"
run 2 path nowhere Cork San Luis
says err "needs quotes"
run 2 path nowhere Cork Cork
says err "a way has two ends"
run 2 path "$cities" Cork cork
says err "the same actor, cork"
run 2 path "$cities" Cork Gongju --avoid gongju
says err "gongju is an end of the way"
run 2 path "$cities" Cork Gonju
says err "did you mean 'Gongju'?"
run 2 path "$cities" Seoul Gongju --view affiliations --where country=IE
says err "is not in this network"
run 2 path nowhere a b --max-paths 0
run 2 rank nowhere --avoid Cork

# In other languages; the names with them.
run 0 path "$cities" Cork 공주시 --avoid gnlc --lang ko
tells "전국평생학습도시협의회"
tells "최단 경로"
run 0 path "$cities" Cork 공주시 --avoid gnlc --lang es
tells "firmó"
lacks out "signed"
finish
