#define _GNU_SOURCE /* readlink */
#include "bindings/host/files.h"

#include <libgen.h>
#include <limits.h>
#include <sha256.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/grants.h"
#include "bindings/host/host.h"
#include "bindings/host/pipe.h"
#include "bindings/host/workbook.h"
#include "core/base/intern.h"
#include "core/base/version.h"
#include "core/io/file.h"

enum { SHIPPED_MOST = 16 << 20 }; /* bytes of a file that ships */

/* Ask the parent to write a file of a kind: "bytes" as they are, or "workbook"
 * (workbook.h). */
static int ask_file(lua_State *L, const char *kind)
{
    size_t size;
    struct err err;
    const char *path = bind_path(L, 1), *bytes = luaL_checklstring(L, 2, &size);
    struct text message = TEXT_INIT, answer = TEXT_INIT;
    pipe_put_text(&message, path);
    pipe_put(&message, bytes, size);
    pipe_put_text(&message, kind);
    bool yes = host_ask(host_of(L), MESSAGE_FILE, &message, &answer);
    if (!yes)
        err_set(&err, ERR_FILE, "%s", answer.bytes);
    text_release(&message);
    text_release(&answer);
    return yes ? 0 : bind_raise(L, &err);
}

/* ccn.save_file(path, bytes): a new file, or another content of one; the
 * parent writes it. */
static int save_file(lua_State *L)
{
    return ask_file(L, "bytes");
}

/* ccn.engine.save_workbook(path, bytes): see workbook.h. */
static int save_workbook(lua_State *L)
{
    return ask_file(L, "workbook");
}

bool files_message(const struct grants *grants, const struct text *message,
                   char *resolved, struct err *err)
{
    static const char workbook[] = "workbook";
    size_t length, size, kind_size;
    const char *at = message->bytes, *end = at + message->size;
    const char *path = pipe_take(&at, end, &length);
    const char *bytes = path ? pipe_take(&at, end, &size) : NULL;
    const char *kind = bytes ? pipe_take(&at, end, &kind_size) : NULL;
    if (!kind || memchr(path, '\0', length))
        return err_set(err, ERR_FORMAT, "the worker asks for nonsense");
    path = intern_bytes(path, length);
    if (!grants_may_write(grants, path, resolved, err))
        return false;
    return kind_size == strlen(workbook) &&
                   memcmp(kind, workbook, kind_size) == 0
               ? workbook_save(resolved, bytes, size, err)
               : file_save(resolved, bytes, size, err);
}

/* A file that ships, as a text interned (rule 1); NULL: it is not there. */
static const char *shipped(const char *folder, const char *name, size_t *size)
{
    struct err err;
    char path[PATH_MAX];
    struct text text = TEXT_INIT;
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (length < 0 || (size_t)length >= sizeof path || strstr(name, ".."))
        return NULL;
    bool ok =
        access(path, R_OK) == 0 && file_load(path, SHIPPED_MOST, &text, &err);
    const char *kept = ok ? intern_bytes(text.bytes, text.size) : NULL;
    *size = text.size;
    text_release(&text);
    return kept;
}

static int push_shipped(lua_State *L, const char *folder)
{
    size_t size;
    const char *bytes = shipped(folder, bind_path(L, 1), &size);
    if (bytes)
        lua_pushlstring(L, bytes, size);
    else
        lua_pushnil(L);
    return 1;
}

/* ccn.shipped(name): a file of the folder of shipped scripts. */
static int shipped_file(lua_State *L)
{
    return push_shipped(L, host_of(L)->lib);
}

/* ccn.text(path): a text file as it is, which counts as an input. */
static int read_text(lua_State *L)
{
    struct err err;
    char resolved[PATH_MAX];
    const char *path = bind_path(L, 1), *kept = NULL;
    struct text text = TEXT_INIT;
    if (bind_read(L, path, resolved, sizeof resolved, &err) &&
        file_load(resolved, SHIPPED_MOST, &text, &err))
        kept = intern_bytes(text.bytes, text.size);
    size_t size = text.size;
    text_release(&text);
    if (!kept)
        return bind_raise(L, &err);
    lua_pushlstring(L, kept, size);
    return 1;
}

/* ccn.beside(name): a file beside the program, where optional modules
 * are. */
static int beside_program(lua_State *L)
{
    char self[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    self[size > 0 ? size : 0] = '\0';
    return push_shipped(L, dirname(self));
}

/* ccn.sha256(bytes): 64 hexadecimal digits. */
static int sha256(lua_State *L)
{
    size_t size;
    char digest[SHA256_DIGEST_STRING_LENGTH];
    const char *bytes = luaL_checklstring(L, 1, &size);
    SHA256Data((const uint8_t *)bytes, size, digest);
    lua_pushstring(L, digest);
    return 1;
}

/* ccn.provenance() */

static void push_versions(lua_State *L)
{
    lua_createtable(L, 0, 3);
    lua_pushliteral(L, VERSION);
    lua_setfield(L, -2, "ccn");
    lua_pushliteral(L, LUA_VERSION_MAJOR "." LUA_VERSION_MINOR
                                         "." LUA_VERSION_RELEASE);
    lua_setfield(L, -2, "Lua");
    lua_pushstring(L, sqlite3_libversion());
    lua_setfield(L, -2, "SQLite");
}

/* The files that were read, in the order of their paths. */
static void push_inputs(lua_State *L, const struct inputs *inputs)
{
    lua_createtable(L, inputs->count, 0);
    for (int i = 0; i < inputs->count; i++) {
        const struct input *input = &inputs->input[i];
        lua_createtable(L, 0, 3);
        lua_pushstring(L, input->name);
        lua_setfield(L, -2, "path");
        lua_pushstring(L, input->kind);
        lua_setfield(L, -2, "kind");
        if (*input->sha256) {
            lua_pushstring(L, input->sha256);
            lua_setfield(L, -2, "sha256");
        }
        lua_rawseti(L, -2, i + 1);
    }
}

/* ccn.provenance(): script, its arguments are in ccn.args, seed, versions and
 * every file that was read so far with its hash. */
static int provenance(lua_State *L)
{
    const struct host *host = host_of(L);
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, host->seed);
    lua_setfield(L, -2, "seed");
    push_versions(L);
    lua_setfield(L, -2, "versions");
    push_inputs(L, &host->inputs);
    lua_setfield(L, -2, "inputs");
    return 1;
}

const luaL_Reg bind_workbook_functions[] = {
    { "save_workbook", save_workbook },
    { NULL, NULL },
};

const luaL_Reg bind_file_functions[] = {
    { "beside", beside_program },
    { "provenance", provenance },
    { "save_file", save_file },
    { "sha256", sha256 },
    { "shipped", shipped_file },
    { "text", read_text },
    { NULL, NULL },
};
