#define _GNU_SOURCE /* dl_iterate_phdr */
#include "bindings/program/build.h"

#include <elf.h>
#include <jansson.h>
#include <link.h>
#include <lua.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "bindings/program/command.h"
#include "core/base/intern.h"
#include "core/base/version.h"

enum { ID_MOST = 64 }; /* bytes */

static void put_hexadecimal(const unsigned char *bytes, size_t size, char *out)
{
    for (size_t i = 0; i < size && i < ID_MOST; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

/* Notes of the program: size of name, size of contents, type, both padded to
 * four bytes. */
static bool find_id(const char *at, size_t left, char *out)
{
    ElfW(Nhdr) note;
    while (left >= sizeof note) {
        memcpy(&note, at, sizeof note);
        size_t name = (note.n_namesz + 3) & ~(size_t)3;
        size_t size = (note.n_descsz + 3) & ~(size_t)3;
        if (sizeof note + name + size > left)
            return false;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 &&
            memcmp(at + sizeof note, "GNU", 4) == 0) {
            put_hexadecimal((const unsigned char *)at + sizeof note + name,
                            note.n_descsz, out);
            return true;
        }
        at += sizeof note + name + size;
        left -= sizeof note + name + size;
    }
    return false;
}

/* The program itself is the first object. */
static int look(struct dl_phdr_info *object, size_t size, void *out)
{
    (void)size;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type == PT_NOTE &&
            find_id((const char *)(object->dlpi_addr + part->p_vaddr),
                    part->p_memsz, out))
            break;
    }
    return 1;
}

const char *build_versions(const char *shipped)
{
    char id[2 * ID_MOST + 1] = "";
    struct utsname system;
    dl_iterate_phdr(look, id);
    bool known = uname(&system) == 0;
    json_t *versions = json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:s}", "ccn", VERSION, "build", id,
        "scripts", shipped, "Lua",
        LUA_VERSION_MAJOR "." LUA_VERSION_MINOR "." LUA_VERSION_RELEASE,
        "SQLite", sqlite3_libversion(), "machine", known ? system.machine : "");
    char *text = json_dumps(versions, JSON_COMPACT);
    const char *kept = intern(text ? text : "{}");
    free(text);
    json_decref(versions);
    return kept;
}
