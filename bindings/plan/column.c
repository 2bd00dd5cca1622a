#include "bindings/plan/column.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/plan/select.h"

#define ROWS "ccn.rows"
#define COLUMN "ccn.column"

/* The rows of a selection as they were. */
struct rows {
    struct plan *plan; /* a fork */
    int table, n;
    bool all; /* row i is number i of the table */
    int row[];
};

/* A column has the rows as its user value. */
struct column_box {
    struct bind_column column; /* first */
    const struct rows *rows;   /* NULL: numbers of no plan */
    int field;
    union cell *room; /* of table_column() */
    double number[];
};

static const struct rows *rows_check(lua_State *L)
{
    return luaL_checkudata(L, 1, ROWS);
}

static int rows_close(lua_State *L)
{
    struct rows *rows = luaL_checkudata(L, 1, ROWS);
    plan_free(rows->plan);
    rows->plan = NULL;
    return 0;
}

static int row_at(const struct rows *rows, int i)
{
    return rows->all ? i : rows->row[i];
}

static bool is_all(const struct selection *from, const struct table *table)
{
    bool all = from->n == table_rows(table) && from->n == table_live(table);
    for (int i = 0; all && i < from->n; i++)
        all = from->row[i] == i;
    return all;
}

/* ccn.engine.rows(selection): without those that have been removed. */
static int engine_rows(lua_State *L)
{
    lua_settop(L, 1);
    const struct selection *from = select_check(L);
    const struct table *table = plan_table(select_plan(from), from->table);
    bool all = is_all(from, table);
    size_t room = all ? 0 : (size_t)from->n * sizeof(int);
    lua_getiuservalue(L, 1, 1);
    struct rows *rows = lua_newuserdatauv(L, sizeof *rows + room, 1);
    *rows = (struct rows){ NULL, from->table, all ? from->n : 0, all };
    for (int i = 0; !all && i < from->n; i++) {
        if (select_has(from, i))
            rows->row[rows->n++] = from->row[i];
    }
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, ROWS);
    rows->plan = plan_fork(select_plan(from), plan_name(select_plan(from)));
    return 1;
}

static int rows_length(lua_State *L)
{
    lua_pushinteger(L, rows_check(L)->n);
    return 1;
}

/* rows:row(i), a row of the plan that the selection was made of. */
static int rows_row(lua_State *L)
{
    const struct rows *rows = rows_check(L);
    lua_Integer i = luaL_checkinteger(L, 2);
    luaL_argcheck(L, i >= 1 && i <= rows->n, 2, "no such row");
    lua_getiuservalue(L, 1, 1);
    bind_push_row(L, -1, rows->table, row_at(rows, (int)i - 1));
    return 1;
}

static struct column_box *push_column(lua_State *L, size_t room)
{
    const struct rows *rows = rows_check(L);
    struct column_box *box =
        lua_newuserdatauv(L, sizeof *box + room * sizeof(double), 1);
    *box = (struct column_box){ .rows = rows, .column.count = (size_t)rows->n };
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, COLUMN);
    return box;
}

double *bind_push_numbers(lua_State *L, size_t count)
{
    struct column_box *box =
        lua_newuserdatauv(L, sizeof *box + count * sizeof(double), 1);
    *box = (struct column_box){ .column.count = count };
    box->column.number = box->number;
    luaL_setmetatable(L, COLUMN);
    return box->number;
}

static int column_close(lua_State *L)
{
    struct column_box *box = luaL_checkudata(L, 1, COLUMN);
    free(box->room);
    box->room = NULL;
    box->column = (struct bind_column){ 0 };
    return 0;
}

/* rows:keys() */
static int rows_keys(lua_State *L)
{
    const struct rows *rows = rows_check(L);
    const struct table *table = plan_table(rows->plan, rows->table);
    struct column_box *box = push_column(L, rows->all ? 0 : (size_t)rows->n);
    if (rows->all && rows->n > 0) {
        const union cell *cell = table_column(table, 0, &box->room);
        box->column.text = &cell->text;
        return 1;
    }
    const char **text = (const char **)(void *)box->number;
    for (int i = 0; i < rows->n; i++)
        text[i] = table_key(table, rows->row[i]);
    box->column.text = text;
    return 1;
}

static int choices_of(const struct field *field)
{
    int count = 0;
    while (field->kind == KIND_CHOICE && field->choices[count])
        count++;
    return field->kind == KIND_FLAG ? 2 : count;
}

/* Push the numbers that stand for the choices of a field: what the table at
 * index 3 has for a name, else the value at index 4; NAN for none. */
static const double *push_codes(lua_State *L, const struct field *field)
{
    static const char *const flags[] = { "no", "yes" };
    const char *const *names =
        field->kind == KIND_FLAG ? flags : field->choices;
    int count = choices_of(field);
    double *code = lua_newuserdatauv(L, (size_t)count * sizeof *code + 1, 0);
    for (int i = 0; i < count; i++) {
        int known;
        if (lua_getfield(L, 3, names[i]) == LUA_TNIL)
            lua_pushvalue(L, 4);
        code[i] = lua_tonumberx(L, -1, &known);
        code[i] = known ? code[i] : NAN;
        lua_settop(L, 5);
    }
    return code;
}

