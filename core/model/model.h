/* The model: which tables a plan of ours has, and their fields.
 *
 * A new table is its .def file and one line in model.def.  From the entries
 * follow the numbers of tables (CLUSTER) and fields (CLUSTER_TOTAL_AREA), and
 * the descriptions in model_schema.
 */
#ifndef CORE_MODEL_MODEL_H
#define CORE_MODEL_MODEL_H

#include "core/data/plan.h"

enum model_table {
#define TABLE(id, ...) id,
#define FIELD(...)
#define END(id)
#include "core/model/model.def"
#undef TABLE
#undef FIELD
#undef END
    MODEL_TABLES
};

#define TABLE(id, ...)                                                         \
    enum id##_fields                                                           \
    {
#define FIELD FIELD_NAME
#define END(id)                                                                \
    id##_NFIELDS                                                               \
    }                                                                          \
    ;
#include "core/model/model.def"
#undef TABLE
#undef FIELD
#undef END

extern const struct schema *const model_schema[MODEL_TABLES];

struct plan *model_new(const char *name); /* an empty plan with these tables */

#endif
