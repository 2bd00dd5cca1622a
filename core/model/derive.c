#include "core/model/derive.h"

#include "core/data/shape.h"
#include "core/model/model.h"

static struct value centre(const struct plan *plan, int table, int row,
                           int field, bool want_lon)
{
    struct value shape = table_get(plan_table(plan, table), row, field);
    if (shape.kind == KIND_NONE)
        return value_none();

    double lon, lat;
    shape_centre(shape.text, &lon, &lat);
    return value_real(want_lon ? lon : lat);
}

struct value derive_cluster_lon(const struct plan *plan, int row)
{
    return centre(plan, CLUSTER, row, CLUSTER_SHAPE, true);
}

struct value derive_cluster_lat(const struct plan *plan, int row)
{
    return centre(plan, CLUSTER, row, CLUSTER_SHAPE, false);
}

struct value derive_enterprise_lon(const struct plan *plan, int row)
{
    return centre(plan, ENTERPRISE, row, ENTERPRISE_SHAPE, true);
}

struct value derive_enterprise_lat(const struct plan *plan, int row)
{
    return centre(plan, ENTERPRISE, row, ENTERPRISE_SHAPE, false);
}

struct value derive_fill_rate(const struct plan *plan, int row)
{
    const struct table *clusters = plan_table(plan, CLUSTER);
    struct value leased = table_get(clusters, row, CLUSTER_LEASED_AREA);
    struct value all = table_get(clusters, row, CLUSTER_INDUSTRIAL_AREA);
    if (leased.kind == KIND_NONE || all.kind == KIND_NONE || all.whole == 0)
        return value_none();
    return value_real(100.0 * (double)leased.whole / (double)all.whole);
}

struct value derive_exceedance(const struct plan *plan, int row)
{
    const struct table *inspections = plan_table(plan, INSPECTION);
    struct value value = table_get(inspections, row, INSPECTION_VALUE);
    struct value limit = table_get(inspections, row, INSPECTION_LIMIT);
    if (value.kind == KIND_NONE || limit.kind == KIND_NONE || limit.real == 0)
        return value_none();
    return value_real(value.real / limit.real);
}
