#include "core/place/best.h"

#include <math.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/place/ledger.h"
#include "core/place/pins.h"
#include "core/place/placement.h"

/* Building the rows: which row limits what, -1 for none. */
struct rows {
    int *resource[PLACE_RESOURCES]; /* [group * years + year] */
    int *apart;                     /* [number * clusters + cluster] */
    int *term;                      /* [term] that is limited */
    int apart_from, term_from, count;
};

/* A row is needed only where the limit is below all later ones: what is
 * taken never comes back, so a later limit that is as low says as much.  What
 * is spent in a year is limited in each. */
static int *resource_rows(const struct ledger *ledger, int resource, int *count)
{
    const struct place_problem *problem = ledger->problem;
    int groups = resource_groups(problem, resource), years = problem->years;
    bool spent = problem->resource[resource].kind == RESOURCE_SPENT;
    int *row = mem_raw((size_t)groups * (size_t)years + 1, sizeof *row);
    for (int g = 0; g < groups; g++) {
        int64_t later = PLACE_NO_LIMIT;
        for (int t = years - 1; t >= 0; t--) {
            int64_t here = ledger->free[resource][g * years + t];
            row[g * years + t] = here < later ? (*count)++ : -1;
            later = here < later && !spent ? here : later;
        }
    }
    return row;
}

static int *apart_rows(const struct place_problem *problem, int *count)
{
    if (!problem->apart)
        return NULL;
    int numbers = 0;
    for (int e = 0; e < problem->enterprises; e++) {
        if (problem->apart[e] >= numbers)
            numbers = problem->apart[e] + 1;
    }
    int cells = numbers * problem->clusters;
    int *row = mem_raw((size_t)cells + 1, sizeof *row);
    for (int i = 0; i < cells; i++)
        row[i] = (*count)++;
    return row;
}

static int *term_rows(const struct place_problem *problem, int *count)
{
    int *row = mem_raw((size_t)problem->terms + 1, sizeof *row);
    for (int k = 0; k < problem->terms; k++)
        row[k] = problem->term[k].limited ? (*count)++ : -1;
    return row;
}

static void rows_init(struct rows *rows, const struct ledger *ledger)
{
    *rows = (struct rows){ .count = ledger->problem->enterprises };
    for (int r = 0; r < ledger->problem->resources; r++)
        rows->resource[r] = resource_rows(ledger, r, &rows->count);
    rows->apart_from = rows->count;
    rows->apart = apart_rows(ledger->problem, &rows->count);
    rows->term_from = rows->count;
    rows->term = term_rows(ledger->problem, &rows->count);
}

static void rows_release(struct rows *rows)
{
    for (int r = 0; r < PLACE_RESOURCES; r++)
        free(rows->resource[r]);
    free(rows->apart);
    free(rows->term);
}

/* What the choices may add to what all add who are left out. */
static void term_limits(struct place_model *model, const struct rows *rows,
                        const struct place_problem *problem)
{
    for (int k = 0; k < problem->terms; k++) {
        if (rows->term[k] < 0)
            continue;
        double most = problem->term[k].most;
        for (int e = 0; e < problem->enterprises; e++)
            most -= place_amount(problem, k, e, -1, -1);
        model->least[rows->term[k]] = -INFINITY;
        model->most[rows->term[k]] = most;
    }
}

static void model_rows(struct place_model *model, const struct ledger *ledger,
                       const struct rows *rows)
{
    const struct place_problem *problem = ledger->problem;
    model->rows = rows->count;
    model->least = mem_new((size_t)rows->count + 1, sizeof(double));
    model->most = mem_new((size_t)rows->count + 1, sizeof(double));
    for (int e = 0; e < problem->enterprises; e++) {
        model->least[e] = ledger_leads(ledger, e) && pin_is(ledger, e);
        model->most[e] = 1;
    }
    for (int i = rows->apart_from; i < rows->term_from; i++)
        model->most[i] = 1;
    term_limits(model, rows, problem);
    for (int r = 0; r < problem->resources; r++) {
        int cells = resource_groups(problem, r) * problem->years;
        for (int i = 0; i < cells; i++) {
            if (rows->resource[r][i] >= 0)
                model->most[rows->resource[r][i]] = (double)ledger->free[r][i];
        }
    }
}

static void add_element(struct place_model *model, int row, double amount)
{
    if (row < 0 || amount == 0)
        return;
    int at = model->start[model->columns + 1]++;
    model->index[at] = row;
    model->element[at] = amount;
}

/* What e, and who moves with it, adds to a term. */
static double amount_of(const struct ledger *ledger, int k, int e, int cluster,
                        int year)
{
    double amount = 0;
    int m = e;
    do {
        amount += place_amount(ledger->problem, k, m, cluster, year);
        m = ledger_mate(ledger, m);
    } while (m != e);
    return amount;
}

/* What the column at hand adds to a term more than being left out would. */
static void add_term(struct place_model *model, const struct ledger *ledger,
                     const struct rows *rows, int k)
{
    int column = model->columns, e = model->enterprise[column];
    double amount =
        amount_of(ledger, k, e, model->cluster[column], model->year[column]) -
        amount_of(ledger, k, e, -1, -1);
    add_element(model, rows->term[k], amount);
}

/* What the column at hand takes of a resource. */
static void add_resource(struct place_model *model, const struct ledger *ledger,
                         const struct rows *rows, int resource)
{
    const struct place_problem *problem = ledger->problem;
    const struct place_resource *r = &problem->resource[resource];
    int column = model->columns, t = model->year[column];
    int group = resource_group(r, model->cluster[column]);
    int years = problem->years;
    int end = r->kind == RESOURCE_SPENT ? t + 1 : years;
    int64_t need = ledger_need(ledger, resource, model->enterprise[column]);
    for (int year = t; group >= 0 && year < end; year++)
        add_element(model, rows->resource[resource][group * years + year],
                    (double)need);
}

