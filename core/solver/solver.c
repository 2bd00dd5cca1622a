#include "core/solver/solver.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

bool solver_open(struct solver *solver, const char *path, struct err *err)
{
    if (access(path, F_OK) != 0)
        return err_set(err, ERR_FILE,
                       "the module %s is not there: install "
                       "coinor-libcbc-dev, then build again",
                       path);
    void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!module)
        return err_set(err, ERR_FILE,
                       "the module %s cannot be loaded: install "
                       "coinor-libcbc3 (%s)",
                       path, dlerror());
    void *found = dlsym(module, "ccn_solve");
    if (!found)
        return err_set(err, ERR_FORMAT, "the module %s is no solver", path);
    memcpy(&solver->solve, &found, sizeof found);
    return true;
}

bool solver_solve(const struct solver *solver,
                  const struct programme *programme, double seconds,
                  struct answer *answer, struct err *err)
{
    if (programme->columns == 0) {
        answer->total = answer->bound = 0;
        answer->outcome = OUTCOME_PROVED;
        return true;
    }
    solver->solve(programme, seconds, answer);
    switch (answer->outcome) {
    case OUTCOME_PROVED:
    case OUTCOME_FOUND:
        return true;
    case OUTCOME_NOTHING:
        return err_set(err, ERR_UNSOLVED, "nothing found in %g seconds",
                       seconds);
    case OUTCOME_IMPOSSIBLE:
        return err_set(err, ERR_UNSOLVED,
                       "the limits and pins contradict each other");
    case OUTCOME_FAILED:
        break;
    }
    return err_set(err, ERR_UNSOLVED, "the solver gave up");
}
