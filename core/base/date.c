#include "core/base/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Algorithms of H. Hinnant, "chrono-compatible low-level date algorithms".
 * From the year 1 on: before it there is no date of ours. */
static int64_t days_from(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = year / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           719468;
}

void date_format(int64_t days, char out[11])
{
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t m = (5 * of_year + 2) / 153;
    int day = (int)(of_year - (153 * m + 2) / 5 + 1);
    int month = (int)(m < 10 ? m + 3 : m - 9);
    year += era * 400 + (month <= 2);

    char text[48];
    snprintf(text, sizeof text, "%04d-%02d-%02d", (int)year, month, day);
    memcpy(out, text, 10);
    out[10] = '\0';
}

bool date_parse(const char *text, int64_t *days)
{
    static const char pattern[] = "dddd-dd-dd";
    if (strlen(text) != sizeof pattern - 1)
        return false;
    for (int i = 0; pattern[i]; i++) {
        bool digit = isdigit((unsigned char)text[i]) != 0;
        if (pattern[i] == 'd' ? !digit : text[i] != '-')
            return false;
    }
    int month = atoi(text + 5), day = atoi(text + 8);
    if (atoi(text) < 1 || month < 1 || month > 12 || day < 1)
        return false;
    *days = days_from(atoi(text), month, day);

    char again[11];
    date_format(*days, again);
    return strcmp(again, text) == 0;
}
