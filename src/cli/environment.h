/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The surroundings in which every run gives the same bytes. */
#ifndef ENT_CLI_ENVIRONMENT_H
#define ENT_CLI_ENVIRONMENT_H

/* Call first: pins locale, time zone and the threads of libraries, which share one heap; opens
 * closed standard streams so that no data file takes their place; lets a closed pipe end the
 * process quietly. */
void cli_environment_pin(void);

#endif
