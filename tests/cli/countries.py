# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares our Spanish and Korean names of countries with those of Debian's iso-codes.

Usage: countries.py SOURCE. Exit status 77 where iso-codes is not installed."""
import gettext
import json
import re
import sys
from pathlib import Path

CODES = Path("/usr/share/iso-codes/json/iso_3166-1.json")
# Shorter from day to day ("Corea, República de"), or spelt otherwise by the language's academy.
OWN = {
    "es": "AS AX BF BM BN BO BQ CC CD CG CI FK FM GS IR KM KP KR LA MF MM MV PM PN PS RU SR "
          "SX SY TN TR TZ UM VA VE VG VI",
    "ko": "BN BQ CG FK FM IR KP LA RU SY TF VA VG VI",
}


def listed(entry, catalogue):
    """The common name in a language, else the name."""
    for key in ("common_name", "name"):
        name = entry.get(key)
        if name is not None and catalogue.gettext(name) != name:
            return catalogue.gettext(name)
    return entry.get("common_name", entry["name"])


def main():
    source = Path(sys.argv[1]) / "src/dataset/country_names.c"
    ours = {code: {"es": es, "ko": ko} for code, es, ko in re.findall(
        r'^    {"([A-Z]{2})", "([^"]+)", "([^"]+)"},$', source.read_text(), re.M)}
    if not CODES.exists():
        print("no iso-codes here")
        return 77
    entries = json.loads(CODES.read_text())["3166-1"]
    faults = set(ours) ^ {entry["alpha_2"] for entry in entries}
    for language, own in OWN.items():
        catalogue = gettext.translation("iso_3166-1", "/usr/share/locale", [language],
                                        fallback=True)
        if not isinstance(catalogue, gettext.GNUTranslations):
            print(f"no names in {language} here")
            return 77
        for entry in entries:
            code = entry["alpha_2"]
            same = ours[code][language] == listed(entry, catalogue)
            if same == (code in own.split()):
                faults.add(f"{code} {language}: {ours[code][language]}, {listed(entry, catalogue)}")
    print(*sorted(faults), f"{len(ours)} countries", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
