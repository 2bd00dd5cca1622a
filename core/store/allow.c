#include "core/store/allow.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

/* Tables that are of no plan's model.  Those that end with _ are beginnings. */
static const char *const own[] = {
    "block",
    "ccn_",
    "decision",
    "experiment",
    "factor",
    "gpkg_",
    "result",
    "rtree_",
    "run",
    "run_part",
    "run_text",
    "scenario",
    "sweep",
    "sqlite_master",
    "sqlite_schema",
    "version",
    "sqlite_sequence",
};

static const char *const functions[] = {
    "abs",    "coalesce", "count",  "glob",  "hex",      "ifnull", "instr",
    "length", "like",     "lower",  "ltrim", "max",      "min",    "nullif",
    "quote",  "replace",  "round",  "rtrim", "strftime", "substr", "sum",
    "total",  "trim",     "typeof", "upper", "zeroblob",
};

static const char *const pragmas[] = {
    "application_id", "cache_size", "cell_size_check", "integrity_check",
    "journal_mode",   "page_size",  "mmap_size",       "synchronous",
    "table_info",     "temp_store", "user_version",
};

/* Names of tables that were made known. */
enum { KNOWN_MOST = 256 };

static const char *known[KNOWN_MOST];
static int nknown;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool among(const char *name, const char *const *list, int n)
{
    for (int i = 0; i < n; i++) {
        size_t size = strlen(list[i]);
        bool start = list[i][size - 1] == '_';
        if (start ? sqlite3_strnicmp(name, list[i], (int)size) == 0
                  : sqlite3_stricmp(name, list[i]) == 0)
            return true;
    }
    return false;
}

#define AMONG(name, list)                                                      \
    among((name), (list), (int)(sizeof(list) / sizeof *(list)))

void allow_table(const char *name)
{
    pthread_mutex_lock(&lock);
    if (!among(name, known, nknown) && nknown < KNOWN_MOST)
        known[nknown++] = name;
    pthread_mutex_unlock(&lock);
}

bool allow_known(const char *table)
{
    pthread_mutex_lock(&lock);
    bool found = among(table, known, nknown);
    pthread_mutex_unlock(&lock);
    return found;
}

static bool is_ours(const char *table)
{
    return allow_known(table) || AMONG(table, own);
}

/* A pragma that is read like a table. */
static bool is_pragma(const char *table)
{
    return sqlite3_stricmp(table, "pragma_table_info") == 0;
}

/* What a and b mean depends on the action. */
static bool allowed(int action, const char *a, const char *b)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
    case SQLITE_REINDEX:
    case SQLITE_ANALYZE:
        return true;
    case SQLITE_READ:
        return is_ours(a) || is_pragma(a);
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_CREATE_TABLE:
    case SQLITE_DROP_TABLE:
        return is_ours(a);
    case SQLITE_CREATE_INDEX:
    case SQLITE_CREATE_TRIGGER:
    case SQLITE_DROP_INDEX:
    case SQLITE_DROP_TRIGGER:
    case SQLITE_ALTER_TABLE:
        return is_ours(b);
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_VTABLE:
        return is_ours(a) && sqlite3_stricmp(b, "rtree") == 0;
    case SQLITE_PRAGMA:
        return AMONG(a, pragmas);
    case SQLITE_FUNCTION:
        return AMONG(b, functions);
    default:
        return false;
    }
}

static int judge(void *data, int action, const char *a, const char *b,
                 const char *database, const char *inner)
{
    (void)data;
    (void)database;
    (void)inner; /* triggers and views are off; it names parts of queries */
    return allowed(action, a, b) ? SQLITE_OK : SQLITE_DENY;
}

void allow_only(sqlite3 *db)
{
    sqlite3_set_authorizer(db, judge, NULL);
}

void allow_change(sqlite3 *db)
{
    sqlite3_set_authorizer(db, NULL, NULL);
}
