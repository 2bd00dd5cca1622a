#include "core/io/csv.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/say.h"

/* Bytes that mean something, or may be the first of a longer character. */
static bool is_plain(unsigned char byte, char separator)
{
    return byte >= ' ' && byte < 0x80 && byte != '"' &&
           byte != (unsigned char)separator;
}

/* What one cell is read into; the row as a whole is in struct csv. */
struct cell {
    bool quoted, cut;
    size_t start; /* in csv->row */
};

static bool at_end(const struct csv *csv)
{
    return csv->at >= csv->size;
}

static int peek(const struct csv *csv, size_t ahead)
{
    size_t at = csv->at + ahead;
    return at < csv->size ? (unsigned char)csv->bytes[at] : -1;
}

/* Whether this is the first thing wrong with the row; then it is here. */
static bool first_wrong(struct csv *csv)
{
    if (csv->bad)
        return false;
    csv->bad = true;
    csv->bad_line = csv->at_line;
    csv->bad_column = csv->ncells + 1;
    return true;
}

static void wrong(struct csv *csv, struct err *err, const char *why)
{
    if (first_wrong(csv))
        err_set(err, ERR_FORMAT, "%s", say(why));
}

static void wrong_byte(struct csv *csv, struct err *err)
{
    if (!first_wrong(csv))
        return;
    err_set(err, ERR_FORMAT,
            "byte 0x%02X (number %zu of the file) is not UTF-8", peek(csv, 0),
            csv->at + 1);
    err_hint(err, "save the file as 'CSV UTF-8'; text in TCVN3, VNI or "
                  "Windows-1258 must be converted first");
}

/* Keep bytes of the cell, up to the limit. */
static void keep(struct csv *csv, struct cell *cell, size_t size,
                 struct err *err)
{
    if (csv->row.size - cell->start + size <= CSV_CELL_MOST) {
        text_put(&csv->row, csv->bytes + csv->at, size);
    } else if (first_wrong(csv)) {
        err_set(err, ERR_RANGE, "a cell holds at most %d bytes", CSV_CELL_MOST);
        if (cell->quoted)
            err_hint(err, "is a closing quote missing?");
    }
    csv->at += size;
}

/* A run of plain bytes. */
static void keep_run(struct csv *csv, struct cell *cell, struct err *err)
{
    size_t end = csv->at;
    while (end < csv->size &&
           is_plain((unsigned char)csv->bytes[end], csv->separator))
        end++;
    if (end > csv->at)
        keep(csv, cell, end - csv->at, err);
}

/* One character that is no separator, quote or line end. */
static void keep_character(struct csv *csv, struct cell *cell, struct err *err)
{
    int size = text_utf8(csv->bytes + csv->at, csv->size - csv->at);
    if (size == 0)
        wrong_byte(csv, err);
    if (peek(csv, 0) == 0)
        wrong(csv, err, "a zero byte; this is no CSV text");
    keep(csv, cell, size ? (size_t)size : 1, err);
}

/* LF, or CR before LF. */
static size_t line_end(const struct csv *csv)
{
    if (peek(csv, 0) == '\n')
        return 1;
    return peek(csv, 0) == '\r' && peek(csv, 1) == '\n' ? 2 : 0;
}

/* From behind the opening quote to behind the closing one. */
static void read_quoted(struct csv *csv, struct cell *cell, struct err *err)
{
    int line = csv->at_line;
    csv->at++;
    while (!at_end(csv)) {
        keep_run(csv, cell, err);
        int byte = peek(csv, 0);
        if (byte == '"' && peek(csv, 1) != '"') {
            csv->at++;
            return;
        }
        csv->at += byte == '"';
        csv->at_line += byte == '\n';
        if (byte == '"' || byte == '\n' || byte == '\r' ||
            byte == csv->separator)
            keep(csv, cell, 1, err);
        else if (byte >= 0)
            keep_character(csv, cell, err);
    }
    if (first_wrong(csv)) {
        err_set(err, ERR_FORMAT, "a quote is opened here and never closed");
        csv->bad_line = line;
    }
}

