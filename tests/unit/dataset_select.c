/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which ties count on a date, what is set aside, and what the sources disagree on. */
#include "base/date.h"
#include "base/random.h"
#include "unit/tables.h"

static const char *judge(const ent_dataset_t *dataset, const char *id, const char *as_of,
                         const char *include)
{
    static const char *const names[] = {"counts", "maybe", "undated", "status", "date"};
    ent_selection_t selection;
    ent_error_t err = {0};

    assert_ok(ent_selection_init(&selection, dataset, as_of, include, &err));
    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++)
        if (strcmp(ent_dataset_record(dataset, (ent_id_t)i)->id, id) == 0)
            return names[ent_selection_judge(&selection, ent_dataset_record(dataset, (ent_id_t)i))];
    return "no record";
}

static void put_agreements(void)
{
    tables_clear();
    put("cities.csv", "id,name\na,Alpha\nb,Beta\n");
    put("agreements.csv", "id,party_a,party_b,signed,to,status\n"
                          "day,a,b,2020-06-15,,\n"
                          "month,a,b,2020-06,,\n"
                          "ended,a,b,2010,2015-03,\n"
                          "undated,a,b,,,\n"
                          "until,a,b,,2015,\n"
                          "planned,a,b,2027,,planned\n"
                          "disputed,a,b,2019,,disputed\n"
                          "expired,a,b,2010,2012,expired\n"
                          "future,a,b,2019,,withdrawn\n");
}

static void ties_count_at_their_widest(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_agreements();
    dataset = open_tables();
    assert_clean(dataset);
    assert_string_equal(judge(dataset, "day", "2020-06-14", NULL), "date");
    assert_string_equal(judge(dataset, "day", "2020-06-15", NULL), "counts");
    assert_string_equal(judge(dataset, "day", "2020-06", NULL), "counts");
    assert_string_equal(judge(dataset, "month", "2020-05-31", NULL), "date");
    assert_string_equal(judge(dataset, "month", "2020-06-01", NULL), "maybe");
    assert_string_equal(judge(dataset, "month", "2020-06-29", NULL), "maybe");
    assert_string_equal(judge(dataset, "month", "2020-06-30", NULL), "counts");
    assert_string_equal(judge(dataset, "ended", "2015-02-28", NULL), "counts");
    assert_string_equal(judge(dataset, "ended", "2015-03-01", NULL), "counts");
    assert_string_equal(judge(dataset, "ended", "2015-03-02", NULL), "maybe");
    assert_string_equal(judge(dataset, "ended", "2015-03-31", NULL), "maybe");
    assert_string_equal(judge(dataset, "ended", "2015-04-01", NULL), "date");
    assert_string_equal(judge(dataset, "undated", "1000", NULL), "undated");
    assert_string_equal(judge(dataset, "undated", "9999", NULL), "undated");
    assert_string_equal(judge(dataset, "until", "2014", NULL), "undated");
    assert_string_equal(judge(dataset, "until", "2016", NULL), "date");
    ent_dataset_free(dataset);
}

static void statuses_are_included_by_name(void **state)
{
    ent_dataset_t *dataset;
    ent_selection_t selection;
    ent_error_t err = {0};

    (void)state;
    put_agreements();
    dataset = open_tables();
    assert_string_equal(judge(dataset, "planned", NULL, NULL), "status");
    assert_string_equal(judge(dataset, "planned", NULL, "planned"), "counts");
    assert_string_equal(judge(dataset, "disputed", NULL, "planned"), "status");
    assert_string_equal(judge(dataset, "disputed", NULL, "planned,disputed"), "counts");
    assert_string_equal(judge(dataset, "disputed", "2018", "disputed"), "date");
    assert_string_equal(judge(dataset, "expired", NULL, "expired"), "counts");
    assert_string_equal(judge(dataset, "expired", "2009", "expired"), "date");
    assert_int_equal(ent_selection_init(&selection, dataset, NULL, "plannd", &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "did you mean 'planned'?"));
    err = (ent_error_t){0};
    assert_int_equal(ent_selection_init(&selection, dataset, "11/04/2025", NULL, &err), ENT_EINVAL);
    err = (ent_error_t){0};
    assert_int_equal(ent_selection_init(&selection, dataset, "2025/..", NULL, &err), ENT_EINVAL);
    ent_dataset_free(dataset);
}

