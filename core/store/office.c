#include "core/store/office.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/data/accept.h"

struct offices {
    int table, role, duties, from, to;
};

static bool find(const struct plan *plan, struct offices *at, struct err *err)
{
    at->table = plan_table_named(plan, "office");
    if (at->table < 0)
        return err_set(err, ERR_FORMAT, "the plan has no table of offices");
    const struct schema *schema = plan_schema(plan, at->table);
    at->role = schema_field(schema, "role");
    at->duties = schema_field(schema, "duties");
    at->from = schema_field(schema, "valid_from");
    at->to = schema_field(schema, "valid_to");
    return (at->role > 0 && at->duties > 0 && at->from > 0 && at->to > 0) ||
           err_set(err, ERR_FORMAT, "the plan has no table of offices");
}

static bool is_valid(const struct plan *plan, const struct offices *at, int row,
                     int64_t day)
{
    if (!table_has(plan_table(plan, at->table), row))
        return false;
    struct value from = plan_get(plan, at->table, row, at->from);
    struct value to = plan_get(plan, at->table, row, at->to);
    return (from.kind == KIND_NONE || from.whole <= day) &&
           (to.kind == KIND_NONE || day <= to.whole);
}

static bool has_duty(const struct plan *plan, const struct offices *at, int row,
                     const char *duty)
{
    struct value duties = plan_get(plan, at->table, row, at->duties);
    char name[64];
    if (duties.kind == KIND_NONE)
        return false;
    for (const char *next = duties.text; set_next(&next, name, sizeof name);) {
        if (strcmp(name, duty) == 0)
            return true;
    }
    return false;
}

/* The row of the office that has the role, -1 for none, -2 for several. */
static int row_of(const struct plan *plan, const struct offices *at,
                  const char *role, int64_t day)
{
    int rows = table_rows(plan_table(plan, at->table)), found = -1;
    for (int row = 0; row < rows; row++) {
        if (!is_valid(plan, at, row, day))
            continue;
        struct value has = plan_get(plan, at->table, row, at->role);
        if (has.kind != KIND_NONE && strcmp(has.text, role) == 0)
            found = found == -1 ? row : -2;
    }
    return found;
}

/* The urgent route is open only to who has a ground for it. */
static bool check_ground(const struct plan *plan, const struct offices *at,
                         int row, const char *duty, struct err *err)
{
    int field = schema_field(plan_schema(plan, at->table), "ground");
    bool named =
        field > 0 && plan_get(plan, at->table, row, field).kind != KIND_NONE;
    return strcmp(duty, "urgent") != 0 || named ||
           err_set(err, ERR_READONLY,
                   "'%.80s' decides urgently, but on which ground is not said "
                   "(table office, ground)",
                   table_key(plan_table(plan, at->table), row));
}

/* Who has the duty instead. */
static void hint_who(const struct plan *plan, const char *duty, const char *day,
                     struct err *err)
{
    struct text roles = TEXT_INIT;
    office_roles(plan, duty, day, &roles);
    if (roles.size > 0)
        err_hint(err, "who has it: %s", roles.bytes);
    else
        err_hint(err, "nobody has it");
    text_release(&roles);
}

const char *office_with(const struct plan *plan, const char *role,
                        const char *duty, const char *day, struct err *err)
{
    struct offices at = { 0 };
    int64_t days;
    if (!find(plan, &at, err))
        return NULL;
    if (!date_parse(day, &days)) {
        err_set(err, ERR_TYPE, "'%.40s' is no date such as 2026-09-15", day);
        return NULL;
    }
    int row = row_of(plan, &at, role, days);
    if (row == -1)
        err_set(err, ERR_UNKNOWN,
                "no office has the role '%.60s' on %s (table office)", role,
                day);
    else if (row < 0)
        err_set(err, ERR_EXISTS,
                "several offices have the role '%.60s' on %s (table office)",
                role, day);
    else if (!has_duty(plan, &at, row, duty)) {
        err_set(err, ERR_READONLY,
                "%.60s has not the duty '%s' (table office, duties)", role,
                duty);
        hint_who(plan, duty, day, err);
    } else if (check_ground(plan, &at, row, duty, err))
        return table_key(plan_table(plan, at.table), row);
    return NULL;
}

const char *office_next(const struct plan *plan, const char *duty,
                        const char *day, int *row)
{
    struct offices at = { 0 };
    struct err err;
    int64_t days;
    if (!find(plan, &at, &err) || !date_parse(day, &days))
        return NULL;
    while (*row < table_rows(plan_table(plan, at.table))) {
        int here = (*row)++;
        if (is_valid(plan, &at, here, days) && has_duty(plan, &at, here, duty))
            return table_key(plan_table(plan, at.table), here);
    }
    return NULL;
}

void office_roles(const struct plan *plan, const char *duty, const char *day,
                  struct text *out)
{
    enum { SHOWN = 4 };
    struct offices at = { 0 };
    struct err err;
    int row = 0;
    if (!find(plan, &at, &err))
        return;
    for (int n = 0; office_next(plan, duty, day, &row); n++) {
        struct value role = plan_get(plan, at.table, row - 1, at.role);
        if (n < SHOWN && role.kind != KIND_NONE)
            text_add(out, "%s%.60s", out->size ? ", " : "", role.text);
        else if (n == SHOWN)
            text_add(out, ", …");
    }
}
