/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/crew.h"

static const ent_i_crew_t alone = {.me = 0, .count = 1};
static const ent_i_crew_t *joined = &alone;
static _Thread_local int parted;

const ent_i_crew_t *ent_i_crew(void)
{
    return parted > 0 ? &alone : joined;
}

void ent_i_crew_join(const ent_i_crew_t *crew)
{
    joined = crew != NULL ? crew : &alone;
}

void ent_i_crew_part(void)
{
    parted++;
}

void ent_i_crew_meet(void)
{
    parted--;
}

bool ent_i_crew_writes(void)
{
    return joined->me == 0;
}

ent_i_stretch_t ent_i_crew_stretch_of(size_t member, size_t members, size_t count)
{
    size_t each = count / members;
    size_t more = count % members; /* the first so many members do one more */

    return (ent_i_stretch_t){.from = member * each + (member < more ? member : more),
                             .to = (member + 1) * each + (member + 1 < more ? member + 1 : more)};
}

ent_i_stretch_t ent_i_crew_stretch(size_t count)
{
    const ent_i_crew_t *crew = ent_i_crew();

    return ent_i_crew_stretch_of(crew->me, crew->count, count);
}

ent_status_t ent_i_crew_give(void *items, size_t count, size_t width, ent_error_t *err)
{
    const ent_i_crew_t *crew = ent_i_crew();

    return crew->count > 1 ? crew->give(crew->context, items, count, width, err) : ENT_OK;
}

ent_status_t ent_i_crew_tell(size_t member, void *bytes, size_t size, ent_error_t *err)
{
    const ent_i_crew_t *crew = ent_i_crew();

    return crew->count > 1 ? crew->tell(crew->context, member, bytes, size, err) : ENT_OK;
}

ent_status_t ent_i_crew_agree(const void *bytes, size_t size, const char *what, ent_error_t *err)
{
    const ent_i_crew_t *crew = ent_i_crew();
    const unsigned char *byte = bytes;
    uint64_t key = UINT64_C(14695981039346656037); /* FNV-1a: Fowler, Noll and Vo */

    for (size_t i = 0; i < size; i++)
        key = (key ^ byte[i]) * UINT64_C(1099511628211);
    return crew->count > 1 ? crew->agree(crew->context, key, what, err) : ENT_OK;
}
