/* Inside of store.h: whether a file may be written where it lies.
 *
 * What is written runs what hangs on a table: checks, defaults, conditions of
 * indexes.  So each table that ccn writes, and each index on one, must be of
 * the very words of ccn.  Tables of the plan itself are looked at as they are
 * written: another one of the name is made anew (tables.h).  Tables that are
 * nobody's but another program's are never written, so they may be there. */
#ifndef CORE_STORE_OWN_H
#define CORE_STORE_OWN_H

#include <stdbool.h>

#include "core/base/err.h"

/* The file is only read, and waited for so long if it is busy.  False: a
 * stranger's hand was in it, and err says where and that it can be saved as
 * another file. */
bool own_file(const char *path, int ms, struct err *err);

#endif
