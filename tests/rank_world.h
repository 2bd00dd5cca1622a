/* Small rank problems for tests. */
#ifndef TESTS_RANK_WORLD_H
#define TESTS_RANK_WORLD_H

#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/rank/rank.h"

enum { ROOM = 8 };

/* A problem with small columns, and its ranking. */
struct world {
    double column[ROOM][ROOM];
    struct criterion criterion[ROOM];
    struct gate gate[2];
    struct rank_problem problem;
    struct ranking ranking;
};

static struct err err;

static const double unit[] = { 0, 1 };
static const struct scale unit_scale = { SCALE_LINEAR, 2, unit, unit, 1 };

static const char *const names[ROOM] = {
    "a", "b", "c", "d", "e", "f", "g", "h"
};

/* rows is the matrix as papers print it; all criteria alike, higher better. */
static inline void world_fill(struct world *w, int alternatives, int criteria,
                              const double *rows, enum normal normal)
{
    memset(w, 0, sizeof *w);
    for (int j = 0; j < criteria; j++) {
        for (int i = 0; i < alternatives; i++)
            w->column[j][i] = rows[i * criteria + j];
        w->criterion[j] = (struct criterion){ .name = names[j],
                                              .column = w->column[j],
                                              .weight = 1,
                                              .normal = normal,
                                              .missing = MISSING_REFUSE };
    }
    w->problem = (struct rank_problem){ .alternatives = (size_t)alternatives,
                                        .criteria = criteria,
                                        .criterion = w->criterion,
                                        .gate = w->gate };
}

static inline void world_weigh(struct world *w, const double *weight)
{
    for (int j = 0; j < w->problem.criteria; j++)
        w->criterion[j].weight = weight[j];
}

/* Each criterion worth what it says, from 0 to 1. */
static inline void world_scale(struct world *w, enum missing missing)
{
    for (int j = 0; j < w->problem.criteria; j++) {
        w->criterion[j].scale = unit_scale;
        w->criterion[j].missing = missing;
    }
}

static inline void world_rank(struct world *w)
{
    assert_ok(ranking_init(&w->ranking, &w->problem, &err));
}

/* The ranking fails and says so. */
static inline void world_fails(struct world *w, const char *text)
{
    assert_false(ranking_init(&w->ranking, &w->problem, &err));
    assert_string_equal(err.text, text);
    assert_null(w->ranking.score);
}

static inline void assert_scores(struct world *w, const double *score,
                                 const int *rank)
{
    for (size_t i = 0; i < w->problem.alternatives; i++) {
        assert_near(w->ranking.score[i], score[i]);
        assert_int_equal(w->ranking.rank[i], rank[i]);
    }
    ranking_release(&w->ranking);
}

#endif
