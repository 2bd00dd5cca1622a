#define _GNU_SOURCE /* readlink */
#include "bindings/host/workbook.h"

#include <dlfcn.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/pipe.h"
#include "core/io/file.h"

enum { BOOK_MOST = 64 << 20 }; /* bytes of a workbook */

/* The module lies beside the program. */
static const struct workbook *find_module(struct err *err)
{
    char self[PATH_MAX], path[PATH_MAX + 16];
    ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    self[size > 0 ? size : 0] = '\0';
    snprintf(path, sizeof path, "%s/ccn-xlsx.so", dirname(self));
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const struct workbook *found =
        handle ? dlsym(handle, "ccn_workbook") : NULL;
    if (!found)
        err_set(err, ERR_FILE,
                "no .xlsx file can be written (ccn-xlsx.so): install "
                "libxlsxwriter-dev, then build again");
    return found;
}

/* A workbook at work: where its next cell is. */
struct book {
    const struct workbook *module;
    void *self;
    struct text text; /* what is read, with its final 0 */
    int row, column, widths, cells;
    bool sheet, heading;
};

static const char *new_row(struct book *book, bool heading)
{
    book->row++;
    book->column = 0;
    book->heading = heading;
    return NULL;
}

static const char *put_number(struct book *book, bool is_width)
{
    const struct workbook *module = book->module;
    char *end;
    double value = strtod(book->text.bytes, &end);
    if (*end || end == book->text.bytes || !isfinite(value))
        return "no number";
    return is_width
               ? module->width(book->self, book->widths++, value)
               : module->number(book->self, book->row, book->column++, value);
}

/* One text of the message: a letter and what it says. */
static const char *put_one(struct book *book, char what)
{
    const struct workbook *module = book->module;
    if (what == 'S') {
        book->row = -1;
        book->widths = 0;
        book->sheet = true;
        return module->sheet(book->self, book->text.bytes);
    }
    if (!book->sheet || (strchr("TNB", what) && book->row < 0))
        return "no sheet or row";
    if (++book->cells > WORKBOOK_CELLS)
        return "too many cells";
    switch (what) {
    case 'R':
    case 'H':
        return new_row(book, what == 'H');
    case 'W':
    case 'N':
        return put_number(book, what == 'W');
    case 'T':
        return module->text(book->self, book->row, book->column++,
                            book->text.bytes, book->heading);
    case 'B':
        book->column++;
        return NULL;
    default:
        return "no such letter";
    }
}

static const char *put_all(struct book *book, const char *at, const char *end)
{
    const char *why = NULL;
    while (at < end && !why) {
        size_t size;
        const char *bytes = pipe_take(&at, end, &size);
        if (!bytes || size == 0 || memchr(bytes, '\0', size))
            return "cut off";
        text_clear(&book->text);
        text_put(&book->text, bytes + 1, size - 1);
        why = put_one(book, *bytes);
    }
    return why ? why : book->sheet ? NULL : "no sheet";
}

static bool render(const char *path, const char *bytes, size_t size,
                   struct err *err)
{
    struct book book = { .module = find_module(err),
                         .row = -1,
                         .text = TEXT_INIT };
    if (!book.module)
        return false;
    book.self = book.module->open(path);
    if (!book.self)
        return err_set(err, ERR_FILE, "cannot write '%s': %s", path,
                       err_system(errno));
    const char *why = put_all(&book, bytes, bytes + size);
    const char *closed = book.module->close(book.self);
    text_release(&book.text);
    if (why)
        return err_set(err, ERR_FORMAT, "this is no workbook: %s", why);
    return !closed ||
           err_set(err, ERR_FILE, "cannot write '%s': %s", path, closed);
}

bool workbook_save(const char *path, const char *bytes, size_t size,
                   struct err *err)
{
    struct text whole = TEXT_INIT;
    char beside[] = "/tmp/ccn-xlsx-XXXXXX";
    int file = mkstemp(beside);
    if (file < 0)
        return err_set(err, ERR_FILE, "cannot write '%s': %s", beside,
                       err_system(errno));
    close(file);
    bool ok = render(beside, bytes, size, err) &&
              file_load(beside, BOOK_MOST, &whole, err) &&
              file_save(path, whole.bytes, whole.size, err);
    unlink(beside);
    text_release(&whole);
    return ok;
}
