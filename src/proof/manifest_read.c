/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading a manifest back. It may be anybody's file: a field that is missing, of another type or
 * out of range is named, and nothing is used before it was judged. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/json.h"
#include "figure/figure_i.h"
#include "report/manifest.h"

#define MANIFEST "manifest.json"
#define MANIFEST_LIMIT ((size_t)64 << 20)
#define LARGEST_SEED 9007199254740992 /* 2^53: what a number of JSON holds */

enum { OUTPUTS_LIMIT = 10000, RUNS_LIMIT = 1000000, SHA256_LENGTH = 64, NAME_LIMIT = 200 };

const char *const ent_i_parallel_words[5] = {"default", "sum", "count", "keep", NULL};
const char *const ent_i_multiparty_words[3] = {"clique", "star", NULL};
const char *const ent_i_expand_words[4] = {"none", "members", "both", NULL};
const char *const ent_i_projection_words[4] = {"count", "newman", "jaccard", NULL};
const char *const ent_i_weight_words[3] = {"strength", "distance", NULL};

/* One object of the manifest, and where it stands: "options". The first fault is kept. */
typedef struct reader {
    const json_t *object;
    char place[64];
    const char *shown;
    ent_status_t status;
    ent_error_t *err;
} reader_t;

ENT_PRINTF(3, 4)
static void refuse(reader_t *reader, const char *key, const char *format, ...)
{
    char what[160];
    va_list arguments;

    if (reader->status != ENT_OK)
        return;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    reader->status = ent_i_fail_at(reader->err, ENT_EDATA, reader->shown, 0, 0, "%s%s%s %s",
                                   reader->place, reader->place[0] != '\0' ? "." : "", key, what);
}

static const json_t *get(reader_t *reader, const char *key)
{
    const json_t *value = json_object_get(reader->object, key);

    if (value == NULL)
        refuse(reader, key, "is missing.");
    return value;
}

static const char *get_text(reader_t *reader, const char *key)
{
    const json_t *value = get(reader, key);

    if (value != NULL && !json_is_string(value))
        refuse(reader, key, "is not a text.");
    return reader->status == ENT_OK ? json_string_value(value) : "";
}

/* NULL for null. */
static const char *get_text_or_null(reader_t *reader, const char *key)
{
    const json_t *value = get(reader, key);

    if (value != NULL && !json_is_string(value) && !json_is_null(value))
        refuse(reader, key, "is neither a text nor null.");
    return reader->status == ENT_OK ? json_string_value(value) : NULL;
}

static bool get_bool(reader_t *reader, const char *key)
{
    const json_t *value = get(reader, key);

    if (value != NULL && !json_is_boolean(value))
        refuse(reader, key, "is neither true nor false.");
    return json_is_true(value);
}

static uint64_t get_count(reader_t *reader, const char *key, json_int_t least, json_int_t most)
{
    const json_t *value = get(reader, key);
    json_int_t number = json_integer_value(value);

    if (value != NULL && !json_is_integer(value))
        refuse(reader, key, "is not a whole number.");
    else if (value != NULL && (number < least || number > most))
        refuse(reader, key, "is %lld, not between %lld and %lld.", (long long)number,
               (long long)least, (long long)most);
    return reader->status == ENT_OK ? (uint64_t)number : 0;
}

/* The index of a word, as in an enumeration. */
static int get_word(reader_t *reader, const char *key, const char *const *words)
{
    const char *word = get_text(reader, key);

    for (int i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], word) == 0)
            return i;
    }
    refuse(reader, key, "is '%.40s', which is none that it can be.", word);
    return 0;
}

static const json_t *get_array(reader_t *reader, const char *key, size_t most)
{
    const json_t *value = get(reader, key);

    if (value != NULL && !json_is_array(value))
        refuse(reader, key, "is not a list.");
    else if (json_array_size(value) > most)
        refuse(reader, key, "has %zu entries, %zu at most.", json_array_size(value), most);
    return reader->status == ENT_OK ? value : NULL;
}

