/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many processors there are for this process: of its affinity, and of its control group's share
 * of processor time, in either version of control groups. */
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/processors.h"

/* The numbers in a small file, such as "200000 100000"; returns how many. "max" is no number. */
static int read_numbers(double number[2], const char *root, const char *group, const char *name)
{
    char path[4500];
    FILE *file;
    int found;

    if (snprintf(path, sizeof path, "%s%s/%s", root, group, name) >= (int)sizeof path)
        return 0;
    file = fopen(path, "re");
    if (file == NULL)
        return 0;
    found = fscanf(file, "%lf %lf", &number[0], &number[1]);
    fclose(file);
    return found < 0 ? 0 : found;
}

/* The processors that a group's quota is worth; INFINITY without one. */
static double quota_of(const char *root, const char *group, bool second)
{
    double share[2];
    double period[2];

    if (second)
        return read_numbers(share, root, group, "cpu.max") == 2 && share[1] > 0
                   ? share[0] / share[1]
                   : INFINITY;
    if (read_numbers(share, root, group, "cpu.cfs_quota_us") < 1 || share[0] <= 0 ||
        read_numbers(period, root, group, "cpu.cfs_period_us") < 1 || period[0] <= 0)
        return INFINITY;
    return share[0] / period[0];
}

/* The least quota of a group and of those that it lies in. */
static double least_quota(const char *root, char *group, bool second)
{
    double least = INFINITY;

    for (;;) {
        char *slash = strrchr(group, '/');

        least = fmin(least, quota_of(root, strcmp(group, "/") == 0 ? "" : group, second));
        if (slash == NULL)
            return least;
        *slash = '\0';
    }
}

size_t ent_i_processors_of(size_t count, const char *groups, const char *root)
{
    char line[4200];
    char first_root[256];
    double least = INFINITY;
    FILE *file = fopen(groups, "re");

    snprintf(first_root, sizeof first_root, "%s/cpu", root);
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        char *kinds = strchr(line, ':');
        char *group = kinds != NULL ? strchr(kinds + 1, ':') : NULL;

        if (group == NULL)
            continue;
        *group++ = '\0';
        group[strcspn(group, "\n")] = '\0';
        kinds++;
        if (*kinds == '\0')
            least = fmin(least, least_quota(root, group, true));
        else if (strcmp(kinds, "cpu") == 0 || strcmp(kinds, "cpu,cpuacct") == 0)
            least = fmin(least, least_quota(first_root, group, false));
    }
    if (file != NULL)
        fclose(file);
    if (least < (double)count)
        count = (size_t)ceil(least);
    return count > 0 ? count : 1;
}

size_t ent_processors(void)
{
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;

    return ent_i_processors_of(count > 0 ? (size_t)count : 1, "/proc/self/cgroup",
                               "/sys/fs/cgroup");
}
