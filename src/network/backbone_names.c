/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What models, corrections and weights of projections are called, and where they are published. */
#include "entente/backbone.h"

const char *ent_backbone_model_name(ent_backbone_model_t model)
{
    static const char *const names[ENT_BACKBONE_MODEL_COUNT] = {
        [ENT_BACKBONE_NONE] = "none",
        [ENT_BACKBONE_HYPERGEOMETRIC] = "hypergeometric",
        [ENT_BACKBONE_SDSM] = "sdsm",
        [ENT_BACKBONE_SDSM_EC] = "sdsm-ec",
    };

    return (unsigned)model < ENT_BACKBONE_MODEL_COUNT ? names[model] : "unknown";
}

const char *ent_correction_name(ent_correction_t correction)
{
    static const char *const names[ENT_CORRECTION_COUNT] = {
        [ENT_CORRECTION_NONE] = "none",
        [ENT_CORRECTION_HOLM] = "holm",
        [ENT_CORRECTION_BH] = "bh",
    };

    return (unsigned)correction < ENT_CORRECTION_COUNT ? names[correction] : "unknown";
}

const char *ent_backbone_model_cite(ent_backbone_model_t model)
{
    static const char *const cites[ENT_BACKBONE_MODEL_COUNT] = {
        [ENT_BACKBONE_HYPERGEOMETRIC] = "tumminello2011 neal2013",
        [ENT_BACKBONE_SDSM] = "neal2014 saracco2015",
        [ENT_BACKBONE_SDSM_EC] = "neal2024 neal2014 saracco2015",
    };

    return (unsigned)model < ENT_BACKBONE_MODEL_COUNT ? cites[model] : NULL;
}

const char *ent_correction_cite(ent_correction_t correction)
{
    static const char *const cites[ENT_CORRECTION_COUNT] = {
        [ENT_CORRECTION_HOLM] = "holm1979",
        [ENT_CORRECTION_BH] = "benjamini1995",
    };

    return (unsigned)correction < ENT_CORRECTION_COUNT ? cites[correction] : NULL;
}

const char *ent_projection_cite(ent_projection_t projection)
{
    return projection == ENT_PROJECTION_NEWMAN ? "newman2001" : NULL;
}
