/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the bytes of a figure depend on beside its input: the drawing libraries and the fonts. */
#ifndef ENT_FIGURE_VERSIONS_H
#define ENT_FIGURE_VERSIONS_H

#include "base/memory.h"
#include "entente/figure.h"

const char *ent_i_cairo_version(void);
const char *ent_i_pango_version(void);
/* Fontconfig's number, such as 21400 for 2.14.0. */
int ent_i_fontconfig_version(void);

/* One face that some text of a figure is set in. */
typedef struct ent_i_face {
    char *family;
    char *style;
    char *file;  /* without its folder */
    int version; /* the font's own, in 65536ths */
} ent_i_face_t;

typedef struct ent_i_faces {
    ent_i_face_t *face; /* in order of family, style and file, each once */
    size_t count;
    size_t capacity;
} ent_i_faces_t;

/* Adds the faces of a figure to those that are there. */
ent_status_t ent_i_faces_add(ent_i_faces_t *faces, const ent_figure_t *figure, ent_error_t *err);
/* Adds the faces that the letters of all actors' names would be set in, drawn or not: a font that
 * comes or goes shows here, without a figure. */
ent_status_t ent_i_faces_add_names(ent_i_faces_t *faces, const ent_dataset_t *dataset,
                                   const char *language, ent_error_t *err);
/* The font's own version, to three places: 2.37. */
double ent_i_face_version(const ent_i_face_t *face);
/* Whether the machine has exactly such a face. */
bool ent_i_face_is_installed(const char *family, const char *style, const char *file,
                             double version);
void ent_i_faces_free(ent_i_faces_t *faces);

#endif
