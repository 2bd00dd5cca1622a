/* libFuzzer: any bytes as a list of changes, as a worker might send them. */
#include <stddef.h>
#include <stdint.h>

#include "core/data/change.h"
#include "core/model/model.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct err err;
    struct changes *list = changes_read(bytes, size, &err);
    if (!list)
        return 0;
    struct plan *plan = model_new("Fuzz");
    changes_apply(plan, list, &err);
    plan_free(plan);
    changes_free(list);
    return 0;
}
