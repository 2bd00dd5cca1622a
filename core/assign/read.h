/* The parts of the reader.  Each fills an empty problem; what it made is
 * released by the caller, also when it fails. */
#ifndef CORE_ASSIGN_READ_H
#define CORE_ASSIGN_READ_H

#include "core/assign/assign.h"
#include "core/assign/scan.h"

bool read_gap(struct assign_problem *problem, struct scan *scan,
              struct err *err);
bool read_sscflp(struct assign_problem *problem, struct scan *scan,
                 struct err *err);
/* Behind the word PLAN1. */
bool read_plan(struct assign_problem *problem, struct scan *scan,
               struct err *err);

#endif
