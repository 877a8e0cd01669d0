/* SPDX-License-Identifier: GPL-2.0-or-later */
/* libentente: from tables of partnerships to networks, measures, figures and reports. */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include "entente/backbone.h"
#include "entente/chance.h"
#include "entente/common.h"
#include "entente/convention.h"
#include "entente/core.h"
#include "entente/dataset.h"
#include "entente/figure.h"
#include "entente/group.h"
#include "entente/measure.h"
#include "entente/network.h"
#include "entente/partition.h"
#include "entente/profile.h"
#include "entente/reference.h"
#include "entente/report.h"
#include "entente/sheet.h"
#include "entente/verify.h"
#include "entente/watch.h"

#include "entente/path.h"

#endif
