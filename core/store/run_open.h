/* Inside of run.h: a log that is only read. */
#ifndef CORE_STORE_RUN_OPEN_H
#define CORE_STORE_RUN_OPEN_H

#include <sqlite3.h>

#include "core/base/err.h"

sqlite3 *run_open(const char *path, struct err *err);

#endif
