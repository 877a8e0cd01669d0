/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Watching long work from outside: how far it is, and an end to it. */
#ifndef ENTENTE_WATCH_H
#define ENTENTE_WATCH_H

#include "entente/common.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far a piece of long work is. The texts are borrowed and outlast the call. */
typedef struct ent_progress {
    const char *what; /**< in English: "betweenness", "reading agreements.csv", … */
    const char *unit; /**< what is counted, in the plural: "actors", "draws", "bytes", … */
    double done;
    double total; /**< at least `done`; 0 where nobody knows */
} ent_progress_t;

/** Who looks on. Both functions may be NULL. */
typedef struct ent_watch {
    /**
     * Whether work is to end. Asked often, by any thread that works, several at once: it has to be
     * quick and to need no lock, such as a look at an atomic flag that a signal handler sets.
     * What it once answers with true it goes on answering so until the library has returned.
     */
    bool (*cancelled)(void *context);
    /**
     * Told how far the work is, some thousand times a second at most where a step is short, by the
     * thread that called the library. Of work within work the outermost is told. A last call with
     * `done` equal to `total` says that it has ended, also where it failed. It must not call the
     * library.
     */
    void (*progress)(void *context, const ent_progress_t *progress);
    void *context;
} ent_watch_t;

/**
 * Sets who looks on from now on, in the whole process, as signals and igraph's own handlers are the
 * process's; in the beginning nobody does. Not to be called while another thread is in the library.
 *
 * A function of the library whose work is cancelled frees what it holds, leaves every file as it
 * was, and returns ENT_ECANCELLED. Readers, kernels, draws, runs, layouts, places of names, many
 * lines of a picture and writers ask every few milliseconds, on a million actors every tenth of a
 * second; what happens inside pango, cairo and a few functions of igraph goes on to its end.
 *
 * @param watch copied; NULL: nobody
 * @return who looked on before, to be put back
 */
ENT_API_VOID ent_watch_t ent_watch_set(const ent_watch_t *watch);

#ifdef __cplusplus
}
#endif

#endif
