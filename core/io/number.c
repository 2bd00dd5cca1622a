#include "core/io/number.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Holds any product of 19 digits and a factor of up to 19 more. */
__extension__ typedef unsigned __int128 wide;

enum {
    DIGITS_READ = 64, /* zeros included */
    DIGITS_KEPT = 19, /* what 64 bits hold of any digits */
    TENS_MOST = 9999
};

/* A number on its way in: its digits without any signs. */
struct scan {
    const char *at;
    enum decimal decimal;
    bool grouped, crowded; /* crowded: more than DIGITS_READ */
    char digit[DIGITS_READ];
    int n, fraction; /* fraction: how many of them are behind the sign */
};

bool decimal_named(const char *name, enum decimal *decimal, struct err *err)
{
    if (strcmp(name, "point") == 0)
        *decimal = DECIMAL_POINT;
    else if (strcmp(name, "comma") == 0)
        *decimal = DECIMAL_COMMA;
    else
        return err_set(err, ERR_RANGE,
                       "decimal must be point or comma, got '%s'", name);
    return true;
}

static int scan_digits(struct scan *scan)
{
    int n = 0;
    for (; isdigit((unsigned char)*scan->at); scan->at++, n++) {
        if (scan->n < DIGITS_READ)
            scan->digit[scan->n++] = *scan->at;
        else
            scan->crowded = true;
    }
    return n;
}

/* Digits before the decimal sign; false when their grouping is wrong. */
static bool scan_whole(struct scan *scan)
{
    const char *first = scan->at;
    int n = scan_digits(scan);
    if (scan->decimal != DECIMAL_COMMA || *scan->at != '.')
        return true;
    scan->grouped = true;
    if (n < 1 || n > 3 || *first == '0')
        return false;
    while (*scan->at == '.') {
        scan->at++;
        if (scan_digits(scan) != 3)
            return false;
    }
    return true;
}

/* The whole text but for its sign: [digits] [sign digits] [e [+-] digits] */
static bool scan_number(struct scan *scan, struct number *number)
{
    if (!scan_whole(scan))
        return false;
    int whole = scan->n;
    if (*scan->at == (scan->decimal == DECIMAL_COMMA ? ',' : '.')) {
        scan->at++;
        scan->fraction = scan_digits(scan);
        if (scan->fraction == 0)
            return false;
    }
    if (whole == 0 && scan->fraction == 0)
        return false;
    number->scientific = *scan->at == 'e' || *scan->at == 'E';
    if (number->scientific) {
        bool small = *++scan->at == '-';
        scan->at += *scan->at == '-' || *scan->at == '+';
        const char *first = scan->at;
        while (isdigit((unsigned char)*scan->at)) {
            if (number->tens <= TENS_MOST)
                number->tens = number->tens * 10 + *scan->at - '0';
            scan->at++;
        }
        if (scan->at == first || scan->grouped)
            return false;
        number->tens = small ? -number->tens : number->tens;
    }
    return *scan->at == '\0';
}

static bool keep_digits(const struct scan *scan, struct number *number)
{
    int first = 0, last = scan->n;
    while (first < last && scan->digit[first] == '0')
        first++;
    while (last > first && scan->digit[last - 1] == '0')
        last--;
    if (scan->crowded || last - first > DIGITS_KEPT)
        return false;
    number->tens += scan->n - last - scan->fraction;
    for (int i = first; i < last; i++)
        number->digits = number->digits * 10 + (uint64_t)(scan->digit[i] - '0');
    if (number->digits == 0)
        number->tens = 0;
    return true;
}

static bool read_as(const char *text, enum decimal decimal,
                    struct number *number, struct scan *scan)
{
    *number = (struct number){ .negative = *text == '-' };
    *scan = (struct scan){ .at = text + (*text == '-' || *text == '+'),
                           .decimal = decimal };
    return scan_number(scan, number);
}

/* Why the text is no number under this declaration. */
static bool refuse(const char *text, const struct scan *scan, struct err *err)
{
    bool comma = scan->decimal == DECIMAL_COMMA;
    if (comma && scan->grouped)
        return err_set(err, ERR_FORMAT,
                       "with a decimal comma, points must group "
                       "thousands, as in 1.234.567,8");
    if (!comma && strchr(text, ',') &&
        strspn(text, "+-0123456789.,") == strlen(text))
        return err_set(err, ERR_FORMAT,
                       "with a decimal point, no comma may stand in a "
                       "number; write 1234.5");
    return err_set(err, ERR_FORMAT, "not a number");
}

bool number_needs_decimal(const char *text)
{
    struct number number;
    struct scan scan;
    return strpbrk(text, ".,") &&
           (read_as(text, DECIMAL_POINT, &number, &scan) ||
            read_as(text, DECIMAL_COMMA, &number, &scan));
}

bool number_read(const char *text, enum decimal decimal, struct number *number,
                 struct err *err)
{
    if (decimal == DECIMAL_UNDECLARED && number_needs_decimal(text))
        return err_set(err, ERR_FORMAT,
                       "it is not said whether the decimal sign is a point or "
                       "a comma; declare it with --decimal point or "
                       "--decimal comma");
    struct number got;
    struct scan scan;
    if (!read_as(text, decimal, &got, &scan))
        return refuse(text, &scan, err);
    if (!keep_digits(&scan, &got))
        return err_set(err, ERR_RANGE, "more than %d digits", DIGITS_KEPT);
    *number = got;
    return true;
}

/* Both fit a double exactly, so their product is rounded once. */
static bool real_of_few(wide digits, int tens, double *real)
{
    static const double power[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,
                                    1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
                                    1e18, 1e19, 1e20, 1e21, 1e22 };
    if (digits >> 53 || tens < -22 || tens > 22)
        return false;
    *real = (double)(uint64_t)digits;
    *real = tens < 0 ? *real / power[-tens] : *real * power[tens];
    return true;
}

bool number_real(const struct number *number, uint64_t times, int tens,
                 double *real, struct err *err)
{
    static const uint64_t split = 10000000000000000000u;
    wide digits = (wide)number->digits * times;
    double got;
    if (!real_of_few(digits, number->tens + tens, &got)) {
        char text[80];
        snprintf(text, sizeof text, "%llu%019llue%d",
                 (unsigned long long)(digits / split),
                 (unsigned long long)(digits % split), number->tens + tens);
        got = strtod(text, NULL);
    }
    if (!isfinite(got))
        return err_set(err, ERR_RANGE, "too large");
    if (got == 0 && number->digits != 0)
        return err_set(err, ERR_RANGE, "too small to be told from 0");
    *real = number->negative ? -got : got;
    return true;
}

static bool not_whole(const char *finest, struct err *err)
{
    if (!finest)
        return err_set(err, ERR_RANGE, "not a whole number");
    return err_set(err, ERR_RANGE, "finer than %s, and nothing is rounded",
                   finest);
}

bool number_whole(const struct number *number, uint64_t times, int tens,
                  const char *finest, int64_t *whole, struct err *err)
{
    if (number->scientific)
        return err_set(err, ERR_FORMAT,
                       "written with an exponent, so digits may be lost; "
                       "let the spreadsheet show all of them");
    wide digits = (wide)number->digits * times;
    int left = number->tens + tens;
    for (; digits && left < 0; left++, digits /= 10) {
        if (digits % 10)
            return not_whole(finest, err);
    }
    for (; digits && left > 0 && digits <= INT64_MAX; left--)
        digits *= 10;
    if (digits > INT64_MAX)
        return err_set(err, ERR_RANGE, "too large");
    *whole = number->negative ? -(int64_t)digits : (int64_t)digits;
    return true;
}
