# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether an SVG file of ours holds in another font, by what a browser measures.

Usage: other_font.py page FIGURE FAMILY [free] >page.html
       other_font.py judge FIGURE DOM: the page as the browser left it; prints what is wrong
       other_font.py count FIGURE DOM: how much is wrong
With `free` the lengths of the texts are taken out, as if we had written none."""
import html
import json
import re
import sys

import boxes

# What the browser says of each text: how far it goes, how far its letters rise and hang over and
# under their line in the font that is used, and how long it would be without its textLength.
MEASURE = """
const pen = document.createElement("canvas").getContext("2d");
const found = [];
for (const text of document.querySelectorAll("svg text")) {
    if (text.textContent.trim() === "")
        continue;
    const size = parseFloat(text.getAttribute("font-size"));
    const box = text.getBBox();
    pen.font = (text.getAttribute("font-weight") || "normal") + " 100px FAMILY";
    const ink = pen.measureText(text.textContent);
    found.push({left: box.x, width: box.width, used: getComputedStyle(text).fontFamily,
                rise: ink.actualBoundingBoxAscent / 100 * size,
                hang: ink.actualBoundingBoxDescent / 100 * size,
                own: ink.width / 100 * size});
}
const told = document.createElement("pre");
told.id = "told";
told.textContent = JSON.stringify(found);
document.body.append(told);
"""


def page(path, family, free):
    with open(path, encoding="utf-8") as file:
        svg = file.read().split("\n", 1)[1]
    if free:
        svg = re.sub(r' textLength="[^"]*" lengthAdjust="[^"]*"', "", svg)
    name = json.dumps(family)
    print('<!doctype html><meta charset="utf-8"><style>svg, svg text {font-family: '
          f"{name} !important}}</style><body>{svg}<script>{MEASURE.replace('FAMILY', name[1:-1])}"
          "</script>")


def read(path, dom):
    """The figure with its texts as the browser has them, and what it says of each."""
    figure = boxes.Figure(path)
    with open(dom, encoding="utf-8") as file:
        told = re.search(r'<pre id="told">(.*?)</pre>', file.read(), re.S)
    found = json.loads(html.unescape(told.group(1)))
    assert len(found) == len(figure.texts) > 20, (len(found), len(figure.texts))
    texts, figure.texts, figure.outside = figure.texts, [], []
    for text, own in zip(texts, found):
        left, right, y = own["left"], own["left"] + own["width"], boxes.number(text.element, "y")
        top, foot = y - own["rise"], y + own["hang"]
        corners = [(left, top), (right, top), (right, foot), (left, foot)]
        thing = boxes.Thing(boxes.turned(corners, text.element), text.element, text.groups)
        figure.texts.append(thing)
        figure.look_at_edge(thing, 0)
    return figure, found


def judge(path, dom):
    figure, found = read(path, dom)
    wider = sum(own["own"] > 1.05 * own["width"] for own in found)
    if wider < 0.9 * len(found):  # else nothing is put to the test
        print(f"only {wider} of {len(found)} texts are longer in {found[0]['used']}")
    for text, own in zip(figure.texts, found):
        length = boxes.number(text.element, "textLength")
        if abs(own["width"] - length) > 0.02 * length + 0.25:  # it rounds letters
            print(f"{text!r} is {own['width']:.2f} long, not {length}")
    for one, other in figure.overlaps():
        print(f"{one!r} is on {other!r}")
    for thing in figure.outside:
        print(f"{thing!r} leaves the page")


def main():
    what, path, third = sys.argv[1:4]
    if what == "page":
        page(path, third, "free" in sys.argv[4:])
    elif what == "judge":
        judge(path, third)
    else:
        figure, _ = read(path, third)
        print(len(figure.overlaps()) + len(figure.outside))


if __name__ == "__main__":
    main()
