#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What a figure says of itself where there is little to see: sizes too small to compare, outlines
# without anybody to go about, a chord diagram of one arc.
. "$2/tests/cli/lib.sh"

python=/usr/bin/python3
[ -x $python ] || { echo "no python3 here"; exit 77; }

# Samples of sizes are seen, or it is said that there are none.
awk 'BEGIN { print "source,target"
             for (i = 1; i < 6000; i++) print "n" i ",n" int(i / 2) "\nn" i ",m" (i * 7919) % 6000 }
    ' >many.csv
for lang in en es ko; do
    run 0 draw many.csv --lang $lang -o many.svg --scene $lang.json -q
done
says en.json 'area: degree (marks are too small here to compare)'
says es.json 'demasiado pequeñas para compararlas'
says ko.json '표시가 작아'
run 0 draw "$source/datasets/learning-cities" -o cities.svg --scene cities.json -q
says cities.json 'area: degree'
lacks cities.json 'too small'
for scene in en.json cities.json; do
    $python - "$scene" <<'END' || fail "invisible samples in $scene"
import json, sys
items = json.load(open(sys.argv[1], encoding="utf-8"))["items"]
begin = [i for i, item in enumerate(items) if item.get("class") == "legend"]
assert begin, "no legend"
small = [item for item in items[begin[0]:] if item["shape"] == "circle" and item["radius"] < 0.6]
sys.exit(1 if small else 0)
END
done

# A column of measured numbers has no groups; neither has one where all differ.
run 2 draw "$source/datasets/learning-cities" --hull population -o hull.svg
says err "'population' is a column of"
says err "take group, kind, network, country"
printf 'id,name,note\na,A,x\nb,B,y\nc,C,z\n' >nodes.csv
printf 'source,target\na,b\nb,c\n' >edges.csv
mkdir -p differ && mv nodes.csv edges.csv differ
run 0 draw differ --hull note -o hull.svg --scene hull.json -q
says hull.json 'No outlines, as no two actors shown have the same note.'
run 0 draw "$source/datasets/karate" --hull club -o hull.svg --scene hull.json -q
lacks hull.json 'No outlines'

# One arc: what is grouped is said, once.
printf 'source,target\na,b\nb,c\na,c\n' >three.csv
run 0 draw three.csv --layout chord --directed -o chord.svg --alt - -q
says out 'All 3 ties lie within one kind, actors: there is nothing to compare.'
lacks out 'Largest'
run 0 draw three.csv --layout chord -o chord.svg --alt - -q
says out 'All 3 ties lie within one group, group 1'
run 0 draw "$source/datasets/kite" --layout chord -o chord.svg --alt - -q
[ "$(grep -o Largest out | wc -l)" -eq 1 ] || fail "Largest stands otherwise than once: $(cat out)"

# A map explains planned and disputed lines where it has one; a list of ties is no line.
mkdir -p lines && printf 'id,name,latitude,longitude\na,Suva,-18.1,178.4\nb,Apia,-13.8,-171.8\nc,C,,\n' \
    >lines/cities.csv
printf 'party_a,party_b,status\na,b,active\nb,c,planned\na,c,disputed\n' >lines/agreements.csv
run 0 draw lines --layout map -o lines.svg --scene lines.json -q
lacks lines.json '"planned"'
lacks lines.json '"disputed"'
printf 'd,Nadi,-17.8,177.4\n' >>lines/cities.csv && printf 'a,d,planned\n' >>lines/agreements.csv
run 0 draw lines --layout map -o lines.svg --scene lines.json -q
says lines.json '"planned"'
lacks lines.json '"disputed"'

# Kuressaare (58.25 N, 22.48 E) is on an island that the outline does not have; Tartu and Viljandi
# are on land. On a map of the world nobody sees it.
mkdir -p isle && printf 'id,name,latitude,longitude\na,Tartu,58.38,26.73\nb,Viljandi,58.36,25.59\n' \
    >isle/cities.csv
printf 'party_a,party_b\na,b\n' >isle/agreements.csv
run 0 draw isle --layout map -o isle.svg --alt - -q
lacks out 'coast'
printf 'c,Kuressaare,58.25,22.48\n' >>isle/cities.csv
for lang in en es ko; do run 0 draw isle --layout map --lang $lang --scene isle.$lang -o isle.svg -q; done
says isle.en 'The coast is generalised (1:110'
says isle.es 'La costa está generalizada'
says isle.ko '해안선이 간략화되어'
printf 'd,Lima,-12.05,-77.04\n' >>isle/cities.csv
run 0 draw isle --layout map -o isle.svg --scene isle.en -q
lacks isle.en 'The coast is generalised'

# Where marks become smaller than samples are, the legend says so in the room that it has.
mkdir -p crowd && awk 'BEGIN { print "id,name"; for (i = 0; i < 290; i++) print "n" i ",Place " i }
    ' >crowd/cities.csv
awk 'BEGIN { print "id,party_a,party_b,status,weight"
             status[1] = "planned"; status[2] = "disputed"
             for (i = 1; i < 290; i++)
                 print i ",n" i ",n" int(i * i / 7) % i "," status[i % 9] "," i % 4 + 1
    }' >crowd/agreements.csv
for lang in en es ko; do
    run 0 draw crowd --layout arc --preset print --lang $lang -o crowd.svg --scene crowd.json \
        --quality -q
    says out 'label_overlaps,0'
    run 0 draw crowd --layout arc --preset slide --legend beside --lang $lang -o crowd.svg \
        --quality -q
    says out 'label_overlaps,0'
done
run 0 draw crowd --layout arc --preset print --lang es -o crowd.svg --scene crowd.json -q
says crowd.json '"text":"área: grado"'

# A matrix whose cells are as wide as the page allows leaves no empty page below it.
run 0 draw crowd --layout matrix -o crowd.svg --scene crowd.json -q
$python - crowd.json <<'END' || fail "an empty page below a matrix"
import json, sys
scene = json.load(open(sys.argv[1], encoding="utf-8"))
items = scene["items"]
legend = [i for i, item in enumerate(items) if item.get("class") == "legend"][0]
lowest = max(point[1] for item in items[:legend] for run in item.get("runs", []) for point in run)
top = min(item["box"][1] for item in items[legend:] if item["shape"] == "text")
sys.exit(top - lowest > 0.1 * scene["height"])
END

# About a circle of names the names of outlines stand within it.
run 0 draw "$source/datasets/les-miserables" --layout circle --preset slide --lang es \
    --color-by name --hull group -o hull.svg --scene hull.json --quality -q
says out 'label_overlaps,0'
says hull.json '"hull-name"'

# Who bears the name of another is told from it where names stand in rows too.
mkdir -p twins && printf 'id,name,country\na,Paris,FR\nb,Paris,US\nc,Lyon,FR\n' >twins/cities.csv
printf 'party_a,party_b,signed\na,b,2020\nb,c,2021\n' >twins/agreements.csv
for layout in arc matrix; do
    run 0 draw twins --layout $layout -o twins.svg --scene twins.json -q
    lacks twins.json '"text":"Paris"'
    says twins.json 'Paris (FR)'
    says twins.json 'Paris (US)'
done
run 0 draw twins --layout timeline -o twins.svg --scene twins.json -q
says twins.json 'Paris (FR) – Paris (US)'
says twins.json 'Paris (US) – Lyon'
finish
