/* Reading CSV from memory, strictly: exact or refused.
 *
 *     struct csv csv;
 *     if (!csv_open(&csv, bytes, size, 0, &err))
 *         return false;
 *     enum csv_got got;
 *     while ((got = csv_next(&csv, &err)) != CSV_END) {
 *         if (got == CSV_ROW)
 *             puts(csv.cell[0]);
 *     }
 *     csv_close(&csv);
 *
 * What is read:
 *   - UTF-8, with or without a byte order mark.  Other encodings are refused.
 *   - Separated by ',' ';' or tab: as declared, else the one of the three
 *     that stands in the first line outside quotes; none of them means one
 *     column, and more than one of them is refused.
 *   - Quotes as in RFC 4180: a cell in "..." may hold separators, line ends
 *     and doubled quotes.  A quote inside a cell without quotes, text behind
 *     a closing quote and a quote never closed are refused.
 *   - Lines end with LF or CR LF; a CR alone is refused.  Lines with nothing
 *     in them are passed over.
 *   - Blanks around a cell without quotes do not belong to it; inside quotes
 *     everything does.
 *   - Every row has as many cells as the first one, which holds the headings.
 *   - A cell has at most CSV_CELL_MOST bytes, a row CSV_COLUMNS_MOST cells.
 *
 * After a row that is refused the next one can be read.  Line numbers are
 * those an editor shows, from 1; columns count from 1.
 */
#ifndef CORE_IO_CSV_H
#define CORE_IO_CSV_H

#include "core/base/text.h"

enum { CSV_CELL_MOST = 512 * 1024, CSV_COLUMNS_MOST = 1024 };

enum csv_got { CSV_END, CSV_ROW, CSV_BAD };

struct csv {
    char separator; /* the one declared or found */
    int ncolumns;
    char **heading; /* ncolumns texts */

    /* The row read last; good until the next. */
    int line;          /* where it begins */
    const char **cell; /* ncolumns texts, "" for a blank one */

    /* After an error: where it is; column 0 is the line as a whole. */
    int bad_line, bad_column;

    /* Private from here. */
    const char *bytes;
    size_t size, at, first;
    int at_line, first_line, ncells;
    bool bad;
    struct text row;
    size_t *start;
};

/* Begin to read bytes, which must stay until csv_close().  Reads the
 * headings.  When it fails, there is nothing to close, and bad_line and
 * bad_column are set. */
bool csv_open(struct csv *csv, const char *bytes, size_t size, char separator,
              struct err *err);

void csv_close(struct csv *csv);

/* The next row.  CSV_BAD: the row is refused, err says why. */
enum csv_got csv_next(struct csv *csv, struct err *err);

/* Back to the first row after the headings. */
void csv_rewind(struct csv *csv);

/* "comma", "semicolon", "tab" or the character itself; 0 if none of them. */
char csv_separator_named(const char *name);

/* Put the place before an error: "line 3, column 2 (area)". */
bool csv_place(const struct csv *csv, struct err *err);

#endif