/* The newest first day among ties that are not planned, and claims. */
static void the_default_date_is_the_newest(void **state)
{
    ent_dataset_t *dataset;
    ent_selection_t selection;
    ent_error_t err = {0};
    char day[11];

    (void)state;
    put_agreements();
    dataset = open_tables();
    assert_ok(ent_selection_init(&selection, dataset, NULL, NULL, &err));
    assert_true(selection.dated);
    assert_false(selection.as_of_given);
    ent_day_format(selection.as_of, day);
    assert_string_equal(day, "2020-06-15");
    ent_dataset_free(dataset);

    put("claims.csv", "subject,property,value,as_of\na,x,1,2021-05\n");
    dataset = open_tables();
    assert_ok(ent_selection_init(&selection, dataset, NULL, NULL, &err));
    ent_day_format(selection.as_of, day);
    assert_string_equal(day, "2021-05-01");
    assert_ok(ent_selection_init(&selection, dataset, "2030", NULL, &err));
    ent_day_format(selection.as_of, day);
    assert_string_equal(day, "2030-12-31");
    assert_true(selection.as_of_given);
    ent_dataset_free(dataset);

    tables_clear();
    put("ties.csv", "source,target\na,b\n");
    dataset = must_open(tables_path("ties.csv"), NULL);
    assert_ok(ent_selection_init(&selection, dataset, NULL, NULL, &err));
    assert_false(selection.dated);
    assert_int_equal(ent_selection_judge(&selection, ent_dataset_record(dataset, 0)),
                     ENT_COUNTS_UNDATED);
    ent_dataset_free(dataset);
}

/* By hand on 2020-06-15: day, month (maybe), undated count; ended, until by date; four by status.
 */
static void accounts_show_what_is_set_aside(void **state)
{
    ent_dataset_t *dataset;
    ent_selection_t selection;
    ent_account_t account;
    ent_error_t err = {0};

    (void)state;
    put_agreements();
    dataset = open_tables();
    assert_ok(ent_selection_init(&selection, dataset, NULL, NULL, &err));
    account = account_of(dataset, "agreements.csv", &selection);
    assert_int_equal(account.rows, 9);
    assert_int_equal(account.state[ENT_ROW_USED], 3);
    assert_int_equal(account.state[ENT_ROW_ASIDE], 6);
    account = account_of(dataset, NULL, &selection);
    assert_int_equal(account.rows, 11);
    assert_int_equal(account.state[ENT_ROW_USED], 5);
    account = account_of(dataset, NULL, NULL);
    assert_int_equal(account.state[ENT_ROW_ASIDE], 0);
    ent_dataset_free(dataset);
}

static void put_claims(const char *rows)
{
    char text[2000];

    tables_clear();
    put("networks.csv", "id,name\ngnlc,Global Network\n");
    snprintf(text, sizeof text, "subject,property,value,as_of,source\n%s", rows);
    put("claims.csv", text);
}

/* 356 on a day of 2025 and 300 undated differ; 115 and 49 in August 2016 too; the undated claim
 * overlaps both, so all four are one contradiction. */
static void claims_contradict_where_dates_overlap(void **state)
{
    const ent_contradiction_t *contradiction;
    ent_dataset_t *dataset;

    (void)state;
    put_claims("gnlc,member_count,356,2025-04-18,s1\n"
               "Global Network,member_count,115,2016-08-23,s2\n"
               "gnlc,member_count,49,2016-08,s3\n"
               "gnlc,member_count,300,,s4\n"
               "gnlc,founded,2013,,s1\n"
               "gnlc,founded,2013.0,,s2\n"
               "gnlc,secretariat,Hamburg,2019,s1\n"
               "gnlc,secretariat,Paris,2020,s1\n");
    dataset = open_tables();
    assert_clean(dataset);
    assert_int_equal(ent_dataset_claim_count(dataset), 8);
    assert_int_equal(ent_dataset_contradiction_count(dataset), 1);
    contradiction = ent_dataset_contradiction(dataset, 0);
    assert_string_equal(contradiction->subject, "gnlc");
    assert_string_equal(contradiction->property, "member_count");
    assert_int_equal(contradiction->claim_count, 4);
    assert_string_equal(ent_dataset_claim(dataset, contradiction->claim[0])->value, "115");
    assert_string_equal(ent_dataset_claim(dataset, contradiction->claim[3])->value, "49");
    ent_dataset_free(dataset);
}

static void claims_of_other_days_are_apart(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_claims("gnlc,member_count,356,2025-04-18,s1\n"
               "gnlc,member_count,300,2025,s1\n"
               "gnlc,member_count,115,2016-08-23,s2\n"
               "gnlc,member_count,49,2016-08,s3\n"
               "gnlc,member_count,49,2016-08,s3\n"
               "gnlc,member_count,49,2016-08,s4\n");
    dataset = open_tables();
    assert_int_equal(ent_dataset_contradiction_count(dataset), 2);
    assert_int_equal(ent_dataset_contradiction(dataset, 0)->claim_count, 3);
    assert_string_equal(
        ent_dataset_claim(dataset, ent_dataset_contradiction(dataset, 0)->claim[0])->value, "115");
    assert_int_equal(ent_dataset_contradiction(dataset, 1)->claim_count, 2);
    assert_account(dataset, "claims.csv", 5, 1, 0, 0);
    ent_dataset_free(dataset);
}

