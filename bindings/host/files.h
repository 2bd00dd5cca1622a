/* Files as scripts see them beside plans: a text is saved by the parent, whole
 * or not at all; the files of a run are known by their hashes. */
#ifndef BINDINGS_HOST_FILES_H
#define BINDINGS_HOST_FILES_H

#include "bindings/lua/raise.h"
#include "core/base/text.h"

extern const luaL_Reg bind_file_functions[];     /* of ccn */
extern const luaL_Reg bind_json_functions[];     /* of ccn */
extern const luaL_Reg bind_workbook_functions[]; /* of ccn.engine */

/* The parent's side: write the file that the message names, or say why not;
 * resolved gets its real path (PATH_MAX bytes). */
struct grants;
bool files_message(const struct grants *grants, const struct text *message,
                   char *resolved, struct err *err);

#endif
