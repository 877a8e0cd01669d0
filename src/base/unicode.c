/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names as people mean them: canonical form and folded keys, on GLib's character tables.
 *
 * GLib's own normalisation ends the program when memory runs out, and takes quadratic time over a
 * long run of combining marks; so only its tables are used here. */
#include <glib.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

typedef struct letters {
    gunichar *at;
    size_t count;
    size_t capacity;
} letters_t;

typedef enum form { FORM_KEY, FORM_FOLD, FORM_SKELETON } form_t;

static bool is_blank(gunichar c)
{
    return c == 0x0b || c == 0x85 || g_unichar_isspace(c);
}

/* Characters that show nothing: what may hide at the ends of a name. */
static bool is_invisible(gunichar c)
{
    return c == 0xad || c == 0x034f || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x3164 ||
           c == 0xfeff;
}

/* Accents and the like, which people leave out; not the vowel signs of Indic scripts nor the marks
 * that make another kana, which nobody would. */
static bool is_accent(gunichar c)
{
    int class = g_unichar_combining_class(c);

    return class >= 200 || class == 1 || (class >= 10 && class <= 36) ||
           (c >= 0xfe00 && c <= 0xfe0f);
}

static ent_status_t add_letter(letters_t *letters, gunichar c)
{
    ent_status_t status = ENT_GROW(letters->at, letters->count, letters->capacity, NULL);

    if (status == ENT_OK)
        letters->at[letters->count++] = c;
    return status;
}

static ent_status_t decompose(letters_t *letters, const char *text, bool compatible)
{
    if (ent_i_grow(&letters->at, &letters->capacity, strlen(text), sizeof *letters->at, NULL) !=
        ENT_OK)
        return ENT_ENOMEM;
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
        gsize count = g_unichar_fully_decompose(g_utf8_get_char(text), compatible, parts,
                                                G_UNICHAR_MAX_DECOMPOSITION_LENGTH);

        for (gsize i = 0; i < count; i++)
            if (add_letter(letters, parts[i]) != ENT_OK)
                return ENT_ENOMEM;
    }
    return ENT_OK;
}

/* Sorts one run of combining marks by class, equal classes in their order (a counting sort, so
 * that a long run costs no more than its length). `spare` has room for the run. */
static void order_run(gunichar *run, size_t count, gunichar *spare)
{
    size_t start[257] = {0};

    for (size_t i = 0; i < count; i++)
        start[g_unichar_combining_class(run[i]) + 1]++;
    for (size_t i = 1; i < 257; i++)
        start[i] += start[i - 1];
    for (size_t i = 0; i < count; i++)
        spare[start[g_unichar_combining_class(run[i])]++] = run[i];
    memcpy(run, spare, count * sizeof *run);
}

static ent_status_t order_marks(letters_t *letters)
{
    gunichar *spare = NULL;
    size_t at = 0;

    while (at < letters->count) {
        size_t end = at;

        while (end < letters->count && g_unichar_combining_class(letters->at[end]) != 0)
            end++;
        if (end - at > 1) {
            if (spare == NULL && ent_i_alloc(&spare, letters->count, sizeof *spare, NULL) != ENT_OK)
                return ENT_ENOMEM;
            order_run(letters->at + at, end - at, spare);
        }
        at = end + 1;
    }
    free(spare);
    return ENT_OK;
}

/* Canonical composition in place (Unicode Standard, section 3.11, D117). */
static void compose(letters_t *letters)
{
    size_t starter = SIZE_MAX, kept = 0;
    int last_class = 0;

    for (size_t i = 0; i < letters->count; i++) {
        gunichar c = letters->at[i];
        gunichar joined;
        int class = g_unichar_combining_class(c);
        bool near =
            starter != SIZE_MAX && (kept == starter + 1 || (last_class < class && class != 0));

        if (near && g_unichar_compose(letters->at[starter], c, &joined)) {
            letters->at[starter] = joined;
            continue;
        }
        if (class == 0)
            starter = kept;
        last_class = class;
        letters->at[kept++] = c;
    }
    letters->count = kept;
}

