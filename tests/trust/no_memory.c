/* A library to be preloaded: memory that runs out.
 *
 *     NO_MEMORY_AT=N       the N-th allocation of the process fails
 *     NO_MEMORY_EVER=1     and all after it
 *     NO_MEMORY_COUNT=FD   at the end, how many there were is written to FD
 *     NO_MEMORY_WHO=WHO    in the "parent" or in the "worker"; else in none
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long made;
static long at, ever;
static int count = -1;

__attribute__((constructor)) static void begin(int argc, char **argv)
{
    const char *who = getenv("NO_MEMORY_WHO"), *n = getenv("NO_MEMORY_AT");
    int worker = argc > 1 && strcmp(argv[1], "--worker") == 0;
    if (!who || worker != (strcmp(who, "worker") == 0))
        return;
    at = n ? atol(n) : 0;
    ever = getenv("NO_MEMORY_EVER") != NULL;
    n = getenv("NO_MEMORY_COUNT");
    count = n ? atoi(n) : -1;
    made = 0;
}

__attribute__((destructor)) static void end(void)
{
    if (count >= 0)
        dprintf(count, "allocations: %ld\n", (long)made);
}

/* How a worker ends. */
void _exit(int status)
{
    end();
    syscall(SYS_exit_group, status);
    for (;;)
        ;
}

static int fails(void)
{
    long n = ++made;
    if (at == 0 || n < at || (n > at && !ever))
        return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}
