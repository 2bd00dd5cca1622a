/* Parameters of the shipped commands: NAME=VALUE, or --NAME VALUE.
 *
 * They are checked before a worker starts, so that a slip is wrong usage (exit
 * code 2) and no work is lost.
 */
#ifndef BINDINGS_PROGRAM_PARAMETERS_H
#define BINDINGS_PROGRAM_PARAMETERS_H

#include <stdbool.h>
#include <stdio.h>

#include "core/base/nearest.h"

struct parameter {
    const char *name;
    const char *values; /* "point|comma": one of these; "PLAN": anything */
    const char *doc;
    bool needed;
};

/* Of a command, ended by one without a name; NULL when it takes none. */
const struct parameter *parameters_of(const char *command);

/* How many words may stand before them. */
int parameters_words(const char *command);

/* The one of a list with this name, or NULL. */
const struct parameter *parameters_among(const struct parameter *list,
                                         const char *name, size_t size);

/* The parameter with this name of any command, or NULL. */
const struct parameter *parameters_find(const char *name, size_t size);

/* Try the parameters of a command, or of all for NULL. */
void parameters_nearest(const char *command, struct nearest *nearest);

/* Whether the word may stand for it alone: --dry for dry=yes. */
bool parameters_alone(const struct parameter *parameter);

/* Check the arguments of a command; false when one is wrong, missing or too
 * many, which it has said. */
bool parameters_check(const char *command, int argc, char **argv);

void parameters_print(const struct parameter *list, FILE *out);

#endif
