/* Plain arrays for the engines, out of Lua tables.
 *
 * Each array is memory of Lua (a userdata) that the anchor holds, a Lua table
 * at a fixed place of the stack.  So an error may jump out at any time and
 * nothing is lost, and the arrays live as long as the anchor does.
 *
 * Every reader takes the field of the table at an index and leaves the stack
 * as it was.  A field that is nil gives NULL where that is allowed (the
 * functions that say "optional"); a wrong entry raises an error that names
 * the field and the number of the entry.
 */
#ifndef BINDINGS_METHODS_ARRAYS_H
#define BINDINGS_METHODS_ARRAYS_H

#include <stdint.h>

#include "bindings/plan/bind.h"

struct arrays {
    lua_State *L;
    int anchor; /* stack index of a table */
};

/* The functions of ccn.engine that the engines offer; ended by NULL. */
extern const luaL_Reg bind_rank_functions[];
extern const luaL_Reg bind_place_functions[];
extern const luaL_Reg bind_schedule_functions[];
extern const luaL_Reg bind_method_functions[];
extern const luaL_Reg bind_sensitivity_designs[];
extern const luaL_Reg bind_sensitivity_samples[];

/* Push a new anchor. */
struct arrays arrays_new(lua_State *L);

/* Memory for count things of a size, zeroed. */
void *arrays_room(struct arrays *arrays, size_t count, size_t size);

/* The number of entries of a field that is a list, 0 for nil. */
size_t arrays_count(struct arrays *arrays, int table, const char *field);

/* Numbers; false and nil are NAN, and a NAN of the script is an error.  A
 * column of a plan (column.h) is taken as it lies there. */
const double *arrays_numbers(struct arrays *arrays, int table,
                             const char *field, size_t count);
const double *arrays_numbers_optional(struct arrays *arrays, int table,
                                      const char *field, size_t count);

/* Whole numbers; false and nil are missing. */
int64_t *arrays_whole(struct arrays *arrays, int table, const char *field,
                      size_t count, int64_t missing);
int64_t *arrays_whole_optional(struct arrays *arrays, int table,
                               const char *field, size_t count,
                               int64_t missing);

/* Numbers counted from 1 in Lua, from 0 here; false and nil are -1. */
int *arrays_places(struct arrays *arrays, int table, const char *field,
                   size_t count, int most);
int *arrays_places_optional(struct arrays *arrays, int table, const char *field,
                            size_t count, int most);

/* Codes from 0 to 255; false and nil are 0, true is 1. */
unsigned char *arrays_codes_optional(struct arrays *arrays, int table,
                                     const char *field, size_t count);

/* Texts, which live as long as the anchor. */
const char *const *arrays_texts(struct arrays *arrays, int table,
                                const char *field, size_t count);
const char *arrays_text(struct arrays *arrays, int table, const char *field);

/* The number of the text of a field among names, which NULL ends. */
int arrays_choice(struct arrays *arrays, int table, const char *field,
                  const char *const *names);

double arrays_number(struct arrays *arrays, int table, const char *field,
                     double missing);
bool arrays_flag(struct arrays *arrays, int table, const char *field);

/* Push lists of numbers; NAN becomes false. */
void arrays_push_numbers(lua_State *L, const double *number, size_t count);
void arrays_push_whole(lua_State *L, const int *number, size_t count, int add);

#endif
