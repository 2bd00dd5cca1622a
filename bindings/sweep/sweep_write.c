#include "bindings/sweep/sweep_write.h"

#include <math.h>

/* A number as the field keeps it: to the whole đồng, 0.1 m2, year or day. */
static struct value rounded(const struct field *field, double number)
{
    double scale = field->unit[0] == 'm' ? AREA_M2 : AREA_HA;
    switch (field->kind) {
    case KIND_WHOLE:
        return value_real(round(number));
    case KIND_MONEY:
        return value_real(round(number));
    case KIND_AREA:
        return fabs(number * scale) < 9e15 ? value_area(llround(number * scale))
                                           : value_real(number);
    case KIND_DATE:
        return value_date(llround(number));
    default:
        return value_real(number);
    }
}

/* The value of a factor for its field; base: what stands there now. */
static struct value value_of(const struct field *field,
                             const struct state_factor *factor,
                             struct value base, double number)
{
    double from = field->kind == KIND_DATE ? (double)base.whole
                                           : field_number(field, base);
    if (factor->by == BY_ADD)
        number = from + number;
    else if (factor->by == BY_TIMES)
        number = from * number;
    return rounded(field, number);
}

/* A label as a value; the text in it is Lua's. */
static struct value label_of(lua_State *L, int labels, int factor, double code)
{
    struct value value = value_none();
    lua_rawgeti(L, labels, factor + 1);
    lua_rawgeti(L, -1, (lua_Integer)code);
    if (lua_type(L, -1) == LUA_TSTRING)
        value = value_text(lua_tostring(L, -1));
    else if (lua_isboolean(L, -1))
        value = value_flag(lua_toboolean(L, -1));
    lua_pop(L, 2);
    return value;
}

static bool write_one(struct plan *fork, const struct state_factor *factor,
                      struct value value, struct err *err)
{
    return plan_set(fork, factor->table, factor->row, factor->field, value,
                    err) ||
           err_in(err, "factor %s", factor->name);
}

bool sweep_write(struct plan *fork, const struct experiment *about,
                 lua_State *L, int labels, const double *in, struct err *err)
{
    for (int i = 0; i < about->inputs; i++) {
        const struct state_factor *factor = &about->factor[i];
        if (factor->table < 0)
            continue;
        const struct field *field =
            &plan_schema(fork, factor->table)->field[factor->field];
        struct value base =
            plan_get(fork, factor->table, factor->row, factor->field);
        if (factor->by != BY_SET && base.kind == KIND_NONE)
            return err_set(err, ERR_UNKNOWN,
                           "factor %s: the plan does not know %s, so nothing "
                           "can be added to it or times it",
                           factor->name, field->name);
        struct value value = factor->labels
                                 ? label_of(L, labels, i, in[i])
                                 : value_of(field, factor, base, in[i]);
        if (!write_one(fork, factor, value, err))
            return false;
    }
    return true;
}