/* Goes to an object within; `index` of a list, or the value of a key. */
static reader_t within(reader_t *reader, const char *key, const json_t *value, size_t index)
{
    reader_t inner = *reader;

    inner.object = value;
    if (json_is_array(json_object_get(reader->object, key)))
        snprintf(inner.place, sizeof inner.place, "%.40s[%zu]", key, index);
    else
        snprintf(inner.place, sizeof inner.place, "%.40s", key);
    if (reader->status == ENT_OK && !json_is_object(value)) {
        inner.place[0] = '\0';
        refuse(&inner, key, "is not an object.");
    }
    return inner;
}

/* Letters, digits, dashes and points, a point nowhere first. */
static bool is_part(const char *name, size_t size)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "-_.";

    return size > 0 && name[0] != '.' && strspn(name, letters) >= size;
}

bool ent_i_manifest_is_name(const char *name)
{
    size_t first = strcspn(name, "/");

    if (strlen(name) > NAME_LIMIT || strcmp(name, MANIFEST) == 0 || !is_part(name, first))
        return false;
    if (name[first] == '\0')
        return true;
    name += first + 1;
    return strchr(name, '/') == NULL && is_part(name, strlen(name));
}

static bool is_sha256(const char *text)
{
    return strlen(text) == SHA256_LENGTH && strspn(text, "0123456789abcdef") == SHA256_LENGTH;
}

static ent_status_t read_listed(reader_t *reader, const char *key, ent_i_listed_t **listed,
                                size_t *count, bool ours)
{
    ent_status_t status = ENT_OK;
    const json_t *list = get_array(reader, key, OUTPUTS_LIMIT);

    if (list == NULL)
        return reader->status;
    ENT_TRY(ent_i_alloc(listed, json_array_size(list), sizeof **listed, reader->err));
    for (size_t i = 0; reader->status == ENT_OK && i < json_array_size(list); i++) {
        reader_t entry = within(reader, key, json_array_get(list, i), i);
        ent_i_listed_t *one = &(*listed)[i];

        one->file = get_text(&entry, "file");
        one->sha256 = get_text(&entry, "sha256");
        one->bytes = get_count(&entry, "bytes", 0, LARGEST_SEED);
        one->rows = ENT_NO_ROWS;
        if (json_object_get(entry.object, "rows") != NULL)
            one->rows = get_count(&entry, "rows", 0, LARGEST_SEED);
        if (entry.status == ENT_OK && ours && !ent_i_manifest_is_name(one->file))
            refuse(&entry, "file", "is '%.60s', which is no file of a report.", one->file);
        /* A table that could not be read has no hash. */
        if (entry.status == ENT_OK && !is_sha256(one->sha256) && (ours || one->sha256[0] != '\0'))
            refuse(&entry, "sha256", "is not a SHA-256.");
        reader->status = entry.status;
        *count = i + 1;
    }
    status = reader->status;

cleanup:
    return status;
}

static void read_include(ent_i_manifest_t *manifest, reader_t *options)
{
    const json_t *list = get_array(options, "include", ENT_TIE_STATUS_COUNT);
    const json_t *value;
    size_t i;

    json_array_foreach(list, i, value)
    {
        const char *word = json_string_value(value);

        if (word == NULL || strchr(word, ',') != NULL)
            refuse(options, "include", "holds something that is no status.");
        else
            ent_i_text_printf(&manifest->include, "%s%s", i > 0 ? "," : "", word);
    }
}

static ent_status_t read_without(ent_i_manifest_t *manifest, reader_t *options)
{
    const json_t *list = get_array(options, "without", MANIFEST_LIMIT);
    ent_status_t status = options->status;

    ENT_TRY(status);
    ENT_TRY(ent_i_alloc(&manifest->without, json_array_size(list), sizeof *manifest->without,
                        options->err));
    for (size_t i = 0; i < json_array_size(list); i++) {
        manifest->without[i] = json_string_value(json_array_get(list, i));
        if (manifest->without[i] == NULL) {
            refuse(options, "without", "holds something that is no actor's id.");
            return options->status;
        }
    }
    manifest->without_count = json_array_size(list);

cleanup:
    return status;
}

