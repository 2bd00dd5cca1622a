/* Work that ^C ends early, so that the script goes on with what there is.
 *
 *     stop_work_begin();
 *     ... while (!stop_asked()) ...
 *     stop_work_end();
 */
#ifndef BINDINGS_HOST_STOP_H
#define BINDINGS_HOST_STOP_H

#include <stdatomic.h>
#include <stdbool.h>

/* What a worker that was interrupted outside of such work ends with. */
enum { EXIT_INTERRUPTED = 130 };

void stop_work_begin(void);
void stop_work_end(void);

/* Once told to stop, or when the time is up, all work is, until a statement of
 * a prompt begins.  The flag is for work in several threads. */
extern atomic_bool stop_wanted;
bool stop_asked(void);
void stop_statement_begins(void);

/* For the handler of the signal: tell the work that runs.  Without work that
 * was not told before, false at a prompt; elsewhere the worker ends. */
bool stop_tell(void);

#endif
