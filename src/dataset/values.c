/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How one cell is judged and read. Each function rejects the row in words for a person: what was
 * found, what was expected, what to do. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/unicode.h"
#include "dataset/dataset_i.h"

/* A key may have this many bytes, and a letter this many marks on it. */
enum { KEY_SIZE = 1024, MARKS = 8, MONTHS = 12000 };

/* Weights outside of these bounds would not survive a sum in doubles. */
#define WEIGHT_MIN 1e-12
#define WEIGHT_MAX 1e15

const char *ent_i_key(ent_i_load_t *load, const char *text)
{
    const char *kept = "";
    char *key;

    if (ent_i_name_is_key(text))
        return text;
    key = ent_i_name_key(text);
    if (key == NULL)
        load->no_memory = true;
    else
        kept = ent_i_keep(load, key, strlen(key));
    free(key);
    return kept;
}

/* Bytes of the code point at `at` in valid UTF-8. */
static size_t step(const char *at)
{
    unsigned char lead = (unsigned char)*at;

    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static bool is_control(const char *at)
{
    unsigned char lead = (unsigned char)*at;

    return lead < 0x20 || lead == 0x7F || (lead == 0xC2 && (unsigned char)at[1] < 0xA0);
}

/* U+202A to U+202E and U+2066 to U+2069: they can make a name read as another. */
static bool is_bidi(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;

    return byte[0] == 0xE2 && ((byte[1] == 0x80 && byte[2] >= 0xAA && byte[2] <= 0xAE) ||
                               (byte[1] == 0x81 && byte[2] >= 0xA6 && byte[2] <= 0xA9));
}

/* Whether some letter carries more marks than any script needs. */
static bool is_overloaded(const char *key)
{
    size_t marks = 0;

    for (const char *at = key; *at != '\0'; at += step(at)) {
        char one[5] = {0};

        memcpy(one, at, step(at));
        marks = (unsigned char)*at >= 0x80 && ent_i_columns(one) == 0 ? marks + 1 : 0;
        if (marks > MARKS)
            return true;
    }
    return false;
}

static bool judge_letters(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *key,
                          const char *what)
{
    bool bidi = false;

    for (const char *at = key; *at != '\0'; at += step(at)) {
        if (is_control(at))
            return ent_i_reject(judge, cell,
                                "the %s %s has a control character; remove it from the cell", what,
                                ent_i_quote(judge->load, key));
        bidi |= is_bidi(at);
    }
    if (bidi)
        ent_i_warn(judge, cell,
                   "the %s %s has characters that turn the direction of writing and may look like "
                   "another; remove them if they are not meant",
                   what, ent_i_quote(judge->load, key));
    return true;
}

/* Whether no letter of a key is to be told of. */
static bool has_quiet_letters(const char *key)
{
    for (const char *at = key; *at != '\0'; at += step(at))
        if (is_control(at) || is_bidi(at))
            return false;
    return strlen(key) <= KEY_SIZE && !is_overloaded(key);
}

bool ent_i_is_quiet_key(const char *text, bool *failed)
{
    bool quiet;
    char *key;

    if (*text == '\0')
        return false;
    if (ent_i_name_is_key(text))
        return strlen(text) <= KEY_SIZE;
    key = ent_i_name_key(text);
    if (key == NULL) {
        *failed = true;
        return false;
    }
    quiet = strcmp(key, text) == 0 && has_quiet_letters(key);
    free(key);
    return quiet;
}

const char *ent_i_read_key(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *what)
{
    const char *key = ent_i_key(judge->load, cell->text);

    if (*key == '\0') {
        ent_i_reject(judge, cell, "the %s has no visible character; write one", what);
        return NULL;
    }
    if (strlen(key) > KEY_SIZE) {
        ent_i_reject(judge, cell, "the %s %s has %zu bytes; at most %d are allowed: shorten it",
                     what, ent_i_quote(judge->load, key), strlen(key), KEY_SIZE);
        return NULL;
    }
    if (!judge_letters(judge, cell, key, what))
        return NULL;
    if (is_overloaded(key)) {
        ent_i_reject(judge, cell,
                     "the %s %s has a letter with more than %d combining marks; remove them", what,
                     ent_i_quote(judge->load, key), MARKS);
        return NULL;
    }
    judge->load->variant += strcmp(key, cell->text) != 0;
    return key;
}

bool ent_i_parse_text(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                      void *out)
{
    (void)judge;
    (void)rule;
    *(const char **)out = cell->text;
    return true;
}

bool ent_i_parse_cell(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                      void *out)
{
    (void)judge;
    (void)rule;
    *(ent_i_cell_t *)out = *cell;
    return true;
}

bool ent_i_parse_name(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                      void *out)
{
    const char *key = ent_i_read_key(judge, cell, rule->name);

    *(const char **)out = key != NULL ? key : "";
    return key != NULL;
}

bool ent_i_parse_key(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                     void *out)
{
    if (strpbrk(cell->text, "\t\n\r\v\f") != NULL)
        return ent_i_reject(judge, cell,
                            "the %s %s has a line break or tab; a key is plain text: remove it",
                            rule->name, ent_i_quote(judge->load, cell->text));
    return ent_i_parse_name(judge, cell, rule, out);
}

bool ent_i_parse_country(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                         void *out)
{
    const char *meant;

    (void)rule;
    *(const char **)out = cell->text;
    if (ent_i_country_known(cell->text))
        return true;
    meant = ent_i_country_meant(cell->text);
    if (meant != NULL)
        return ent_i_reject(judge, cell,
                            "the country %s is not a code of ISO 3166-1 alpha-2; write '%s'",
                            ent_i_quote(judge->load, cell->text), meant);
    return ent_i_reject(judge, cell,
                        "the country %s is not a code of ISO 3166-1 alpha-2; expected two capital "
                        "letters such as 'KR': correct it or leave it empty",
                        ent_i_quote(judge->load, cell->text));
}

/* A number with one comma and no point, as one with a point. */
static bool from_comma(char out[64], const char *text)
{
    const char *comma = strchr(text, ',');

    if (comma == NULL || strchr(text, '.') != NULL || strchr(comma + 1, ',') != NULL ||
        strlen(text) >= 64)
        return false;
    strcpy(out, text);
    out[comma - text] = '.';
    return true;
}

bool ent_i_read_number(const ent_dataset_t *dataset, double *number, const char *text)
{
    char plain[64];

    return ent_i_number_parse(number, dataset->comma && from_comma(plain, text) ? plain : text);
}

static bool is_weight(double weight)
{
    return weight >= WEIGHT_MIN && weight <= WEIGHT_MAX;
}

bool ent_i_read_weight(const ent_dataset_t *dataset, double *weight, const char *text)
{
    return ent_i_read_number(dataset, weight, text) && is_weight(*weight);
}

bool ent_i_is_number_rule(const ent_i_rule_t *rule)
{
    return rule->parse == ent_i_parse_weight || rule->parse == ent_i_parse_confidence ||
           rule->parse == ent_i_parse_months || rule->parse == ent_i_parse_latitude ||
           rule->parse == ent_i_parse_longitude;
}

void ent_i_find_grouped(ent_i_load_t *load, ent_i_sheet_t *sheet)
{
    for (size_t i = 0; load->dataset->comma && i < sheet->shown.rows; i++) {
        const ent_i_cell_t *cell = ent_i_row_cells(load, sheet->row_first + i);

        for (size_t c = 0; cell != NULL && sheet->grouped == 0 && c < sheet->column_count; c++) {
            const ent_i_rule_t *rule = sheet->column[c].rule;
            bool number = sheet->role == ENT_ROLE_MATRIX
                              ? rule == NULL
                              : rule != NULL && ent_i_is_number_rule(rule);

            if (number && strchr(cell[c].text, '.') != NULL && strchr(cell[c].text, ',') != NULL)
                sheet->grouped = cell[c].line;
        }
    }
}

/* What the numbers' marks have to do with a cell that is no number; true where nothing. */
static bool judge_marks(ent_i_judge_t *judge, const ent_i_cell_t *cell, const char *name)
{
    ent_i_load_t *load = judge->load;
    char plain[64];
    double number;

    if (load->dataset->comma && judge->sheet->grouped > 0 && strchr(cell->text, '.') != NULL &&
        ent_i_number_parse(&number, cell->text))
        return ent_i_reject(judge, cell,
                            "the %s %s may be one with a decimal point or thousands, as line %u "
                            "has both marks; write it without a point",
                            name, ent_i_quote(load, cell->text), (unsigned)judge->sheet->grouped);
    if (!load->dataset->comma && from_comma(plain, cell->text) &&
        ent_i_number_parse(&number, plain))
        return ent_i_reject(
            judge, cell,
            "the %s %s is not a plain number but has a decimal comma; write %s, or pass "
            "--decimal=, where all numbers are written so",
            name, ent_i_quote(load, cell->text), plain);
    return true;
}

static bool read_number(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                        double *number)
{
    if (!judge_marks(judge, cell, rule->name))
        return false;
    if (ent_i_read_number(judge->load->dataset, number, cell->text))
        return true;
    if (judge->load->dataset->comma)
        return ent_i_reject(judge, cell,
                            "the %s %s is not a plain number; expected digits with a decimal "
                            "comma and no other mark, such as 12,5",
                            rule->name, ent_i_quote(judge->load, cell->text));
    return ent_i_reject(judge, cell,
                        "the %s %s is not a plain number; expected digits with a decimal point, "
                        "such as 12.5",
                        rule->name, ent_i_quote(judge->load, cell->text));
}

static bool read_degrees(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                         double *out, double most)
{
    if (!read_number(judge, cell, rule, out))
        return false;
    if (fabs(*out) <= most)
        return true;
    return ent_i_reject(judge, cell,
                        "the %s %s is outside of -%g to %g degrees; correct it (are latitude and "
                        "longitude swapped, or is a decimal point missing?)",
                        rule->name, ent_i_quote(judge->load, cell->text), most, most);
}

bool ent_i_parse_latitude(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                          void *out)
{
    return read_degrees(judge, cell, rule, out, 90);
}

bool ent_i_parse_longitude(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                           void *out)
{
    return read_degrees(judge, cell, rule, out, 180);
}

bool ent_i_parse_weight(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                        void *out)
{
    double *weight = out;

    if (!read_number(judge, cell, rule, weight))
        return false;
    if (*weight <= 0)
        return ent_i_reject(judge, cell,
                            "the weight %s is not above 0; remove the row if there is no tie",
                            ent_i_quote(judge->load, cell->text));
    if (!is_weight(*weight))
        return ent_i_reject(judge, cell, "the weight %s is outside of %g to %g; use another unit",
                            ent_i_quote(judge->load, cell->text), WEIGHT_MIN, WEIGHT_MAX);
    return true;
}

bool ent_i_parse_confidence(ent_i_judge_t *judge, const ent_i_cell_t *cell,
                            const ent_i_rule_t *rule, void *out)
{
    double *confidence = out;

    if (!read_number(judge, cell, rule, confidence))
        return false;
    if (*confidence < 0 || *confidence > 1)
        return ent_i_reject(judge, cell,
                            "the confidence %s is outside of 0 to 1; write 0.9 for 90 %%",
                            ent_i_quote(judge->load, cell->text));
    return true;
}

bool ent_i_parse_months(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                        void *out)
{
    double months = 0;

    if (!judge_marks(judge, cell, rule->name))
        return false;
    if (!ent_i_read_number(judge->load->dataset, &months, cell->text) ||
        !(months >= 1 && months <= MONTHS) || trunc(months) != months)
        return ent_i_reject(judge, cell,
                            "the %s %s is not a whole number of months from 1 to %d; write 36 for "
                            "three years",
                            rule->name, ent_i_quote(judge->load, cell->text), MONTHS);
    *(int *)out = (int)months;
    return true;
}

bool ent_i_parse_date(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                      void *out)
{
    ent_i_dated_t *dated = out;
    char why[400];

    dated->cell = *cell;
    if (ent_i_date_parse(&dated->date, cell->text, why, sizeof why))
        return true;
    return ent_i_reject(judge, cell, "%s: %s", rule->name, why);
}

bool ent_i_parse_status(ent_i_judge_t *judge, const ent_i_cell_t *cell, const ent_i_rule_t *rule,
                        void *out)
{
    const char *names[ENT_TIE_STATUS_COUNT];
    const char *key = ent_i_column_key(judge->load, cell->text);
    const char *near;

    (void)rule;
    for (int i = 0; i < ENT_TIE_STATUS_COUNT; i++) {
        names[i] = ent_tie_status_name((ent_tie_status_t)i);
        if (strcmp(key, names[i]) == 0) {
            *(ent_tie_status_t *)out = (ent_tie_status_t)i;
            return true;
        }
    }
    near = ent_i_nearest(key, names, ENT_TIE_STATUS_COUNT);
    return ent_i_reject(judge, cell,
                        "the status %s is unknown%s%s; expected active, planned, expired, "
                        "terminated, withdrawn or disputed",
                        ent_i_quote(judge->load, cell->text), near != NULL ? ", did you mean " : "",
                        near != NULL ? ent_i_quote(judge->load, near) : "");
}
