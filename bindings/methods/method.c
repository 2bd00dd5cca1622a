/* ccn.engine.method(problem): a method of the literature on a plain problem.
 *
 *     { method = "vikor", matrix = { { 1, 2 }, ... }, weights = { ... },
 *       directions = { "max", "min" }, params = { v = 0.5 } }
 *
 * or, instead of matrix, weights and directions, ranking = what
 * ccn.engine.rank gave: then the matrix is what the values are worth, by place
 * in the order.  Gives a table of what the method found, by name; false in a
 * list is a number that does not exist.
 */
#include "core/rank/method.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/lua/held.h"
#include "bindings/lua/sorted.h"
#include "bindings/methods/arrays.h"
#include "bindings/methods/rank.h"
#include "core/rank/worths.h"

/* What C must free, should pushing the result jump out. */
struct found {
    struct figures params, out;
    struct worths worths;
    double *matrix; /* of worths */
};

#define FOUND "ccn.found"

static int found_free(lua_State *L)
{
    struct found *found = luaL_checkudata(L, 1, FOUND);
    figures_release(&found->params);
    figures_release(&found->out);
    worths_release(&found->worths);
    free(found->matrix);
    found->matrix = NULL;
    return 0;
}

static struct found *push_found(lua_State *L)
{
    return held_push(L, sizeof(struct found), FOUND, found_free);
}

/* From Lua */

/* The number on top, which goes; NAN for false, which is not known. */
static double take_number(lua_State *L, const char *name)
{
    int is_number;
    double number = lua_tonumberx(L, -1, &is_number);
    if (lua_isboolean(L, -1) && !lua_toboolean(L, -1))
        number = NAN;
    else if (!is_number || isnan(number))
        bind_fail(L, "%s: a number is needed", name);
    lua_pop(L, 1);
    return number;
}

/* How many rows of numbers the list on top holds, at any depth, and how long
 * they are: all alike. */
static void measure(lua_State *L, const char *name, int depth, size_t *rows,
                    size_t *columns)
{
    size_t count = lua_rawlen(L, -1);
    luaL_checkstack(L, 4, name);
    bool is_row = lua_rawgeti(L, -1, 1) != LUA_TTABLE;
    lua_pop(L, 1);
    if (is_row) {
        if (*rows > 0 && *columns != count)
            bind_fail(L, "%s: rows must be of one length", name);
        *columns = count;
        ++*rows;
        return;
    }
    for (size_t i = 1; i <= count; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i) != LUA_TTABLE || depth > 4)
            bind_fail(L, "%s: rows must be of one length", name);
        measure(L, name, depth + 1, rows, columns);
        lua_pop(L, 1);
    }
}

/* As measure() saw them: a list of lists, or a row of numbers. */
static double *read_rows(lua_State *L, const char *name, double *out)
{
    size_t count = lua_rawlen(L, -1);
    bool is_row = lua_rawgeti(L, -1, 1) != LUA_TTABLE;
    lua_pop(L, 1);
    for (size_t i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        if (is_row) {
            *out++ = take_number(L, name);
        } else {
            out = read_rows(L, name, out);
            lua_pop(L, 1);
        }
    }
    return out;
}

/* The texts of the list on top. */
static void add_texts(lua_State *L, struct figures *figures, const char *name)
{
    size_t count = lua_rawlen(L, -1), all = 0, size;
    for (size_t i = 1; i <= count; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i) != LUA_TSTRING)
            bind_fail(L, "%s: a text is needed", name);
        all += strlen(lua_tostring(L, -1)) + 1;
        lua_pop(L, 1);
    }
    struct figure *figure = figures_add(figures, FIGURE_TEXTS, name, count, 1);
    char *at = figure->text = malloc(all > 0 ? all : 1);
    for (size_t i = 1; at && i <= count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        size = strlen(lua_tostring(L, -1)) + 1;
        memcpy(at, lua_tostring(L, -1), size);
        at += size;
        lua_pop(L, 1);
    }
}