static void add_column(struct place_model *model, const struct ledger *ledger,
                       const struct rows *rows, int e, int c, int t)
{
    const struct place_problem *problem = ledger->problem;
    int column = model->columns;
    model->enterprise[column] = e;
    model->cluster[column] = c;
    model->year[column] = t;
    model->cost[column] =
        ledger_price(ledger, e, c, t) - ledger_price(ledger, e, -1, -1);
    model->start[column + 1] = model->start[column];
    add_element(model, e, 1);
    for (int r = 0; r < problem->resources; r++)
        add_resource(model, ledger, rows, r);
    int m = e;
    do {
        if (rows->apart && problem->apart[m] >= 0)
            add_element(model,
                        rows->apart[problem->apart[m] * problem->clusters + c],
                        1);
        m = ledger_mate(ledger, m);
    } while (m != e);
    for (int k = 0; k < problem->terms; k++) {
        if (rows->term[k] >= 0)
            add_term(model, ledger, rows, k);
    }
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
                add_column(model, ledger, rows, e, c, t);
        }
    }
    return count;
}

static int model_columns(struct place_model *model, const struct ledger *ledger,
                         const struct rows *rows)
{
    int count = 0;
    for (int e = 0; e < ledger->problem->enterprises; e++) {
        if (ledger_leads(ledger, e))
            count += enterprise_columns(model, ledger, rows, e);
    }
    return count;
}

/* How many move together, at most. */
static size_t largest_group(const struct ledger *ledger)
{
    size_t most = 1;
    for (int e = 0; e < ledger->problem->enterprises; e++) {
        size_t count = 1;
        for (int m = ledger_mate(ledger, e); m != e; count++)
            m = ledger_mate(ledger, m);
        most = count > most ? count : most;
    }
    return most;
}

static void model_room(struct place_model *model, int columns,
                       const struct ledger *ledger)
{
    const struct place_problem *problem = ledger->problem;
    size_t n = (size_t)columns + 1;
    size_t most = (size_t)problem->resources * (size_t)problem->years + 1;
    most += (size_t)problem->terms;
    size_t elements = n * (most + (problem->apart ? largest_group(ledger) : 0));
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
        largest[row] = fmax(largest[row], fabs(model->element[i]));
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
                          const struct ledger *ledger, struct err *err)
{
    const struct place_problem *problem = ledger->problem;
    bool *possible = mem_new((size_t)problem->enterprises + 1, sizeof(bool));
    for (int i = 0; i < model->columns; i++)
        possible[model->enterprise[i]] = true;
    int stuck = -1;
    for (int e = 0; e < problem->enterprises && stuck < 0; e++) {
        if (ledger_leads(ledger, e) && pin_is(ledger, e) && !possible[e])
            stuck = e;
    }
    free(possible);
    return stuck < 0 ||
           err_set(err, ERR_UNSOLVED,
                   "the pins contradict each other or a limit: enterprise "
                   "'%s' does not fit as pinned",
                   problem->enterprise_key[stuck]);
}

/* Whether a limited term could be kept if nothing else were limited. */
static bool term_possible(const struct place_model *model,
                          const struct ledger *ledger, int k, struct err *err)
{
    const struct place_term *term = &ledger->problem->term[k];
    size_t n = (size_t)ledger->problem->enterprises;
    double *least = mem_new(n + 1, sizeof *least), sum = 0;
    for (size_t e = 0; e < n; e++) {
        if (ledger_leads(ledger, (int)e))
            least[e] = amount_of(ledger, k, (int)e, -1, -1);
    }
    for (int i = 0; i < model->columns; i++) {
        int e = model->enterprise[i];
        least[e] = fmin(least[e], amount_of(ledger, k, e, model->cluster[i],
                                            model->year[i]));
    }
    for (size_t e = 0; e < n; e++)
        sum += least[e];
    free(least);
    return sum <= term->most + 1e-9 * (1 + fabs(term->most)) ||
           err_set(err, ERR_UNSOLVED,
                   "term '%s': it is %g at least, and %g is the most it may be",
                   term->name, sum, term->most);
}

static bool terms_possible(const struct place_model *model,
                           const struct ledger *ledger, struct err *err)
{
    for (int k = 0; k < ledger->problem->terms; k++) {
        if (ledger->problem->term[k].limited &&
            !term_possible(model, ledger, k, err))
            return false;
    }
    return true;
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
    model_room(model, model_columns(NULL, &ledger, &rows), &ledger);
    model_rows(model, &ledger, &rows);
    model_columns(model, &ledger, &rows);
    model_scale(model, problem->enterprises);
    for (int e = 0; e < problem->enterprises; e++)
        model->constant += place_price(problem, e, -1, -1);
    bool possible = pins_possible(model, &ledger, err) &&
                    terms_possible(model, &ledger, err);
    rows_release(&rows);
    ledger_release(&ledger);
    if (!possible)
        place_model_release(model);
    return possible;
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
    struct ledger ledger;
    placement_init(placement, problem);
    ledger_init(&ledger, problem);
    for (int i = 0; i < model->columns; i++) {
        if (x[i] < 0.5)
            continue;
        placement_put(placement, &ledger, model->enterprise[i],
                      model->cluster[i], model->year[i]);
    }
    ledger_release(&ledger);
    if (!placement_check(placement, problem, err)) {
        placement_release(placement);
        return err_in(err, "the answer of the solver breaks a limit");
    }
    placement_value(placement, problem);
    placement->bound = fmin(model->constant + bound, placement->total);
    return true;
}
