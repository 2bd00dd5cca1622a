/* Numbers from a text, with the line they stand on.
 *
 *     struct scan scan;
 *     if (!scan_open(&scan, path, err))
 *         return false;
 *     bool good = scan_whole(&scan, "jobs", 0, 1000, &jobs, err) && ...;
 *     scan_close(&scan);
 *
 * A path of "-" is the standard input.  Files of any size are read in pieces.
 */
#ifndef CORE_ASSIGN_SCAN_H
#define CORE_ASSIGN_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"

/* Whole numbers up to this are exact in a double, and so are their sums. */
#define SCAN_MOST 4503599627370496.0 /* 2^52 */

struct scan {
    const char *path;
    int file;
    char *text;        /* the piece at hand */
    size_t at, end;    /* in text */
    bool last;         /* the piece is the last one */
    uint64_t size;     /* of the file, in bytes */
    uint64_t consumed; /* before the piece */
    long line;
};

bool scan_open(struct scan *scan, const char *path, struct err *err);
void scan_close(struct scan *scan);

/* A number from least to most; what says what it is, for the error. */
bool scan_number(struct scan *scan, const char *what, double least, double most,
                 double *number, struct err *err);

/* The same; fails on a fraction as well. */
bool scan_whole(struct scan *scan, const char *what, double least, double most,
                double *number, struct err *err);

/* A count, size or number of something. */
bool scan_count(struct scan *scan, const char *what, int least, int most,
                int *count, struct err *err);

/* Whether so many more numbers can still stand in the file: refuses sizes
 * before memory is asked for them. */
bool scan_has(const struct scan *scan, uint64_t numbers, struct err *err);

/* Nothing but white space may follow. */
bool scan_finish(struct scan *scan, struct err *err);

/* The error with the place in front.  Returns false. */
bool scan_fail(const struct scan *scan, struct err *err);

/* Whether the text begins so, behind white space; reads past it if it does. */
bool scan_word(struct scan *scan, const char *word);

#endif
