#include "core/place/best.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/ledger.h"
#include "core/place/placement.h"

/* Building the rows: which row limits what, -1 for none. */
struct rows {
    int *land, *treatment; /* [cluster * years + year] */
    int *money;            /* [year] */
    int count;
};

/* A row is needed only where the limit is below all later ones: what is
 * taken never comes back, so a later limit that is as low says as much. */
static int *step_rows(const int64_t *limit, int groups, int years, int *count)
{
    int *row = mem_raw((size_t)groups * (size_t)years + 1, sizeof *row);
    for (int g = 0; g < groups; g++) {
        int64_t later = PLACE_NO_LIMIT;
        for (int t = years - 1; t >= 0; t--) {
            int64_t here = limit ? limit[g * years + t] : PLACE_NO_LIMIT;
            row[g * years + t] = here < later ? (*count)++ : -1;
            later = here < later ? here : later;
        }
    }
    return row;
}

static int *money_rows(const struct ledger *ledger, int *count)
{
    int years = ledger->problem->years;
    if (ledger->problem->carry)
        return step_rows(ledger->money, 1, years, count);
    int *row = mem_raw((size_t)years, sizeof *row);
    for (int t = 0; t < years; t++) {
        bool limited = ledger->money && ledger->money[t] != PLACE_NO_LIMIT;
        row[t] = limited ? (*count)++ : -1;
    }
    return row;
}

static void rows_init(struct rows *rows, const struct ledger *ledger)
{
    const struct place_problem *problem = ledger->problem;
    int years = problem->years;
    rows->count = problem->enterprises;
    rows->land =
        step_rows(ledger->land, problem->clusters, years, &rows->count);
    rows->treatment =
        step_rows(ledger->treatment, problem->clusters, years, &rows->count);
    rows->money = money_rows(ledger, &rows->count);
}

static void rows_release(struct rows *rows)
{
    free(rows->land);
    free(rows->treatment);
    free(rows->money);
}

static bool must_be_placed(const struct place_problem *problem, int e)
{
    return (problem->pin_cluster && problem->pin_cluster[e] >= 0) ||
           (problem->pin_year && problem->pin_year[e] >= 0);
}

static void limit_rows(struct place_model *model, const int *row,
                       const int64_t *limit, int count)
{
    for (int i = 0; i < count; i++) {
        if (row[i] < 0)
            continue;
        model->least[row[i]] = 0;
        model->most[row[i]] = (double)limit[i];
    }
}

static void model_rows(struct place_model *model, const struct ledger *ledger,
                       const struct rows *rows)
{
    const struct place_problem *problem = ledger->problem;
    int cells = problem->clusters * problem->years;
    model->rows = rows->count;
    model->least = mem_new((size_t)rows->count + 1, sizeof(double));
    model->most = mem_new((size_t)rows->count + 1, sizeof(double));
    for (int e = 0; e < problem->enterprises; e++) {
        model->least[e] = must_be_placed(problem, e);
        model->most[e] = 1;
    }
    limit_rows(model, rows->land, ledger->land, cells);
    limit_rows(model, rows->treatment, ledger->treatment, cells);
    limit_rows(model, rows->money, ledger->money, problem->years);
}

static void add_element(struct place_model *model, int row, int64_t amount)
{
    if (row < 0 || amount == 0)
        return;
    int at = model->start[model->columns + 1]++;
    model->index[at] = row;
    model->element[at] = (double)amount;
}

static void add_elements(struct place_model *model, const int *row, int from,
                         int to, int64_t amount)
{
    for (int t = from; t < to; t++)
        add_element(model, row[t], amount);
}

static void add_column(struct place_model *model,
                       const struct place_problem *problem,
                       const struct rows *rows, int e, int c, int t)
{
    int years = problem->years, column = model->columns;
    model->enterprise[column] = e;
    model->cluster[column] = c;
    model->year[column] = t;
    model->cost[column] =
        place_price(problem, e, c, t) - place_price(problem, e, -1, -1);
    model->start[column + 1] = model->start[column];
    add_element(model, e, 1);
    add_elements(model, rows->land + c * years, t, years, problem->land[e]);
    if (problem->wastewater)
        add_elements(model, rows->treatment + c * years, t, years,
                     problem->wastewater[e]);
    if (problem->cost)
        add_elements(model, rows->money, t, problem->carry ? years : t + 1,
                     problem->cost[e]);
    model->columns++;
}

/* Add a column for each choice of one enterprise that is possible by itself;
 * only count them when there is no model yet. */
