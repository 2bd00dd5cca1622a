/* Errors.
 *
 * A function that can fail takes a struct err as its last parameter and
 * returns bool (or a number, then -1).  When it fails it has said why in the
 * err and has changed nothing else.  A caller deals with the failure or
 * passes it up:
 *
 *     if (!plan_set(plan, PARCEL, row, PARCEL_AREA, value, err))
 *         return false;
 *
 * The format is English and is translated on the way in (say.h).  A broken
 * precondition is not an error but a bug: assert() it.
 */
#ifndef CORE_BASE_ERR_H
#define CORE_BASE_ERR_H

#include <stdbool.h>

#define PRINTF_LIKE(text, args) __attribute__((format(printf, text, args)))

enum err_code {
    ERR_NONE,
    ERR_TYPE,     /* a value of the wrong kind */
    ERR_RANGE,    /* a value outside its limits */
    ERR_UNKNOWN,  /* a name that nothing has */
    ERR_EXISTS,   /* a name that is already taken */
    ERR_READONLY, /* a change to something calculated or fixed */
    ERR_UNSOLVED, /* a sound request that has no solution */
    ERR_MOVED,    /* the plan went on since the fork was made */
    ERR_FILE,     /* a file that cannot be read or written */
    ERR_FORMAT    /* a file that is not what it should be */
};

struct err {
    enum err_code code;
    char text[480]; /* one line, no full stop */
};

/* Say what went wrong.  Returns false, so that failing is one statement. */
bool err_set(struct err *err, enum err_code code, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* Say where: put "place: " before the text of an error on its way up.
 * Returns false as well. */
bool err_in(struct err *err, const char *place, ...) PRINTF_LIKE(2, 3);

/* Add ": hint" behind the text, for the way out.  Returns false as well. */
bool err_hint(struct err *err, const char *hint, ...) PRINTF_LIKE(2, 3);

/* What the system says went wrong, by its errno, in the language of people. */
const char *err_system(int number);

#endif