/* Whether the engines can take the values of a field as numbers. */
static bool can_be_number(const struct field *field, bool named)
{
    if (named)
        return field->kind == KIND_CHOICE || field->kind == KIND_FLAG;
    return field->kind == KIND_REAL || field->kind == KIND_WHOLE ||
           field->kind == KIND_MONEY || field->kind == KIND_AREA ||
           field->kind == KIND_FLAG;
}

/* False when there is a value that no number stands for. */
static bool fill_column(struct column_box *box, const struct field *field,
                        const double *code)
{
    const struct rows *rows = box->rows;
    for (int i = 0; i < rows->n; i++) {
        struct value value =
            plan_get(rows->plan, rows->table, row_at(rows, i), box->field);
        box->number[i] = code && value.kind != KIND_NONE
                             ? code[value.whole]
                             : field_number(field, value);
        if (value.kind != KIND_NONE && isnan(box->number[i]))
            return false;
    }
    box->column.number = box->number;
    return true;
}

/* rows:column(field [, codes [, other]]): nil when it cannot be numbers. */
static int rows_column(lua_State *L)
{
    const struct rows *rows = rows_check(L);
    lua_settop(L, 4);
    bool named = !lua_isnil(L, 3);
    if (named)
        luaL_checktype(L, 3, LUA_TTABLE);
    const struct table *table = plan_table(rows->plan, rows->table);
    int number = bind_field(L, 2, table_schema(table));
    const struct field *field = &table_schema(table)->field[number];
    if (!can_be_number(field, named))
        return 0;
    const double *code = named ? push_codes(L, field) : NULL;
    bool whole = rows->all && rows->n > 0 && field->kind == KIND_REAL &&
                 !field_calculated(field);
    struct column_box *box = push_column(L, whole ? 0 : (size_t)rows->n);
    box->field = number;
    if (whole)
        box->column.number = &table_column(table, number, &box->room)->real;
    else if (!fill_column(box, field, code))
        return 0;
    return 1;
}

/* column[i]: the value as the row had it; nil for unknown. */
static int column_index(lua_State *L)
{
    const struct column_box *box = luaL_checkudata(L, 1, COLUMN);
    const struct rows *rows = box->rows;
    lua_Integer i = luaL_checkinteger(L, 2);
    if (i < 1 || i > (lua_Integer)box->column.count)
        return 0;
    if (!rows && isnan(box->number[i - 1]))
        return 0;
    if (!rows) {
        lua_pushnumber(L, box->number[i - 1]);
        return 1;
    }
    const struct schema *schema = plan_schema(rows->plan, rows->table);
    struct value value =
        plan_get(rows->plan, rows->table, row_at(rows, (int)i - 1), box->field);
    bind_push_value(L, 1, &schema->field[box->field], value);
    return 1;
}

static int column_length(lua_State *L)
{
    const struct column_box *box = luaL_checkudata(L, 1, COLUMN);
    lua_pushinteger(L, (lua_Integer)box->column.count);
    return 1;
}

const struct bind_column *bind_column(lua_State *L, int index)
{
    return luaL_testudata(L, index, COLUMN);
}

bool bind_is_rows(lua_State *L, int index)
{
    return luaL_testudata(L, index, ROWS) != NULL;
}

static void carry_rows(lua_State *from, int index, lua_State *to)
{
    size_t size = lua_rawlen(from, index);
    struct rows *rows = lua_newuserdatauv(to, size, 1);
    memcpy(rows, lua_touserdata(from, index), size);
    lua_rotate(to, -2, 1);
    lua_setiuservalue(to, -2, 1);
    luaL_setmetatable(to, ROWS);
    rows->plan = plan_fork(rows->plan, plan_name(rows->plan));
}

bool bind_column_carry(lua_State *from, int index, lua_State *to)
{
    if (bind_is_rows(from, index)) {
        carry_rows(from, index, to);
        return true;
    }
    const struct column_box *box = luaL_testudata(from, index, COLUMN);
    if (!box)
        return false;
    size_t size = lua_rawlen(from, index);
    struct column_box *copy = lua_newuserdatauv(to, size, 1);
    memcpy(copy, box, size);
    copy->room = NULL;
    if (box->column.number == box->number)
        copy->column.number = copy->number;
    luaL_setmetatable(to, COLUMN);
    return true;
}

static void make_type(lua_State *L, const char *name, const luaL_Reg *meta)
{
    luaL_newmetatable(L, name);
    luaL_setfuncs(L, meta, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
}

void bind_column_types(lua_State *L)
{
    static const luaL_Reg rows[] = {
        { "__gc", rows_close },
        { "__len", rows_length },
        { NULL, NULL },
    };
    static const luaL_Reg methods[] = {
        { "column", rows_column },
        { "keys", rows_keys },
        { "row", rows_row },
        { NULL, NULL },
    };
    static const luaL_Reg column[] = {
        { "__gc", column_close },
        { "__index", column_index },
        { "__len", column_length },
        { NULL, NULL },
    };
    make_type(L, ROWS, rows);
    luaL_newlib(L, methods);
    lua_setfield(L, -2, "__index");
    make_type(L, COLUMN, column);
    lua_pop(L, 2);
}

const luaL_Reg bind_column_functions[] = {
    { "rows", engine_rows },
    { NULL, NULL },
};
