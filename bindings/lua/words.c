/* Functions of ccn for texts: the language, how wide a text is, which name was
 * meant. */
#include "bindings/lua/raise.h"
#include "core/base/nearest.h"
#include "core/base/say.h"
#include "core/base/text.h"

/* ccn.lang() gives "en" or "vi". */
static int lang(lua_State *L)
{
    lua_pushstring(L, say_language() == LANGUAGE_VI ? "vi" : "en");
    return 1;
}

/* ccn.width(text): the columns it takes on a terminal. */
static int width(lua_State *L)
{
    lua_pushinteger(L, text_width(luaL_checkstring(L, 1)));
    return 1;
}

/* ccn.nearest(name, { names }): the name it was probably meant to be, also when
 * it was typed without its marks. */
static int nearest(lua_State *L)
{
    struct nearest nearest = nearest_to(luaL_checkstring(L, 1));
    luaL_checktype(L, 2, LUA_TTABLE);
    for (int i = 1; lua_rawgeti(L, 2, i) == LUA_TSTRING; i++) {
        nearest_try(&nearest, lua_tostring(L, -1)); /* the table holds it */
        lua_pop(L, 1);
    }
    lua_pushstring(L, nearest.best);
    return 1;
}

const luaL_Reg bind_word_functions[] = {
    { "lang", lang },
    { "nearest", nearest },
    { "width", width },
    { NULL, NULL },
};
