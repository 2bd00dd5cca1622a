/* A table of a plan as CSV that import.h reads back to the bit.
 *
 * Headings are field names with the unit, "total_area [ha]"; calculated fields
 * are left out.  Not known is blank, a reference is a key, rows stand in the
 * order of the plan.  Texts that a spreadsheet would take for a formula (they
 * begin with = + - @ tab CR LF or the wide forms) get a ' in front, which the
 * import takes away again; numbers never need it.
 *
 *     struct export_form form = { .separator = ';',
 *                                 .decimal = DECIMAL_COMMA, .bom = true };
 *     export_table(plan, table, &form, &out, &err);
 *
 * For a table too large for memory: export_headings(), then export_row() for
 * each row, writing out and clearing the text now and then.
 */
#ifndef CORE_IO_EXPORT_H
#define CORE_IO_EXPORT_H

#include "core/data/plan.h"
#include "core/io/number.h"

struct export_form {
    char separator;       /* 0: comma */
    enum decimal decimal; /* undeclared: point */
    bool bom;             /* spreadsheets then know that it is UTF-8 */
};

/* Fails, with ERR_RANGE, only for a text larger than CSV_CELL_MOST. */
bool export_table(const struct plan *plan, int table,
                  const struct export_form *form, struct text *out,
                  struct err *err);

void export_headings(const struct plan *plan, int table,
                     const struct export_form *form, struct text *out);

bool export_row(const struct plan *plan, int table, int row,
                const struct export_form *form, struct text *out,
                struct err *err);

/* One cell of text: neutralised, and quoted where needed. */
void export_text(const char *words, char separator, struct text *out);

/* The text behind a neutralising ', or the text itself. */
const char *export_plain(const char *cell);

#endif
