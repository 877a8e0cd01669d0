/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The entente command. */
#include <stdio.h>

#include "entente/entente.h"

int main(void)
{
    printf("entente %s\n", ent_version());
    return 0;
}