static void read_network(ent_network_options_t *network, reader_t *options)
{
    network->parallel = (ent_parallel_t)get_word(options, "parallel", ent_i_parallel_words);
    network->multiparty = (ent_multiparty_t)get_word(options, "multiparty", ent_i_multiparty_words);
    network->expand = (ent_expand_t)get_word(options, "expand", ent_i_expand_words);
    network->projection = (ent_projection_t)get_word(options, "projection", ent_i_projection_words);
    network->max_projected_edges = get_count(options, "max_projected_edges", 1, LARGEST_SEED);
    network->where = get_text_or_null(options, "where");
    network->directed = get_bool(options, "directed");
}

static ent_status_t read_options(ent_i_manifest_t *manifest, reader_t *reader)
{
    static const char *const languages[] = {"en", "es", "ko", NULL};
    const json_t *value = get(reader, "options");
    reader_t options = within(reader, "options", value, 0);
    ent_report_options_t *report = &manifest->report;
    const char *as_of = get_text_or_null(&options, "as_of");
    bool given = get_bool(&options, "as_of_given");

    if (options.status == ENT_OK && given && as_of == NULL)
        refuse(&options, "as_of", "is null, and was given.");
    manifest->as_of = given ? as_of : NULL;
    manifest->dataset.encoding = get_text_or_null(&options, "encoding");
    manifest->dataset.map = get_text_or_null(&options, "map");
    read_include(manifest, &options);
    read_network(&report->network, &options);
    manifest->dataset.directed = report->network.directed;
    manifest->dataset.decimal = get_text_or_null(&options, "decimal");
    manifest->dataset.lax_quotes = get_bool(&options, "lax_quotes");
    manifest->dataset.matrix = get_bool(&options, "matrix");
    manifest->focus = get_text_or_null(&options, "focus");
    if (options.status == ENT_OK && manifest->focus != NULL)
        report->network.hops = (int)get_count(&options, "hops", 0, RUNS_LIMIT);
    report->measure.weight = (ent_weight_t)get_word(&options, "weight", ent_i_weight_words);
    report->measure.by = get_text_or_null(&options, "by");
    report->runs = get_count(&options, "runs", 1, RUNS_LIMIT);
    report->measure.draws = get_count(&options, "draws", 1, RUNS_LIMIT);
    report->seed = get_count(&options, "seed", 0, LARGEST_SEED);
    report->date = (int64_t)get_count(&options, "source_date_epoch", 0, ENT_DOCUMENT_DATE_LAST);
    report->language = languages[get_word(&options, "lang", languages)];
    report->title = get_text_or_null(&options, "title");
    report->keep_going = get_bool(&options, "keep_going");
    if (options.status == ENT_OK)
        options.status = read_without(manifest, &options);
    return options.status;
}

static ent_status_t read_root(ent_i_manifest_t *manifest, const char *shown, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    reader_t reader = {.object = manifest->root, .shown = shown, .err = err};
    const char *schema = get_text(&reader, "schema");

    if (reader.status == ENT_OK && strcmp(schema, ENT_MANIFEST_SCHEMA) != 0)
        refuse(&reader, "schema", "is '%.60s'; this version reads " ENT_MANIFEST_SCHEMA ".",
               schema);
    manifest->data = get_text(&reader, "data");
    if (reader.status == ENT_OK && (manifest->data[0] == '/' || manifest->data[0] == '\0'))
        refuse(&reader, "data", "is no way from the report's folder.");
    ENT_TRY(reader.status);
    ent_measure_options_init(&manifest->report.measure);
    ENT_TRY(read_options(manifest, &reader));
    ENT_TRY(read_listed(&reader, "inputs", &manifest->input, &manifest->input_count, false));
    ENT_TRY(read_listed(&reader, "outputs", &manifest->output, &manifest->output_count, true));
    if (manifest->include.failed)
        ENT_TRY(ent_i_no_memory(err));
    manifest->report.dataset = &manifest->dataset;

cleanup:
    return status;
}

