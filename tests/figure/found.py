# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether another program's reading of a figure has every turned text of its scene in whole, of those
that are read from left to right."""
import json
import sys
import unicodedata


def plain(text):
    # What isolates or turns a direction is no letter, and one blank is as good as another.
    text = unicodedata.normalize("NFKC", text)
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


scene = json.load(open(sys.argv[1], encoding="utf-8"))
found = plain(open(sys.argv[2], encoding="utf-8").read())
texts = [item["text"] for item in scene["items"] if item["shape"] == "text" and item.get("turn")]
turned = [text for text in texts if not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)]
lost = [text for text in turned if plain(text) not in found]
print(len(turned), "turned texts, not found:", lost[:9])
sys.exit(1 if lost or len(turned) < 50 else 0)