/* Up to the separator or the line end. */
static void read_bare(struct csv *csv, struct cell *cell, struct err *err)
{
    while (!at_end(csv)) {
        keep_run(csv, cell, err);
        int byte = peek(csv, 0);
        if (byte < 0 || byte == csv->separator || line_end(csv))
            return;
        if (byte == '"')
            wrong(csv, err,
                  "a quote inside a cell without quotes; put the "
                  "cell in quotes and write the quote twice");
        else if (byte == '\r')
            wrong(csv, err,
                  "a line ends with CR alone; save the file with "
                  "Windows or Unix line ends");
        keep_character(csv, cell, err);
    }
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Blanks around a cell without quotes do not belong to it. */
static void trim(struct text *row, struct cell *cell)
{
    char *first = row->bytes + cell->start;
    size_t size = row->size - cell->start, skip = 0;
    while (size > 0 && is_blank(first[size - 1]))
        size--;
    while (skip < size && is_blank(first[skip]))
        skip++;
    if (skip > 0)
        memmove(first, first + skip, size - skip);
    row->size = cell->start + size - skip;
}

static void read_cell(struct csv *csv, struct err *err)
{
    struct cell cell = { .start = csv->row.size };
    if (peek(csv, 0) == '"') {
        cell.quoted = true;
        read_quoted(csv, &cell, err);
        size_t kept = csv->row.size;
        if (!at_end(csv) && peek(csv, 0) != csv->separator && !line_end(csv)) {
            wrong(csv, err,
                  "text behind a closing quote; a quote inside a "
                  "quoted cell is written twice");
            read_bare(csv, &cell, err);
            csv->row.size = kept;
        }
    } else {
        read_bare(csv, &cell, err);
        trim(&csv->row, &cell);
    }
    text_put(&csv->row, "", 1);
    if (csv->ncells < CSV_COLUMNS_MOST)
        csv->start[csv->ncells] = cell.start;
    csv->ncells++;
}

static void skip_empty_lines(struct csv *csv)
{
    for (size_t end; !at_end(csv) && (end = line_end(csv)) > 0;) {
        csv->at += end;
        csv->at_line++;
    }
}

/* One row, whatever it holds; false at the end of the file. */
static bool read_row(struct csv *csv, struct err *err)
{
    skip_empty_lines(csv);
    if (at_end(csv))
        return false;
    text_clear(&csv->row);
    csv->line = csv->at_line;
    csv->ncells = 0;
    csv->bad = false;
    for (;;) {
        read_cell(csv, err);
        if (peek(csv, 0) != csv->separator)
            break;
        csv->at++;
    }
    size_t end = line_end(csv);
    csv->at += end;
    csv->at_line += end > 0;
    return true;
}

/* The row as a whole is wrong, unless a cell is already. */
static bool wrong_row(struct csv *csv)
{
    if (!first_wrong(csv))
        return false;
    csv->bad_line = csv->line;
    csv->bad_column = 0;
    return true;
}

enum csv_got csv_next(struct csv *csv, struct err *err)
{
    if (!read_row(csv, err))
        return CSV_END;
    if (csv->ncells != csv->ncolumns && wrong_row(csv))
        err_set(err, ERR_FORMAT, "expected %d cells, got %d", csv->ncolumns,
                csv->ncells);
    if (csv->bad)
        return CSV_BAD;
    for (int i = 0; i < csv->ncolumns; i++)
        csv->cell[i] = csv->row.bytes + csv->start[i];
    return CSV_ROW;
}

void csv_rewind(struct csv *csv)
{
    csv->at = csv->first;
    csv->at_line = csv->first_line;
}

/* Encodings and files that are told by their first bytes. */
static bool known_start(struct csv *csv, struct err *err)
{
    const char *bytes = csv->bytes;
    size_t size = csv->size;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        csv->at = 3;
    else if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                           memcmp(bytes, "\xFE\xFF", 2) == 0))
        wrong(csv, err, "the file is UTF-16; save it as 'CSV UTF-8'");
    else if (size >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 ||
                           memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0))
        wrong(csv, err,
              "the file is a workbook or an archive; save the "
              "sheet as 'CSV UTF-8'");
    else if (size >= 16 && memcmp(bytes, "SQLite format 3", 16) == 0)
        wrong(csv, err, "the file is a database, such as a plan, and no CSV");
    return !csv->bad;
}

