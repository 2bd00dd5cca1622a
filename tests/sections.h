/* Suites that stand in text files: each case begins with a head,
 *
 *     --- name | part | part | part
 *
 * and its text goes on to the next head.
 */
#ifndef TESTS_SECTIONS_H
#define TESTS_SECTIONS_H

#include <stddef.h>

enum { SECTION_PARTS = 4, SECTIONS_MOST = 400 };

struct section {
    char part[SECTION_PARTS][120]; /* the name first; "" where there is none */
    char *text;
};

struct sections {
    struct section of[SECTIONS_MOST];
    int count;
};

/* Add the cases of all files that match; ends the test when there are none. */
void sections_read(struct sections *sections, const char *pattern);
void sections_release(struct sections *sections);

#endif
