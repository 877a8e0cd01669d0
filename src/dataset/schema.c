/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of columns. A row that is not in a draft's field is an attribute by design. */
#include "dataset/schema.h"

#include <stddef.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define REQUIRED ENT_RULE_REQUIRED
#define PARTY ENT_RULE_PARTY
#define EVIDENCE ENT_RULE_EVIDENCE
#define MAP_ONLY ENT_RULE_MAP_ONLY
#define LIST ENT_RULE_LIST

#define IN_ACTOR(field) offsetof(ent_i_actor_draft_t, field)
#define IN_ALIAS(field) offsetof(ent_i_alias_draft_t, field)
#define IN_TIE(field) offsetof(ent_i_tie_draft_t, field)
#define IN_SOURCE(field) offsetof(ent_i_source_draft_t, field)
#define IN_CLAIM(field) offsetof(ent_i_claim_draft_t, field)

/* clang-format off */
#define ACTOR_RULES                                                                                \
    {"country", NULL, ent_i_parse_country, IN_ACTOR(country), 0},                                  \
    {"region", NULL, ent_i_parse_text, IN_ACTOR(region), 0},                                       \
    {"latitude", NULL, ent_i_parse_latitude, IN_ACTOR(latitude), 0},                               \
    {"longitude", NULL, ent_i_parse_longitude, IN_ACTOR(longitude), 0},                            \
    {"source", NULL, ent_i_parse_text, IN_ACTOR(source), 0}

static const ent_i_rule_t cities[] = {
    {"id", NULL, ent_i_parse_key, IN_ACTOR(id), REQUIRED},
    {"name", NULL, ent_i_parse_name, IN_ACTOR(name), REQUIRED},
    ACTOR_RULES,
};
static const ent_i_rule_t networks[] = {
    {"id", NULL, ent_i_parse_key, IN_ACTOR(id), REQUIRED},
    {"name", NULL, ent_i_parse_name, IN_ACTOR(name), REQUIRED},
    ACTOR_RULES,
    {"parent", NULL, ent_i_parse_cell, IN_ACTOR(parent), 0},
};
static const ent_i_rule_t organisations[] = {
    {"id", NULL, ent_i_parse_key, IN_ACTOR(id), REQUIRED},
    {"name", NULL, ent_i_parse_name, IN_ACTOR(name), REQUIRED},
    ACTOR_RULES,
    {"city", NULL, ent_i_parse_cell, IN_ACTOR(parent), 0},
};
static const ent_i_rule_t events[] = {
    {"id", NULL, ent_i_parse_key, IN_ACTOR(id), REQUIRED},
    {"name", NULL, ent_i_parse_name, IN_ACTOR(name), REQUIRED},
    ACTOR_RULES,
    {"start", NULL, ent_i_parse_date, IN_ACTOR(start), 0},
    {"end", NULL, ent_i_parse_date, IN_ACTOR(end), 0},
};
static const ent_i_rule_t nodes[] = {
    {"id", NULL, ent_i_parse_key, IN_ACTOR(id), REQUIRED},
    {"label", "name", ent_i_parse_name, IN_ACTOR(name), 0},
    ACTOR_RULES,
};
static const ent_i_rule_t aliases[] = {
    {"alias", NULL, ent_i_parse_cell, IN_ALIAS(alias), REQUIRED},
    {"id", NULL, ent_i_parse_cell, IN_ALIAS(id), REQUIRED},
};
static const ent_i_rule_t memberships[] = {
    {"member", NULL, ent_i_parse_cell, IN_TIE(end[0]), REQUIRED | PARTY},
    {"network", NULL, ent_i_parse_cell, IN_TIE(end[1]), REQUIRED | PARTY},
    {"role", NULL, ent_i_parse_text, IN_TIE(record.role), 0},
    {"from", NULL, ent_i_parse_date, IN_TIE(from), 0},
    {"to", NULL, ent_i_parse_date, IN_TIE(to), 0},
    {"status", NULL, ent_i_parse_status, IN_TIE(record.status), 0},
    {"confidence", NULL, ent_i_parse_confidence, IN_TIE(record.confidence), 0},
    {"source", NULL, ent_i_parse_text, IN_TIE(record.source), EVIDENCE},
    {"note", NULL, ent_i_parse_text, IN_TIE(record.note), EVIDENCE},
};
static const ent_i_rule_t agreements[] = {
    {"id", NULL, ent_i_parse_key, IN_TIE(record.id), 0},
    {"party_a", NULL, ent_i_parse_cell, IN_TIE(end[0]), PARTY},
    {"party_b", NULL, ent_i_parse_cell, IN_TIE(end[1]), PARTY},
    {"parties", NULL, ent_i_parse_cell, IN_TIE(parties), PARTY},
    {"type", NULL, ent_i_parse_text, IN_TIE(record.type), 0},
    {"signed", NULL, ent_i_parse_date, IN_TIE(signed_on), 0},
    {"from", NULL, ent_i_parse_date, IN_TIE(from), 0},
    {"to", NULL, ent_i_parse_date, IN_TIE(to), 0},
    {"term_months", NULL, ent_i_parse_months, IN_TIE(record.term_months), 0},
    {"status", NULL, ent_i_parse_status, IN_TIE(record.status), 0},
    {"signed_by", NULL, ent_i_parse_text, IN_TIE(record.signed_by), 0},
    {"on_behalf_of", NULL, ent_i_parse_cell, IN_TIE(on_behalf_of), 0},
    {"event", NULL, ent_i_parse_cell, IN_TIE(event), 0},
    {"topics", NULL, ent_i_parse_text, IN_TIE(record.topics), LIST},
    {"reported_by", NULL, ent_i_parse_cell, IN_TIE(reported_by), EVIDENCE},
    {"weight", NULL, ent_i_parse_weight, IN_TIE(record.weight), 0},
    {"confidence", NULL, ent_i_parse_confidence, IN_TIE(record.confidence), 0},
    {"source", NULL, ent_i_parse_text, IN_TIE(record.source), EVIDENCE},
    {"note", NULL, ent_i_parse_text, IN_TIE(record.note), EVIDENCE},
};
static const ent_i_rule_t attendance[] = {
    {"participant", NULL, ent_i_parse_cell, IN_TIE(end[0]), REQUIRED | PARTY},
    {"event", NULL, ent_i_parse_cell, IN_TIE(end[1]), REQUIRED | PARTY},
    {"role", NULL, ent_i_parse_text, IN_TIE(record.role), 0},
    {"status", NULL, ent_i_parse_status, IN_TIE(record.status), 0},
    {"confidence", NULL, ent_i_parse_confidence, IN_TIE(record.confidence), 0},
    {"source", NULL, ent_i_parse_text, IN_TIE(record.source), EVIDENCE},
    {"note", NULL, ent_i_parse_text, IN_TIE(record.note), EVIDENCE},
};
/* `source` is an end here, so evidence can come only through --map; so can dates, since from and
 * to may well be ends under other words. */
