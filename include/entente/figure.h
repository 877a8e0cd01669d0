/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Diagrams of a network: composed once as a scene, then written as SVG, PDF, PNG or JSON. */
#ifndef ENTENTE_FIGURE_H
#define ENTENTE_FIGURE_H

#include "entente/group.h"
#include "entente/network.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_figure ent_figure_t;

/** Where actors stood in an earlier figure. */
typedef struct ent_positions ent_positions_t;

typedef enum ent_layout {
    ENT_LAYOUT_FORCE,
    ENT_LAYOUT_MAP,
    ENT_LAYOUT_BIPARTITE,
    ENT_LAYOUT_EGO,      /**< the network's focus in the middle, the others on rings about it */
    ENT_LAYOUT_ARC,      /**< the actors on one line, ties as half circles beside it */
    ENT_LAYOUT_TIMELINE, /**< a row a tie, by date */
    ENT_LAYOUT_CIRCLE,   /**< actors round a circle, those of one value of color_by together */
    ENT_LAYOUT_CHORD,  /**< an arc for each value of color_by, ribbons for the ties between them */
    ENT_LAYOUT_MATRIX, /**< a cell a tie, actors by group */
    ENT_LAYOUT_CONCENTRIC, /**< on rings by size_by, the highest in the middle */
    ENT_LAYOUT_COUNT
} ent_layout_t;
typedef enum ent_pendants {
    ENT_PENDANTS_AUTO,
    ENT_PENDANTS_FOLD,
    ENT_PENDANTS_FAN,
    ENT_PENDANTS_ALL
} ent_pendants_t;
/** Which ties are drawn. Agreements beside ties of other kinds always are. */
typedef enum ent_ties {
    ENT_TIES_AUTO,     /**< of more than 2,000 ties and 12 an actor the backbone, if that leaves
                            out a third of them, in the layouts force, ego, arc and circle; else all */
    ENT_TIES_BACKBONE, /**< the quadrilateral Simmelian backbone: the strongest, about four an
                            actor, and all that some maximum spanning forest has; Nocaj, Ortmann
                            and Brandes (2015), https://doi.org/10.7155/jgaa.00370 */
    ENT_TIES_ALL,
    ENT_TIES_COUNT
} ent_ties_t;
typedef enum ent_preset {
    ENT_PRESET_REPORT,
    ENT_PRESET_SLIDE,
    ENT_PRESET_WEB,
    ENT_PRESET_PRINT,
    ENT_PRESET_POSTER,
    ENT_PRESET_COUNT
} ent_preset_t;
typedef enum ent_theme { ENT_THEME_LIGHT, ENT_THEME_DARK, ENT_THEME_COUNT } ent_theme_t;
/** Colours of marks by an attribute, each told apart by readers who are blind to red or green. */
typedef enum ent_palette {
    ENT_PALETTE_OKABE_ITO,
    ENT_PALETTE_TOL_BRIGHT,
    ENT_PALETTE_TOL_MUTED,
    ENT_PALETTE_GREY, /**< shades, half of them with a dot */
    ENT_PALETTES
} ent_palette_t;
typedef enum ent_legend {
    ENT_LEGEND_AUTO,   /**< beside the picture where a wide page is better used so, else below */
    ENT_LEGEND_BELOW,  /**< in rows */
    ENT_LEGEND_BESIDE, /**< in a column at the right, where it is not too high for that */
    ENT_LEGEND_NONE,
    ENT_LEGEND_COUNT
} ent_legend_t;
typedef enum ent_figure_format {
    ENT_FIGURE_SVG,
    ENT_FIGURE_PDF,
    ENT_FIGURE_PNG,
    ENT_FIGURE_SCENE,
    ENT_FIGURE_ALT /**< text: the short description, an empty line, the long one */
} ent_figure_format_t;

typedef struct ent_figure_options {
    ent_layout_t layout;
    ent_preset_t preset;
    ent_theme_t theme; /**< light: on white paper; dark: on nearly black */
    ent_palette_t palette;
    ent_ties_t ties;
    ent_pendants_t pendants; /**< auto: fold above a dozen, in a crowded slide above two */
    const char *color_by; /**< "kind", "group", "country", "region" or any attribute; NULL: kind */
    const char *hull; /**< soft outlines about the actors of a "group", a "network" or one value of
                           an attribute, in layouts where these may stand together; NULL: none */
    const char *size_by;     /**< a measure's name; NULL: degree */
    const char *title;       /**< NULL: made from the data set's name and the view */
    const char *subtitle;    /**< NULL: as-of date, n and m */
    const char *source;      /**< source note; NULL: made from the data set */
    const char *const *note; /**< sentences for the foot, before the source; NULL: none */
    size_t note_count;
    const char *findings; /**< what the network shows, a sentence a line, for the alternative text:
                               of ent_network_describe(); NULL: the largest are named */
    ent_legend_t legend;
    double width;         /**< of the page, mm, 60 to 2000; 0: the preset's, as is its height */
    double height;        /**< 50 to 2000 */
    const char *language; /**< BCP 47 tag that picks name_xx; NULL: en */
    const ent_groups_t *groups; /**< for color_by "group"; NULL: found by the default method */
    ent_id_t hub;  /**< a network (actor of the data set) to draw although more than half
                        of the actors belong to it; ENT_NONE */
    double center; /**< central meridian of a map, degrees; NaN: where fewest ties are cut */
    double dpi;    /**< of a PNG; 0: the preset's */
    bool borders;  /**< borders between countries on a map, with a note on their source */
    int64_t date;  /**< that a PDF must carry, seconds since 1970; set to SOURCE_DATE_EPOCH, or 0 */
    uint64_t seed;
    const ent_positions_t *positions; /**< actors of the layout force stay there, if more than
                                        half are known; else all come near to it; NULL */
} ent_figure_options_t;

