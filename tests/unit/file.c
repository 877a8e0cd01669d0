/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/folder.h"

static void save(const char *path, const char *bytes, size_t size)
{
    ent_error_t err = {0};
    ent_blob_t blob = {.bytes = (char *)(uintptr_t)bytes, .size = size};

    assert_ok(ent_blob_save(&blob, path, &err));
}

static void check_refused(const char *path, ent_status_t status, const char *piece)
{
    ent_error_t err = {0};
    ent_blob_t blob = {0};

    assert_int_equal(ent_i_file_read(&blob, path, 100, &err), status);
    assert_null(blob.bytes);
    assert_string_equal(err.file, path);
    if (strstr(err.message, piece) == NULL)
        fail_msg("\"%s\" lacks \"%s\"", err.message, piece);
}

static void what_is_saved_is_read(void **state)
{
    ent_error_t err = {0};
    ent_blob_t blob = {0};

    (void)state;
    save("a", "one\0two", 7);
    assert_ok(ent_i_file_read(&blob, "a", 7, &err));
    assert_int_equal(blob.size, 7);
    assert_memory_equal(blob.bytes, "one\0two", 8);
    ent_blob_free(&blob);
    assert_null(blob.bytes);
    ent_blob_free(&blob);
    ent_blob_free(NULL);

    save("a", "", 0);
    assert_ok(ent_i_file_read(&blob, "./a", 0, &err));
    assert_int_equal(blob.size, 0);
    assert_string_equal(blob.bytes, "");
    ent_blob_free(&blob);
}

/* Of a file of some megabytes, two threads read a half each. */
static void large_files_are_read_whole(void **state)
{
    enum { SIZE = (9 << 20) + 1 };
    char *bytes = malloc(SIZE);

    (void)state;
    assert_non_null(bytes);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = (char)(i * 2654435761U >> 13);
    save("large", bytes, SIZE);
    for (int by_two = 0; by_two < 2; by_two++) {
        ent_error_t err = {0};
        ent_blob_t blob = {0};

        assert_ok(ent_i_file_read_large(&blob, "large", SIZE, by_two == 1, &err));
        assert_int_equal(blob.size, SIZE);
        assert_memory_equal(blob.bytes, bytes, SIZE);
        assert_int_equal(blob.bytes[SIZE], '\0');
        ent_blob_free(&blob);
        assert_int_equal(ent_i_file_read_large(&blob, "large", SIZE - 1, by_two == 1, &err),
                         ENT_ELIMIT);
    }
    free(bytes);
}

static void only_regular_files_are_read(void **state)
{
    char long_one[101];

    (void)state;
    memset(long_one, 'x', sizeof long_one);
    save("long", long_one, sizeof long_one);
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_int_equal(mkfifo("pipe", 0666), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    check_refused("folder", ENT_EIO, "is a folder; expected a regular file");
    check_refused("pipe", ENT_EIO, "is a pipe");
    check_refused("/dev/zero", ENT_EIO, "is a device");
    check_refused("none", ENT_EIO, "No such file");
    check_refused("dangling", ENT_EIO, "No such file");
    check_refused("long", ENT_ELIMIT, "more than the 100 bytes");
}

/* Standard input may be a pipe. */
static void standard_input_is_read(void **state)
{
    ent_error_t err = {0};
    ent_blob_t blob = {0};
    int ends[2], kept = dup(STDIN_FILENO);

    (void)state;
    for (int limit = 5; limit >= 4; limit--) {
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], "a,b\n1", 5), 5);
        close(ends[1]);
        assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
        close(ends[0]);
        if (limit == 5) {
            assert_ok(ent_i_file_read(&blob, "-", 5, &err));
            assert_string_equal(blob.bytes, "a,b\n1");
            ent_blob_free(&blob);
        } else {
            assert_int_equal(ent_i_file_read(&blob, "-", 4, &err), ENT_ELIMIT);
        }
    }
    dup2(kept, STDIN_FILENO);
    close(kept);
}

static void saving_replaces_whole_or_not_at_all(void **state)
{
    ent_error_t err = {0};
    ent_blob_t blob = {.bytes = (char *)(uintptr_t) "new", .size = 3}, got = {0};
    struct stat made;

    (void)state;
    umask(027);
    save("b", "old and longer", 14);
    save("b", "new", 3);
    umask(022);
    assert_int_equal(stat("b", &made), 0);
    assert_int_equal(made.st_mode & 07777, 0640);
    assert_ok(ent_i_file_read(&got, "b", 100, &err));
    assert_string_equal(got.bytes, "new");
    ent_blob_free(&got);
    assert_ok(ent_blob_can_save("b", &err));
    assert_ok(ent_blob_can_save("not-yet", &err));
    assert_int_not_equal(access("not-yet", F_OK), 0);

    assert_int_equal(symlink("b", "link"), 0);
    assert_int_equal(ent_blob_can_save("link", &err), ENT_EIO);
    err = (ent_error_t){0};
    assert_int_equal(ent_blob_save(&blob, "link", &err), ENT_EIO);
    assert_non_null(strstr(err.message, "is a symbolic link"));
    err = (ent_error_t){0};
    assert_int_equal(ent_blob_can_save("folder", &err), ENT_EIO);
    err = (ent_error_t){0};
    assert_int_equal(ent_blob_save(&blob, "folder", &err), ENT_EIO);
    assert_non_null(strstr(err.message, "is a folder"));
    err = (ent_error_t){0};
    assert_int_equal(ent_blob_can_save("none/b", &err), ENT_EIO);
    err = (ent_error_t){0};
    assert_int_equal(ent_blob_save(&blob, "none/b", &err), ENT_EIO);
    assert_string_equal(err.file, "none/b");
    assert_int_equal(system("test -z \"$(ls -A | grep entente-)\""), 0);
}

/* FIPS 180-4 test vectors (NIST, "SHA256" examples), by the machine's instructions or without. */
static void hashes_are_as_published(void **state)
{
    static const struct {
        const char *text;
        const char *sum;
    } vector[] = {
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    char out[ENT_SHA256_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof vector / sizeof *vector; i++)
        for (int instructions = 0; instructions < 2; instructions++)
            if (ent_i_sha256_by(out, instructions > 0, vector[i].text, strlen(vector[i].text)))
                assert_string_equal(out, vector[i].sum);
}

/* Both ways agree on every length around the blocks of 64 bytes. */
static void hashes_agree(void **state)
{
    char text[300];
    char plain[ENT_SHA256_SIZE], fast[ENT_SHA256_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i * 167 + i / 7);
    for (size_t size = 0; size <= sizeof text; size++) {
        assert_true(ent_i_sha256_by(plain, false, text, size));
        if (ent_i_sha256_by(fast, true, text, size))
            assert_string_equal(fast, plain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_saved_is_read),
        cmocka_unit_test(large_files_are_read_whole),
        cmocka_unit_test(only_regular_files_are_read),
        cmocka_unit_test(standard_input_is_read),
        cmocka_unit_test(saving_replaces_whole_or_not_at_all),
        cmocka_unit_test(hashes_are_as_published),
        cmocka_unit_test(hashes_agree),
    };
    return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
