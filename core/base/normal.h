/* The standard normal distribution. */
#ifndef CORE_BASE_NORMAL_H
#define CORE_BASE_NORMAL_H

/* The x that a standard normal number is below with this chance; within
 * 1e-15 of it (Wichura 1988, algorithm AS 241, Applied Statistics
 * 37:477-484). */
double normal_quantile(double chance);

/* The chance that it is below x. */
double normal_chance(double x);

#endif
