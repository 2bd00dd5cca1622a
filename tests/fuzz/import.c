/* Any bytes as a CSV file of enterprises: taken, or refused with the plan as
 * it was; what was taken comes out as a file that is taken again. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "core/data/change.h"
#include "core/io/export.h"
#include "core/io/import.h"
#include "core/model/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool take(struct plan *plan, const struct text *file)
{
    struct err err;
    struct import_result result;
    struct import_options options = { .file = "fuzz.csv",
                                      .decimal = DECIMAL_POINT };
    struct text refused = TEXT_INIT;
    bool ok = import_csv(plan, ENTERPRISE, file, &options, &result, &err);
    import_print(&result, IMPORT_PRINTED, &refused);
    import_release(&result);
    text_release(&refused);
    return ok;
}

static void take_again(struct plan *plan)
{
    struct err err;
    struct text out = TEXT_INIT;
    struct export_form form = { .decimal = DECIMAL_POINT };
    if (export_table(plan, ENTERPRISE, &form, &out, &err)) {
        struct plan *copy = model_new("copy");
        if (!take(copy, &out))
            abort();
        struct changes *list = changes_between(plan, copy);
        if (list->n > 0)
            abort();
        changes_free(list);
        plan_free(copy);
    }
    text_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct plan *plan = model_new("fuzz");
    struct text file = TEXT_INIT;
    text_put(&file, bytes, size);
    if (take(plan, &file))
        take_again(plan);
    else if (table_live(plan_table(plan, ENTERPRISE)) > 0)
        abort();
    text_release(&file);
    plan_free(plan);
    return 0;
}
