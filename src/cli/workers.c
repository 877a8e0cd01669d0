/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/workers.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/message.h"

/* The processes under way. */
typedef struct crew {
    cli_work_t *work;
    pid_t *pid; /* one a job; 0: free */
    size_t *piece;
    size_t running;
    size_t next;
    sigset_t before; /* the signals that were blocked */
    sigset_t awaited;
} crew_t;

/* Blocks what is waited for; a signal that the caller has ignored stays so. */
static void block_signals(crew_t *crew)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction now;

    signal(SIGCHLD, SIG_DFL); /* ignored, it would leave nobody to wait for */
    sigemptyset(&crew->awaited);
    sigaddset(&crew->awaited, SIGCHLD);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&crew->awaited, ends[i]);
    sigprocmask(SIG_BLOCK, &crew->awaited, &crew->before);
}

/* In the new process, which dies with its parent. */
static _Noreturn void be_worker(const crew_t *crew, pid_t parent, size_t index)
{
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(4);
    sigprocmask(SIG_SETMASK, &crew->before, NULL);
    crew->work->task(crew->work->context, index);
    fflush(NULL);
    _exit(0);
}

/* Starts pieces while there is room. A machine that has no room for one more process is asked
 * again when one has ended. */
static ent_status_t start(crew_t *crew, ent_error_t *err)
{
    cli_work_t *work = crew->work;
    pid_t parent = getpid();

    for (size_t job = 0; job < work->jobs && crew->next < work->count; job++) {
        pid_t pid;

        if (crew->pid[job] != 0)
            continue;
        work->prepare(work->context, crew->next);
        fflush(NULL); /* or the new process would write it once more */
        pid = fork();
        if (pid == 0)
            be_worker(crew, parent, crew->next);
        if (pid < 0 && crew->running > 0)
            return ENT_OK;
        if (pid < 0)
            return cli_fail(err, errno == ENOMEM ? ENT_ENOMEM : ENT_EIO,
                            "no process can be started: %s", strerror(errno));
        crew->pid[job] = pid;
        crew->piece[job] = crew->next++;
        crew->running++;
    }
    return ENT_OK;
}

static void collect(crew_t *crew, int options)
{
    for (size_t job = 0; job < crew->work->jobs; job++) {
        int outcome = 0;

        if (crew->pid[job] == 0 || waitpid(crew->pid[job], &outcome, options) != crew->pid[job])
            continue;
        crew->pid[job] = 0;
        crew->running--;
        if (crew->work->signal == 0)
            crew->work->done(crew->work->context, crew->piece[job], outcome);
    }
}

static void end_all(crew_t *crew)
{
    for (size_t job = 0; job < crew->work->jobs; job++)
        if (crew->pid[job] != 0)
            kill(crew->pid[job], SIGKILL);
    while (crew->running > 0)
        collect(crew, 0);
}

static ent_status_t work_through(crew_t *crew, ent_error_t *err)
{
    const struct timespec half_a_second = {.tv_nsec = 500000000};
    ent_status_t status = ENT_OK;

    while (status == ENT_OK && (crew->running > 0 || crew->next < crew->work->count)) {
        int got;

        status = start(crew, err);
        if (status != ENT_OK)
            break;
        crew->work->tick(crew->work->context);
        got = sigtimedwait(&crew->awaited, NULL, &half_a_second);
        if (got > 0 && got != SIGCHLD) {
            crew->work->signal = got;
            break;
        }
        collect(crew, WNOHANG);
    }
    end_all(crew);
    return status;
}

ent_status_t cli_workers_run(cli_work_t *work, ent_error_t *err)
{
    crew_t crew = {.work = work};
    ent_status_t status;

    work->signal = 0;
    if (work->jobs > work->count)
        work->jobs = work->count;
    crew.pid = calloc(work->jobs + 1, sizeof *crew.pid);
    crew.piece = calloc(work->jobs + 1, sizeof *crew.piece);
    if (crew.pid == NULL || crew.piece == NULL) {
        status = cli_fail(err, ENT_ENOMEM, "no memory for %zu jobs", work->jobs);
    } else {
        block_signals(&crew);
        status = work_through(&crew, err);
        sigprocmask(SIG_SETMASK, &crew.before, NULL);
    }
    free(crew.pid);
    free(crew.piece);
    return status;
}
