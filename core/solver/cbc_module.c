/* The module ccn-cbc.so: the exact solver CBC behind solver.h.
 *
 * CBC solves the programme of a problem of Đầm Hồng's size at once.  It is not
 * safe in threads and can be wrong, so the caller solves one at a time and
 * checks what comes back.
 */
#include <Cbc_C_Interface.h>
#include <math.h>
#include <stdio.h>

#include "core/solver/solver.h"

#define EXPORT __attribute__((visibility("default")))

EXPORT void ccn_solve(const struct programme *programme, double seconds,
                      struct answer *answer);

static void load(Cbc_Model *model, const struct programme *programme)
{
    Cbc_loadProblem(model, programme->columns, programme->rows,
                    programme->start, programme->index, programme->element,
                    NULL, NULL, programme->cost, programme->least,
                    programme->most);
    for (int column = 0; column < programme->columns; column++) {
        Cbc_setColLower(model, column, 0);
        Cbc_setColUpper(model, column, 1);
        Cbc_setInteger(model, column);
    }
    Cbc_setObjSense(model, 1);
}

static enum outcome outcome(Cbc_Model *model, const double *x)
{
    if (Cbc_isProvenInfeasible(model))
        return OUTCOME_IMPOSSIBLE;
    if (x && Cbc_numberSavedSolutions(model) > 0)
        return Cbc_isProvenOptimal(model) ? OUTCOME_PROVED : OUTCOME_FOUND;
    return Cbc_isAbandoned(model) ? OUTCOME_FAILED : OUTCOME_NOTHING;
}

static void take(Cbc_Model *model, const struct programme *programme,
                 struct answer *answer)
{
    const double *x = Cbc_bestSolution(model);
    answer->outcome = outcome(model, x);
    answer->total = 0;
    answer->bound = Cbc_getBestPossibleObjValue(model);
    if (answer->outcome > OUTCOME_FOUND)
        return;
    for (int column = 0; column < programme->columns; column++) {
        answer->x[column] = x[column] > 0.5;
        answer->total += answer->x[column] * programme->cost[column];
    }
    if (answer->outcome == OUTCOME_PROVED)
        answer->bound = answer->total;
}

void ccn_solve(const struct programme *programme, double seconds,
               struct answer *answer)
{
    char limit[32];
    snprintf(limit, sizeof limit, "%.3f", seconds);
    Cbc_Model *model = Cbc_newModel();
    load(model, programme);
    Cbc_setLogLevel(model, 0);
    Cbc_setParameter(model, "log", "0");
    Cbc_setParameter(model, "seconds", limit);
    Cbc_setParameter(model, "ratioGap", "0");
    Cbc_setParameter(model, "allowableGap", "0");
    Cbc_solve(model);
    take(model, programme, answer);
    Cbc_deleteModel(model);
}
