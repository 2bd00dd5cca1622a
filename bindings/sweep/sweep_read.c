#include "bindings/sweep/sweep_read.h"

#include <math.h>

static const char *const kinds[] = { "fixed",      "uniform", "whole",
                                     "triangular", "normal",  "lognormal",
                                     "choice",     NULL };
static const char *const designs[] = { "factorial", "one",    "latin", "sobol",
                                       "saltelli",  "morris", "table", NULL };
static const char *const ways[] = { "set", "add", "times", NULL };

/* Push the list of a field and give its length. */
static size_t push_list(struct arrays *arrays, int table, const char *field)
{
    size_t count = arrays_count(arrays, table, field);
    lua_getfield(arrays->L, table, field);
    return count;
}

static int push_entry(struct arrays *arrays, size_t i)
{
    lua_State *L = arrays->L;
    lua_rawgeti(L, -1, (lua_Integer)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    return lua_gettop(L);
}

static double whole_of(struct arrays *arrays, int table, const char *field,
                       double missing, double most)
{
    double number = arrays_number(arrays, table, field, missing);
    if (!(number >= 0 && number <= most) || number != floor(number))
        bind_fail(arrays->L, "%s must be a whole number from 0 to %.0f", field,
                  most);
    return number;
}

static void read_factor(struct arrays *arrays, int table, struct factor *factor)
{
    factor->name = arrays_text(arrays, table, "name");
    factor->kind =
        (enum factor_kind)arrays_choice(arrays, table, "kind", kinds);
    factor->a = arrays_number(arrays, table, "a", 0);
    factor->b = arrays_number(arrays, table, "b", 0);
    factor->c = arrays_number(arrays, table, "c", 0);
    factor->low = arrays_number(arrays, table, "low", 0);
    factor->high = arrays_number(arrays, table, "high", 0);
    factor->base = arrays_number(arrays, table, "base", NAN);
    factor->based = !isnan(factor->base);
    factor->levels = (int)whole_of(arrays, table, "levels", 0, DESIGN_LEVELS);
    size_t count = arrays_count(arrays, table, "values");
    if (factor->kind != FACTOR_CHOICE)
        return;
    if (count > FACTOR_VALUES)
        bind_fail(arrays->L, "factor %s: too many values", factor->name);
    factor->count = (int)count;
    factor->value = arrays_numbers(arrays, table, "values", count);
    factor->weight = arrays_numbers_optional(arrays, table, "weights", count);
}

void sweep_read_design(struct arrays *arrays, int table,
                       struct design_request *request)
{
    lua_State *L = arrays->L;
    size_t count = push_list(arrays, table, "factors");
    struct factor *factor = arrays_room(arrays, count, sizeof *factor);
    for (size_t i = 0; i < count; i++) {
        read_factor(arrays, push_entry(arrays, i), &factor[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    lua_getfield(L, table, "design");
    luaL_checktype(L, -1, LUA_TTABLE);
    int at = lua_gettop(L);
    *request = (struct design_request){
        .kind = (enum design_kind)arrays_choice(arrays, at, "kind", designs),
        .factor = factor,
        .factors = (int)count,
        .n = (int64_t)whole_of(arrays, at, "n", 0, DESIGN_RUNS),
        .seed = (uint64_t)whole_of(arrays, at, "seed", 1, 9007199254740992.0),
        .scramble = arrays_flag(arrays, at, "scramble"),
        .skip = (uint64_t)whole_of(arrays, at, "skip", 0, DESIGN_RUNS),
        .second = arrays_flag(arrays, at, "second"),
        .centred = arrays_flag(arrays, at, "centred"),
        .levels = (int)whole_of(arrays, at, "levels", 0, DESIGN_LEVELS),
        .candidates =
            (int64_t)whole_of(arrays, at, "candidates", 0, DESIGN_CANDIDATES),
    };
    if (request->kind == DESIGN_TABLE)
        request->table =
            arrays_numbers(arrays, at, "table", (size_t)request->n * count);
    lua_pop(L, 1);
}

/* How factors reach the function */

static int named_table(lua_State *L, const char *name)
{
    lua_pushstring(L, name);
    int table = bind_table(L, lua_gettop(L));
    lua_pop(L, 1);
    return table;
}

static int named_field(lua_State *L, const char *name,
                       const struct schema *schema)
{
    lua_pushstring(L, name);
    int field = bind_field(L, lua_gettop(L), schema);
    lua_pop(L, 1);
    return field;
}

/* The cell that takes the value: { table, key, field } of the script. */
static void read_cell(struct arrays *arrays, int at, const struct plan *plan,
                      struct state_factor *factor)
{
    lua_State *L = arrays->L;
    factor->table = -1;
    if (lua_getfield(L, at, "field") == LUA_TNIL) {
        lua_pop(L, 1);
        return;
    }
    lua_pop(L, 1);
    if (!plan)
        bind_fail(L, "factor %s is a field, so the sweep needs a plan",
                  factor->name);
    const char *const *cell = arrays_texts(arrays, at, "field", 3);
    factor->table = named_table(L, cell[0]);
    factor->row = plan_find(plan, factor->table, cell[1]);
    if (factor->row < 0)
        bind_fail(L, "factor %s: there is no %s '%s' in the plan", factor->name,
                  cell[0], cell[1]);
    factor->field = named_field(L, cell[2], plan_schema(plan, factor->table));
    factor->by = (enum factor_by)arrays_choice(arrays, at, "by", ways);
}

void sweep_read_factors(struct arrays *arrays, int table,
                        const struct plan *plan, struct experiment *experiment)
{
    lua_State *L = arrays->L;
    size_t count = push_list(arrays, table, "factors");
    struct state_factor *factor = arrays_room(arrays, count, sizeof *factor);
    for (size_t i = 0; i < count; i++) {
        int at = push_entry(arrays, i);
        factor[i].name = arrays_text(arrays, at, "name");
        factor[i].whole = arrays_flag(arrays, at, "whole");
        factor[i].labels =
            (int)whole_of(arrays, at, "labelled", 0, FACTOR_VALUES);
        read_cell(arrays, at, plan, &factor[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    size_t outputs = arrays_count(arrays, table, "output_names");
    experiment->inputs = (int)count;
    experiment->outputs = (int)outputs;
    experiment->factor = factor;
    experiment->output = arrays_texts(arrays, table, "output_names", outputs);
    experiment->plan = plan;
}

/* What is stored */

static size_t read_columns(struct arrays *arrays, int table, const char *list,
                           struct results_column *column)
{
    size_t count = push_list(arrays, table, list);
    for (size_t i = 0; i < count; i++) {
        int at = push_entry(arrays, i);
        column[i].name = arrays_text(arrays, at, "name");
        column[i].title = arrays_text(arrays, at, "title");
        column[i].unit = arrays_text(arrays, at, "unit");
        column[i].what = arrays_text(arrays, at, "what");
        column[i].note = arrays_text(arrays, at, "note");
        lua_pop(arrays->L, 1);
    }
    lua_pop(arrays->L, 1);
    return count;
}

void sweep_read_about(struct arrays *arrays, int table,
                      struct results_about *about)
{
    size_t inputs = arrays_count(arrays, table, "factors");
    size_t outputs = arrays_count(arrays, table, "outputs");
    struct results_column *column =
        arrays_room(arrays, inputs + outputs, sizeof *column);
    read_columns(arrays, table, "factors", column);
    read_columns(arrays, table, "outputs", column + inputs);
    about->name = arrays_text(arrays, table, "name");
    about->question = arrays_text(arrays, table, "question");
    about->script = arrays_text(arrays, table, "script");
    about->script_hash = arrays_text(arrays, table, "script_sha256");
    about->parameters = arrays_text(arrays, table, "parameters");
    about->design = arrays_text(arrays, table, "design_text");
    about->versions = arrays_text(arrays, table, "versions");
    about->identity = arrays_text(arrays, table, "identity");
    about->inputs = (int)inputs;
    about->outputs = (int)outputs;
    about->column = column;
}
