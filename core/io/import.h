/* Taking a CSV file into a table of a plan, through the door: all or nothing.
 *
 *     struct import_options options = { .file = "clusters.csv",
 *                                       .decimal = DECIMAL_POINT };
 *     struct import_result result;
 *     if (!import_csv(plan, table, &bytes, &options, &result, &err))
 *         import_print(&result, IMPORT_PRINTED, &out);
 *     import_release(&result);
 *
 * Either every row is taken, or none and every refused cell is listed in one
 * pass.  A blank cell is not known.  References are keys; they may name rows
 * of the same file, also further down.  Rows of blanks alone are passed over.
 *
 * A text that begins with ' followed by one of = + - @ tab CR LF or their wide
 * forms loses the ': that is how export.h keeps spreadsheets from taking it
 * for a formula.
 */
#ifndef CORE_IO_IMPORT_H
#define CORE_IO_IMPORT_H

#include "core/base/text.h"
#include "core/data/plan.h"
#include "core/io/number.h"

enum {
    IMPORT_KEPT = 1000,  /* refusals listed; the rest are counted */
    IMPORT_PRINTED = 100 /* of them, what a screen should show */
};

enum import_policy {
    IMPORT_ADD,    /* rows are new; a key the plan has is refused */
    IMPORT_UPDATE, /* rows are there; a key the plan lacks is refused */
    IMPORT_BOTH    /* as it comes */
};

/* A column of the file that stands for a field: its heading there, and what
 * it means ("area [m2]"); an empty meaning leaves the column out. */
struct import_heading {
    const char *from, *to;
};

struct import_options {
    const char *file; /* for messages */
    char separator;   /* 0: found from the first line (csv.h) */
    enum decimal decimal;
    enum import_policy policy;
    bool clear; /* update: a blank cell makes a known one unknown, else
                 * it leaves it as it is */
    const struct import_heading *headings;
    int nheadings;
};

struct refusal {
    int line;      /* as an editor counts */
    int column;    /* from 1; 0: the line as a whole */
    char *heading; /* of the column, "" if there is none */
    char *value;   /* what stands there, shortened; "" if nothing does */
    char *reason;
};

struct import_result {
    char *file;
    char separator;     /* the one used */
    int added, updated; /* rows; 0 when refused */
    int nrefused;       /* all of them */
    int nlisted;        /* at most IMPORT_KEPT, by line and column */
    struct refusal *refused;
};

/* "add", "update" or "both". */
bool import_policy_named(const char *name, enum import_policy *policy,
                         struct err *err);

/* When it fails, the plan is as before, err says what in one line (the first
 * refusal and how many there are), and result lists the refusals.  result
 * must be released either way. */
bool import_csv(struct plan *plan, int table, const struct text *bytes,
                const struct import_options *options,
                struct import_result *result, struct err *err);

void import_release(struct import_result *result);

/* One line for each refusal, most of them at most, and how many more:
 * "clusters.csv: line 3, column 2 (area [m2]), '-5': area must be ..." */
void import_print(const struct import_result *result, int most,
                  struct text *out);

#endif
