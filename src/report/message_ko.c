/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says, in Korean. */
#include "report/message.h"

const char *const ent_i_messages_ko[ENT_MSG_COUNT] = {0};
