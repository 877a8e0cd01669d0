# SPDX-License-Identifier: GPL-2.0-or-later
# A report that make keeps up to date: it is written again only when a table has changed, and a
# table with a fault leaves the last good report where it is.
#   make -f examples/report.mk DATA=datasets/karate
ENTENTE ?= build/release/entente
DATA ?= datasets/learning-cities
OUT ?= output/$(notdir $(DATA))

$(OUT)/manifest.json: $(wildcard $(DATA)/*.csv)
	"$(ENTENTE)" report "$(DATA)" -o "$(OUT)"
	touch "$@"
