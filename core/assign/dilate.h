/* Climbing a concave function that rises far more slowly one way than another.
 * Private to core/assign.
 *
 *     struct dilation *dilation = dilation_new(count);
 *     dilation_begin(dilation, length);
 *     do
 *         value = look(point, slope);
 *     while (dilation_step(dilation, slope, point));
 *
 * After N. Z. Shor (1985), "Minimization methods for non-differentiable
 * functions", Springer, chapter 3: the r-algorithm.  It goes along a line
 * until the value falls, then stretches space along the difference of the last
 * two slopes, so that what they had in common counts for more.  The matrix has
 * a cell for each pair of coordinates.
 */
#ifndef CORE_ASSIGN_DILATE_H
#define CORE_ASSIGN_DILATE_H

#include <stdbool.h>

struct dilation;

struct dilation *dilation_new(int count);
void dilation_free(struct dilation *dilation);

/* Begin again in space as it is, with steps of that length. */
void dilation_begin(struct dilation *dilation, double length);

/* Move the point to where to look next, from the slope where it is: [count].
 * Returns how long the step is; 0 when there is nowhere to go. */
double dilation_step(struct dilation *dilation, const double *slope,
                     double *point);

#endif
