/* SPDX-License-Identifier: GPL-2.0-or-later */
/* No row order shows in a data set, and no damage to its bytes breaks the accounts. */
#include "base/memory.h"
#include "base/random.h"
#include "unit/tables.h"

enum { TABLES = 9, ROWS = 24 };

/* Duplicates, united rows, aliases, near names, contradictions: whatever order could leak from. */
static const struct {
    const char *file;
    const char *row[ROWS]; /* the header first */
} tables[TABLES] = {
    {"cities.csv",
     {"id,name,name_ko,country,latitude,longitude,population",
      "gongju,Gongju,공주시,KR,36.45,127.12,1", "suwon,Suwon,수원시,KR,37.26,127.03,2",
      "slp,San Luis Potosí,,MX,22.15,-100.98,3", "slp-s,San Luis Potosí,,MX,22.6,-100.43,",
      "puebla,Puebla,,MX,,,", "pueblo,Pueblo,,MX,,,"}},
    {"networks.csv",
     {"id,name,scope", "gnlc,GNLC,world", "mx,Mexican Network,MX", "kr,Council,KR"}},
    {"events.csv", {"id,name,start,end", "fest,Festival,2025-04-10,2025-04-16"}},
    {"aliases.csv", {"alias,id", "Red mexicana,mx", "Kongju,gongju", "연맹,mx"}},
    {"memberships.csv",
     {"member,network,role,from,status,source,note,page", "gongju,gnlc,member,2019,,s2,b,7",
      "Gongju,GNLC,member,2019,,s1,a,7", "gongju,gnlc,president,2020,,s1,,8",
      "suwon,gnlc,,,planned,s3,,", "slp,Red mexicana,member,2018-05,,s1,,", "puebla,mx,,,,,,",
      "Kongju,kr,member,2015~,,,,9"}},
    {"agreements.csv",
     {"id,party_a,party_b,parties,type,signed,to,status,event,topics,reported_by,weight,source,"
      "note",
      "x,gongju,slp,,mou,2025-04,,,Festival,reading,gongju,,s2,second",
      "x,gongju,mx,,mou,2025-04,,,fest,work,slp;gongju,,s1,first", "x,,,slp;mx;puebla,,,,,,,,2,,",
      ",gongju,suwon,,friendship,2010,,,,,,1,s1,",
      ",suwon,Gongju,,friendship,2010,,,,,,1,s3,said again",
      ",gongju,suwon,,friendship,2011,2012,,,,,1,,",
      ",gongju,suwon,,friendship,2011,2013,disputed,,,,1,,"}},
    {"attendance.csv",
     {"participant,event,role,source", "gongju,fest,host,s1", "gongju,fest,host,s2",
      "slp,fest,attendee,", "gnlc,Festival,speaker,s3"}},
    {"edges.csv",
     {"source,target,weight,label", "gongju,puebla,1,p", "puebla,gongju,2,q", "gongju,puebla,1,r",
      "suwon,puebla,,s", "pueblo,puebla,,t"}},
    {"claims.csv",
     {"subject,property,value,as_of,source", "gnlc,member_count,356,2025-04-18,s1",
      "GNLC,member_count,300,,s2", "gnlc,member_count,115,2016,s3", "fest,days,10-16,2025-04,s1",
      "Festival,days,11-14,2025-04-14,s2", "gnlc,member_count,300,,s2"}},
};

static size_t row_count(size_t table)
{
    size_t count = 0;

    while (count < ROWS && tables[table].row[count] != NULL)
        count++;
    return count;
}

/* Writes every table with its rows in an order drawn by `seed`; 0 leaves them as they are. */
static void put_shuffled(uint64_t seed)
{
    ent_i_random_t random;

    ent_i_random_init(&random, seed, 0);
    for (size_t t = 0; t < TABLES; t++) {
        ent_i_text_t text = {0};
        const char *row[ROWS];
        size_t count = row_count(t);

        memcpy(row, tables[t].row, sizeof row);
        for (size_t i = count - 1; seed != 0 && i > 1; i--) {
            size_t j = 1 + (size_t)ent_i_random_below(&random, i);
            const char *other = row[i];

            row[i] = row[j];
            row[j] = other;
        }
        for (size_t i = 0; i < count; i++)
            ent_i_text_printf(&text, "%s\n", row[i]);
        put_bytes(tables[t].file, text.bytes, text.size);
        ent_i_text_free(&text);
    }
}

