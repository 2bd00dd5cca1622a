/* Which of several names a wrong one was probably meant to be.
 *
 *     struct nearest nearest = nearest_to("Dam Hong");
 *     for (...)
 *         nearest_try(&nearest, name);
 *     nearest.best                "Đầm Hồng"; NULL when none is near
 *
 * Marks and small or large letters do not count.  A name that the wrong one
 * begins, or that begins the wrong one, is nearer than any with a slip in it;
 * of two that are as near, the one as long as the wrong name, then the first
 * by bytes.
 */
#ifndef CORE_BASE_NEAREST_H
#define CORE_BASE_NEAREST_H

enum { NEAREST_MOST = 64 }; /* bytes; longer names are near to none */

struct nearest {
    const char *best;
    int steps, limit;
    char bare[NEAREST_MOST + 1];
};

struct nearest nearest_to(const char *name);

/* The name must live as long as the answer is used. */
void nearest_try(struct nearest *nearest, const char *name);

/* The same for another name of the thing that is called `name`. */
void nearest_try_as(struct nearest *nearest, const char *other,
                    const char *name);

#endif
