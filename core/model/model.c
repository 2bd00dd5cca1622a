#include "core/model/model.h"

#include "core/model/derive.h"

/* First the fields of each table, then the tables. */

#define TABLE(id, ...) static const struct field id##_field[] = {
#define FIELD FIELD_ENTRY
#define END(id)                                                                \
    }                                                                          \
    ;
#include "core/model/model.def"
#undef TABLE
#undef FIELD
#undef END

#define TABLE(id, title, many, ...)                                            \
    static const struct schema id##_schema = { .name = title,                  \
                                               .plural = many,                 \
                                               .field = id##_field,            \
                                               .nfields = id##_NFIELDS,        \
                                               __VA_ARGS__ };
#define FIELD(...)
#define END(id)
#include "core/model/model.def"
#undef TABLE

const struct schema *const model_schema[MODEL_TABLES] = {
#define TABLE(id, ...) [id] = &id##_schema,
#include "core/model/model.def"
#undef TABLE
#undef FIELD
#undef END
};

struct plan *model_new(const char *name)
{
    return plan_new(name, model_schema, MODEL_TABLES);
}