/* Letters with a stroke or ligatures, which have no decomposition but which people write plain. */
static const char *plain_letters(gunichar c)
{
    static const struct {
        gunichar from;
        const char *to;
    } table[] = {
        {0x00df, "ss"}, {0x00e6, "ae"}, {0x00f0, "d"}, {0x00f8, "o"}, {0x00fe, "th"},
        {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"},
        {0x0167, "t"},  {0x1e9e, "ss"}, {0x03c2, "σ"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].from == c)
            return table[i].to;
    return NULL;
}

/* The Latin letter that a Cyrillic or Greek one looks like; itself when there is none. */
static gunichar look_alike(gunichar c)
{
    static const char *const pairs[] = {
        "АA", "ВB", "ЕE", "ЅS", "ІI", "ЈJ", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "УY",
        "ҮY", "ХX", "аa", "вb", "еe", "ѕs", "іi", "јj", "кk", "мm", "нh", "оo", "рp", "сc",
        "тt", "уy", "үy", "хx", "һh", "ԁd", "ԛq", "ԝw", "Ԛq", "Ԝw", "ӏl", "Ӏl", "ΑA", "ΒB",
        "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "αa", "ιi",
        "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "γy", "ɑa", "ɡg", "օo", "ոn", "սu", "հh",
    };

    if (c < 0x0250 || c > 0x0590)
        return c;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (g_utf8_get_char(pairs[i]) == c)
            return (gunichar)*g_utf8_next_char(pairs[i]);
    return c;
}

static ent_status_t fold_letter(letters_t *out, gunichar c, form_t form)
{
    const char *plain;

    if (is_blank(c) || is_invisible(c) || is_accent(c))
        return ENT_OK;
    if (form == FORM_SKELETON)
        c = look_alike(c);
    /* Upper case first: letters that differ only in lower case (final sigma) fall together. */
    c = g_unichar_tolower(g_unichar_toupper(c));
    plain = plain_letters(c);
    if (plain == NULL)
        return add_letter(out, c);
    for (; *plain != '\0'; plain = g_utf8_next_char(plain))
        if (add_letter(out, g_utf8_get_char(plain)) != ENT_OK)
            return ENT_ENOMEM;
    return ENT_OK;
}

static ent_status_t fold(letters_t *letters, form_t form)
{
    letters_t folded = {0};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < letters->count && status == ENT_OK; i++)
        status = fold_letter(&folded, letters->at[i], form);
    free(letters->at);
    *letters = folded;
    return status;
}

/* Blanks collapsed and trimmed, invisible characters gone from the ends. */
static void trim(letters_t *letters)
{
    size_t start = 0, kept = 0, end = letters->count;
    gunichar *at = letters->at;

    while (start < end && (is_blank(at[start]) || is_invisible(at[start])))
        start++;
    while (end > start && (is_blank(at[end - 1]) || is_invisible(at[end - 1])))
        end--;
    for (size_t i = start; i < end; i++) {
        if (!is_blank(at[i]))
            at[kept++] = at[i];
        else if (!is_blank(at[i - 1]))
            at[kept++] = ' ';
    }
    letters->count = kept;
}

static char *written(const letters_t *letters)
{
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};

    for (size_t i = 0; i < letters->count; i++) {
        char bytes[6];

        ent_i_text_add(&text, bytes, (size_t)g_unichar_to_utf8(letters->at[i], bytes));
    }
    return ent_i_text_finish(&text, &blob, NULL) == ENT_OK ? blob.bytes : NULL;
}

/* Whether the letter that begins here is one of U+00C0 to U+017F, which have two bytes each. */
static bool is_latin(const char *at)
{
    return (unsigned char)*at >= 0xC3 && (unsigned char)*at <= 0xC5;
}

bool ent_i_name_is_key(const char *name)
{
    const char *at = name;

    /* None of the Latin letters composes with what follows here, as no mark does. */
    for (; (*at >= ' ' && *at <= '~') || is_latin(at); at += is_latin(at) ? 2 : 1)
        if (*at == ' ' && (at == name || at[-1] == ' '))
            return false;
    return *at == '\0' && (at == name || at[-1] != ' ');
}

