/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says, in Spanish. */
#include "report/message.h"

const char *const ent_i_messages_es[ENT_MSG_COUNT] = {0};
