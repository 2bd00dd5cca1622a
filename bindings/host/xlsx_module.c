/* ccn-xlsx.so: workbooks, by libxlsxwriter. */
#include <stdlib.h>
#include <xlsxwriter.h>

#include "bindings/host/workbook.h"

struct self {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *heading;
};

static const char *said(lxw_error error)
{
    return error == LXW_NO_ERROR ? NULL : lxw_strerror(error);
}

static void *open_book(const char *path)
{
    /* The same command gives the same bytes: the day is a fixed one. */
    lxw_doc_properties properties = { .created = 86400 };
    struct self *self = calloc(1, sizeof *self);
    if (!self)
        return NULL;
    self->book = workbook_new(path);
    if (!self->book) {
        free(self);
        return NULL;
    }
    workbook_set_properties(self->book, &properties);
    self->heading = workbook_add_format(self->book);
    format_set_bold(self->heading);
    format_set_text_wrap(self->heading);
    return self;
}

static const char *add_sheet(void *to, const char *name)
{
    struct self *self = to;
    lxw_error error = workbook_validate_sheet_name(self->book, name);
    if (error == LXW_NO_ERROR)
        self->sheet = workbook_add_worksheet(self->book, name);
    return self->sheet ? said(error) : "no sheet";
}

static const char *set_width(void *to, int column, double width)
{
    struct self *self = to;
    lxw_col_t at = (lxw_col_t)column;
    return said(worksheet_set_column(self->sheet, at, at, width, NULL));
}

static const char *put_text(void *to, int row, int column, const char *text,
                            bool heading)
{
    struct self *self = to;
    return said(worksheet_write_string(self->sheet, (lxw_row_t)row,
                                       (lxw_col_t)column, text,
                                       heading ? self->heading : NULL));
}

static const char *put_number(void *to, int row, int column, double value)
{
    struct self *self = to;
    return said(worksheet_write_number(self->sheet, (lxw_row_t)row,
                                       (lxw_col_t)column, value, NULL));
}

static const char *close_book(void *from)
{
    struct self *self = from;
    lxw_error error = workbook_close(self->book);
    free(self);
    return said(error);
}

extern const struct workbook ccn_workbook;

__attribute__((visibility("default"))) const struct workbook ccn_workbook = {
    .open = open_book,
    .sheet = add_sheet,
    .width = set_width,
    .text = put_text,
    .number = put_number,
    .close = close_book,
};
