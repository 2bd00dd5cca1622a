/* What this program is made of. */
#ifndef BINDINGS_PROGRAM_BUILD_H
#define BINDINGS_PROGRAM_BUILD_H

/* Versions as a JSON object, interned: ccn, the build id of the program (""
 * where the linker gives none), the SHA-256 of the shipped scripts that were
 * loaded, Lua, SQLite, and the machine. */
const char *build_versions(const char *shipped);

#endif