static void show_record(ent_i_text_t *text, const ent_dataset_t *dataset, ent_id_t number)
{
    const ent_record_t *record = ent_dataset_record(dataset, number);
    const char *page = ent_dataset_record_attribute(dataset, number, "page");
    const char *label = ent_dataset_record_attribute(dataset, number, "label");

    ent_i_text_printf(text, "%d %s", (int)record->kind, record->id);
    for (size_t p = 0; p < record->party_count; p++)
        ent_i_text_printf(text, " [%d]", (int)record->party[p]);
    ent_i_text_printf(text, " %d %s %s %d %d-%d %d-%d", (int)record->repeats, record->type,
                      record->role, (int)record->status, (int)record->start.first,
                      (int)record->start.last, (int)record->end.first, (int)record->end.last);
    ent_i_text_printf(text, " %s %s %s %s %s %s %g %zu %s %s\n", record->event, record->topics,
                      record->reported_by, record->source, record->note, record->signed_text,
                      record->weight, record->row_count, page != NULL ? page : "-",
                      label != NULL ? label : "-");
}

static void show_account(ent_i_text_t *text, const ent_dataset_t *dataset, ent_id_t table)
{
    ent_account_t account;

    ent_dataset_account(dataset, &account, table, NULL);
    ent_i_text_printf(text, "%s", ent_dataset_table(dataset, table)->file);
    for (int i = 0; i < ENT_ROW_STATE_COUNT; i++)
        ent_i_text_printf(text, " %zu", account.state[i]);
    ent_i_text_putc(text, '\n');
}

/* Everything that may not depend on the order of rows. */
static char *show(const ent_dataset_t *dataset)
{
    ent_i_text_t text = {0};
    ent_blob_t blob = {0};
    ent_error_t err = {0};

    for (size_t i = 0; i < ent_dataset_actor_count(dataset); i++) {
        const ent_actor_t *actor = ent_dataset_actor(dataset, (ent_id_t)i);

        ent_i_text_printf(&text, "%s %s %d %s %g %g", actor->id, actor->name, (int)actor->kind,
                          actor->country, actor->latitude, actor->longitude);
        for (size_t a = 0; a < ent_dataset_attribute_count(dataset); a++) {
            const char *value =
                ent_dataset_attribute(dataset, (ent_id_t)i, ent_dataset_attribute_name(dataset, a));

            ent_i_text_printf(&text, " %s", value != NULL ? value : "-");
        }
        ent_i_text_putc(&text, '\n');
    }
    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++)
        show_record(&text, dataset, (ent_id_t)i);
    for (size_t i = 0; i < ent_dataset_claim_count(dataset); i++) {
        const ent_claim_t *claim = ent_dataset_claim(dataset, i);

        ent_i_text_printf(&text, "%s %s %s %s %s\n", claim->subject, claim->property, claim->value,
                          claim->as_of_text, claim->source);
    }
    for (size_t i = 0; i < ent_dataset_contradiction_count(dataset); i++) {
        const ent_contradiction_t *contradiction = ent_dataset_contradiction(dataset, i);

        ent_i_text_printf(&text, "%s %s", contradiction->subject, contradiction->property);
        for (size_t c = 0; c < contradiction->claim_count; c++)
            ent_i_text_printf(&text, " %zu", contradiction->claim[c]);
        ent_i_text_putc(&text, '\n');
    }
    for (size_t i = 0; i < ent_dataset_table_count(dataset); i++)
        show_account(&text, dataset, (ent_id_t)i);
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++)
        if (ent_dataset_fault(dataset, i)->severity != ENT_WARNING ||
            strstr(ent_dataset_fault(dataset, i)->message, "aliases.csv") == NULL)
            ent_i_text_printf(&text, "%s\n", ent_dataset_fault(dataset, i)->message);
    assert_ok(ent_i_text_finish(&text, &blob, &err));
    return blob.bytes;
}

