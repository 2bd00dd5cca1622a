#include "core/rank/check.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>

const char *alternative_name(const struct rank_problem *problem, size_t i,
                             char name[ALTERNATIVE_NAME])
{
    if (problem->key)
        snprintf(name, ALTERNATIVE_NAME, "%s", problem->key[i]);
    else
        snprintf(name, ALTERNATIVE_NAME, "%zu", i + 1);
    return name;
}

/* Say which value is wrong: "criterion 'x', alternative 'y': ...". */
static bool err_at(struct err *err, const struct rank_problem *problem,
                   const struct criterion *criterion, size_t i)
{
    char name[ALTERNATIVE_NAME];
    return err_in(err, "criterion '%s', alternative '%s'", criterion->name,
                  alternative_name(problem, i, name));
}

static bool scaled_check(const struct criterion *criterion, struct err *err)
{
    if (criterion->normal == NORMAL_SCALE &&
        !scale_check(&criterion->scale, err))
        return false;
    if (criterion->missing == MISSING_UNSTATED)
        return err_set(err, ERR_UNKNOWN,
                       "what to do with unknown values is not stated");
    if (criterion->missing == MISSING_VALUE && !isfinite(criterion->assumed))
        return err_set(err, ERR_RANGE,
                       "the value assumed for unknown is not a finite number");
    return true;
}

static bool criterion_check(const struct criterion *criterion, struct err *err)
{
    if (!isfinite(criterion->weight))
        return err_set(err, ERR_RANGE, "weight is not a finite number");
    if (criterion->weight < 0)
        return err_set(err, ERR_RANGE, "weight must not be negative, got %g",
                       criterion->weight);
    return scaled_check(criterion, err);
}

static bool gate_check(const struct gate *gate, struct err *err)
{
    if (isnan(gate->least) || isnan(gate->most) || gate->least > gate->most)
        return err_set(err, ERR_RANGE, "nothing is from %g to %g", gate->least,
                       gate->most);
    if (gate->unknown == GATE_UNSTATED)
        return err_set(err, ERR_UNKNOWN,
                       "what to do with unknown values is not stated");
    return true;
}

bool problem_check(const struct rank_problem *problem, struct err *err)
{
    if (problem->alternatives == 0)
        return err_set(err, ERR_UNSOLVED, "no alternatives to rank");
    if (problem->alternatives > INT32_MAX)
        return err_set(err, ERR_RANGE, "too many alternatives: %zu",
                       problem->alternatives);
    if (problem->criteria == 0)
        return err_set(err, ERR_UNSOLVED, "no criteria to rank by");

    double sum = 0;
    for (int j = 0; j < problem->criteria; j++) {
        const struct criterion *criterion = &problem->criterion[j];
        if (!criterion_check(criterion, err))
            return err_in(err, "criterion '%s'", criterion->name);
        sum += criterion->weight;
    }
    if (!(sum > 0) || !isfinite(sum))
        return err_set(err, ERR_RANGE, "the weights sum to %g", sum);

    for (int j = 0; j < problem->gates; j++) {
        if (!gate_check(&problem->gate[j], err))
            return err_in(err, "gate '%s'", problem->gate[j].name);
    }
    return true;
}

/* 1: passes, 0: excluded, -1: an error. */
static int gate_test(const struct gate *gate, double x, struct err *err)
{
    if (!isnan(x))
        return x >= gate->least && x <= gate->most;
    if (gate->unknown == GATE_REFUSE) {
        err_set(err, ERR_UNKNOWN, "the value is not known");
        return -1;
    }
    return gate->unknown == GATE_PASS;
}

bool problem_gates(const struct rank_problem *problem, int *excluded,
                   struct err *err)
{
    for (size_t i = 0; i < problem->alternatives; i++)
        excluded[i] = -1;
    for (int j = 0; j < problem->gates; j++) {
        const struct gate *gate = &problem->gate[j];
        for (size_t i = 0; i < problem->alternatives; i++) {
            char name[ALTERNATIVE_NAME];
            int passes =
                excluded[i] < 0 ? gate_test(gate, gate->column[i], err) : 1;
            if (passes < 0)
                return err_in(err, "gate '%s', alternative '%s'", gate->name,
                              alternative_name(problem, i, name));
            if (!passes)
                excluded[i] = j;
        }
    }
    return true;
}

/* Whether a worth is a value divided by others. */
static bool is_ratio(const struct criterion *criterion)
{
    return criterion->normal == NORMAL_RATIO ||
           criterion->normal == NORMAL_SHARE;
}

static bool ratio_check(const struct criterion *criterion, double x,
                        struct err *err)
{
    if (!is_ratio(criterion) || criterion->weight == 0 || isnan(x))
        return true;
    if (criterion->lower && x <= 0)
        return err_set(err, ERR_RANGE, "a ratio needs a value above 0, got %g",
                       x);
    if (x < 0)
        return err_set(err, ERR_RANGE,
                       "a ratio needs a value that is not negative, got %g", x);
    return true;
}

static bool value_check(const struct criterion *criterion, double x,
                        struct err *err)
{
    if (isinf(x))
        return err_set(err, ERR_RANGE, "the value is not a finite number");
    if (isnan(x) && criterion->missing == MISSING_REFUSE &&
        criterion->weight > 0)
        return err_set(err, ERR_UNKNOWN, "the value is not known");
    if (isnan(x) && criterion->missing == MISSING_VALUE)
        x = criterion->assumed;
    if (criterion->normal == NORMAL_SCALE && !isnan(x) &&
        criterion->scale.kind == SCALE_CODES) {
        double worth;
        scale_worth(&criterion->scale, &x, &worth, 1);
        if (isnan(worth))
            return err_set(err, ERR_UNKNOWN, "no category has the code %g", x);
    }
    return ratio_check(criterion, x, err);
}

/* Whether a column can hold a value that value_check() does not let pass. */
static bool doubtful(const struct criterion *criterion, struct range range)
{
    if (range.infinite || (criterion->normal == NORMAL_SCALE &&
                           criterion->scale.kind == SCALE_CODES))
        return true;
    if (criterion->weight == 0)
        return false;
    if (range.unknown > 0 && criterion->missing == MISSING_REFUSE)
        return true;
    return is_ratio(criterion) &&
           (range.min < 0 || (range.min == 0 && criterion->lower));
}

bool problem_values(const struct rank_problem *problem, const int *excluded,
                    const struct norm *norms, struct err *err)
{
    for (int j = 0; j < problem->criteria; j++) {
        const struct criterion *criterion = &problem->criterion[j];
        if (!doubtful(criterion, norms[j].range))
            continue;
        for (size_t i = 0; i < problem->alternatives; i++) {
            if (excluded[i] < 0 &&
                !value_check(criterion, criterion->column[i], err))
                return err_at(err, problem, criterion, i);
        }
    }
    return true;
}
