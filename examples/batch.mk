# SPDX-License-Identifier: GPL-2.0-or-later
# Reports for all data sets of a folder, written where something changed, and their proof. batch
# itself knows what changed, so make need not.
#   make -f examples/batch.mk
#   make -f examples/batch.mk verify
ENTENTE ?= build/release/entente
DATA ?= $(sort $(wildcard datasets/*/))
OUT ?= output/all

.PHONY: reports verify
reports:
	"$(ENTENTE)" batch $(DATA) -o "$(OUT)"

verify: reports
	@for report in "$(OUT)"/*/; do "$(ENTENTE)" verify "$$report" || exit; done