static const ent_i_rule_t edges[] = {
    {"source", NULL, ent_i_parse_cell, IN_TIE(end[0]), REQUIRED | PARTY},
    {"target", NULL, ent_i_parse_cell, IN_TIE(end[1]), REQUIRED | PARTY},
    {"type", NULL, ent_i_parse_cell, IN_TIE(direction), 0},
    {"id", NULL, ent_i_parse_text, IN_TIE(record.id), 0},
    {"label", NULL, ent_i_parse_text, IN_TIE(record.note), 0},
    {"weight", NULL, ent_i_parse_weight, IN_TIE(record.weight), 0},
    {"source_latitude", NULL, ent_i_parse_latitude, IN_TIE(latitude[0]), 0},
    {"source_longitude", NULL, ent_i_parse_longitude, IN_TIE(longitude[0]), 0},
    {"target_latitude", NULL, ent_i_parse_latitude, IN_TIE(latitude[1]), 0},
    {"target_longitude", NULL, ent_i_parse_longitude, IN_TIE(longitude[1]), 0},
    {"signed", NULL, ent_i_parse_date, IN_TIE(signed_on), MAP_ONLY},
    {"from", NULL, ent_i_parse_date, IN_TIE(from), MAP_ONLY},
    {"to", NULL, ent_i_parse_date, IN_TIE(to), MAP_ONLY},
    {"term_months", NULL, ent_i_parse_months, IN_TIE(record.term_months), MAP_ONLY},
    {"status", NULL, ent_i_parse_status, IN_TIE(record.status), MAP_ONLY},
    {"confidence", NULL, ent_i_parse_confidence, IN_TIE(record.confidence), MAP_ONLY},
};
/* The other columns are networks. */
static const ent_i_rule_t matrix[] = {
    {"member", NULL, ent_i_parse_cell, IN_TIE(end[0]), REQUIRED | PARTY},
};
static const ent_i_rule_t sources[] = {
    {"id", NULL, ent_i_parse_key, IN_SOURCE(source.id), REQUIRED},
    {"title", NULL, ent_i_parse_text, IN_SOURCE(source.title), 0},
    {"publisher", NULL, ent_i_parse_text, IN_SOURCE(source.publisher), 0},
    {"date", NULL, ent_i_parse_date, IN_SOURCE(dated), 0},
    {"url", NULL, ent_i_parse_text, IN_SOURCE(source.url), 0},
    {"note", NULL, ent_i_parse_text, IN_SOURCE(source.note), 0},
};
static const ent_i_rule_t claims[] = {
    {"subject", NULL, ent_i_parse_cell, IN_CLAIM(subject), REQUIRED},
    {"property", NULL, ent_i_parse_name, IN_CLAIM(claim.property), REQUIRED},
    {"value", NULL, ent_i_parse_text, IN_CLAIM(claim.value), REQUIRED},
    {"as_of", NULL, ent_i_parse_date, IN_CLAIM(as_of), 0},
    {"source", NULL, ent_i_parse_text, IN_CLAIM(claim.source), EVIDENCE},
    {"note", NULL, ent_i_parse_text, IN_CLAIM(claim.note), EVIDENCE},
};

