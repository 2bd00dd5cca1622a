#include "bindings/methods/arrays.h"

#include <math.h>
#include <string.h>

#include "bindings/plan/column.h"
#include "core/base/say.h"

struct arrays arrays_new(lua_State *L)
{
    luaL_checkstack(L, 16, NULL);
    lua_newtable(L);
    return (struct arrays){ L, lua_gettop(L) };
}

/* Let the anchor hold the value on top, and pop it. */
static void hold(struct arrays *arrays)
{
    lua_State *L = arrays->L;
    lua_rawseti(L, arrays->anchor,
                (lua_Integer)lua_rawlen(L, arrays->anchor) + 1);
}

void *arrays_room(struct arrays *arrays, size_t count, size_t size)
{
    lua_State *L = arrays->L;
    if (count > (SIZE_MAX / 2) / size)
        bind_fail(L, "too many entries");
    void *room = lua_newuserdatauv(L, count * size + 1, 0);
    memset(room, 0, count * size + 1);
    hold(arrays);
    return room;
}

/* Push the list of a field; false for nil. */
static bool push_list(struct arrays *arrays, int table, const char *field,
                      bool optional)
{
    lua_State *L = arrays->L;
    int type = lua_getfield(L, table, field);
    if (type == LUA_TNIL && optional) {
        lua_pop(L, 1);
        return false;
    }
    if (type != LUA_TTABLE)
        bind_fail(L, "%s: a list is needed, got %s", field,
                  lua_typename(L, type));
    return true;
}

static bool missing_entry(lua_State *L)
{
    return lua_isnil(L, -1) || (lua_isboolean(L, -1) && !lua_toboolean(L, -1));
}

static void wrong_entry(lua_State *L, const char *field, size_t i,
                        const char *needed)
{
    bind_fail(L, "%s: entry %zu: %s is needed, got %s", field, i + 1, needed,
              luaL_tolstring(L, -1, NULL));
}

/* The column of a plan that is in a field, which the anchor then holds; NULL
 * when something else is. */
static const struct bind_column *column_of(struct arrays *arrays, int table,
                                           const char *field)
{
    lua_State *L = arrays->L;
    lua_getfield(L, table, field);
    const struct bind_column *column = bind_column(L, -1);
    if (column)
        hold(arrays);
    else
        lua_pop(L, 1);
    return column;
}

static void check_count(lua_State *L, const struct bind_column *column,
                        const char *field, size_t count)
{
    if (column->count != count)
        bind_fail(L, "%s: %zu values are needed, got %zu", field, count,
                  column->count);
}

size_t arrays_count(struct arrays *arrays, int table, const char *field)
{
    const struct bind_column *column = column_of(arrays, table, field);
    if (column)
        return column->count;
    if (!push_list(arrays, table, field, true))
        return 0;
    size_t count = lua_rawlen(arrays->L, -1);
    lua_pop(arrays->L, 1);
    return count;
}

const double *arrays_numbers_optional(struct arrays *arrays, int table,
                                      const char *field, size_t count)
{
    lua_State *L = arrays->L;
    const struct bind_column *column = column_of(arrays, table, field);
    if (column && column->number) {
        check_count(L, column, field, count);
        return column->number;
    }
    if (!push_list(arrays, table, field, true))
        return NULL;
    int list = lua_gettop(L);
    double *number = arrays_room(arrays, count, sizeof *number);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        int is_number;
        number[i] = lua_tonumberx(L, -1, &is_number);
        if (missing_entry(L))
            number[i] = NAN;
        else if (!is_number || isnan(number[i]))
            wrong_entry(L, field, i, say("a number"));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return number;
}

const double *arrays_numbers(struct arrays *arrays, int table,
                             const char *field, size_t count)
{
    const double *number = arrays_numbers_optional(arrays, table, field, count);
    if (!number)
        bind_fail(arrays->L, "%s: a list is needed, got %s", field, "nil");
    return number;
}

int64_t *arrays_whole_optional(struct arrays *arrays, int table,
                               const char *field, size_t count, int64_t missing)
{
    lua_State *L = arrays->L;
    if (!push_list(arrays, table, field, true))
        return NULL;
    int list = lua_gettop(L);
    int64_t *whole = arrays_room(arrays, count, sizeof *whole);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        int is_whole;
        whole[i] = lua_tointegerx(L, -1, &is_whole);
        if (missing_entry(L))
            whole[i] = missing;
        else if (!is_whole)
            wrong_entry(L, field, i, say("a whole number"));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return whole;
}