/* The list on top as a vector, a matrix or texts. */
static void add_list(lua_State *L, struct figures *figures, const char *name)
{
    size_t rows = 0, columns = 0;
    int first = lua_rawgeti(L, -1, 1);
    lua_pop(L, 1);
    if (first == LUA_TSTRING) {
        add_texts(L, figures, name);
        return;
    }
    measure(L, name, 0, &rows, &columns);
    bool deep = first == LUA_TTABLE;
    read_rows(L, name,
              figures_add(figures, deep ? FIGURE_MATRIX : FIGURE_VECTOR, name,
                          deep ? rows : columns, deep ? columns : 1)
                  ->number);
}

/* The parameters in the table on top. */
static void read_params(lua_State *L, struct figures *figures)
{
    int table = lua_gettop(L);
    for (lua_pushnil(L); sorted_step(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_fail(L, "params: names are needed");
        const char *name = lua_tostring(L, -2);
        switch (lua_type(L, -1)) {
        case LUA_TNUMBER:
            figures_number(figures, name, lua_tonumber(L, -1));
            break;
        case LUA_TBOOLEAN:
            figures_flag(figures, name, lua_toboolean(L, -1));
            break;
        case LUA_TSTRING:
            figures_text(figures, name, lua_tostring(L, -1));
            break;
        case LUA_TTABLE:
            add_list(L, figures, name);
            break;
        default:
            bind_fail(L, "%s cannot be a %s", name, luaL_typename(L, -1));
        }
    }
}

static const bool *read_directions(struct arrays *arrays, size_t q)
{
    if (arrays_count(arrays, 1, "directions") == 0)
        return NULL;
    if (arrays_count(arrays, 1, "directions") != q)
        bind_fail(arrays->L, "'%s' must have a number for each criterion",
                  "directions");
    const char *const *word = arrays_texts(arrays, 1, "directions", q);
    bool *lower = arrays_room(arrays, q, sizeof *lower);
    for (size_t j = 0; j < q; j++) {
        lower[j] = strcmp(word[j], "min") == 0;
        if (!lower[j] && strcmp(word[j], "max") != 0)
            bind_fail(arrays->L,
                      "criterion %zu: the direction must be max or min", j + 1);
    }
    return lower;
}

static void read_plain(struct arrays *arrays, struct method_problem *problem)
{
    lua_State *L = arrays->L;
    if (lua_getfield(L, 1, "matrix") == LUA_TTABLE) {
        measure(L, "matrix", 0, &problem->n, &problem->q);
        double *x =
            arrays_room(arrays, problem->n * problem->q, sizeof *problem->x);
        lua_getfield(L, 1, "matrix");
        read_rows(L, "matrix", x);
        problem->x = x;
    }
    problem->lower = read_directions(arrays, problem->q);
    size_t count = arrays_count(arrays, 1, "weights");
    if (count > 0 && count != problem->q)
        bind_fail(L, "'%s' must have a number for each criterion", "weights");
    if (count > 0)
        problem->weight = arrays_numbers(arrays, 1, "weights", count);
}

/* The worths of a ranking, of those criteria that have a weight. */
static void read_worths(struct arrays *arrays, struct found *found,
                        const struct bind_ranking *held,
                        struct method_problem *problem)
{
    struct worths *worths = &found->worths;
    worths_init(worths, &held->ranking, &held->problem);
    size_t n = worths->n, all = (size_t)worths->criteria;
    double *weight = arrays_room(arrays, all, sizeof *weight);
    problem->lower = arrays_room(arrays, all, sizeof *problem->lower);
    double *matrix = found->matrix = calloc(n * all + 1, sizeof *matrix);
    if (!matrix) {
        bind_fail(arrays->L, "the matrix is too large");
        return;
    }
    for (size_t j = 0; j < all; j++)
        problem->q += worths->weight[j] > 0;
    size_t q = 0;
    for (size_t j = 0; j < all; j++) {
        if (!(worths->weight[j] > 0))
            continue;
        const double *worth = worths_of(worths, (int)j);
        for (size_t i = 0; i < n; i++)
            matrix[i * problem->q + q] = worth[i];
        weight[q++] = worths->weight[j];
    }
    problem->n = n;
    problem->x = matrix;
    problem->weight = weight;
}

/* To Lua */

static void push_numbers(lua_State *L, const double *number, size_t count,
                         bool whole)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        if (isnan(number[i]))
            lua_pushboolean(L, false);
        else if (whole)
            lua_pushinteger(L, (lua_Integer)number[i]);
        else
            lua_pushnumber(L, number[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* A row without any number is false as a whole. */
static void push_rows(lua_State *L, const struct figure *figure)
{
    lua_createtable(L, (int)figure->rows, 0);
    for (size_t i = 0; i < figure->rows; i++) {
        const double *row = figure->number + i * figure->columns;
        size_t known = 0;
        for (size_t j = 0; j < figure->columns; j++)
            known += isnan(row[j]) ? 0 : 1;
        if (known > 0)
            push_numbers(L, row, figure->columns, false);
        else
            lua_pushboolean(L, false);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void push_groups(lua_State *L, const struct figure *figure)
{
    lua_Integer groups = 0;
    lua_newtable(L);
    for (size_t i = 0, end; i < figure->rows; i = end + 1) {
        end = i;
        while (end < figure->rows && figure->number[end] >= 0)
            end++;
        push_numbers(L, figure->number + i, end - i, true);
        lua_rawseti(L, -2, ++groups);
    }
}

static void push_figure(lua_State *L, const struct figure *figure)
{
    double number = figure->number[0];
    switch (figure->kind) {
    case FIGURE_NUMBER:
        if (isnan(number))
            lua_pushnil(L);
        else
            lua_pushnumber(L, number);
        break;
    case FIGURE_FLAG:
        lua_pushboolean(L, number != 0);
        break;
    case FIGURE_MATRIX:
        push_rows(L, figure);
        break;
    case FIGURE_GROUPS:
        push_groups(L, figure);
        break;
    case FIGURE_VECTOR:
    case FIGURE_WHOLE:
        push_numbers(L, figure->number, figure->rows,
                     figure->kind == FIGURE_WHOLE);
        break;
    default:
        lua_pushstring(L, figure->text);
    }
}

static int no_name(lua_State *L)
{
    luaL_Buffer names;
    luaL_buffinit(L, &names);
    for (int t = 0; method_tables[t]; t++) {
        for (const struct method *m = method_tables[t]; m->name; m++) {
            luaL_addstring(&names, t || m != method_tables[t] ? ", " : "");
            luaL_addstring(&names, m->name);
        }
    }
    luaL_pushresult(&names);
    return bind_fail(L, "'method' is missing; there are %s",
                     lua_tostring(L, -1));
}

static int method(lua_State *L)
{
    struct err err;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct found *found = push_found(L);
    struct method_problem problem = { .params = &found->params };
    if (lua_getfield(L, 1, "method") != LUA_TSTRING)
        return no_name(L);
    const char *name = arrays_text(&arrays, 1, "method");
    if (lua_getfield(L, 1, "params") == LUA_TTABLE)
        read_params(L, &found->params);
    if (lua_getfield(L, 1, "ranking") == LUA_TUSERDATA)
        read_worths(&arrays, found, bind_ranking(L, lua_gettop(L)), &problem);
    else
        read_plain(&arrays, &problem);
    if (!method_run(name, &problem, &found->out, &err))
        return bind_raise(L, &err);
    lua_newtable(L);
    for (size_t i = 0; i < found->out.count; i++) {
        push_figure(L, &found->out.list[i]);
        lua_setfield(L, -2, found->out.list[i].name);
    }
    return 1;
}

const luaL_Reg bind_method_functions[] = {
    { "method", method },
    { NULL, NULL },
};
