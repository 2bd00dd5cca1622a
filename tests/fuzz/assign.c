/* libFuzzer: any bytes as an instance of each format.
 *
 * Promises checked beside memory safety: what is refused is named by its file,
 * in one line; what is read can be checked. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/assign/assign.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char path[40];

static void forget(void)
{
    unlink(path);
}

/* One file for all runs. */
static int input(void)
{
    static int file = -1;
    if (file >= 0)
        return file;
    snprintf(path, sizeof path, "/tmp/ccn-fuzz-XXXXXX");
    file = mkstemp(path);
    if (file < 0)
        abort();
    atexit(forget);
    return file;
}

static void check_refused(const struct err *err)
{
    if (strncmp(err->text, path, strlen(path)) != 0 || strchr(err->text, '\n'))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    int file = input();
    if (ftruncate(file, 0) != 0 ||
        pwrite(file, bytes, size, 0) != (ssize_t)size)
        abort();
    for (int format = ASSIGN_GUESS; format <= ASSIGN_PLAN; format++) {
        struct assign_problem problem;
        struct err err;
        if (!assign_read(&problem, path, (enum assign_format)format, &err)) {
            check_refused(&err);
            continue;
        }
        assign_check(&problem, &err);
        assign_problem_release(&problem);
    }
    return 0;
}