int64_t *arrays_whole(struct arrays *arrays, int table, const char *field,
                      size_t count, int64_t missing)
{
    int64_t *whole =
        arrays_whole_optional(arrays, table, field, count, missing);
    if (!whole)
        bind_fail(arrays->L, "%s: a list is needed, got %s", field, "nil");
    return whole;
}

int *arrays_places_optional(struct arrays *arrays, int table, const char *field,
                            size_t count, int most)
{
    int64_t *whole = arrays_whole_optional(arrays, table, field, count, 0);
    if (!whole)
        return NULL;
    int *place = arrays_room(arrays, count, sizeof *place);
    for (size_t i = 0; i < count; i++) {
        if (whole[i] < 0 || whole[i] > most)
            bind_fail(arrays->L, "%s: entry %zu: no such number, %lld", field,
                      i + 1, (long long)whole[i]);
        place[i] = (int)whole[i] - 1;
    }
    return place;
}

int *arrays_places(struct arrays *arrays, int table, const char *field,
                   size_t count, int most)
{
    int *place = arrays_places_optional(arrays, table, field, count, most);
    if (!place)
        bind_fail(arrays->L, "%s: a list is needed, got %s", field, "nil");
    return place;
}

unsigned char *arrays_codes_optional(struct arrays *arrays, int table,
                                     const char *field, size_t count)
{
    lua_State *L = arrays->L;
    if (!push_list(arrays, table, field, true))
        return NULL;
    int list = lua_gettop(L);
    unsigned char *code = arrays_room(arrays, count, 1);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        lua_Integer number =
            lua_isboolean(L, -1) ? lua_toboolean(L, -1) : lua_tointeger(L, -1);
        if (number < 0 || number > 255)
            wrong_entry(L, field, i, say("a code"));
        code[i] = (unsigned char)number;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return code;
}

const char *const *arrays_texts(struct arrays *arrays, int table,
                                const char *field, size_t count)
{
    lua_State *L = arrays->L;
    const struct bind_column *column = column_of(arrays, table, field);
    if (column && column->text) {
        check_count(L, column, field, count);
        return column->text;
    }
    push_list(arrays, table, field, false);
    int list = lua_gettop(L);
    const char **text = arrays_room(arrays, count, sizeof *text);
    for (size_t i = 0; i < count; i++) {
        if (lua_rawgeti(L, list, (lua_Integer)i + 1) != LUA_TSTRING)
            wrong_entry(L, field, i, say("a text"));
        text[i] = lua_tostring(L, -1);
        lua_pop(L, 1);
    }
    hold(arrays); /* the list holds its texts */
    return text;
}

const char *arrays_text(struct arrays *arrays, int table, const char *field)
{
    lua_State *L = arrays->L;
    if (lua_getfield(L, table, field) != LUA_TSTRING)
        bind_fail(L, "%s: a text is needed", field);
    const char *text = lua_tostring(L, -1);
    hold(arrays);
    return text;
}

int arrays_choice(struct arrays *arrays, int table, const char *field,
                  const char *const *names)
{
    const char *text = arrays_text(arrays, table, field);
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], text) == 0)
            return i;
    }
    return bind_fail(arrays->L, "%s: there is no '%s'", field, text);
}

double arrays_number(struct arrays *arrays, int table, const char *field,
                     double missing)
{
    lua_State *L = arrays->L;
    int is_number;
    lua_getfield(L, table, field);
    double number = lua_tonumberx(L, -1, &is_number);
    if (lua_isnil(L, -1))
        number = missing;
    else if (!is_number)
        bind_fail(L, "%s: a number is needed", field);
    lua_pop(L, 1);
    return number;
}

bool arrays_flag(struct arrays *arrays, int table, const char *field)
{
    lua_getfield(arrays->L, table, field);
    bool flag = lua_toboolean(arrays->L, -1);
    lua_pop(arrays->L, 1);
    return flag;
}

void arrays_push_numbers(lua_State *L, const double *number, size_t count)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        if (isnan(number[i]))
            lua_pushboolean(L, 0);
        else
            lua_pushnumber(L, number[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

void arrays_push_whole(lua_State *L, const int *number, size_t count, int add)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_pushinteger(L, (lua_Integer)number[i] + add);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}
