/* SPDX-License-Identifier: GPL-2.0-or-later */
/* References: the list in order and whole, and its three written forms. */
#include "entente/backbone.h"
#include "entente/group.h"
#include "entente/measure.h"
#include "entente/reference.h"

#include "unit/unit.h"

static void every_reference_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < ent_reference_count(); i++) {
        const ent_reference_t *reference = ent_reference_at(i);
        bool program = strcmp(reference->key, "entente") == 0;

        if (i > 0)
            assert_true(strcmp(ent_reference_at(i - 1)->key, reference->key) < 0);
        assert_ptr_equal(ent_reference_find(reference->key), reference);
        assert_true(reference->author[0] != '\0' && reference->title[0] != '\0');
        assert_true(reference->venue[0] != '\0' || program);
        assert_true(reference->doi[0] == '\0' || strncmp(reference->doi, "10.", 3) == 0);
        /* A key ends in its year, and perhaps a word. */
        assert_true(program || strstr(reference->key, reference->year) != NULL);
    }
    assert_null(ent_reference_at(ent_reference_count()));
    assert_null(ent_reference_find("freeman"));
    assert_null(ent_reference_find(NULL));
}

static void every_method_is_published(void **state)
{
    (void)state;
    for (int m = 0; m < ENT_GROUP_METHOD_COUNT; m++) {
        const char *cite = ent_group_method_cite((ent_group_method_t)m);

        assert_non_null(cite);
        assert_non_null(ent_cite_at(cite, 0));
    }
    assert_null(ent_group_method_cite(ENT_GROUP_METHOD_COUNT));
    for (int m = ENT_BACKBONE_NONE + 1; m < ENT_BACKBONE_MODEL_COUNT; m++)
        assert_non_null(ent_cite_at(ent_backbone_model_cite((ent_backbone_model_t)m), 1));
    assert_null(ent_backbone_model_cite(ENT_BACKBONE_NONE));
    assert_non_null(ent_cite_at(ent_correction_cite(ENT_CORRECTION_HOLM), 0));
    assert_non_null(ent_cite_at(ent_correction_cite(ENT_CORRECTION_BH), 0));
    assert_null(ent_correction_cite(ENT_CORRECTION_NONE));
    assert_non_null(ent_cite_at(ent_projection_cite(ENT_PROJECTION_NEWMAN), 0));
    assert_null(ent_projection_cite(ENT_PROJECTION_COUNT));
}

static void check(ent_status_t status, ent_blob_t *blob, const char *want)
{
    assert_int_equal(status, ENT_OK);
    assert_string_equal(blob->bytes, want);
    assert_int_equal(blob->size, strlen(want));
    ent_blob_free(blob);
}

static void a_list_in_words(void **state)
{
    ent_blob_t blob = {0};

    (void)state;
    check(ent_cite_text(&blob, "freeman1978; as R sna gives it", NULL), &blob,
          "L. C. Freeman, Centrality in social networks: conceptual clarification, Social Networks "
          "1, 215-239 (1978); as R sna gives it");
    check(ent_cite_text(&blob, "rochat2009 burt1992", NULL), &blob,
          "Y. Rochat, Closeness centrality extended to unconnected graphs: the harmonic centrality "
          "index, Applications of Social Network Analysis (ASNA) (2009); R. S. Burt, Structural "
          "holes: The social structure of competition, Harvard University Press (1992)");
    check(ent_cite_text(&blob, "; a count of the input", NULL), &blob, "a count of the input");
}

static void a_list_in_a_sentence(void **state)
{
    ent_blob_t blob = {0};

    (void)state;
    check(ent_cite_short(&blob, "freeman1977 borgatti1997 barrat2004 traag2019; said", NULL), &blob,
          "Freeman 1977; Borgatti and Everett 1997; Barrat et al. 2004; Traag et al. 2019");
    check(ent_cite_short(&blob, "", NULL), &blob, "");
}

/* Whatever is cited, BibTeX has no letter beyond ASCII. */
static void every_reference_as_bibtex(void **state)
{
    (void)state;
    for (size_t i = 0; i < ent_reference_count(); i++) {
        const char *cite = ent_reference_at(i)->key;
        ent_blob_t blob = {0};

        assert_int_equal(ent_cite_bibtex(&blob, &cite, 1, NULL), ENT_OK);
        for (size_t b = 0; b < blob.size; b++)
            assert_true((unsigned char)blob.bytes[b] < 0x80);
        ent_blob_free(&blob);
    }
}

static void the_remark_of_a_list(void **state)
{
    (void)state;
    assert_string_equal(ent_cite_remark("freeman1978; as R sna gives it"), "as R sna gives it");
    assert_string_equal(ent_cite_remark("freeman1978"), "");
}

static void lists_as_bibtex(void **state)
{
    static const char *const cites[] = {"guimera2005 burt1992; x", NULL, "burt1992"};
    ent_blob_t blob = {0};
    const char *igraph;
    const char *entente;

    (void)state;
    assert_int_equal(ent_cite_bibtex(&blob, cites, 3, NULL), ENT_OK);
    for (size_t i = 0; i < blob.size; i++)
        assert_true((unsigned char)blob.bytes[i] < 0x80);
    assert_ptr_equal(strstr(blob.bytes,
                            "@book{burt1992,\n  author = {R. S. Burt},\n"
                            "  title = {{Structural holes: The social structure of "
                            "competition}},\n  publisher = {Harvard University Press},\n"
                            "  year = {1992},\n  doi = {10.4159/9780674029095}\n}\n"),
                     blob.bytes);
    igraph =
        strstr(blob.bytes, "\n@article{csardi2006,\n  author = {G. Cs{\\'a}rdi and T. Nepusz}");
    entente = strstr(blob.bytes, "\n@manual{entente,\n  author = {{The Entente authors}}");
    assert_true(igraph != NULL && entente > igraph);
    assert_non_null(strstr(igraph, "note = {Version 0.10"));
    assert_non_null(strstr(entente, "author = {R. Guimer{\\`a} and L. A. N. Amaral}"));
    assert_non_null(strstr(entente, "pages = {895--900}"));
    ent_blob_free(&blob);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reference_is_whole), cmocka_unit_test(every_method_is_published),
        cmocka_unit_test(a_list_in_words),          cmocka_unit_test(a_list_in_a_sentence),
        cmocka_unit_test(lists_as_bibtex),          cmocka_unit_test(every_reference_as_bibtex),
        cmocka_unit_test(the_remark_of_a_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