static void the_order_of_rows_does_not_show(void **state)
{
    ent_dataset_t *dataset;
    char *want;

    (void)state;
    tables_clear();
    put_shuffled(0);
    dataset = open_tables();
    if (ent_dataset_error_count(dataset) > 0)
        print_faults(dataset);
    assert_int_equal(ent_dataset_error_count(dataset), 0);
    assert_int_equal(ent_dataset_contradiction_count(dataset), 2);
    want = show(dataset);
    ent_dataset_free(dataset);
    for (uint64_t seed = 1; seed <= 300; seed++) {
        char *got;

        put_shuffled(seed);
        dataset = open_tables();
        got = show(dataset);
        assert_string_equal(got, want);
        free(got);
        ent_dataset_free(dataset);
    }
    free(want);
}

/* Every row is accounted for, points at what exists, and a rejected one says why. */
static void check_ledger(const ent_dataset_t *dataset)
{
    size_t errors = 0;

    account_of(dataset, NULL, NULL);
    for (size_t i = 0; i < ent_dataset_row_count(dataset); i++) {
        ent_row_t row = ent_dataset_row(dataset, i);

        assert_true(row.actor < (ent_id_t)ent_dataset_actor_count(dataset));
        assert_true(row.record < (ent_id_t)ent_dataset_record_count(dataset));
        assert_true((row.state == ENT_ROW_USED || row.state == ENT_ROW_BLANK) ==
                    (*row.reason == '\0'));
    }
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++) {
        const ent_fault_t *fault = ent_dataset_fault(dataset, i);

        errors += fault->severity == ENT_ERROR;
        assert_true(fault->severity != ENT_ERROR || (fault->line > 0 && fault->column > 0));
        assert_true(*fault->message != '\0');
    }
    assert_int_equal(errors, ent_dataset_error_count(dataset));
    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++) {
        const ent_record_t *record = ent_dataset_record(dataset, (ent_id_t)i);

        assert_true(record->party_count >= 2 && record->row_count >= 1);
        for (size_t p = 0; p < record->party_count; p++)
            assert_true(record->party[p] >= 0 &&
                        record->party[p] < (ent_id_t)ent_dataset_actor_count(dataset));
        for (size_t r = 0; r < record->row_count; r++)
            assert_int_equal(ent_dataset_row(dataset, record->row[r]).record, i);
    }
}

/* Opens a damaged table among the sound ones; whatever is said, the ledger must hold. */
static void check_damaged(size_t table, const char *bytes, size_t size)
{
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    put_bytes(tables[table].file, bytes, size);
    assert_ok(ent_dataset_open(&dataset, tables_dir, NULL, &err));
    check_ledger(dataset);
    ent_dataset_free(dataset);
}

static void damaged_bytes_leave_the_ledger_whole(void **state)
{
    ent_i_random_t random;

    (void)state;
    tables_clear();
    put_shuffled(0);
    ent_i_random_init(&random, 20250411, 0);
    for (size_t t = 0; t < TABLES; t++) {
        ent_i_text_t text = {0};
        char sound[4096];

        for (size_t i = 0; i < row_count(t); i++)
            ent_i_text_printf(&text, "%s\n", tables[t].row[i]);
        assert_true(text.size < sizeof sound);
        memcpy(sound, text.bytes, text.size);
        for (size_t at = 0; at < text.size; at++) {
            text.bytes[at] = (char)(sound[at] ^ (1 << ent_i_random_below(&random, 8)));
            check_damaged(t, text.bytes, text.size);
            text.bytes[at] = sound[at];
            if (at % 3 == 0)
                check_damaged(t, sound, at);
        }
        check_damaged(t, sound, text.size);
        ent_i_text_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_rows_does_not_show),
        cmocka_unit_test(damaged_bytes_leave_the_ledger_whole),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
