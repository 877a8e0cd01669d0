/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The entente command. */
#include "cli/environment.h"
#include "cli/interrupt.h"
#include "cli/run.h"

int main(int argc, char **argv)
{
    ent_error_t err = {0};

    cli_environment_pin();
    cli_interrupt_setup();
    return cli_run_end(cli_run(argc, argv, NULL, &err), &err);
}
