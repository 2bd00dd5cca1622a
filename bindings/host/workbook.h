/* Workbooks (.xlsx), written by the parent through libxlsxwriter, which is in a
 * module of its own beside the program (ccn-xlsx.so).
 *
 * A worker hands over a row of texts (pipe.h), each a letter and what it says:
 *
 *     S name      a sheet          R           a new row
 *     W width     of a column      H           a new row of headings
 *     T text      a cell           N number    a cell      B   a blank cell
 *
 * A text is never a formula, whatever it begins with.
 */
#ifndef BINDINGS_HOST_WORKBOOK_H
#define BINDINGS_HOST_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

struct err;

enum { WORKBOOK_CELLS = 1 << 20 }; /* at most */

/* What the module gives as ccn_workbook.  Functions give NULL, or what went
 * wrong. */
struct workbook {
    void *(*open)(const char *path);
    const char *(*sheet)(void *self, const char *name);
    const char *(*width)(void *self, int column, double width);
    const char *(*text)(void *self, int row, int column, const char *text,
                        bool heading);
    const char *(*number)(void *self, int row, int column, double value);
    const char *(*close)(void *self); /* writes the file; in any case */
};

/* Write the file, whole or not at all.  Fails with ERR_FILE, also when the
 * module is not there, and ERR_FORMAT for what is no such row of texts. */
bool workbook_save(const char *path, const char *bytes, size_t size,
                   struct err *err);

#endif