static int enterprise_columns(struct place_model *model,
                              const struct ledger *ledger,
                              const struct rows *rows, int e)
{
    const struct place_problem *problem = ledger->problem;
    int count = 0;
    for (int c = 0; c < problem->clusters; c++) {
        for (int t = 0; t < problem->years; t++) {
            if (ledger_limits(ledger, e, c, t))
                continue;
            count++;
            if (model)
                add_column(model, problem, rows, e, c, t);
        }
    }
    return count;
}

static int model_columns(struct place_model *model, const struct ledger *ledger,
                         const struct rows *rows)
{
    int count = 0;
    for (int e = 0; e < ledger->problem->enterprises; e++)
        count += enterprise_columns(model, ledger, rows, e);
    return count;
}

static void model_room(struct place_model *model, int columns, int years)
{
    size_t n = (size_t)columns + 1;
    size_t elements = n * (size_t)(3 * years + 1);
    model->enterprise = mem_raw(n, sizeof(int));
    model->cluster = mem_raw(n, sizeof(int));
    model->year = mem_raw(n, sizeof(int));
    model->cost = mem_raw(n, sizeof(double));
    model->start = mem_new(n + 1, sizeof(int));
    model->index = mem_raw(elements, sizeof(int));
    model->element = mem_raw(elements, sizeof(double));
}

/* Divide each limit row by its largest element. */
static void model_scale(struct place_model *model, int enterprises)
{
    double *largest = mem_new((size_t)model->rows + 1, sizeof *largest);
    int elements = model->start[model->columns];
    for (int i = 0; i < elements; i++) {
        int row = model->index[i];
        largest[row] = fmax(largest[row], model->element[i]);
    }
    for (int i = 0; i < elements; i++)
        model->element[i] /= largest[model->index[i]];
    for (int row = enterprises; row < model->rows; row++) {
        if (largest[row] > 0)
            model->most[row] /= largest[row];
    }
    free(largest);
}

static bool pins_possible(const struct place_model *model,
                          const struct place_problem *problem, struct err *err)
{
    bool *possible = mem_new((size_t)problem->enterprises + 1, sizeof(bool));
    for (int i = 0; i < model->columns; i++)
        possible[model->enterprise[i]] = true;
    int stuck = -1;
    for (int e = 0; e < problem->enterprises && stuck < 0; e++) {
        if (must_be_placed(problem, e) && !possible[e])
            stuck = e;
    }
    free(possible);
    return stuck < 0 ||
           err_set(err, ERR_UNSOLVED,
                   "the pins contradict each other or a limit: enterprise "
                   "'%s' does not fit as pinned",
                   problem->enterprise_key[stuck]);
}

bool place_model_init(struct place_model *model,
                      const struct place_problem *problem, struct err *err)
{
    *model = (struct place_model){ 0 };
    if (!place_check(problem, err))
        return false;
    struct ledger ledger;
    struct rows rows;
    ledger_init(&ledger, problem);
    rows_init(&rows, &ledger);
    model_room(model, model_columns(NULL, &ledger, &rows), problem->years);
    model_rows(model, &ledger, &rows);
    model_columns(model, &ledger, &rows);
    model_scale(model, problem->enterprises);
    for (int e = 0; e < problem->enterprises; e++)
        model->constant += place_price(problem, e, -1, -1);
    rows_release(&rows);
    ledger_release(&ledger);
    if (pins_possible(model, problem, err))
        return true;
    place_model_release(model);
    return false;
}

void place_model_release(struct place_model *model)
{
    free(model->enterprise);
    free(model->cluster);
    free(model->year);
    free(model->cost);
    free(model->start);
    free(model->index);
    free(model->element);
    free(model->least);
    free(model->most);
    *model = (struct place_model){ 0 };
}

bool place_adopt(struct placement *placement,
                 const struct place_problem *problem,
                 const struct place_model *model, const double *x, double bound,
                 struct err *err)
{
    placement_init(placement, problem);
    for (int i = 0; i < model->columns; i++) {
        if (x[i] < 0.5)
            continue;
        placement->cluster[model->enterprise[i]] = model->cluster[i];
        placement->year[model->enterprise[i]] = model->year[i];
    }
    if (!placement_check(placement, problem, err)) {
        placement_release(placement);
        return err_in(err, "the answer of the solver breaks a limit");
    }
    placement_value(placement, problem);
    placement->bound = fmin(model->constant + bound, placement->total);
    return true;
}
