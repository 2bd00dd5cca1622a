/* libFuzzer: any bytes as a plan file.
 *
 * Promises checked beside memory safety: a plan or a reason, no byte of the
 * file changed and no file beside it; a plan that opens can be saved, and what
 * was saved opens.  The mutator changes values where it finds them; a whole
 * plan file is in the corpus. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/model/model.h"
#include "core/store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char path[64], again[72];
static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };

static void forget(void)
{
    unlink(path);
    unlink(again);
}

static int input(void)
{
    static int file = -1;
    if (file >= 0)
        return file;
    snprintf(path, sizeof path, "/tmp/ccn-fuzz-XXXXXX");
    file = mkstemp(path);
    if (file < 0)
        abort();
    snprintf(again, sizeof again, "%s.saved", path);
    atexit(forget);
    return file;
}

static void save_and_open(const struct plan *plan)
{
    struct err err;
    if (!store_save(plan, again, &err))
        abort();
    struct plan *back = store_open(again, &known, &err);
    if (!back)
        abort();
    plan_free(back);
    unlink(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static long opened;
    struct err err = { .text = "" };
    struct stat before, after;
    int file = input();
    if (ftruncate(file, 0) != 0 ||
        pwrite(file, bytes, size, 0) != (ssize_t)size || fstat(file, &before))
        abort();
    struct plan *plan = store_open(path, &known, &err);
    if (!plan && !err.text[0])
        abort();
    if (fstat(file, &after) || before.st_size != after.st_size ||
        before.st_mtim.tv_nsec != after.st_mtim.tv_nsec)
        abort();
    if (plan && opened++ % 64 == 0)
        save_and_open(plan);
    plan_free(plan);
    return 0;
}
