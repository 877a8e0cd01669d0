/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The end of a profile's text: the contradictions that touch the actor, and the sources. */
#include "answer/profile_text.h"
#include "report/tables.h"

static void put_claim(ent_i_prose_t *prose, const ent_profile_t *profile, const ent_claim_t *claim)
{
    ent_i_text_t text = {0};

    ent_i_text_printf(&text, "- %s", claim->value);
    if (claim->as_of_text[0] != '\0')
        ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_CLAIM_DATE, claim->as_of_text, (char *)NULL);
    if (claim->note[0] != '\0')
        ent_i_prose_join(prose, &text, ENT_MSG_PROFILE_NOTE, claim->note, (char *)NULL);
    ent_i_text_puts(&text, "; ");
    ent_i_row_put(&text, profile->report.dataset, claim->row);
    ent_i_prose_cite(prose, &text, claim->source);
    ent_i_prose_take(prose, 4, &text);
}

/* What stands farther off takes a line: "22 [3]; 28 [4]". */
static void put_values(ent_i_prose_t *prose, const ent_profile_t *profile,
                       const ent_contradiction_t *of)
{
    ent_i_text_t text = {0};

    for (size_t c = 0; c < of->claim_count; c++) {
        const ent_claim_t *claim = ent_dataset_claim(profile->report.dataset, of->claim[c]);

        ent_i_text_printf(&text, "%s%s", c > 0 ? "; " : "", claim->value);
        ent_i_text_puts(&text, ", ");
        ent_i_row_put(&text, profile->report.dataset, claim->row);
        ent_i_prose_cite(prose, &text, claim->source);
    }
    ent_i_prose_take(prose, 4, &text);
}

static void put_dispute(ent_i_prose_t *prose, const ent_profile_t *profile,
                        const ent_i_profile_dispute_t *dispute)
{
    const ent_dataset_t *dataset = profile->report.dataset;
    const ent_contradiction_t *of = ent_dataset_contradiction(dataset, dispute->contradiction);
    const char *name = ent_i_report_subject(&profile->report, of->subject);

    prose->text.failed = prose->text.failed || name == NULL;
    ent_i_prose_say(prose, 2, ENT_MSG_PROFILE_DISPUTE, name != NULL ? name : "", of->property,
                    (char *)NULL);
    if (dispute->near == ENT_NEAR_NETWORK)
        put_values(prose, profile, of);
    for (size_t c = 0; c < of->claim_count && dispute->near != ENT_NEAR_NETWORK; c++)
        put_claim(prose, profile, ent_dataset_claim(dataset, of->claim[c]));
}

void ent_i_profile_put_disputes(ent_i_prose_t *prose, const ent_profile_t *profile)
{
    if (profile->dispute_count > 0)
        ent_i_profile_heading(prose, ENT_MSG_PROFILE_DISPUTES,
                              ent_i_count_text(profile->dispute_count).text, (char *)NULL);
    for (size_t i = 0; i < profile->dispute_count; i++) {
        const ent_i_profile_dispute_t *dispute = &profile->dispute[i];

        if (i > 0 && profile->dispute[i - 1].near != dispute->near)
            ent_i_prose_blank(prose);
        if (i == 0 || profile->dispute[i - 1].near != dispute->near)
            ent_i_prose_say(prose, 0,
                            (ent_i_message_t)((int)ENT_MSG_PROFILE_NEAR_SELF + (int)dispute->near),
                            (char *)NULL);
        put_dispute(prose, profile, dispute);
    }
}

static void put_source(ent_i_prose_t *prose, const ent_dataset_t *dataset, size_t number)
{
    const ent_i_cited_t *cited = &prose->cited[number];
    const ent_source_t *source = ent_i_source_find(dataset, cited->id, cited->size);
    ent_i_text_t text = {0};

    ent_i_text_printf(&text, "[%zu] ", number + 1);
    if (source != NULL && source->title[0] != '\0')
        ent_i_text_puts(&text, source->title);
    else
        ent_i_text_add(&text, cited->id, cited->size);
    if (source != NULL && source->publisher[0] != '\0')
        ent_i_text_printf(&text, ", %s", source->publisher);
    if (source != NULL && source->date[0] != '\0')
        ent_i_text_printf(&text, ", %s", source->date);
    ent_i_prose_take(prose, 2, &text);
    if (source != NULL && source->url[0] != '\0')
        ent_i_prose_put(prose, 4, source->url);
}

void ent_i_profile_put_sources(ent_i_prose_t *prose, const ent_dataset_t *dataset)
{
    if (prose->cited_count > 0)
        ent_i_profile_heading(prose, ENT_MSG_PROFILE_SOURCES,
                              ent_i_count_text(prose->cited_count).text, (char *)NULL);
    for (size_t i = 0; i < prose->cited_count; i++)
        put_source(prose, dataset, i);
}