enum { LATIN_FIRST = 0xC0, LATIN_END = 0x180, LATIN_MOST = 2 };

/* What Latin letters are folded to, where that is one or two letters of ASCII. */
static struct {
    char to[LATIN_MOST];
    unsigned char size; /* 0: it is something else */
} latin_fold[LATIN_END - LATIN_FIRST];
static pthread_once_t latin_once = PTHREAD_ONCE_INIT;

/* As decompose() and fold_letter() do. */
static void find_latin_fold(gunichar letter)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize count =
        g_unichar_fully_decompose(letter, TRUE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
    char folded[LATIN_MOST];
    unsigned char size = 0;

    for (gsize i = 0; i < count; i++) {
        gunichar c = g_unichar_tolower(g_unichar_toupper(parts[i]));
        const char *plain = plain_letters(c);
        char single[2] = {c < 0x80 ? (char)c : '\x7f', '\0'};

        if (is_accent(parts[i]))
            continue;
        for (plain = plain != NULL ? plain : single; *plain != '\0'; plain++) {
            if (*plain <= ' ' || *plain > '~' || size == LATIN_MOST)
                return;
            folded[size++] = *plain;
        }
    }
    memcpy(latin_fold[letter - LATIN_FIRST].to, folded, size);
    latin_fold[letter - LATIN_FIRST].size = size;
}

static void find_latin_folds(void)
{
    for (gunichar letter = LATIN_FIRST; letter < LATIN_END; letter++)
        find_latin_fold(letter);
}

size_t ent_i_name_fold_into(char *out, const char *name, size_t size)
{
    const char *end = name + size;
    size_t folded = 0;

    pthread_once(&latin_once, find_latin_folds);
    for (; name < end; name++) {
        if (*name == ' ')
            continue;
        if (*name > ' ' && *name <= '~') {
            out[folded++] = (char)(*name >= 'A' && *name <= 'Z' ? *name + ('a' - 'A') : *name);
            continue;
        }
        size = is_latin(name) && name + 1 < end ? g_utf8_get_char(name) - LATIN_FIRST : SIZE_MAX;
        if (size >= LATIN_END - LATIN_FIRST || latin_fold[size].size == 0)
            return SIZE_MAX;
        memcpy(out + folded, latin_fold[size].to, LATIN_MOST);
        folded += latin_fold[size].size;
        name++;
    }
    out[folded] = '\0';
    return folded;
}

/* NULL where the name has more than simple letters, or memory ran out. */
static char *folded_simply(const char *name, bool *simple)
{
    size_t size = strlen(name);
    char *folded = malloc(size + 1);

    *simple = folded == NULL || ent_i_name_fold_into(folded, name, size) <= size;
    if (*simple)
        return folded;
    free(folded);
    return NULL;
}

static char *formed(const char *name, form_t form)
{
    letters_t letters = {0};
    char *result = NULL;
    bool simple = false;

    /* Simple letters look like none of other scripts. */
    if (form != FORM_KEY)
        result = folded_simply(name, &simple);
    if (simple)
        return result;
    if (decompose(&letters, name, form != FORM_KEY) != ENT_OK)
        goto cleanup;
    if (form != FORM_KEY && fold(&letters, form) != ENT_OK)
        goto cleanup;
    if (order_marks(&letters) != ENT_OK)
        goto cleanup;
    compose(&letters);
    if (form == FORM_KEY)
        trim(&letters);
    result = written(&letters);

cleanup:
    free(letters.at);
    return result;
}

char *ent_i_name_key(const char *name)
{
    if (ent_i_name_is_key(name))
        return strdup(name);
    return formed(name, FORM_KEY);
}

char *ent_i_name_fold(const char *name)
{
    return formed(name, FORM_FOLD);
}

char *ent_i_name_skeleton(const char *name)
{
    return formed(name, FORM_SKELETON);
}
