#include "core/rank/gauss.h"

#include <math.h>

/* exp(-(u - v)^2) is, about the centre c of the box that v lies in,
 *
 *     sum over m of (v - c)^m / m! h_m(u - c),
 *     h_0(x) = exp(-x^2), h_1 = 2 x h_0, h_(m+1) = 2 x h_m - 2 m h_(m-1)
 *
 * so that a box counts through its sums of (v - c)^m / m! alone.  Boxes that
 * lie farther away than REACH add less than exp(-49). */
enum { TERMS = 20, REACH = 14 };
static const double width = 0.5;

struct box {
    double number; /* its centre is (number + 1/2) width */
    double moment[TERMS];
};

static void box_add(struct box *box, double u)
{
    double x = u - (box->number + 0.5) * width, power = 1;
    for (int m = 0; m < TERMS; m++) {
        box->moment[m] += power;
        power *= x / (m + 1);
    }
}

static double box_at(const struct box *box, double u)
{
    double x = u - (box->number + 0.5) * width;
    double before = 0, h = exp(-x * x), sum = 0;
    for (int m = 0; m < TERMS; m++) {
        sum += box->moment[m] * h;
        double next = 2 * x * h - 2 * m * before;
        before = h;
        h = next;
    }
    return sum;
}

/* The boxes within reach, of which the last is that of the number at hand. */
struct boxes {
    struct box box[REACH + 1];
    int first, count;
};

static struct box *box_of(struct boxes *boxes, int k)
{
    return &boxes->box[(boxes->first + k) % (REACH + 1)];
}

static struct box *last_box(struct boxes *boxes, double number)
{
    while (boxes->count > 0 && number - box_of(boxes, 0)->number > REACH) {
        boxes->first = (boxes->first + 1) % (REACH + 1);
        boxes->count--;
    }
    if (boxes->count == 0 ||
        box_of(boxes, boxes->count - 1)->number != number) {
        *box_of(boxes, boxes->count) = (struct box){ .number = number };
        boxes->count++;
    }
    return box_of(boxes, boxes->count - 1);
}

void gauss_below(const double *t, size_t n, double s, double *out)
{
    struct boxes boxes = { .count = 0 };
    double scale = 1 / (s * sqrt(2));
    for (size_t i = 0, end; i < n; i = end) {
        double u = (t[i] - t[0]) * scale, sum = 0;
        struct box *own = last_box(&boxes, floor(u / width));
        for (int k = 0; k < boxes.count; k++)
            sum += box_at(box_of(&boxes, k), u);
        for (end = i; end < n && t[end] == t[i]; end++)
            out[end] = sum;
        for (size_t k = i; k < end; k++)
            box_add(own, u);
    }
}
