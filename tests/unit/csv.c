/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The CSV reader: every form of table that is taken, every fault at its place. */
#include "table/csv.h"

#include <iconv.h>
#include <stdlib.h>

#include "unit/unit.h"

/* All records as text: fields in brackets, a quoted one in braces, then a line break; a blank line
 * as "-", a fault as "!line:column". */
static char *read_all(const char *bytes, size_t size, const ent_i_csv_options_t *options)
{
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_text_t out = {0};
    ent_blob_t blob = {0};
    ent_i_record_t record;

    assert_ok(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", options, &err));
    do {
        assert_ok(ent_i_csv_next(csv, &record, &err));
        if (record.state == ENT_RECORD_FAULT)
            ent_i_text_printf(&out, "!%u:%u", record.fault_line, record.fault_column);
        if (record.state == ENT_RECORD_BLANK)
            ent_i_text_puts(&out, "-");
        for (size_t i = 0; record.state == ENT_RECORD_ROW && i < record.field_count; i++) {
            const ent_i_field_t *field = &record.field[i];

            assert_int_equal(strlen(field->text), field->size);
            ent_i_text_printf(&out, field->quoted ? "{%s}" : "[%s]", field->text);
        }
        if (record.state != ENT_RECORD_END)
            ent_i_text_putc(&out, '\n');
    } while (record.state != ENT_RECORD_END);
    ent_i_csv_close(csv);
    assert_ok(ent_i_text_finish(&out, &blob, &err));
    return blob.bytes;
}

static void check_read(const char *bytes, size_t size, const ent_i_csv_options_t *options,
                       const char *want)
{
    char *got = read_all(bytes, size, options);

    assert_string_equal(got, want);
    free(got);
}

#define check(text, want) check_read((text), sizeof(text) - 1, NULL, (want))

static const char *const separators[] = {",", ";", "\t", "|"};
static const char *const line_breaks[] = {"\n", "\r\n", "\r"};
static const char *const encodings[] = {"UTF-8", "UTF-16LE", "UTF-16BE"};

/* The same table, with `mark` or without, in one of the forms. */
static char *formed(const char *separator, const char *line_break, const char *encoding, bool mark,
                    bool last_break, size_t *size)
{
    char text[400], *in = text, *out = calloc(1, 1600), *to = out;
    size_t room = 1600, left;
    iconv_t converter = iconv_open(encoding, "UTF-8");

    left = (size_t)snprintf(text, sizeof text,
                            "%scity%scountry%s서울%s\"KR%s\"\"x\"\"%sy\"%sBogotá%sCO%s",
                            mark ? "\ufeff" : "", separator, line_break, separator, separator,
                            line_break, line_break, separator, last_break ? line_break : "");
    assert_true(converter != (iconv_t)-1);
    assert_int_equal(iconv(converter, &in, &left, &to, &room), 0);
    iconv_close(converter);
    *size = 1600 - room;
    return out;
}

static void every_form_of_a_table_is_read(void **state)
{
    (void)state;
    for (int i = 0; i < 4 * 3 * 3 * 2 * 2; i++) {
        const char *separator = separators[i % 4], *line_break = line_breaks[i / 4 % 3];
        const char *encoding = encodings[i / 12 % 3];
        bool mark = i / 36 % 2 == 0;
        ent_i_csv_options_t options = {.encoding = mark ? NULL : encoding};
        char want[100];
        size_t size;
        char *bytes = formed(separator, line_break, encoding, mark, i / 72 % 2 == 0, &size);

        snprintf(want, sizeof want, "[city][country]\n[서울]{KR%s\"x\"%sy}\n[Bogotá][CO]\n",
                 separator, line_break);
        check_read(bytes, size, &options, want);
        free(bytes);
    }
}

static void blanks_go_and_quotes_keep(void **state)
{
    (void)state;
    check(" a , b\t,\"  c \" \n1,,\"\"\n", "[a][b]{  c }\n[1][]{}\n");
    check("a\tb\n \t x \n", "[a][b]\n[][x]\n");
    check("a\n\"b\"  \n", "[a]\n{b}\n");
    check("a,b\n", "[a][b]\n");
    check("a,b", "[a][b]\n");
    check("\xef\xbb\xbf\"a\",b\r\n", "{a}[b]\n");
}

static void blank_lines_are_told(void **state)
{
    (void)state;
    check("\n  \na,b\n\n1,2\n , \n,\n\"\",\n\n", "-\n-\n[a][b]\n-\n[1][2]\n-\n-\n{}[]\n-\n");
    /* LF CR is an old mistake: no row comes from it. */
    check("a,b\n\r1,2\n\r", "[a][b]\n-\n[1][2]\n-\n");
}

static void faults_have_their_place(void **state)
{
    (void)state;
    check("a,b\nx\"y,2\n3,4\n", "[a][b]\n!2:2\n[3][4]\n");
    check("a,b\n\"x\"y,2\n3,4\n", "[a][b]\n!2:4\n[3][4]\n");
    check("a,b\n\"x\" \"y\",2\n3,4\n", "[a][b]\n!2:5\n[3][4]\n");
    check("a,b\n1,\"x\n3,4\n5,6\n", "[a][b]\n!2:3\n[3][4]\n[5][6]\n");
    check("a,b\n1,\"x", "[a][b]\n!2:3\n");
    check("a,b\n\"1\n2\nx\"y,2\n3,4\n", "[a][b]\n!2:1\n[2]\n!4:2\n[3][4]\n");
    check("a,b\n\"1\n2\",\"x\n\"y\"", "[a][b]\n!3:4\n!3:2\n{y}\n");
    check("a,b\n1,2\0003\n3,4\n", "[a][b]\n!2:4\n[3][4]\n");
    check("a,b\nx,\xbc\xad\xbf\xef\n\x80,\"\n3,4\n", "[a][b]\n!2:3\n!3:1\n[3][4]\n");
    /* Quotes that swallow a faulty line are named where they open, the line for itself. */
    check("a,b\n1,\"x\ny\xff,2\n3,4\n", "[a][b]\n!2:3\n!3:2\n[3][4]\n");
    check("a,\"b\n1,2\n", "!1:3\n[1][2]\n");
    check("a,b\n1,\xc0\x80\n2,\xed\xa0\x80\n3,\xf4\x90\x80\x80\n4,\xe2\x82\n",
          "[a][b]\n!2:3\n!3:3\n!4:3\n!5:3\n");
    check("a,b\n1,2\n\0\0\0\0\0\0", "[a][b]\n[1][2]\n!3:1\n");
}

/* The first faulty record of a table. */
static void check_fault(const char *bytes, size_t size, const ent_i_csv_options_t *options,
                        const char *piece)
{
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;

    assert_ok(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", options, &err));
    do {
        assert_ok(ent_i_csv_next(csv, &record, &err));
        assert_int_not_equal(record.state, ENT_RECORD_END);
    } while (record.state != ENT_RECORD_FAULT);
    if (strstr(record.fault, piece) == NULL)
        fail_msg("\"%s\" lacks \"%s\"", record.fault, piece);
    ent_i_csv_close(csv);
}

#define says(text, piece) check_fault((text), sizeof(text) - 1, NULL, (piece))

static void faults_say_what_to_do(void **state)
{
    ent_i_csv_options_t cp949 = {.encoding = "CP949"};

    (void)state;
    says("a,b\n1,\"x\n", "the quote that opens here is never closed");
    says("a,b\n1,x\"y\n", "a quote inside a field that does not begin with one");
    says("a,b\n1,\"x\"y\n", "(opened at 2:3); expected ',' or the line's end");
    says("a\tb\n1\t\"x\"y\n", "expected 'TAB'");
    says("a,b\n1,\"x\\\"y\"\n", "a backslash does not keep a quote");
    says("a,b\n1,\xbc\xad\xbf\xef\n",
         "byte 0xBC is not UTF-8; the field would read '서울' in CP949");
    says("a,b\n1,\xbc\xad\xbf\xef\n", "--encoding=cp949");
    says("a,b\n1,M\xe9xico\n", "would read 'México' in Windows-1252 or ISO-8859-1");
    says("a,b\n1,M\xe9xico\n", "--encoding=windows-1252");
    says("a,b\n1,x\x81\n", "nor is the field CP949, Windows-1252 or ISO-8859-1");
    says("a,b\n1,\"x\n2,\"y\"\n", "the next one, at 3:3, has text behind it");
    says("a,b\n1,\"x\n2,\"  y\"\n", "the next one, at 3:3, has text behind it");
    says("a,b\n1,\"x\n\xff,2\n", "not closed before line 3, which is faulty (at column 1)");
    says("a,b\n1,2\0\n", "a NUL byte");
    check_fault("a,b\n1,\x80\n", 8, &cp949, "bytes here are no CP949");
}

static void places_are_exact(void **state)
{
    static const char text[] = "\xef\xbb\xbf"
                               "h1,h2\n"
                               "\n"
                               "\"a\nb\", 서울 ,\"c\"\r\n"
                               "x,\"y\r\nz\",  \n";
    static const uint32_t want[][2] = {{3, 1}, {4, 5}, {4, 13}, {5, 1}, {5, 3}, {6, 6}};
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;
    size_t at = 0;

    (void)state;
    assert_ok(ent_i_csv_open_bytes(&csv, text, sizeof text - 1, "t.csv", NULL, &err));
    assert_ok(ent_i_csv_next(csv, &record, &err));
    assert_int_equal(record.line, 1);
    assert_int_equal(record.field[1].column, 4);
    assert_ok(ent_i_csv_next(csv, &record, &err));
    assert_int_equal(record.line, 2);
    while (ent_i_csv_next(csv, &record, &err) == ENT_OK && record.state == ENT_RECORD_ROW)
        for (size_t i = 0; i < record.field_count; i++, at++) {
            assert_int_equal(record.field[i].line, want[at][0]);
            assert_int_equal(record.field[i].column, want[at][1]);
        }
    assert_int_equal(at, 6);
    assert_int_equal(record.state, ENT_RECORD_END);
    ent_i_csv_close(csv);
}

static void limits_hold(void **state)
{
    char *text = malloc(3 << 20), *got;
    size_t size;

    (void)state;
    /* A field of 64 KiB is the longest. */
    for (int over = 0; over < 2; over++)
        for (int quoted = 0; quoted < 2; quoted++) {
            memset(text, 'x', 3 << 20);
            memcpy(text, quoted ? "a\n\"" : "a\nx", 3);
            size = 65536U + (quoted ? 3U : 2U) + (size_t)over;
            text[size] = quoted ? '"' : '\n';
            text[size + 1] = '\n';
            got = read_all(text, size + 2, NULL);
            if (over)
                assert_string_equal(got, quoted ? "[a]\n!2:1\n" : "[a]\n!2:1\n-\n");
            else
                assert_int_equal(strlen(got), strlen("[a]\n[]\n") + 65536U + (quoted ? 0U : 2U));
            free(got);
        }
    /* 1,024 columns. */
    for (int over = 0; over < 2; over++) {
        memset(text, ',', 1100);
        text[0] = 'a';
        text[1024 + over] = '\n';
        got = read_all(text, 1025 + (size_t)over, NULL);
        if (over)
            assert_string_equal(got, "!1:1026\n");
        else
            assert_int_equal(strlen(got), strlen("[a]") + 1023 * strlen("[]") + 1);
        free(got);
    }
    /* A physical line of 1 MiB, in separators and in text. */
    memset(text, ',', 3 << 20);
    memcpy(text, "a\n", 2);
    text[2 + (1 << 20) + 1] = '\n';
    check_read(text, 2 + (1 << 20) + 2, NULL, "[a]\n!2:1048577\n");
    /* An open quote is given up after 64 KiB, not at the end. */
    memset(text, 'x', 3 << 20);
    for (size_t i = 99; i < (size_t)3 << 20; i += 100)
        text[i] = '\n';
    memcpy(text, "a\n\"", 3);
    check_fault(text, 3 << 20, NULL, "not closed within 65536 bytes");
    free(text);
}

/* Each quote is closed on the next line: a record is two of them, behind the header. */
static void quotes_over_lines_lose_none(void **state)
{
    size_t size = 4 << 20;
    char *text = malloc(size), *got;
    size_t records = 0;

    (void)state;
    for (size_t i = 0; i + 4 <= size; i += 4)
        memcpy(text + i, i % 8 == 0 ? "x,\"\r" : "\"\"\"\r", 4);
    memcpy(text, "a,b\r", 4);
    got = read_all(text, size, NULL);
    for (const char *at = got; *at != '\0'; at++)
        records += *at == '\n';
    assert_int_equal(records, 1 + size / 8);
    free(got);
    free(text);
}

static void separators_are_told_apart(void **state)
{
    ent_i_csv_options_t comma = {.separator = ','};

    (void)state;
    check("\"a,b\";c\n1;2\n", "{a,b}[c]\n[1][2]\n");
    check("a;b,c;d\n1,5;2;3\n", "[a][b,c][d]\n[1,5][2][3]\n");
    check("a\n1;2\n", "[a]\n[1;2]\n");
    check("name|x\n1|2\n", "[name][x]\n[1][2]\n");
    check("sep=;\na;b\n1;2\n", "[a][b]\n[1][2]\n");
    check("\"sep=\t\"\r\na\tb\r\n", "[a][b]\n");
    check("sep=:\na:b\n", "[a][b]\n");
    check_read("a;b,c\n", 6, &comma, "[a;b][c]\n");
}

static void check_warning(const char *bytes, size_t size, const ent_i_csv_options_t *options,
                          uint32_t line, const char *piece)
{
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;
    uint32_t at = 0;

    assert_ok(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", options, &err));
    do
        assert_ok(ent_i_csv_next(csv, &record, &err));
    while (record.state != ENT_RECORD_END);
    if (piece == NULL) {
        assert_int_equal(ent_i_csv_warning_count(csv), 0);
    } else {
        assert_int_equal(ent_i_csv_warning_count(csv), 1);
        if (strstr(ent_i_csv_warning(csv, 0, &at), piece) == NULL)
            fail_msg("\"%s\" lacks \"%s\"", ent_i_csv_warning(csv, 0, NULL), piece);
        assert_int_equal(at, line);
    }
    ent_i_csv_close(csv);
}

#define warns(text, line, piece) check_warning((text), sizeof(text) - 1, NULL, (line), (piece))

static void oddities_are_warned_of(void **state)
{
    ent_i_csv_options_t utf16 = {.encoding = "utf-16"}, utf8 = {.encoding = "utf-8"},
                        latin1 = {.encoding = "latin1"};

    (void)state;
    warns("\xef\xbb\xbf"
          "a,b\r\n\"x\ny\",2\r\n",
          0, NULL);
    warns("a,b\n1,2", 0, "no line break");
    warns("a,b\n1,2\n\x1a", 0, "Ctrl-Z");
    warns("a,b\n1,2\r\n3,4\n", 2, "mixed");
    warns("a,b\n1,2\n\xef\xbb\xbf"
          "a,b\n",
          3, "byte-order mark inside");
    warns("sep=;\na;b\n", 1, "names the separator");
    warns("a;b,c\n1;2\n", 1, "separated by ';' here; the header has ',' too");
    warns("\xff\xfe"
          "a\0\n\0",
          1, "read as UTF-16LE");
    check_warning("\xfe\xff\0a\0\n", 6, &utf16, 1, "read as UTF-16BE, as its byte-order mark says");
    check_warning("\xef\xbb\xbf"
                  "a\n",
                  5, &latin1, 1, "not as latin1");
    check_warning("\xef\xbb\xbf"
                  "a\n",
                  5, &utf8, 0, NULL);
}

static void check_refused(const char *bytes, size_t size, const char *encoding, ent_status_t status,
                          const char *piece)
{
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_csv_options_t options = {.encoding = encoding};

    assert_int_equal(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", &options, &err), status);
    assert_null(csv);
    if (strstr(err.message, piece) == NULL)
        fail_msg("\"%s\" lacks \"%s\"", err.message, piece);
    if (status == ENT_EDATA)
        assert_string_equal(err.file, "t.csv");
}

#define refuses(text, piece) check_refused((text), sizeof(text) - 1, NULL, ENT_EDATA, (piece))

static void what_is_no_table_is_named(void **state)
{
    (void)state;
    refuses("", "is empty");
    refuses("\xef\xbb\xbf", "empty after its byte-order mark");
    refuses("\xff\xfe", "empty after its byte-order mark");
    refuses("\n\n  \r\n\t\n", "blank lines only");
    refuses("\x1a", "blank lines only");
    refuses("PK\3\4xx", "ZIP archive");
    refuses("\x1f\x8b\x08", "gzip");
    refuses("a;b,c\n1;2,3\n", "may be separated by ',' or ';'");
    refuses("a|b\tc\n", "may be separated by 'TAB' or '|'");
    refuses("%PDF-1.7", "PDF");
    refuses("\n <!DOCTYPE html><html>", "web page");
    refuses("version https://git-lfs.github.com/spec/v1\noid x\n", "Git LFS pointer");
    refuses("\xff\xfe\0\0a\0\0\0", "UTF-32");
    refuses("\0\0\xfe\xff\0\0\0a", "UTF-32");
    refuses("c\0i\0t\0y\0\n\0", "looks like UTF-16");
    refuses("\0c\0i\0t\0y\0\n", "looks like UTF-16");
    check_refused("a\n", 2, "klingon", ENT_EINVAL, "No encoding 'klingon'");
    check_refused("a\n", 2, "CP949//IGNORE", ENT_EINVAL, "No encoding");
    check_refused("a\n", 2, "", ENT_EINVAL, "No encoding");
}

/* Quotes inside a field are text where that is asked for; behind a closing quote they are none. */
static void quotes_inside_fields_may_be_text(void **state)
{
    static const struct {
        const char *text;
        const char *want;
    } cases[] = {
        {"a,b\n5\" pipe,say \"so\"\n", "[a][b]\n[5\" pipe][say \"so\"]\n"},
        {"a,b\nx\"y,\"q, \"\"r\"\"\"\n1,2\"\n", "[a][b]\n[x\"y]{q, \"r\"}\n[1][2\"]\n"},
        {"a,b\n\"x\"y,1\n\"x\" ,1\n", "[a][b]\n!2:4\n{x}[1]\n"},
        {"a,b\n\"x\ny\"z,1\n2,3\n", "[a][b]\n!2:1\n[y\"z][1]\n[2][3]\n"},
        {"a,b\n1,\"open\n2,3\n", "[a][b]\n!2:3\n[2][3]\n"},
    };
    ent_i_csv_options_t lax = {.lax_quotes = true};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_read(cases[i].text, strlen(cases[i].text), &lax, cases[i].want);
}

static void encodings_are_taken_by_name(void **state)
{
    ent_i_csv_options_t latin1 = {.encoding = "latin1"}, cp949 = {.encoding = "cp949"},
                        utf16 = {.encoding = "UTF-16LE"};

    (void)state;
    check_read("a\nM\xe9xico\n", 9, &latin1, "[a]\n[México]\n");
    check_read("a\n\xbc\xad\xbf\xef\n", 7, &cp949, "[a]\n[서울]\n");
    check_read("a\0\n\0\x1c\xc1\n\0", 8, &utf16, "[a]\n[서]\n");
    /* Half CP949, half UTF-8: the place of the first wrong bytes. */
    check_read("a\nx,\xbc\xad,\x80\n\xbc\xad\n", 12, &cp949, "[a]\n!2:7\n[서]\n");
    /* A lone surrogate, and half a character at the end. */
    check_read("\xff\xfe"
               "a\0\n\0\x00\xd8x\0\n\0b",
               13, NULL, "[a]\n!2:1\n!3:1\n");
}

static void fields_are_written_so_that_they_are_read(void **state)
{
    static const char *const fields[] = {"plain",      "",           "a,b",  "say \"so\"",
                                         "two\nlines", "\r",         " led", "trailed\t",
                                         "서울",       "semi;colon", "'=1"};
    ent_error_t err = {0};
    ent_i_text_t text = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;

    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (i > 0)
            ent_i_text_putc(&text, ',');
        ent_i_csv_put(&text, fields[i]);
    }
    assert_string_equal(text.bytes,
                        "plain,,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"\r\",\" led\","
                        "\"trailed\t\",서울,semi;colon,'=1");
    assert_ok(ent_i_csv_open_bytes(&csv, text.bytes, text.size, "t.csv",
                                   &(ent_i_csv_options_t){.separator = ','}, &err));
    assert_ok(ent_i_csv_next(csv, &record, &err));
    assert_int_equal(record.field_count, sizeof fields / sizeof *fields);
    for (size_t i = 0; i < record.field_count; i++)
        assert_string_equal(record.field[i].text, fields[i]);
    ent_i_csv_close(csv);
    ent_i_text_free(&text);
}

static void a_file_is_hashed_as_read(void **state)
{
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;

    (void)state;
    /* sha256sum of "a,b\n". */
    assert_ok(ent_i_csv_open_bytes(&csv, "a,b\n", 4, "t.csv", NULL, &err));
    assert_string_equal(ent_i_csv_sha256(csv),
                        "5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313");
    assert_int_equal(ent_i_csv_size(csv), 4);
    ent_i_csv_close(csv);
    ent_i_csv_close(NULL);
    assert_int_equal(ent_i_csv_open(&csv, "/nonexistent.csv", "x", NULL, &err), ENT_EIO);
}

/* The sum is that of sha256sum. */
static void a_thread_hashes_a_large_file(void **state)
{
    static const char *const sum =
        "c48e545a168df67ebe37ab461252e86d8ed71075da32cbbfe666e96335b9858b";
    size_t size = 6000000;
    char *bytes = malloc(size);
    ent_error_t err = {0};

    (void)state;
    for (size_t i = 0; i < size; i++)
        bytes[i] = i % 2 == 0 ? 'a' : '\n';
    for (int threads = 0; threads < 2; threads++) {
        ent_i_csv_options_t options = {.threads = threads > 0};
        ent_i_csv_t *csv = NULL;

        assert_ok(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", &options, &err));
        assert_string_equal(ent_i_csv_sha256(csv), sum);
        ent_i_csv_close(csv);
        assert_ok(ent_i_csv_open_bytes(&csv, bytes, size, "t.csv", &options, &err));
        ent_i_csv_close(csv);
    }
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_a_table_is_read),
        cmocka_unit_test(blanks_go_and_quotes_keep),
        cmocka_unit_test(blank_lines_are_told),
        cmocka_unit_test(faults_have_their_place),
        cmocka_unit_test(faults_say_what_to_do),
        cmocka_unit_test(places_are_exact),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(quotes_over_lines_lose_none),
        cmocka_unit_test(separators_are_told_apart),
        cmocka_unit_test(oddities_are_warned_of),
        cmocka_unit_test(what_is_no_table_is_named),
        cmocka_unit_test(quotes_inside_fields_may_be_text),
        cmocka_unit_test(encodings_are_taken_by_name),
        cmocka_unit_test(fields_are_written_so_that_they_are_read),
        cmocka_unit_test(a_file_is_hashed_as_read),
        cmocka_unit_test(a_thread_hashes_a_large_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
