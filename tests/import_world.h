/* What the tests of files that come in and go out share. */
#ifndef TESTS_IMPORT_WORLD_H
#define TESTS_IMPORT_WORLD_H

#include <stdio.h>
#include <string.h>

#include "core/io/import.h"
#include "core/model/model.h"

/* A small world: a plan with the cluster C1 of 50 ha in the commune U1. */
static struct plan *plan;
static struct import_result result;
static struct err err;

static inline bool take_with(int table, const char *text,
                             const struct import_options *options)
{
    struct text bytes = { (char *)(uintptr_t)text, strlen(text), 0 };
    import_release(&result);
    return import_csv(plan, table, &bytes, options, &result, &err);
}

static inline bool take(int table, const char *text)
{
    const struct import_options options = { .file = "t.csv",
                                            .decimal = DECIMAL_POINT };
    return take_with(table, text, &options);
}

static inline int set_up(void **state)
{
    (void)state;
    plan = model_new("small");
    result = (struct import_result){ 0 };
    bool good = take(UNIT, "key,level\nU1,commune\n") &&
                take(CLUSTER, "key,unit,total_area\nC1,U1,50\n");
    return good ? 0 : fprintf(stderr, "%s\n", err.text);
}

static inline int tear_down(void **state)
{
    (void)state;
    import_release(&result);
    plan_free(plan);
    return 0;
}

#endif
