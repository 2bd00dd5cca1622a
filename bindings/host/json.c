/* ccn.json(path): what a JSON file holds (RFC 8259, read by Jansson).
 *
 * Objects and arrays are tables; null is false in an array, as everything in a
 * list that is not known, and absent in an object.
 */
#include <assert.h>
#include <jansson.h>
#include <limits.h>
#include <string.h>

#include "bindings/host/files.h"
#include "bindings/host/host.h"
#include "bindings/lua/held.h"
#include "core/base/say.h"
#include "core/io/file.h"

enum { JSON_MOST = 64 << 20 }; /* bytes; a tree in memory takes some 10 times */

#define JSON "ccn.json"

static int json_free(lua_State *L)
{
    json_t **held = luaL_checkudata(L, 1, JSON);
    json_decref(*held);
    *held = NULL;
    return 0;
}

/* What frees the tree, should pushing it jump out. */
static json_t **push_holder(lua_State *L)
{
    return held_push(L, sizeof(json_t *), JSON, json_free);
}

static void push_json(lua_State *L, json_t *json);

static void push_list(lua_State *L, json_t *json)
{
    size_t count = json_array_size(json);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        json_t *entry = json_array_get(json, i);
        if (json_is_null(entry))
            lua_pushboolean(L, false);
        else
            push_json(L, entry);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void push_object(lua_State *L, json_t *json)
{
    const char *name;
    json_t *value;
    lua_createtable(L, 0, (int)json_object_size(json));
    json_object_foreach(json, name, value)
    {
        push_json(L, value);
        lua_setfield(L, -2, name);
    }
}

/* Jansson goes no deeper than 2,048 levels. */
static void push_json(lua_State *L, json_t *json)
{
    assert(json);
    luaL_checkstack(L, 3, "JSON");
    switch (json_typeof(json)) {
    case JSON_ARRAY:
        push_list(L, json);
        break;
    case JSON_OBJECT:
        push_object(L, json);
        break;
    case JSON_STRING:
        lua_pushlstring(L, json_string_value(json), json_string_length(json));
        break;
    case JSON_INTEGER:
        lua_pushinteger(L, json_integer_value(json));
        break;
    case JSON_REAL:
        lua_pushnumber(L, json_real_value(json));
        break;
    case JSON_NULL:
        lua_pushnil(L);
        break;
    default:
        lua_pushboolean(L, json_typeof(json) == JSON_TRUE);
    }
}

static bool load(const char *path, const char *resolved, json_t **out,
                 struct err *err)
{
    json_error_t wrong;
    struct text text = TEXT_INIT;
    bool good = file_load(resolved, JSON_MOST, &text, err);
    if (good) {
        *out =
            json_loadb(text.bytes, text.size, JSON_REJECT_DUPLICATES, &wrong);
        good = *out ||
               err_set(err, ERR_FORMAT, "%s, line %d, column %d: not JSON: %s",
                       path, wrong.line, wrong.column, wrong.text);
    }
    text_release(&text);
    return good;
}

static int read_json(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = bind_path(L, 1);
    json_t **held = push_holder(L);
    if (!bind_read(L, path, resolved, sizeof resolved, &err) ||
        !load(path, resolved, held, &err))
        return bind_raise(L, &err);
    push_json(L, *held);
    json_decref(*held);
    *held = NULL;
    return 1;
}

const luaL_Reg bind_json_functions[] = {
    { "json", read_json },
    { NULL, NULL },
};
