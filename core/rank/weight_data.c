#include "core/rank/weight_data.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/mem.h"
#include "core/base/sum.h"

/* A spread this small beside the values is noise of rounding. */
#define LEVEL 1e-14

static bool value_check(enum data_kind kind, double value, struct err *err)
{
    if (isnan(value))
        return err_set(err, ERR_UNKNOWN,
                       "the value is not known; weights from data need every "
                       "value");
    if (isinf(value))
        return err_set(err, ERR_RANGE, "the value is not a finite number");
    if (kind == DATA_ENTROPY && value < 0)
        return err_set(err, ERR_RANGE,
                       "entropy is of shares, which %g cannot have", value);
    if (kind == DATA_MEREC && value <= 0)
        return err_set(err, ERR_RANGE, "MEREC needs values above 0, got %g",
                       value);
    return true;
}

static bool column_check(enum data_kind kind, size_t rows,
                         const struct data_column *column, struct err *err)
{
    for (size_t i = 0; i < rows; i++) {
        char number[24];
        if (value_check(kind, column->value[i], err))
            continue;
        snprintf(number, sizeof number, "%zu", i + 1);
        return err_in(err, "criterion '%s', alternative '%s'", column->name,
                      number);
    }
    return true;
}

struct ends {
    double min, max, sum;
};

static struct ends ends_of(const double *value, size_t rows)
{
    struct ends ends = { value[0], value[0], 0 };
    struct sum sum = { 0 };
    for (size_t i = 0; i < rows; i++) {
        ends.min = fmin(ends.min, value[i]);
        ends.max = fmax(ends.max, value[i]);
        sum_add(&sum, value[i]);
    }
    ends.sum = sum_total(&sum);
    return ends;
}

static bool is_level(const struct ends *ends)
{
    return ends->max - ends->min <=
           LEVEL * fmax(fabs(ends->min), fabs(ends->max));
}

static double deviation(const double *value, size_t rows)
{
    struct ends ends = ends_of(value, rows);
    struct sum squares = { 0 };
    if (is_level(&ends))
        return 0;
    double mean = ends.sum / (double)rows;
    for (size_t i = 0; i < rows; i++)
        sum_add(&squares, (value[i] - mean) * (value[i] - mean));
    return sqrt(sum_total(&squares) / (double)rows);
}

static double diversity(const double *value, size_t rows)
{
    struct ends ends = ends_of(value, rows);
    struct sum entropy = { 0 };
    if (is_level(&ends))
        return 0;
    for (size_t i = 0; i < rows; i++) {
        double share = value[i] / ends.sum;
        sum_add(&entropy, share > 0 ? -share * log(share) : 0);
    }
    return 1 - sum_total(&entropy) / log((double)rows);
}

/* CRITIC */

/* The column from 0 (worst) to 1 (best), less its mean; false: level. */
static bool centre(const struct data_column *column, size_t rows, double *out)
{
    struct ends ends = ends_of(column->value, rows);
    if (is_level(&ends))
        return false;
    double span = (column->lower ? -1 : 1) * (ends.max - ends.min);
    double mean = ends.sum / (double)rows;
    for (size_t i = 0; i < rows; i++)
        out[i] = (column->value[i] - mean) / span;
    return true;
}

static double product(const double *a, const double *b, size_t rows)
{
    struct sum sum = { 0 };
    for (size_t i = 0; i < rows; i++)
        sum_add(&sum, a[i] * b[i]);
    return sum_total(&sum);
}

static void critic(size_t rows, int columns, const struct data_column *column,
                   double *weight)
{
    size_t count = (size_t)columns;
    double *centred = mem_new(count * rows, sizeof *centred);
    double *length = mem_new(count, sizeof *length);
    for (int j = 0; j < columns; j++) {
        double *own = centred + (size_t)j * rows;
        if (centre(&column[j], rows, own))
            length[j] = sqrt(product(own, own, rows));
    }
    for (int j = 0; j < columns; j++) {
        const double *own = centred + (size_t)j * rows;
        double conflict = 0;
        for (int k = 0; k < columns; k++) {
            if (length[j] > 0 && length[k] > 0 && k != j)
                conflict += 1 - product(own, centred + (size_t)k * rows, rows) /
                                    (length[j] * length[k]);
        }
        /* All alike: the conflict is what rounding leaves of 0. */
        weight[j] = conflict > 1e-12 ? length[j] * conflict : 0;
    }
    free(centred);
    free(length);
}

/* MEREC */

/* |log| of what the value is worth: of the least, or to the most. */
static double merec_log(const struct data_column *column,
                        const struct ends *ends, size_t i)
{
    double value = column->value[i];
    return fabs(log(column->lower ? value / ends->max : ends->min / value));
}

static void merec(size_t rows, int columns, const struct data_column *column,
                  double *weight)
{
    struct ends *ends = mem_new((size_t)columns, sizeof *ends);
    struct sum *effect = mem_new((size_t)columns, sizeof *effect);
    for (int j = 0; j < columns; j++)
        ends[j] = ends_of(column[j].value, rows);
    for (size_t i = 0; i < rows; i++) {
        double total = 0;
        for (int j = 0; j < columns; j++)
            total += merec_log(&column[j], &ends[j], i);
        double whole = log1p(total / columns);
        for (int j = 0; j < columns; j++) {
            double left = total - merec_log(&column[j], &ends[j], i);
            sum_add(&effect[j], fabs(log1p(fmax(0, left) / columns) - whole));
        }
    }
    for (int j = 0; j < columns; j++)
        weight[j] = is_level(&ends[j]) ? 0 : sum_total(&effect[j]);
    free(ends);
    free(effect);
}

static bool share_out(int columns, double *weight, struct err *err)
{
    double sum = 0;
    for (int j = 0; j < columns; j++)
        sum += weight[j];
    if (!(sum > 0))
        return err_set(err, ERR_UNSOLVED,
                       "no criterion tells the alternatives apart in a way of "
                       "its own: the data give no weights");
    for (int j = 0; j < columns; j++)
        weight[j] /= sum;
    return true;
}

static bool data_check(enum data_kind kind, size_t rows, int columns,
                       const struct data_column *column, struct err *err)
{
    if (rows < 2)
        return err_set(err, ERR_UNSOLVED,
                       "weights from data need two alternatives at least");
    if (columns < 1)
        return err_set(err, ERR_RANGE, "no criteria to weigh");
    for (int j = 0; j < columns; j++) {
        if (!column_check(kind, rows, &column[j], err))
            return false;
    }
    return true;
}

bool weights_from_data(enum data_kind kind, size_t rows, int columns,
                       const struct data_column *column, double *weight,
                       struct err *err)
{
    if (!data_check(kind, rows, columns, column, err))
        return false;
    if (kind == DATA_CRITIC)
        critic(rows, columns, column, weight);
    else if (kind == DATA_MEREC)
        merec(rows, columns, column, weight);
    else
        for (int j = 0; j < columns; j++)
            weight[j] = kind == DATA_ENTROPY ? diversity(column[j].value, rows)
                                             : deviation(column[j].value, rows);
    return share_out(columns, weight, err);
}
