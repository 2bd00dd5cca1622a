/* Memory that runs out on purpose: all allocations of this program, those of
 * SQLite, Lua and the C library too, go through here.
 *
 *     starve_at(STARVE_ONCE, 7);     the 7th from here fails
 *     starve_each(judge);            or each from here, see below
 *     starve_end();
 */
#ifndef TESTS_TRUST_STARVE_H
#define TESTS_TRUST_STARVE_H

#include <stdbool.h>

/* Without it, or under a sanitizer that has its own allocator. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define STARVE_HERE 0
#else
#define STARVE_HERE 1
#endif

enum starve {
    STARVE_NONE,
    STARVE_ONCE, /* one allocation fails */
    STARVE_EVER  /* and all after it */
};

void starve_at(enum starve how, long n);

/* At each step-th allocation from here the process is forked, once for every
 * way to fail: in the child it fails and goes on to its end; then judge is
 * called in this process with the status that waitpid() gives, and it goes on
 * with its memory.  So the part before a failure is run once.
 *
 * What Lua allocates it asks for again after a collection, so that one
 * failure is not seen by anyone: of those, only one in 50 fails once. */
void starve_each(long step, void (*judge)(enum starve how, long n, int status));

/* Between these two calls it is Lua that allocates. */
void starve_lua(bool inside);

/* Back to plenty: how many there were; whether any failed. */
long starve_end(bool *failed);

#endif
