/* Jobs shared out over threads.
 *
 *     task_run(threads, jobs, job, data);
 *
 * calls job(data, number, thread) for each number from 0 to jobs - 1, on up
 * to so many threads, this one among them; thread is from 0 to threads - 1
 * and never the same in two calls that run at once.  A thread that cannot be
 * started is done without.  Returns when all jobs are done.
 */
#ifndef CORE_BASE_TASK_H
#define CORE_BASE_TASK_H

enum { TASK_THREADS = 64 }; /* at most */

void task_run(int threads, long jobs, void (*job)(void *, long, int),
              void *data);

/* How many threads can run at once here; $CCN_THREADS if it is set.  Results do
 * not depend on it. */
int task_threads(void);

#endif
