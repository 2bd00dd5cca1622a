/* How long CSV takes: a million enterprises with every field out and in.
 * BENCH_ROWS sets another number. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/io/export.h"
#include "core/io/import.h"
#include "core/model/model.h"

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static struct value sample(const struct field *field, int row)
{
    switch (field->kind) {
    case KIND_REAL:
        return value_real((row % 997) / 8.0);
    case KIND_WHOLE:
        return value_whole(field->max > 2000 && field->max < 3000
                               ? 2026 + row % 9
                               : row % 500);
    case KIND_MONEY:
        return value_money(17447280120 + row);
    case KIND_AREA:
        return value_area(53998 + row % 1000);
    case KIND_CHOICE:
        return value_text(field->choices[row % 2]);
    case KIND_DATE:
        return value_date(18000 + row % 3000);
    case KIND_FLAG:
        return value_flag(row % 2);
    case KIND_REF:
        return value_none();
    case KIND_SHAPE:
        return value_text(row % 2 ? "POINT (104.9 21.6)" : "POINT (104 22)");
    default:
        return value_text(row % 2 ? "chế biến lâm sản" : "cơ khí, gạch");
    }
}

static void fill(struct plan *plan, int rows)
{
    const struct schema *schema = plan_schema(plan, ENTERPRISE);
    struct err err;
    char key[32];
    plan_room(plan, ENTERPRISE, rows);
    for (int row = 0; row < rows; row++) {
        snprintf(key, sizeof key, "E%07d", row);
        plan_add_key(plan, ENTERPRISE, key, &err);
        for (int f = 1; f < schema->nfields; f++) {
            if (!field_calculated(&schema->field[f]))
                plan_set(plan, ENTERPRISE, row, f,
                         sample(&schema->field[f], row), &err);
        }
    }
}

int main(void)
{
    const char *set = getenv("BENCH_ROWS");
    struct plan *plan = model_new("bench"), *back = model_new("back");
    struct text out = TEXT_INIT;
    struct err err;
    struct import_result result;
    const struct export_form form = { 0 };
    const struct import_options options = { .decimal = DECIMAL_POINT };

    fill(plan, set ? atoi(set) : 1000000);
    double start = now();
    bool good = export_table(plan, ENTERPRISE, &form, &out, &err);
    double out_time = now() - start;
    plan_free(plan);
    start = now();
    good = good && import_csv(back, ENTERPRISE, &out, &options, &result, &err);
    double in_time = now() - start;
    if (good)
        printf("CSV: %d enterprises, %zu MB: out %.2f s, in %.2f s\n",
               result.added, out.size / 1000000, out_time, in_time);
    else
        printf("CSV: %s\n", err.text);
    import_release(&result);
    plan_free(back);
    text_release(&out);
    return !good;
}
