/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs a fuzz target over the files of a folder, and over each file cut off at every byte and with
 * every byte changed: the saved corpus as an ordinary test. */
#include <dirent.h>
#include <string.h>

#include "base/file.h"
#include "fuzz/fuzz.h"

#define LARGEST_MUTATED 600

static void run_mutants(uint8_t *bytes, size_t size)
{
    static const uint8_t masks[] = {0x01, 0x08, 0x20, 0x80, 0xff};

    for (size_t cut = 0; cut < size; cut++)
        (void)LLVMFuzzerTestOneInput(bytes, cut);
    for (size_t at = 0; at < size; at++)
        for (size_t i = 0; i < sizeof masks; i++) {
            bytes[at] ^= masks[i];
            (void)LLVMFuzzerTestOneInput(bytes, size);
            bytes[at] ^= masks[i];
        }
}

static int run_file(const char *folder, const char *name)
{
    char path[1024];
    ent_error_t err = {0};
    ent_blob_t blob = {0};

    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (ent_i_file_read(&blob, path, (size_t)1 << 24, &err) != ENT_OK) {
        fprintf(stderr, "%s: %s\n", err.file, err.message);
        return 1;
    }
    fprintf(stderr, "%s\n", name);
    (void)LLVMFuzzerTestOneInput((const uint8_t *)blob.bytes, blob.size);
    if (blob.size <= LARGEST_MUTATED)
        run_mutants((uint8_t *)blob.bytes, blob.size);
    ent_blob_free(&blob);
    return 0;
}

int main(int argc, char **argv)
{
    DIR *dir = argc == 2 ? opendir(argv[1]) : NULL;
    const struct dirent *entry;
    int count = 0, failed = 0;

    if (dir == NULL) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    while ((entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.') {
            failed |= run_file(argv[1], entry->d_name);
            count++;
        }
    closedir(dir);
    fprintf(stderr, "%d files\n", count);
    return failed != 0 || count == 0;
}
