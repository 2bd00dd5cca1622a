/* The record of a run, kept by the parent while it goes on: what came out of
 * it, told from the messages of the worker, and what the worker says it has
 * read.  bindings/program/log.h stores it, bindings/program/replay.h compares
 * it.
 *
 *     struct record record;
 *     record_start(&record, &run);
 *     ...                               parent_run() fills it
 *     record_end(&record);              record.run is complete
 *     record_release(&record);
 *
 * The result hash is the SHA-256 of a line "KIND SHA-256\n" for each part that
 * came out, in order: printed text (all that is printed between two other
 * parts is one), files, changes saved to a plan, scenarios kept.  Neither times
 * nor paths are in it.
 */
#ifndef BINDINGS_PROGRAM_RECORD_H
#define BINDINGS_PROGRAM_RECORD_H

#include <sha256.h>

#include "core/store/run.h"

struct run;

struct record {
    struct run_record run;
    const char *script; /* text of the script, interned; NULL: not readable */
    int room;
    SHA2_CTX result, printing; /* of all parts, of the text being printed */
    struct text printed;       /* the text itself, as far as it is kept */
    bool prints;
    bool late;          /* its time was up, whatever it made of that */
    const char *saved;  /* the plan file it saved to first, or NULL */
    const char *opened; /* the plan file it opened first, or NULL */
    double clock;       /* seconds when it started */
};

void record_start(struct record *record, const struct run *run);
void record_release(struct record *record);

/* What the worker sends.  message: a save (save.h), a file (files.h), the notes
 * of host_report(); resolved: where it went. */
void record_text(struct record *record, const struct text *bytes);
void record_save(struct record *record, const struct text *message,
                 const char *resolved);
void record_file(struct record *record, const struct text *message);
void record_notes(struct record *record, const struct text *message);

/* How it ended, if not well: "failed" with the error of the script, which is a
 * part of what came out; "stopped" from outside. */
void record_failed(struct record *record, const char *error);
void record_stopped(struct record *record, const char *why);

void record_end(struct record *record);

#endif