/* Against the definition, pair by pair, on random claims of one question. */
static void contradictions_are_as_defined(void **state)
{
    enum { CLAIMS = 14 };
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 7, 0);
    for (int round = 0; round < 200; round++) {
        size_t of[CLAIMS];
        char rows[1500] = "";
        ent_dataset_t *dataset;
        size_t count;

        for (int i = 0; i < CLAIMS; i++) {
            int first = 2000 + (int)ent_i_random_below(&random, 12);
            int last = first + (int)ent_i_random_below(&random, 4);
            size_t size = strlen(rows);

            if (ent_i_random_below(&random, 30) == 0)
                snprintf(rows + size, sizeof rows - size, "gnlc,n,%d,,s%d\n", i % 3, i);
            else
                snprintf(rows + size, sizeof rows - size, "gnlc,n,%d,%d/%d,s%d\n", i % 3, first,
                         last, i);
        }
        put_claims(rows);
        dataset = open_tables();
        count = ent_dataset_claim_count(dataset);
        assert_int_equal(count, CLAIMS);
        for (size_t i = 0; i < count; i++)
            of[i] = SIZE_MAX;
        for (size_t c = 0; c < ent_dataset_contradiction_count(dataset); c++) {
            const ent_contradiction_t *contradiction = ent_dataset_contradiction(dataset, c);

            for (size_t i = 0; i < contradiction->claim_count; i++) {
                assert_int_equal(of[contradiction->claim[i]], SIZE_MAX);
                of[contradiction->claim[i]] = c;
            }
        }
        /* Slowly: claims are in one contradiction where a chain of differing, overlapping claims
         * leads from one to the other. */
        for (size_t i = 0; i < count; i++) {
            bool reached[CLAIMS] = {false};
            size_t chained = 0;

            reached[i] = true;
            for (size_t turn = 0; turn < count; turn++)
                for (size_t a = 0; a < count; a++)
                    for (size_t b = 0; b < count; b++) {
                        const ent_claim_t *x = ent_dataset_claim(dataset, a);
                        const ent_claim_t *y = ent_dataset_claim(dataset, b);

                        if (reached[a] && strcmp(x->value, y->value) != 0 &&
                            x->as_of.first <= y->as_of.last && y->as_of.first <= x->as_of.last)
                            reached[b] = true;
                    }
            for (size_t j = 0; j < count; j++) {
                chained += reached[j];
                assert_int_equal(reached[j] && i != j,
                                 of[i] == of[j] && of[i] != SIZE_MAX && i != j);
            }
            assert_int_equal(chained > 1, of[i] != SIZE_MAX);
        }
        ent_dataset_free(dataset);
    }
}

static void claims_and_sources_are_judged(void **state)
{
    ent_dataset_t *dataset;

    (void)state;
    put_claims("gnlc,member_count,,2025,s1\n"
               "gnlc,member_count,5,yesterday,s1\n"
               ",member_count,5,2025,s1\n"
               "gnlc,member_count,5,2025,s9\n");
    put("sources.csv",
        "id,title,date\ns1,One,2025\ns1,Again,2025\na;b,Two,\ns2,Three,13/13/2025\n");
    dataset = open_tables();
    assert_error(dataset, "sources.csv", 3, 1, "taken by an earlier row");
    assert_error(dataset, "sources.csv", 4, 1, "semicolon");
    assert_error(dataset, "sources.csv", 5, 10, "date: ");
    assert_error(dataset, "claims.csv", 2, 19, "'value' is empty");
    assert_error(dataset, "claims.csv", 3, 21, "as_of: ");
    assert_error(dataset, "claims.csv", 4, 1, "'subject' is empty");
    assert_warning(dataset, "claims.csv", 5, 1, "'s9' is not in sources.csv");
    assert_int_equal(ent_dataset_source_count(dataset), 1);
    assert_string_equal(ent_dataset_source(dataset, 0)->title, "One");
    assert_int_equal(ent_dataset_claim_count(dataset), 1);
    ent_dataset_free(dataset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_count_at_their_widest),
        cmocka_unit_test(statuses_are_included_by_name),
        cmocka_unit_test(the_default_date_is_the_newest),
        cmocka_unit_test(accounts_show_what_is_set_aside),
        cmocka_unit_test(claims_contradict_where_dates_overlap),
        cmocka_unit_test(claims_of_other_days_are_apart),
        cmocka_unit_test(contradictions_are_as_defined),
        cmocka_unit_test(claims_and_sources_are_judged),
    };
    return cmocka_run_group_tests(tests, NULL, tables_remove);
}
