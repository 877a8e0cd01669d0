/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs a fuzz target on saved inputs, and on each cut short at every byte, without a fuzzer. */
#include <stdlib.h>

#include "fuzz/fuzz.h"

enum { LARGEST = 1 << 20 };

static int run_file(const char *path, uint8_t *bytes)
{
    FILE *file = fopen(path, "rb");
    size_t size;

    if (file == NULL) {
        perror(path);
        return 1;
    }
    size = fread(bytes, 1, LARGEST, file);
    fclose(file);
    printf("%s: %zu bytes\n", path, size);
    for (size_t cut = 0; cut <= size; cut++)
        LLVMFuzzerTestOneInput(bytes, cut);
    return 0;
}

int main(int argc, char **argv)
{
    uint8_t *bytes = malloc(LARGEST);
    int failures = bytes == NULL || argc < 2;

    for (int i = 1; i < argc && bytes != NULL; i++)
        failures += run_file(argv[i], bytes);
    free(bytes);
    return failures == 0 ? 0 : 1;
}
