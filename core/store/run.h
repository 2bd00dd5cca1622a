/* The log: what was run, on what and what came of it, so that it can be run
 * again.
 *
 *     struct run_record run = { .command = "run", .script = "s.lua", ... };
 *     run_log("laocai.gpkg", &run, &err);          run.id is its number
 *     struct run_record *old = run_find("laocai.gpkg", 12, &err);
 *     ...
 *     run_free(old);
 *
 * The log is in the plan file (tables run, run_part and run_text) or, for runs
 * without a plan that may be written, in a journal: an SQLite file with the
 * same tables.  Writing it is one transaction, takes no part in the plan
 * (neither contents nor revision), and gives up when another program holds the
 * file for longer than 100 ms.  Numbers go up and are never used twice.
 *
 * What a run has read and made are its parts: each has the SHA-256 of its
 * contents, and texts are kept whole, once for all runs.
 */
#ifndef CORE_STORE_RUN_H
#define CORE_STORE_RUN_H

#include <sqlite3.h>
#include <stdint.h>

#include "core/base/text.h"

enum { RUN_TEXT_MOST = 1 << 20 }; /* bytes of a part that is kept whole */

enum run_side { RUN_IN, RUN_OUT };

/* In: "script", "module" (a Lua file beside it), "file", "plan" (the hash is
 * of its contents), "scenario" (of its whole chain of changes).  Out: "text"
 * (what was printed), "file", "changes" (saved to a plan), "scenario" (kept
 * beside it), "discard" and "promote" of one, "error". */
struct run_part {
    enum run_side side;
    const char *kind, *name; /* name: as the script says it */
    const char *sha256;      /* 64 hexadecimal digits */
    const void *bytes;       /* the contents, or NULL: only the hash */
    size_t size;
};

struct run_record {
    int64_t id;             /* given by the log; 0: not in one yet */
    const char *started;    /* UTC, as 2026-11-29T14:44:04Z */
    double seconds;         /* of wall clock */
    const char *state;      /* running, done, failed, stopped */
    const char *error;      /* why it failed or was stopped, or NULL */
    const char *command;    /* "run" or another command of ccn */
    const char *script;     /* path as given */
    const char *folder;     /* the current one */
    const char *arguments;  /* JSON list: as given */
    const char *parameters; /* JSON object: after defaults; NULL: none */
    const char *options;    /* JSON object: language, grants, limits */
    const char *versions;   /* JSON object */
    const char *result;     /* SHA-256 of all that came out; NULL: stopped */
    int64_t seed;           /* of the random numbers */
    int nparts;
    struct run_part *part; /* in the order in which they came */
};

/* One run and all its parts, into a plan file of today's format or a journal;
 * .id becomes its number.  Fails with ERR_FILE (busy, not to be written) or
 * ERR_FORMAT (a plan of another format, no log): then nothing is written. */
bool run_log(const char *path, struct run_record *run, struct err *err);

/* Make an empty journal, readable by its owner alone, if there is none. */
bool run_make_journal(const char *path, struct err *err);

/* A run with all its parts, texts interned; NULL: there is none of this
 * number, or the file has no log. */
struct run_record *run_find(const char *path, int64_t id, struct err *err);
void run_free(struct run_record *run);

/* All runs without their parts, the first first: how many, or -1.  The caller
 * frees the list. */
int run_list(const char *path, struct run_record **list, struct err *err);

/* Take a run out of the log, and the texts that no other run has. */
bool run_forget(const char *path, int64_t id, struct err *err);

/* Inside of core/store, on an open file and in the transaction of the caller:
 * for what refers to a run (REFERENCES run (id)) and begins before it ends. */

/* CREATE TABLE of the log. */
#define RUN_SCHEMA                                                             \
    "CREATE TABLE run ("                                                       \
    "    id INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL,"         \
    "    seconds REAL NOT NULL, state TEXT NOT NULL"                           \
    "    CHECK (state IN ('running', 'done', 'failed', 'stopped')),"           \
    "    error TEXT, command TEXT NOT NULL, script TEXT NOT NULL,"             \
    "    folder TEXT NOT NULL, arguments TEXT NOT NULL, parameters TEXT,"      \
    "    options TEXT NOT NULL, seed INTEGER NOT NULL,"                        \
    "    versions TEXT NOT NULL, result TEXT) STRICT;"                         \
    "CREATE TABLE run_part ("                                                  \
    "    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,"          \
    "    seq INTEGER NOT NULL, side TEXT NOT NULL"                             \
    "    CHECK (side IN ('in', 'out')), kind TEXT NOT NULL,"                   \
    "    name TEXT NOT NULL, sha256 TEXT NOT NULL,"                            \
    "    PRIMARY KEY (run, seq)) STRICT, WITHOUT ROWID;"                       \
    "CREATE TABLE run_text ("                                                  \
    "    sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;"

/* Add the row of a run, mostly with the state "running"; its number, or -1. */
int64_t run_begin(sqlite3 *db, const struct run_record *run, struct err *err);

/* What is known at the end: all but .id, and the parts. */
bool run_end(sqlite3 *db, const struct run_record *run, struct err *err);

#endif
