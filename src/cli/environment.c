/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/environment.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* A stream that the caller closed is opened the wrong way round: reading from standard input or
 * writing to standard output still fails, and is reported. */
static void open_closed_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
                _exit(3);
}

/* OpenMP and OpenBLAS have read the environment before main() begins; they are told again. */
static void use_one_thread(const char *function)
{
    union {
        void *symbol;
        void (*call)(int threads);
    } set = {dlsym(RTLD_DEFAULT, function)};

    if (set.symbol != NULL)
        set.call(1);
}

/* What one thread reads another keeps: with a heap each, all would be left half empty. */
static void share_one_heap(void)
{
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 1);
#endif
}

void cli_environment_pin(void)
{
    static const char *const unset[] = {"LANGUAGE", "FC_LANG", "PANGO_LANGUAGE", "LC_NUMERIC"};
    static const char *const set[][2] = {{"LC_ALL", "C.UTF-8"},
                                         {"TZ", "UTC"},
                                         {"OMP_NUM_THREADS", "1"},
                                         {"OPENBLAS_NUM_THREADS", "1"}};

    share_one_heap();
    open_closed_streams();
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_IGN); /* so that a file size limit shows as a failed write */
    for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
        unsetenv(unset[i]);
    for (size_t i = 0; i < sizeof set / sizeof *set; i++)
        setenv(set[i][0], set[i][1], 1);
    use_one_thread("omp_set_num_threads");
    use_one_thread("openblas_set_num_threads");
}