ent_status_t ent_i_manifest_parse(ent_i_manifest_t *manifest, const char *bytes, size_t size,
                                  const char *shown, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    json_error_t why = {0};
    ent_i_text_t again = {0};
    bool no_memory = false;

    *manifest = (ent_i_manifest_t){0};
    manifest->root = ent_i_json_read(bytes, size, &why, &no_memory);
    if (no_memory)
        ENT_TRY(ent_i_no_memory(err));
    if (manifest->root == NULL)
        ENT_TRY(ent_i_fail_at(err, ENT_EDATA, shown, (uint64_t)(why.line > 0 ? why.line : 0),
                              (uint64_t)(why.column > 0 ? why.column : 0), "is not JSON: %s.",
                              why.text));
    if (!json_is_object(manifest->root))
        ENT_TRY(ent_i_fail_at(err, ENT_EDATA, shown, 0, 0, "is no manifest: it is no object."));
    ENT_TRY(read_root(manifest, shown, err));
    if (!ent_i_json_dump(manifest->root, &again))
        ENT_TRY(ent_i_no_memory(err));
    manifest->plain = again.size == size && memcmp(again.bytes, bytes, size) == 0;

cleanup:
    ent_i_text_free(&again);
    if (status != ENT_OK)
        ent_i_manifest_free(manifest);
    return status;
}

ent_status_t ent_i_manifest_open(ent_i_manifest_t *manifest, const char *dir, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_blob_t blob = {0};
    ent_i_text_t path = {0};

    *manifest = (ent_i_manifest_t){0};
    ent_i_text_printf(&path, "%s/" MANIFEST, dir);
    if (path.failed)
        ENT_TRY(ent_i_no_memory(err));
    ENT_TRY(ent_i_file_read(&blob, path.bytes, MANIFEST_LIMIT, err));
    ENT_TRY(ent_i_manifest_parse(manifest, blob.bytes, blob.size, path.bytes, err));

cleanup:
    ent_i_text_free(&path);
    ent_blob_free(&blob);
    return status;
}

void ent_i_manifest_free(ent_i_manifest_t *manifest)
{
    json_decref(manifest->root);
    free(manifest->input);
    free(manifest->output);
    free(manifest->without);
    free(manifest->without_actor);
    ent_i_text_free(&manifest->include);
    *manifest = (ent_i_manifest_t){0};
}

static ent_status_t find_actor(ent_id_t *actor, const ent_dataset_t *dataset, const char *id,
                               ent_error_t *err)
{
    size_t low = 0;
    size_t high = ent_dataset_actor_count(dataset);

    while (low < high) { /* actors are in order of id */
        size_t middle = low + (high - low) / 2;
        int order = strcmp(ent_dataset_actor(dataset, (ent_id_t)middle)->id, id);

        *actor = (ent_id_t)middle;
        if (order == 0)
            return ENT_OK;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ent_i_fail(err, ENT_EDATA,
                      "The options name the actor '%.100s', who is not among the data.", id);
}

ent_status_t ent_i_manifest_apply(ent_i_manifest_t *manifest, const ent_dataset_t *dataset,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_options_t read = manifest->report.network;
    ent_network_options_t *network = &manifest->report.network;

    /* What a report has no option for stays as it is by default. */
    ENT_TRY(ent_network_options_init(network, dataset, err));
    network->parallel = read.parallel;
    network->multiparty = read.multiparty;
    network->expand = read.expand;
    network->projection = read.projection;
    network->max_projected_edges = read.max_projected_edges;
    network->where = read.where;
    network->directed = read.directed;
    network->hops = manifest->focus != NULL ? read.hops : network->hops;
    ENT_TRY(ent_selection_init(&network->selection, dataset, manifest->as_of,
                               manifest->include.size > 0 ? manifest->include.bytes : NULL, err));
    ENT_TRY(ent_i_alloc(&manifest->without_actor, manifest->without_count,
                        sizeof *manifest->without_actor, err));
    for (size_t i = 0; i < manifest->without_count; i++)
        ENT_TRY(find_actor(&manifest->without_actor[i], dataset, manifest->without[i], err));
    network->without = manifest->without_actor;
    network->without_count = manifest->without_count;
    network->focus = ENT_NONE;
    if (manifest->focus != NULL)
        ENT_TRY(find_actor(&network->focus, dataset, manifest->focus, err));

cleanup:
    return status;
}
