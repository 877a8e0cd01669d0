/* SPDX-License-Identifier: GPL-2.0-or-later */
/* cmocka and what every unit test needs beside it. */
#ifndef ENT_TESTS_UNIT_H
#define ENT_TESTS_UNIT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Equal within `tolerance`, and NaN only where NaN is expected; `what` names the case. */
static inline void assert_near_at(double got, double want, double tolerance, const char *what,
                                  const char *file, int line)
{
    if (isnan(want) ? isnan(got) : fabs(got - want) <= tolerance)
        return;
    print_error("%s: got %.17g, want %.17g\n", what, got, want);
    _fail(file, line);
}

#define assert_near(got, want, tolerance, what)                                                    \
    assert_near_at((got), (want), (tolerance), (what), __FILE__, __LINE__)

/* The call returns ENT_OK; otherwise its message is printed. Needs `ent_error_t err`. */
#define assert_ok(call)                                                                            \
    do {                                                                                           \
        if ((call) != ENT_OK) {                                                                    \
            print_error("%s:%d: %s\n", err.file, (int)err.line, err.message);                      \
            _fail(__FILE__, __LINE__);                                                             \
        }                                                                                          \
    } while (0)

#endif