#define RULES(array) (array), COUNT(array)

static const ent_i_role_info_t roles[ENT_ROLE_COUNT] = {
    [ENT_ROLE_CITIES] = {"cities", ENT_DUTY_ACTORS, ENT_KIND_CITY, RULES(cities)},
    [ENT_ROLE_NETWORKS] = {"networks", ENT_DUTY_ACTORS, ENT_KIND_NETWORK, RULES(networks)},
    [ENT_ROLE_ORGANISATIONS] = {"organisations", ENT_DUTY_ACTORS, ENT_KIND_ORGANISATION,
                                RULES(organisations)},
    [ENT_ROLE_EVENTS] = {"events", ENT_DUTY_ACTORS, ENT_KIND_EVENT, RULES(events)},
    [ENT_ROLE_NODES] = {"nodes", ENT_DUTY_ACTORS, ENT_KIND_ACTOR, RULES(nodes)},
    [ENT_ROLE_ALIASES] = {"aliases", ENT_DUTY_ALIASES, 0, RULES(aliases)},
    [ENT_ROLE_MEMBERSHIPS] = {"memberships", ENT_DUTY_TIES, ENT_TIE_MEMBERSHIP,
                              RULES(memberships)},
    [ENT_ROLE_AGREEMENTS] = {"agreements", ENT_DUTY_TIES, ENT_TIE_AGREEMENT, RULES(agreements)},
    [ENT_ROLE_ATTENDANCE] = {"attendance", ENT_DUTY_TIES, ENT_TIE_ATTENDANCE, RULES(attendance)},
    [ENT_ROLE_EDGES] = {"edges", ENT_DUTY_TIES, ENT_TIE_EDGE, RULES(edges)},
    [ENT_ROLE_TIES] = {"ties", ENT_DUTY_TIES, ENT_TIE_EDGE, RULES(edges)},
    [ENT_ROLE_MATRIX] = {"matrix", ENT_DUTY_TIES, ENT_TIE_MEMBERSHIP, RULES(matrix)},
    [ENT_ROLE_SOURCES] = {"sources", ENT_DUTY_SOURCES, 0, RULES(sources)},
    [ENT_ROLE_CLAIMS] = {"claims", ENT_DUTY_CLAIMS, 0, RULES(claims)},
};
/* clang-format on */

_Static_assert(COUNT(agreements) <= ENT_RULE_MAX, "ENT_RULE_MAX is too small");

const ent_i_role_info_t *ent_i_role_info(ent_i_role_t role)
{
    return &roles[role];
}

bool ent_i_role_has_file(ent_i_role_t role)
{
    return role != ENT_ROLE_TIES && role != ENT_ROLE_MATRIX;
}

/* ASCII only, since strcasecmp() follows the application's locale. Gives what follows `word` in
 * `text`, or NULL where it does not begin so. */
static const char *after_word(const char *text, const char *word)
{
    for (; *word != '\0'; text++, word++) {
        char letter = *text >= 'A' && *text <= 'Z' ? (char)(*text + ('a' - 'A')) : *text;

        if (letter != *word)
            return NULL;
    }
    return text;
}

ent_i_role_t ent_i_role_of_file(const char *name)
{
    for (int role = 0; role < ENT_ROLE_COUNT; role++) {
        bool filed = ent_i_role_has_file((ent_i_role_t)role);
        const char *suffix = filed ? after_word(name, roles[role].name) : NULL;
        const char *end = suffix == NULL ? NULL : after_word(suffix, ".csv");

        if (end != NULL && *end == '\0')
            return (ent_i_role_t)role;
    }
    return ENT_ROLE_COUNT;
}

const ent_i_rule_t *ent_i_role_rule(ent_i_role_t role, const char *key, bool mapped)
{
    const ent_i_role_info_t *info = &roles[role];

    for (size_t i = 0; i < info->rule_count; i++) {
        const ent_i_rule_t *rule = &info->rule[i];

        if (!mapped && (rule->flags & MAP_ONLY) != 0)
            continue;
        if (strcmp(key, rule->name) == 0 || (rule->also != NULL && strcmp(key, rule->also) == 0))
            return rule;
    }
    return NULL;
}
