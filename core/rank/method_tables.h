/* The tables of methods, one for each file of them; method.h joins them. */
#ifndef CORE_RANK_METHOD_TABLES_H
#define CORE_RANK_METHOD_TABLES_H

#include "core/rank/method.h"

extern const struct method methods_of_sums[];        /* SAW, WPM, WASPAS */
extern const struct method methods_of_ideals[];      /* TOPSIS, VIKOR, ... */
extern const struct method methods_of_shares[];      /* COPRAS, ARAS, ... */
extern const struct method methods_of_distances[];   /* EDAS, CODAS, ... */
extern const struct method methods_outranking[];     /* PROMETHEE */
extern const struct method methods_of_concordance[]; /* ELECTRE I, III */
extern const struct method methods_of_classes[];     /* TRI-B, MR-Sort */
extern const struct method methods_of_doubt[];       /* SMAA-2, stability */
extern const struct method methods_of_weights[];     /* AHP, BWM, ... */
extern const struct method methods_of_groups[];      /* of experts */

#endif