/**
 * Reads where actors stood: from a scene (.json), as ENT_FIGURE_SCENE writes it, or from a table
 * (.csv) with the columns id, x and y (any unit, y downwards).
 *
 * @param positions receives them, for the caller to free with ent_positions_free()
 * @param network whose actors they are; others are counted as strangers
 * @return ENT_EINVAL for another kind of file; ENT_EDATA, with the place, for one without
 *         positions, or with one that is no finite number; ENT_EIO, ENT_ENOMEM
 */
ENT_API ent_status_t ent_positions_read(ent_positions_t **positions, const ent_network_t *network,
                                        const char *path, ent_error_t *err);
ENT_API_VOID void ent_positions_free(ent_positions_t *positions);
/** Actors of the network that stand there. */
ENT_API_VOID size_t ent_positions_known(const ent_positions_t *positions);
/** Actors there that the network does not have. */
ENT_API_VOID size_t ent_positions_strangers(const ent_positions_t *positions);

ENT_API_VOID void ent_figure_options_init(ent_figure_options_t *options);

/**
 * Composes a figure of a network.
 *
 * @param figure receives the figure, for the caller to free with ent_figure_free(); the network
 *        must outlive it
 * @return ENT_EINVAL for an attribute or measure that does not exist, or a layout that such a
 *         network cannot have (bipartite of one mode; a map without one coordinate;
 *         ego without a focus; a timeline without one date), or a page on which title, legend
 *         and notes leave no room; ENT_ENOMEM
 */
ENT_API ent_status_t ent_figure_new(ent_figure_t **figure, const ent_network_t *network,
                                    const ent_figure_options_t *options, ent_error_t *err);
ENT_API_VOID void ent_figure_free(ent_figure_t *figure);

/** Writes the figure; the same figure gives the same bytes. */
ENT_API ent_status_t ent_figure_write(const ent_figure_t *figure, ent_blob_t *blob,
                                      ent_figure_format_t format, ent_error_t *err);

/** What a person must know of it: missing glyphs and the font to install, labels left out, actors
 *  without coordinates. */
ENT_API_VOID size_t ent_figure_warning_count(const ent_figure_t *figure);
ENT_API_VOID const char *ent_figure_warning(const ent_figure_t *figure, size_t index);
/** Ties that are not drawn because they are not of the backbone. */
ENT_API_VOID size_t ent_figure_thinned(const ent_figure_t *figure);
/** Runs that the groups are the best of; 0 where the figure shows none. */
ENT_API_VOID size_t ent_figure_group_runs(const ent_figure_t *figure);
/** What the figure shows, in sentences, for alternative text. */
ENT_API_VOID const char *ent_figure_alt_text(const ent_figure_t *figure);
/** The same in at most 150 letters. */
ENT_API_VOID const char *ent_figure_alt_brief(const ent_figure_t *figure);

/** How well it is drawn; measured on the scene itself. */
typedef struct ent_figure_quality {
    size_t label_overlaps; /**< pairs of texts, or a text and another actor's mark or a swatch */
    size_t clipped;        /**< items that leave the page */
    size_t missing_glyphs;
    size_t labels_left_out;
    double crossings; /**< pairs of ties that cross, straight or (arc) half circles; NaN above
                       *   4,000 ties, where counting would take long */
    double ties_through_marks; /**< pairs of a tie and a mark, at none of its ends, to whose middle
                                *   it comes nearer than 0.8 of its radius, which reads as two ties;
                                *   NaN above 4,000 ties */
    double stress;             /**< of the drawn positions against distances in ties, best scale */
    double min_gap; /**< between two marks, mm; negative where they overlap; NaN below two */
    double largest_component_share; /**< its bounding box in the page's area */
} ent_figure_quality_t;
/** Takes up to a few hundredths of a second on a figure of some thousand ties. ENT_ENOMEM only. */
ENT_API ent_status_t ent_figure_measure(const ent_figure_t *figure, ent_figure_quality_t *quality,
                                        ent_error_t *err);

ENT_API_VOID const char *ent_layout_name(ent_layout_t layout);
ENT_API_VOID const char *ent_preset_name(ent_preset_t preset);
ENT_API_VOID const char *ent_legend_name(ent_legend_t legend);
ENT_API_VOID const char *ent_theme_name(ent_theme_t theme);
ENT_API_VOID const char *ent_palette_name(ent_palette_t palette);

#ifdef __cplusplus
}
#endif

#endif
