/* libFuzzer: any bytes as a plan file.
 *
 * Promises checked beside memory safety: a plan or a reason, no byte of the
 * file changed and no file beside it; a plan that opens can be saved, and what
 * was saved opens.  It starts from a plan made here, so that it is of today's
 * format; its pages are small, so that most bytes mean something. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/data/shape.h"
#include "core/model/model.h"
#include "core/store/store.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
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

static struct plan *small_plan(void)
{
    struct err err;
    struct plan *plan = model_new("Fuzz");
    const struct value shape = { .kind = KIND_SHAPE,
                                 .text = shape_point(105.8, 21) };
    if (plan_add_key(plan, UNIT, "U", &err) < 0 ||
        plan_add_key(plan, CLUSTER, "C", &err) < 0 ||
        plan_add_key(plan, PARCEL, "P", &err) < 0 ||
        !plan_set(plan, CLUSTER, 0, CLUSTER_UNIT, value_ref(0), &err) ||
        !plan_set(plan, CLUSTER, 0, CLUSTER_SHAPE, shape, &err))
        abort();
    return plan;
}

/* A plan in the first folder, before the corpus is read. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    char seed[4096];
    struct err err;
    sqlite3 *db;
    int i = 1;
    while (i < *argc && (*argv)[i][0] == '-')
        i++;
    if (i == *argc)
        return 0;
    struct plan *plan = small_plan();
    snprintf(seed, sizeof seed, "%s/seed", (*argv)[i]);
    if (!store_save(plan, seed, &err) || sqlite3_open(seed, &db) ||
        sqlite3_exec(db, "PRAGMA page_size = 512; VACUUM", NULL, NULL, NULL) ||
        sqlite3_close(db))
        abort();
    plan_free(plan);
    plan = store_open(seed, &known, &err);
    if (!plan)
        abort();
    plan_free(plan);
    return 0;
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

/* Not only "name of the file: ". */
static bool says_why(const char *text)
{
    size_t size = strlen(text);
    return size > 0 && text[size - 1] != ' ';
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
    if (!plan && !says_why(err.text))
        abort();
    if (fstat(file, &after) || before.st_size != after.st_size ||
        before.st_mtim.tv_nsec != after.st_mtim.tv_nsec)
        abort();
    if (plan && opened++ % 64 == 0)
        save_and_open(plan);
    plan_free(plan);
    return 0;
}
