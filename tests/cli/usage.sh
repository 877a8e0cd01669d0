#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Wrong usage: exit code 2, one line that says what was meant, nothing on standard output; and all
# of it before the data, which do not even exist here.
. "$2/tests/cli/lib.sh"

# refuses TEXT ARGUMENT...
refuses() {
    text=$1
    shift
    run 2 "$@"
    is_empty out
    says err "$text"
    [ "$(wc -l <err)" -eq 1 ] || fail "more than one line: entente $*"
}

run 2
is_empty out
says err "Usage: entente COMMAND"

refuses "did you mean 'rank'?" rnak nowhere
refuses "'frobnicate' is not a command" frobnicate
refuses "'rank' needs DATA" rank
refuses "'b' is one too many" rank a b
refuses "did you mean '--view'?" rank nowhere --vew agreements
refuses "did you mean '--threads'?" rank nowhere --thread 2
refuses "did you mean '--view'?" rank nowhere --vie agreements
refuses "did you mean 'agreements'?" rank nowhere --view agrements
refuses "whole, agreements, affiliations" rank nowhere --view agrements
refuses "did you mean 'degree'?" rank nowhere --measure betweenness,degre
refuses "there is no ''" rank nowhere --measure degree,
refuses "did you mean 'planned'?" rank nowhere --include active,planed
refuses "did you mean 'leiden'?" groups nowhere --method lieden
refuses "did you mean 'force'?" draw nowhere -o x.svg --layout forse
refuses "did you mean 'betweenness'?" draw nowhere -o x.svg --size-by betweeness
refuses "--layout is not an option of 'rank'" rank nowhere --layout map
refuses "--hops counts ties from an actor" rank nowhere --hops 2
refuses "--backbone is of a projection" rank nowhere --backbone sdsm
refuses "did you mean 'sdsm-ec'?" rank nowhere --view cities --backbone sdsm_ec
refuses "--alpha is about a backbone" rank nowhere --view cities --alpha 0.01
refuses "--correction is about a backbone" groups nowhere --view cities --correction holm
refuses "2 is not between 0 and 1" rank nowhere --view cities --backbone sdsm --alpha 2
refuses "both go to standard output" rank nowhere --view cities --backbone sdsm --pairs -
refuses "both go to x.csv" rank nowhere --view cities --backbone sdsm --pairs x.csv -o x.csv
refuses "'-1' is not a whole number" rank nowhere --seed -1
refuses "'0x1' is not a whole number" rank nowhere --seed=0x1
refuses "'nan' is not a number" groups nowhere --resolution nan
refuses "no resolution" groups nowhere --method core-periphery --resolution 2
refuses "who is tied" groups nowhere --method core-periphery --weighted
refuses "agree" groups nowhere --method core-periphery --consensus
refuses "to compare" groups nowhere --method core-periphery --against country
refuses "walktrap has no resolution" groups nowhere --method walktrap --resolution 2
refuses "infomap has no resolution" groups nowhere --against infomap --resolution 2
refuses "barber needs two modes" groups nowhere --method barber
refuses "barber needs two modes" groups nowhere --view cities --against barber
refuses "one set of actors" groups nowhere --method core-periphery --view events
refuses "100001 is not between 1 and 100000" groups nowhere --runs 100001
refuses "0 is not between 1 and 1024" rank nowhere --threads 0
refuses "200 is not between -180 and 180" draw nowhere -o x.svg --center 200
refuses "--center is of maps; add --layout map" draw nowhere -o x.svg --center 30
refuses "--borders is of maps; add --layout map" draw nowhere -o x.svg --layout arc --borders
refuses "--view needs its VIEW" rank nowhere --view
for option in title subtitle note source; do
    refuses "--$option: byte 4 of its TEXT, \\xE9, is not UTF-8" \
        draw nowhere -o x.svg "--$option" "$(printf 'Caf\351 au lait')"
done
refuses "--title: byte 1 of its TEXT, \\xED, is not UTF-8" \
    report nowhere -o x --title "$(printf '\355\240\200')"
refuses "--quiet takes no argument" rank nowhere --quiet=yes
refuses "'-x' is not an option" rank nowhere -x
refuses "--output: its FILE is empty" rank nowhere -o ''
refuses "'report' needs -o DIR" report nowhere
refuses "'draw' needs -o FIGURE" draw nowhere
refuses "ends in .svg, .pdf or .png" draw nowhere -o figure.jpg
refuses "only one of" draw nowhere -o - --quality
refuses "--excel is a form of csv" rank nowhere --excel --format json
refuses "'measures' takes DATA and ACTOR with --compare alone" measures nowhere
refuses "which 'measures' reads with --compare alone" measures --view whole
refuses "needs an ACTOR behind DATA" measures --compare "$source/datasets/kite"
refuses "'third' is one too many" measures --compare "$source/datasets/kite" Diane third
refuses "table of its own" measures --cite --compare "$source/datasets/kite" Diane
refuses "did you mean 'groups'?" help group
refuses "bash, zsh or fish" completion tcsh
refuses "'kind' is not COLUMN=VALUE" rank nowhere --where kind
refuses "'city' is not COLUMN=VALUE" rank nowhere --show city
refuses "11/04/2025" rank nowhere --as-of 11/04/2025
for date in nonsense .. ../.. 0000-00-00 " " '?' 2025-13; do
    refuses "$date" rank nowhere --as-of "$date"
    lacks err "cell"
done
refuses "'nonsense' is no date; write 2025-04-11, 2025-04 or 2025." rank nowhere --as-of nonsense

refuses "No encoding 'klingon' is known" rank nowhere --encoding klingon
refuses "figure and scene cannot both be x.svg" draw nowhere -o x.svg --scene x.svg

printf 'a,b\nMedici,Pazzi\n' >ties.csv
refuses "There is no actor 'Medicci'; did you mean 'Medici'?" rank ties.csv --without Medicci
lacks err "'?."

mkdir -p data/inside
refuses "data is the input" report data -o data
refuses "data contains the input" report data/inside -o data

# A date in the environment that is none is wrong usage too.
for date in '' nonsense -1 +1 1.5 ' 1' 1e3 0x10 253402300800 99999999999999999999; do
    SOURCE_DATE_EPOCH=$date
    export SOURCE_DATE_EPOCH
    refuses "SOURCE_DATE_EPOCH is '$date'" report nowhere -o x
    refuses "SOURCE_DATE_EPOCH is '$date'" draw nowhere -o x.pdf
done
SOURCE_DATE_EPOCH=253402300799
run 3 draw nowhere -o x.pdf
unset SOURCE_DATE_EPOCH

# A word that begins with a dash is a name behind `--`, and options stand anywhere.
run 3 rank --quiet -- --view
says err "--view"
run 2 --view agrements rank nowhere
run 3 --view agreements rank nowhere

# What a message repeats cannot act on a terminal or pass for a line of its own.
run 2 rank a "$(printf 'b\033]0;title\007\nentente: error: c \342\200\256 \377')"
says err 'b\x1B]0;title\x07\x0Aentente: error: c \u{202E} \xFF'
[ "$(wc -l <err)" -eq 1 ] || fail "an argument made a line of its own"
finish
