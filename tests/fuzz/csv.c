/* libFuzzer: the CSV reader and the number reader on any bytes.
 *
 * The first byte of the input chooses the declared separator and decimal
 * sign.  Promises checked beside memory safety: a second reading gives the
 * same rows, places lie inside the file, every cell is UTF-8 without zeros,
 * and what export_text() writes of a cell is read back as that cell. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/io/csv.h"
#include "core/io/export.h"
#include "core/io/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_utf8(const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        int size = text_utf8(text, left);
        assert(size > 0);
        text += size;
        left -= (size_t)size;
    }
}

static void check_number(const char *text, enum decimal decimal)
{
    struct number number;
    struct err err;
    double real;
    int64_t whole;
    if (!number_read(text, decimal, &number, &err)) {
        assert(err.text[0]);
        return;
    }
    assert(number.digits % 10 != 0 || number.digits == 0);
    if (number_real(&number, 864, -1, &real, &err))
        assert(real == real && (real < 0) <= number.negative);
    if (number_whole(&number, 1, 5, "0.1 m²", &whole, &err))
        assert(whole == 0 || (whole < 0) == number.negative);
}

/* Written as a file of one heading and one row, it comes back the same. */
static void check_written(const char *cell, char separator)
{
    struct text out = TEXT_INIT;
    struct csv csv;
    struct err err;
    text_add(&out, "h\n");
    export_text(cell, separator, &out);
    bool opened = csv_open(&csv, out.bytes, out.size, separator, &err);
    assert(opened);
    enum csv_got got = csv_next(&csv, &err);
    assert(got == CSV_ROW || strlen(cell) + 1 > CSV_CELL_MOST);
    if (got == CSV_ROW)
        assert(strcmp(export_plain(csv.cell[0]), cell) == 0);
    csv_close(&csv);
    text_release(&out);
}

/* One reading; returns a sum over all that was read. */
static size_t read_all(struct csv *csv, enum decimal decimal, bool check)
{
    struct err err;
    size_t sum = 0;
    enum csv_got got;
    while ((got = csv_next(csv, &err)) != CSV_END) {
        sum = sum * 31 + (size_t)got + (size_t)csv->line;
        assert(csv->line >= 1 && (size_t)csv->line <= csv->size + 1);
        assert(got == CSV_ROW || csv->bad_line >= csv->line);
        for (int i = 0; got == CSV_ROW && i < csv->ncolumns; i++) {
            sum = sum * 31 + strlen(csv->cell[i]);
            if (!check)
                continue;
            check_utf8(csv->cell[i]);
            check_number(csv->cell[i], decimal);
            check_written(csv->cell[i], csv->separator);
        }
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct csv csv;
    struct err err;
    char separator = "\0,;\t"[data[0] & 3];
    enum decimal decimal = (enum decimal)((data[0] >> 2) % 3);
    if (!csv_open(&csv, (const char *)data + 1, size - 1, separator, &err)) {
        assert(err.text[0] && csv.bad_line >= 1);
        return 0;
    }
    for (int i = 0; i < csv.ncolumns; i++)
        check_utf8(csv.heading[i]);
    size_t first = read_all(&csv, decimal, true);
    csv_rewind(&csv);
    size_t again = read_all(&csv, decimal, false);
    if (first != again)
        abort();
    csv_close(&csv);
    return 0;
}
