/* Weights that people give as numbers or as an order of the criteria.
 *
 *     POINTS_DIRECT  shares of any sum
 *     POINTS_SWING   0 to 100; 100 for the criterion whose swing from worst to
 *                    best counts most (von Winterfeldt and Edwards 1986)
 *     POINTS_SMART   10 for the least important, the others as many times as
 *                    they count more (Edwards 1977, IEEE Transactions on
 *                    Systems, Man and Cybernetics 7:326-340)
 *
 * Of an order alone (1 counts most; equals share the mean of their places):
 *
 *     ORDER_CENTROID    w_i = 1/n sum of 1/k, k from i to n (ROC: Barron and
 *                       Barrett 1996, Management Science 42:1515-1523)
 *     ORDER_SUM         w_i = 2 (n + 1 - i) / (n (n + 1))
 *     ORDER_RECIPROCAL  w_i = (1/i) / sum of 1/k (both: Stillwell, Seaver and
 *                       Edwards 1981, Organizational Behavior and Human
 *                       Performance 28:62-77)
 */
#ifndef CORE_RANK_WEIGHT_POINTS_H
#define CORE_RANK_WEIGHT_POINTS_H

#include "core/base/err.h"

enum points_kind { POINTS_DIRECT, POINTS_SWING, POINTS_SMART };
enum order_kind { ORDER_CENTROID, ORDER_SUM, ORDER_RECIPROCAL };

/* weight has room for n.  Errors name the criterion. */
bool weights_from_points(enum points_kind kind, int n, const char *const *name,
                         const double *points, double *weight, struct err *err);

/* rank: whole numbers of any kind, the least first; only their order counts */
bool weights_from_order(enum order_kind kind, int n, const char *const *name,
                        const double *rank, double *weight, struct err *err);

#endif
