/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/progress.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_COLUMNS = 100, /* a longer line is no clearer */
    LEAST_BAR = 10,
    USUAL_COLUMNS = 80
};

static const double shown_after = 1;      /* seconds of the command, and … */
static const double of_a_piece = 0.2;     /* … of the piece of work */
static const double between_lines = 0.15; /* seconds */

static struct {
    bool terminal;
    volatile sig_atomic_t shown;
    double start;     /* of the command */
    const char *what; /* the piece of work; NULL: none */
    double began;
    double drawn; /* when the line was last */
} line;

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);

    return value != NULL && value[0] != '\0';
}

void cli_progress_setup(bool quiet)
{
    line.terminal = !quiet && isatty(STDERR_FILENO) && is_set("TERM") &&
                    strcmp(getenv("TERM"), "dumb") != 0 && !is_set("CI");
    line.shown = false;
    line.start = now();
}

/* The last column stays free: where a line fills it, some terminals begin the next. */
static size_t columns(void)
{
    struct winsize size;
    size_t found = USUAL_COLUMNS;

    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        found = size.ws_col;
    return found > MOST_COLUMNS ? MOST_COLUMNS : found - 1;
}

/* Three digits: 7.31, 12.4k, 3.56M. */
static void put_count(char text[16], double count)
{
    static const char unit[] = {'\0', 'k', 'M', 'G', 'T'};
    size_t times = 0;

    for (; count >= 999.5 && times + 1 < sizeof unit; times++)
        count /= 1000;
    snprintf(text, 16, "%.*f%c", count < 9.995 ? 2 : count < 99.95 ? 1 : 0, count, unit[times]);
}

static void put_time(char text[16], double seconds)
{
    if (seconds < 99.5)
        snprintf(text, 16, "%.0f s", seconds);
    else if (seconds < 100.0 * 60)
        snprintf(text, 16, "%.0f min", seconds / 60);
    else
        snprintf(text, 16, "%.1f h", seconds < 1e9 ? seconds / 3600 : 1e9 / 3600);
}

/* What stands behind the bar. */
static void put_numbers(char *text, size_t size, const ent_progress_t *progress, double seconds)
{
    double rate = progress->done / seconds;
    char rate_text[16];
    char left[16];
    int used = 0;

    if (progress->total > 0)
        used = snprintf(text, size, " %3.0f %%", 100 * progress->done / progress->total);
    put_count(rate_text, rate);
    used += snprintf(text + used, size - (size_t)used, "  %s %s/s", rate_text, progress->unit);
    put_time(left, rate > 0 ? (progress->total - progress->done) / rate : 0);
    if (progress->total > 0 && rate > 0)
        snprintf(text + used, size - (size_t)used, "  %s left", left);
}

static void draw(const ent_progress_t *progress, double seconds)
{
    char text[MOST_COLUMNS * 2 + 8];
    char numbers[MOST_COLUMNS];
    size_t room = columns();
    size_t taken;
    size_t used;

    put_numbers(numbers, sizeof numbers, progress, seconds);
    used = (size_t)snprintf(text, MOST_COLUMNS, "\r%s", progress->what);
    taken = used - 1 + strlen(numbers) + strlen(" []");
    if (progress->total > 0 && room >= taken + LEAST_BAR) {
        size_t wide = room - taken;
        size_t full = (size_t)((double)wide * progress->done / progress->total);

        text[used++] = ' ';
        text[used++] = '[';
        memset(text + used, '=', full);
        memset(text + used + full, ' ', wide - full);
        used += wide;
        text[used++] = ']';
    }
    snprintf(text + used, sizeof text - used, "%s", numbers);
    if (strlen(text) > room + 1)
        text[room + 1] = '\0';
    strcat(text, "\033[K");
    line.shown = true;
    fputs(text, stderr);
}

void cli_progress_tell(void *context, const ent_progress_t *progress)
{
    double time;

    (void)context;
    if (!line.terminal)
        return;
    time = now();
    if (progress->what != line.what)
        line.began = time;
    line.what = progress->what;
    if (progress->total > 0 && progress->done >= progress->total) {
        cli_progress_hide();
        line.what = NULL;
        return;
    }
    if (time - line.start < shown_after || time - line.began < of_a_piece ||
        time - line.drawn < between_lines)
        return;
    line.drawn = time;
    draw(progress, time - line.began);
}

void cli_progress_hide(void)
{
    static const char clear[] = "\r\033[K";

    if (line.shown && write(STDERR_FILENO, clear, sizeof clear - 1) < 0)
        return; /* the terminal has gone: there is nothing to clear */
    line.shown = false;
}
