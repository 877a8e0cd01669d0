#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# entente profile: who is found under which name, what is told of an actor, what is refused.
. "$2/tests/cli/lib.sh"

cities=$source/datasets/learning-cities
run 0 profile "$cities" 공주
cp out gongju
says gongju 'id gongju'
says gongju '공주시 (ko)'
for partner in 'Latin American Network' 'Mexican Network' 'San Luis Potosí'; do
    says gongju "* mou: $partner"
done
[ "$(grep -c 'signed 2025-04-10/2025-04-16; active' gongju)" -eq 3 ] || fail "not three MOUs"
says gongju 'in agreements.csv:13 ['
says gongju 'Festival, San Luis Potosí 2025, start_date:'
says gongju '2025-04-10; as of 2025-04; note: Gongju: travel'
says gongju 'Festival, San Luis Potosí 2025, end_date:'
says gongju 'https://cc.newdaily.co.kr/site/data/html/2025/04/14/2025041400074.html'
for name in gongju Gongju GONGJU 'Gongju City' 공주시; do
    run 0 profile "$cities" "$name"
    same out gongju "gongju by another name, $name"
done
run 0 profile "$cities" 공주 -o named.txt
is_empty out
same named.txt gongju "the text in a file"
run 0 profile "$cities" 공주 --lang ko
says out '협약: 4'
run 0 profile "$cities" 공주 --as-of 2024
says out 'does not count: not in force on 2024-12-31'
run 0 profile "$cities" gnlc
says out 'more; --format json lists all'


# An attendance has the dates of its event (events.csv); a network, the offices held in it.
says gongju '      2022-11-12 to 2022-11-20; active'
run 0 profile "$cities" gongju --format json
says out '"event_start": "2022-11-12"'
run 0 profile "$cities" colombian-network
says out '  president: Medellín'
# Lines fit a terminal of 80 columns (these of ranks have no letter of two bytes or columns).
for language in en es; do
    run 0 profile "$cities" abuja --lang $language
    ! grep -E ' (rank|puesto) [0-9]+' out | awk 'length > 80' | grep . || fail "ranks are too wide"
done
# A note of two lines is one paragraph.
mkdir lines
printf 'party_a,party_b,note\nUlm,Bern,"two\nlines"\n' >lines/agreements.csv
printf 'id,name\nUlm,Ulm\nBern,Bern\n' >lines/cities.csv
run 0 profile lines Ulm
says out 'note: two lines'

# Long lists are cut for a person, not for a program.
run 0 profile "$cities" gnlc --format csv
[ "$(wc -l <out)" -gt 300 ] || fail "the members of the network are not all in the table"

# Names that lead nowhere, or to two.
run 2 profile "$cities" Gonju
says err "did you mean 'Gongju'"
run 2 profile "$cities"
says err 'needs an ACTOR'
run 2 profile "$cities" gongju suwon
says err 'one too many'
run 2 profile "$cities" gongju -o gongju.odt
run 2 profile "$cities" gongju --measure degre
run 2 profile "$cities" gongju --focus suwon
run 2 profile "$cities" gongju --where country=MX
says err 'is left out'
printf 'id,name\na,Taxco\nb,Taxco\nc,Lone\n' >cities.csv
printf 'party_a,party_b\na,c\nb,c\na,nobody\n' >agreements.csv
mkdir two && mv cities.csv agreements.csv two
run 2 profile two Taxco --keep-going
says err "'a' and 'b'"

# The figure: the actor in the middle, what lies about it, planned and disputed ties too.
for suffix in svg pdf png; do
    run 0 profile "$cities" gongju -o gongju.$suffix
    is_empty out
done
xmllint --noout gongju.svg || fail "gongju.svg is not XML"
says gongju.svg 'Gongju and its partners: who signed with whom'
says gongju.svg '>Seville<'
says gongju.svg '>ring 1: partners<'
says gongju.svg ">ring 2: partners' partners<"
lacks gongju.svg '>ring 3'
run 0 draw "$cities" --view agreements --layout ego --focus gongju --hops 2 -o same.svg
same same.svg gongju.svg "the figure of a profile and that of draw"
run 0 profile "$cities" gongju --lang es --hops 1 -o es.svg
says es.svg 'Gongju y sus socios'
says es.svg '>círculo 1: socios<'
lacks es.svg 'círculo 2'
lacks es.svg '>Seville<'
run 0 draw "$source/datasets/karate" --layout ego --focus 17 --hops 5 --lang ko -o far.svg
says far.svg '>동심원 2: 협력 상대의 상대<'
says far.svg '>동심원 3–5: 각각 그만큼의 단계<'
run 0 draw "$source/datasets/florentine" --layout ego --focus Medici --hops 9 -o apart.svg
lacks apart.svg 'outermost ring'
run 2 profile "$cities" gongju --preset slide
says err 'name one with -o'
run 2 profile "$cities" gongju --format json -o gongju.svg
run 2 draw "$cities" --layout ego -o none.svg
says err '--focus ACTOR'

# well_drawn DATA ACTOR OPTION...: nothing overlaps, is cut off or has no glyph.
well_drawn() {
    data=$1 actor=$2
    shift 2
    for preset in report slide web; do
        run 0 draw "$data" --layout ego --focus "$actor" --preset $preset "$@" --quality --format csv
        for fault in label_overlaps clipped missing_glyphs; do
            grep -q "^$fault,0$" out || fail "$actor, $preset: $(grep "^$fault" out)"
        done
    done
}
well_drawn "$cities" gongju --view agreements --hops 2
well_drawn "$cities" gongju
well_drawn "$cities" 'San Luis Potosí' --view agreements --hops 2
well_drawn "$cities" cork --view agreements --hops 2
well_drawn "$cities" gnlc
says out 'labels_left_out,0'
well_drawn "$cities" kallc --hops 2
well_drawn "$cities" abuja --hops 2
well_drawn "$source/datasets/florentine" Medici --hops 3
well_drawn "$source/datasets/florentine" Pucci

# Rejected rows are told, or refused.
run 1 profile two c
says err 'agreements.csv:4'
run 0 profile two c --keep-going
says out '1 input row was rejected (--keep-going)'
run 0 profile two c --keep-going --format json
says out '"rejected_rows": 1'

# A network without evidence, and a file of ties.
run 0 profile "$source/datasets/florentine" Pucci
says out 'It has no tie of any kind.'
run 0 profile "$source/datasets/florentine" Medici
says out 'Ties: 6'
says out 'rank 1 of 16'
printf 'from,to\nUlm,Bern\nBern,Lyon\n' >ties.csv
run 0 profile ties.csv bern --format json -o bern.json
says bern.json '"rows": ['
says bern.json '"ties.csv:3"'

# The order of the rows does not show, but in their numbers.
mkdir turned
for table in "$source"/datasets/florentine/*.csv; do
    { head -1 "$table"; tail -n +2 "$table" | sort -r; } >"turned/${table##*/}"
done
run 0 profile "$source/datasets/florentine" Medici --measure degree,betweenness
sed 's/csv:[0-9]*//' out >straight
run 0 profile turned Medici --measure degree,betweenness
sed 's/csv:[0-9]*//' out >reverse
same straight reverse "rows in another order"
finish
