/* libFuzzer: any bytes imported into a plan, all or nothing.
 *
 * The first byte of the input chooses table, decimal sign and policy.
 * Promises checked beside memory safety: a refusal changes nothing and says
 * why; what was taken is there, can be written, read into a plan of the same
 * start and is then equal to the bit. */
#include <stdlib.h>
#include <string.h>

#include "core/data/change.h"
#include "core/io/export.h"
#include "core/io/import.h"
#include "core/model/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* A plan with a unit and a cluster to refer to. */
static struct plan *small_plan(void)
{
    struct err err;
    struct plan *plan = model_new("fuzz");
    must(plan_add_key(plan, UNIT, "U1", &err) == 0);
    must(plan_add_key(plan, CLUSTER, "C1", &err) == 0);
    return plan;
}

static bool take(struct plan *plan, int table, const struct text *bytes,
                 struct import_options options)
{
    struct err err;
    struct import_result result;
    struct text out = TEXT_INIT;
    uint64_t before = plan_revision(plan);
    int rows = table_rows(plan_table(plan, table));
    options.file = "fuzz.csv";
    bool good = import_csv(plan, table, bytes, &options, &result, &err);
    must(good == (result.nrefused == 0));
    must(good || (plan_revision(plan) == before && err.text[0]));
    must(table_rows(plan_table(plan, table)) == rows + result.added);
    import_print(&result, IMPORT_PRINTED, &out);
    must(good == (out.size == 0));
    text_release(&out);
    import_release(&result);
    return good;
}

static void check_back(const struct plan *base, const struct plan *full,
                       int table)
{
    struct err err;
    struct text out = TEXT_INIT;
    struct plan *back = plan_fork(base, "back");
    const struct export_form form = { .separator = ';',
                                      .decimal = DECIMAL_COMMA };
    const struct import_options options = { .decimal = DECIMAL_COMMA,
                                            .policy = IMPORT_BOTH,
                                            .clear = true };
    must(export_table(full, table, &form, &out, &err));
    must(take(back, table, &out, options));
    struct changes *list = changes_between(full, back);
    must(list->n == 0);
    changes_free(list);
    plan_free(back);
    text_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int tables[] = { CLUSTER, ENTERPRISE, UNIT, PHASE };
    static struct plan *base;
    if (!base)
        base = small_plan();
    if (size == 0)
        return 0;

    int table = tables[data[0] & 3];
    const struct import_options options = {
        .decimal = (enum decimal)((data[0] >> 2) % 3),
        .policy = (enum import_policy)((data[0] >> 4) % 3),
        .clear = data[0] >> 7,
    };
    struct text bytes = TEXT_INIT;
    text_put(&bytes, data + 1, size - 1);
    struct plan *full = plan_fork(base, "full");
    if (take(full, table, &bytes, options))
        check_back(base, full, table);
    plan_free(full);
    text_release(&bytes);
    return 0;
}
