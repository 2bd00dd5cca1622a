#include "bindings/sweep/pipeline_works.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/methods/schedule_read.h"
#include "core/base/mem.h"

#define TYPE "ccn.works"

enum { NEVER = 9999, STEPS = 2000 };

static size_t years_of(const struct works_worker *worker)
{
    return (size_t)worker->problem.years;
}

/* None of the late opens. */
static void copy_rows(struct works_worker *worker)
{
    const struct schedule_problem *base = &worker->works->problem;
    size_t rows = (size_t)base->rows, phases = (size_t)base->phases;
    worker->row = mem_new(rows + 1, sizeof *worker->row);
    worker->late = mem_new(phases + 1, sizeof *worker->late);
    worker->one = mem_new(phases + 1, sizeof *worker->one);
    if (rows)
        memcpy(worker->row, base->row, rows * sizeof *worker->row);
    for (size_t i = 0; i < phases; i++)
        worker->one[i] = 1;
    worker->row[rows] = (struct schedule_row){ .name = "late",
                                               .kind = ROW_OPENS,
                                               .to = base->years - 1,
                                               .phase = worker->late,
                                               .amount = worker->one,
                                               .least = -SCHEDULE_NO_LIMIT };
    worker->problem.row = worker->row;
}

void works_open(struct works_worker *worker, const struct works *works)
{
    const struct schedule_problem *base = &works->problem;
    size_t sources = (size_t)base->sources, years = (size_t)base->years;
    *worker = (struct works_worker){ .works = works, .problem = *base };
    worker->source = mem_new(sources + 1, sizeof *worker->source);
    worker->budget = mem_new(sources * years + 1, sizeof *worker->budget);
    worker->payment =
        mem_new((size_t)base->payments + 1, sizeof *worker->payment);
    worker->earliest = mem_new((size_t)base->phases + 1, sizeof(int));
    for (size_t s = 0; s < sources; s++) {
        worker->source[s] = base->source[s];
        worker->source[s].budget = worker->budget + s * years;
    }
    copy_rows(worker);
    worker->problem.source = worker->source;
    worker->problem.payment = worker->payment;
    worker->problem.earliest = worker->earliest;
}

static void forget(struct works_worker *worker)
{
    if (worker->solved)
        schedule_release(&worker->schedule);
    worker->solved = false;
}

void works_close(struct works_worker *worker)
{
    forget(worker);
    free(worker->source);
    free(worker->budget);
    free(worker->payment);
    free(worker->earliest);
    free(worker->row);
    free(worker->late);
    free(worker->one);
}

void works_reset(struct works_worker *worker)
{
    const struct schedule_problem *base = &worker->works->problem;
    forget(worker);
    worker->problem.rows = base->rows;
    worker->row[base->rows].entries = 0;
    for (int s = 0; s < base->sources; s++)
        memcpy(worker->budget + (size_t)s * years_of(worker),
               base->source[s].budget, years_of(worker) * sizeof(int64_t));
    memcpy(worker->payment, base->payment,
           (size_t)base->payments * sizeof *worker->payment);
    for (int i = 0; i < base->phases; i++)
        worker->earliest[i] = base->earliest ? base->earliest[i] : 0;
}

/* Whole, and not below 0. */
static int64_t amount(double number)
{
    number = round(number);
    return number > 0 ? number < 4e18 ? (int64_t)number : INT64_MAX / 2 : 0;
}

void works_money(struct works_worker *worker, int source, int year, int op,
                 double value, works_change *change)
{
    int64_t *budget = worker->budget + (size_t)source * years_of(worker);
    for (int t = 0; t < worker->problem.years; t++) {
        if (year < 0 || year == t)
            budget[t] = amount(change(op, (double)budget[t], value));
    }
}

void works_cost(struct works_worker *worker, int phase, int op, double value,
                works_change *change)
{
    for (int i = 0; i < worker->problem.payments; i++) {
        struct schedule_payment *payment = &worker->payment[i];
        if (phase < 0 || payment->phase == phase)
            payment->amount =
                amount(change(op, (double)payment->amount, value));
    }
}

static void keep_out(struct works_worker *worker, int phase)
{
    int rows = worker->works->problem.rows;
    worker->late[worker->row[rows].entries++] = phase;
    worker->problem.rows = rows + 1;
}

void works_starts(struct works_worker *worker, int phase, int op, double value,
                  works_change *change)
{
    double first = worker->problem.first_year;
    for (int i = 0; i < worker->problem.phases; i++) {
        if (phase >= 0 && phase != i)
            continue;
        double year =
            round(change(op, first + worker->earliest[i], value)) - first;
        double last = worker->problem.years - 1;
        if (year > last)
            keep_out(worker, i);
        worker->earliest[i] = (int)(year < 0 ? 0 : year > last ? last : year);
    }
}

bool works_solve(struct works_worker *worker, struct err *err)
{
    const struct schedule_work work = { .steps = worker->works->steps,
                                        .threads = 1,
                                        .seed = 1 };
    worker->solved =
        schedule_solve(&worker->schedule, &worker->problem, &work, err);
    return worker->solved;
}

int works_year(const struct works_worker *worker, int phase)
{
    int year = worker->schedule.year[phase];
    return year < worker->problem.years ? worker->problem.first_year + year
                                        : NEVER;
}

double works_paid(const struct works_worker *worker, int source)
{
    const struct schedule *schedule = &worker->schedule;
    int payments = worker->problem.payments;
    int64_t sum = 0;
    for (int s = 0; s < worker->problem.sources; s++) {
        for (int i = 0; i < payments && (source < 0 || s == source); i++)
            sum += schedule->paid[(size_t)s * (size_t)payments + (size_t)i];
    }
    return (double)sum;
}

/* For Lua */

const struct works *bind_works(lua_State *L, int index)
{
    return luaL_checkudata(L, index, TYPE);
}

static int engine_works(lua_State *L)
{
    struct err err;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    struct arrays arrays = arrays_new(L);
    struct works *works = lua_newuserdatauv(L, sizeof *works, 1);
    *works = (struct works){ .steps = STEPS };
    lua_pushvalue(L, arrays.anchor);
    lua_setiuservalue(L, -2, 1);
    luaL_newmetatable(L, TYPE);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    schedule_read(&arrays, &works->problem);
    double steps = arrays_number(&arrays, 1, "steps", STEPS);
    if (steps >= 1 && steps < 1e15)
        works->steps = (long)steps;
    if (works->problem.phases == 0)
        return bind_fail(L, "there are no phases to build");
    if (!schedule_problem_check(&works->problem, &err))
        return bind_raise(L, &err);
    return 1;
}

const luaL_Reg bind_works_functions[] = {
    { "works", engine_works },
    { NULL, NULL },
};