/* The separator that stands in the first line outside quotes. */
static bool find_separator(struct csv *csv, struct err *err)
{
    static const char candidates[] = ",;\t";
    bool quoted = false;
    char found = 0;
    for (size_t i = csv->at; i < csv->size; i++) {
        char byte = csv->bytes[i];
        quoted ^= byte == '"';
        if (!quoted && byte == '\n')
            break;
        if (quoted || !byte || !strchr(candidates, byte) || byte == found)
            continue;
        if (found) {
            wrong(csv, err,
                  "the first line has several of ',', ';' and tab; "
                  "declare which one separates with --separator");
            csv->bad_column = 0;
            return false;
        }
        found = byte;
    }
    csv->separator = found ? found : ',';
    return true;
}

static bool read_headings(struct csv *csv, struct err *err)
{
    if (!read_row(csv, err)) {
        wrong(csv, err, "the file is empty");
        csv->bad_column = 0;
    } else if (csv->ncells > CSV_COLUMNS_MOST && wrong_row(csv)) {
        err_set(err, ERR_RANGE, "a row holds at most %d cells",
                CSV_COLUMNS_MOST);
    }
    if (csv->bad)
        return false;
    csv->ncolumns = csv->ncells;
    csv->heading = mem_new((size_t)csv->ncolumns, sizeof *csv->heading);
    csv->cell = mem_new((size_t)csv->ncolumns, sizeof *csv->cell);
    for (int i = 0; i < csv->ncolumns; i++) {
        const char *name = csv->row.bytes + csv->start[i];
        size_t size = strlen(name) + 1;
        csv->heading[i] = memcpy(mem_raw(size, 1), name, size);
    }
    csv->first = csv->at;
    csv->first_line = csv->at_line;
    return true;
}

bool csv_open(struct csv *csv, const char *bytes, size_t size, char separator,
              struct err *err)
{
    *csv = (struct csv){ .separator = separator,
                         .bytes = bytes,
                         .size = size,
                         .at_line = 1,
                         .row = TEXT_INIT };
    csv->start = mem_new(CSV_COLUMNS_MOST, sizeof *csv->start);
    bool good = known_start(csv, err);
    skip_empty_lines(csv);
    good = good && (separator || find_separator(csv, err)) &&
           read_headings(csv, err);
    if (!good)
        csv_close(csv);
    return good;
}

void csv_close(struct csv *csv)
{
    for (int i = 0; i < csv->ncolumns; i++)
        free(csv->heading[i]);
    free(csv->heading);
    free((void *)csv->cell);
    free(csv->start);
    text_release(&csv->row);
    csv->heading = NULL;
    csv->cell = NULL;
    csv->start = NULL;
    csv->ncolumns = 0;
}

char csv_separator_named(const char *name)
{
    static const struct {
        const char *name;
        char separator;
    } names[] = { { "comma", ',' }, { ",", ',' },    { "semicolon", ';' },
                  { ";", ';' },     { "tab", '\t' }, { "\t", '\t' } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].name, name) == 0)
            return names[i].separator;
    }
    return 0;
}

bool csv_place(const struct csv *csv, struct err *err)
{
    int line = csv->bad_line, column = csv->bad_column;
    if (column == 0)
        return err_in(err, "line %d", line);
    if (column <= csv->ncolumns)
        return err_in(err, "line %d, column %d (%s)", line, column,
                      csv->heading[column - 1]);
    return err_in(err, "line %d, column %d", line, column);
}
