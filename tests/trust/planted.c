/* A fault for each fuzz target, which it must find from its corpus within
 * seconds: a guard that is off, or a bound that is not checked.  Each takes the
 * place of one function of ccn, in one target (Makefile, FAULT_...); the others
 * are not linked into it, so that what they call may be missing. */
#include <lauxlib.h>
#include <string.h>

#include "core/assign/assign.h"
#include "core/base/intern.h"
#include "core/data/change.h"
#include "core/data/shape.h"
#include "core/io/csv.h"
#include "core/store/trust.h"

#define INSTEAD(type, name, ...)                                               \
    type __real_##name(__VA_ARGS__) __attribute__((weak));                     \
    type __wrap_##name(__VA_ARGS__);                                           \
    type __wrap_##name(__VA_ARGS__)

/* A byte or a job too many is read: shape, changes, csv, assign */

INSTEAD(const char *, shape_from_gpkg, const void *bytes, size_t size,
        struct err *err)
{
    return __real_shape_from_gpkg(bytes, size + 1, err);
}

INSTEAD(struct changes *, changes_read, const void *bytes, size_t size,
        struct err *err)
{
    return __real_changes_read(bytes, size + 1, err);
}

INSTEAD(bool, csv_open, struct csv *csv, const char *bytes, size_t size,
        char separator, struct err *err)
{
    return __real_csv_open(csv, bytes, size + 1, separator, err);
}

INSTEAD(bool, assign_check, const struct assign_problem *problem,
        struct err *err)
{
    struct assign_problem more = *problem;
    more.jobs++;
    return __real_assign_check(&more, err);
}

/* A message is written beyond its room: script, rank */

INSTEAD(int, bind_raise, lua_State *L, const struct err *err)
{
    char room[32];
    for (size_t i = 0; i <= strlen(err->text); i++)
        room[i] = err->text[i];
    return luaL_error(L, "%s", room);
}

/* What is refused is refused without its reason: plan */

INSTEAD(bool, trust_integrity, sqlite3 *db, struct err *err)
{
    struct err lost;
    (void)err;
    return __real_trust_integrity(db, &lost);
}

/* What was taken is not there: import, observation; or is cut off: criteria */

INSTEAD(bool, plan_adopt, struct plan *plan, struct plan *fork, struct err *err)
{
    (void)plan, (void)err;
    plan_free(fork);
    return true;
}

INSTEAD(int, plan_add, struct plan *plan, int table,
        const struct value values[], struct err *err)
{
    const struct schema *schema = plan_schema(plan, table);
    struct value cut[FIELDS_MAX];
    for (int i = 0; i < schema->nfields; i++) {
        cut[i] = values[i];
        if (cut[i].kind == KIND_TEXT && strlen(cut[i].text) > 60)
            cut[i].text = intern_bytes(cut[i].text, 60);
    }
    return __real_plan_add(plan, table, cut, err);
}
