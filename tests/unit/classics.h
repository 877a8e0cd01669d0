/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Textbook networks for the tests; vertices numbered by name, in the order of bytes. */
#ifndef ENT_TESTS_CLASSICS_H
#define ENT_TESTS_CLASSICS_H

#include "entente/network.h"

#define CLASSICS_COUNT(array) (sizeof(array) / sizeof *(array))

enum {
    KARATE_ACTORS = 34,
    FLORENTINE_ACTORS = 16,
    KITE_ACTORS = 10,
    DAVIS_ACTORS = 32,
    DAVIS_WOMEN = 18
};

/* W. W. Zachary, An Information Flow Model for Conflict and Fission in Small Groups, Journal of
 * Anthropological Research 33 (1977): member k of the club is vertex k - 1, the weight the number
 * of contexts in which two met outside. */
static const ent_tie_t karate[] = {
    {0, 1, 4},   {0, 2, 5},   {0, 3, 3},   {0, 4, 3},   {0, 5, 3},   {0, 6, 3},   {0, 7, 2},
    {0, 8, 2},   {0, 10, 2},  {0, 11, 3},  {0, 12, 1},  {0, 13, 3},  {0, 17, 2},  {0, 19, 2},
    {0, 21, 2},  {0, 31, 2},  {1, 2, 6},   {1, 3, 3},   {1, 7, 4},   {1, 13, 5},  {1, 17, 1},
    {1, 19, 2},  {1, 21, 2},  {1, 30, 2},  {2, 3, 3},   {2, 7, 4},   {2, 8, 5},   {2, 9, 1},
    {2, 13, 3},  {2, 27, 2},  {2, 28, 2},  {2, 32, 2},  {3, 7, 3},   {3, 12, 3},  {3, 13, 3},
    {4, 6, 2},   {4, 10, 3},  {5, 6, 5},   {5, 10, 3},  {5, 16, 3},  {6, 16, 3},  {8, 30, 3},
    {8, 32, 3},  {8, 33, 4},  {9, 33, 2},  {13, 33, 3}, {14, 32, 3}, {14, 33, 2}, {15, 32, 3},
    {15, 33, 4}, {18, 32, 1}, {18, 33, 2}, {19, 33, 1}, {20, 32, 3}, {20, 33, 1}, {22, 32, 2},
    {22, 33, 3}, {23, 25, 5}, {23, 27, 4}, {23, 29, 3}, {23, 32, 5}, {23, 33, 4}, {24, 25, 2},
    {24, 27, 3}, {24, 31, 2}, {25, 31, 7}, {26, 29, 4}, {26, 33, 2}, {27, 33, 4}, {28, 31, 2},
    {28, 33, 2}, {29, 32, 4}, {29, 33, 2}, {30, 32, 3}, {30, 33, 3}, {31, 32, 4}, {31, 33, 4},
    {32, 33, 5},
};

/* J. F. Padgett, C. K. Ansell, Robust Action and the Rise of the Medici, American Journal of
 * Sociology 98 (1993): marriages. 0 Acciaiuoli, 1 Albizzi, 2 Barbadori, 3 Bischeri, 4 Castellani, 5
 * Ginori, 6 Guadagni, 7 Lamberteschi, 8 Medici, 9 Pazzi, 10 Peruzzi, 11 Pucci, 12 Ridolfi, 13
 * Salviati, 14 Strozzi, 15 Tornabuoni; Pucci is alone. */
static const ent_tie_t florentine[] = {
    {0, 8, 1},  {8, 2, 1}, {8, 12, 1},  {8, 15, 1}, {8, 1, 1},   {8, 13, 1}, {4, 10, 1},
    {4, 14, 1}, {4, 2, 1}, {10, 14, 1}, {10, 3, 1}, {14, 12, 1}, {14, 3, 1}, {12, 15, 1},
    {15, 6, 1}, {1, 5, 1}, {1, 6, 1},   {13, 9, 1}, {3, 6, 1},   {6, 7, 1},
};

/* D. Krackhardt, Assessing the Political Landscape, Administrative Science Quarterly 35 (1990). 0
 * Andre, 1 Beverly, 2 Carol, 3 Diane, 4 Ed, 5 Fernando, 6 Garth, 7 Heather, 8 Ike, 9 Jane. */
static const ent_tie_t kite[] = {
    {0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 5, 1}, {1, 3, 1}, {1, 4, 1},
    {1, 6, 1}, {2, 3, 1}, {2, 5, 1}, {3, 4, 1}, {3, 5, 1}, {3, 6, 1},
    {4, 6, 1}, {5, 6, 1}, {5, 7, 1}, {6, 7, 1}, {7, 8, 1}, {8, 9, 1},
};

/* A. Davis, B. B. Gardner, M. R. Gardner, Deep South (1941): women 0 to 17 in the order of the
 * book (Evelyn, Laura, Theresa, Brenda, Charlotte, Frances, Eleanor, Pearl, Ruth, Verne, Myra,
 * Katherina, Sylvia, Nora, Helen, Dorothy, Olivia, Flora), events E1 to E14 from 18. */
static const ent_tie_t davis[] = {
    {0, 18, 1},  {0, 19, 1},  {0, 20, 1},  {0, 21, 1},  {0, 22, 1},  {0, 23, 1},  {0, 25, 1},
    {0, 26, 1},  {1, 18, 1},  {1, 19, 1},  {1, 20, 1},  {1, 22, 1},  {1, 23, 1},  {1, 24, 1},
    {1, 25, 1},  {2, 19, 1},  {2, 20, 1},  {2, 21, 1},  {2, 22, 1},  {2, 23, 1},  {2, 24, 1},
    {2, 25, 1},  {2, 26, 1},  {3, 18, 1},  {3, 20, 1},  {3, 21, 1},  {3, 22, 1},  {3, 23, 1},
    {3, 24, 1},  {3, 25, 1},  {4, 20, 1},  {4, 21, 1},  {4, 22, 1},  {4, 24, 1},  {5, 20, 1},
    {5, 22, 1},  {5, 23, 1},  {5, 25, 1},  {6, 22, 1},  {6, 23, 1},  {6, 24, 1},  {6, 25, 1},
    {7, 23, 1},  {7, 25, 1},  {7, 26, 1},  {8, 22, 1},  {8, 24, 1},  {8, 25, 1},  {8, 26, 1},
    {9, 24, 1},  {9, 25, 1},  {9, 26, 1},  {9, 29, 1},  {10, 25, 1}, {10, 26, 1}, {10, 27, 1},
    {10, 29, 1}, {11, 25, 1}, {11, 26, 1}, {11, 27, 1}, {11, 29, 1}, {11, 30, 1}, {11, 31, 1},
    {12, 24, 1}, {12, 25, 1}, {12, 26, 1}, {12, 27, 1}, {12, 29, 1}, {12, 30, 1}, {12, 31, 1},
    {13, 23, 1}, {13, 24, 1}, {13, 26, 1}, {13, 27, 1}, {13, 28, 1}, {13, 29, 1}, {13, 30, 1},
    {13, 31, 1}, {14, 24, 1}, {14, 25, 1}, {14, 27, 1}, {14, 28, 1}, {14, 29, 1}, {15, 25, 1},
    {15, 26, 1}, {16, 26, 1}, {16, 28, 1}, {17, 26, 1}, {17, 28, 1},
};

/* Women 0, events 1. */
static const unsigned char davis_modes[DAVIS_ACTORS] = {
    [DAVIS_WOMEN] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};

#endif
