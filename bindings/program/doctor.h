/* ccn doctor: what the parent alone can find out, handed to the shipped script
 * scripts/commands/doctor.lua as arguments. */
#ifndef BINDINGS_PROGRAM_DOCTOR_H
#define BINDINGS_PROGRAM_DOCTOR_H

#include <stddef.h>

enum { DOCTOR_FACTS = 9 };

/* Fill in NAME=VALUE texts, which last until the program ends. */
void doctor_facts(char *facts[DOCTOR_FACTS]);

#endif
