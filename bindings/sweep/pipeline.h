/* A pipeline: order, schedule of works, placement and indicators as an
 * experiment that needs no Lua.
 *
 * The base is a problem of core/place, for the order a ranking, for the works a
 * problem of core/schedule; effects
 * say which figures of it a factor changes, outputs what is asked of the
 * placement.  Every experiment starts from the base.
 */
#ifndef BINDINGS_SWEEP_PIPELINE_H
#define BINDINGS_SWEEP_PIPELINE_H

#include "bindings/methods/rank.h"
#include "bindings/sweep/pipeline_works.h"
#include "bindings/sweep/sweep.h"
#include "core/place/place.h"

enum effect_target {
    EFFECT_SUPPLY,   /* of a resource, for a group (-1: all), in a year */
    EFFECT_NEED,     /* of a resource, of an enterprise (-1: all) */
    EFFECT_FREE,     /* land of a cluster that is free at the start */
    EFFECT_OPENS,    /* the year in which an opening comes */
    EFFECT_AREA,     /* the land it brings */
    EFFECT_SHUT,     /* a cluster stays shut so many years more */
    EFFECT_EARLIEST, /* the first year of an enterprise (-1: all) */
    EFFECT_WEIGHT,   /* of a criterion */
    EFFECT_MONEY,    /* of a source for works, in a year */
    EFFECT_COST,     /* of the works of a phase (-1: of all) */
    EFFECT_STARTS    /* the first year in which a phase (-1: any) may open */
};

enum effect_op { EFFECT_SET, EFFECT_ADD, EFFECT_TIMES };

/* The value of the factor times scale, plus offset, is set, added or
 * multiplied. */
struct effect {
    int factor;
    enum effect_target target;
    enum effect_op op;
    int at, of; /* of: group, enterprise or phase */
    int year;   /* of a supply; -1: all */
    double scale, offset;
};

enum indicator_kind {
    INDICATOR_PLACED, /* how many, in a year or (at -1) in all */
    INDICATOR_LEFT,   /* how many are not */
    INDICATOR_DONE,   /* 1 when none is left, else 0 */
    INDICATOR_LAST,   /* the year of the last move; unknown when none moves */
    INDICATOR_WAITED, /* years after their earliest, added up */
    INDICATOR_TOTAL,  /* of the goal */
    INDICATOR_OPENED, /* how many phases open */
    INDICATOR_USED,   /* of a resource, in a year or in all */
    INDICATOR_WANTED, /* of a resource, by all, placed or not */
    INDICATOR_OPENS,  /* the year in which a phase opens; unknown: never */
    INDICATOR_PAID    /* for works, by a source (-1: by all) */
};

struct indicator {
    enum indicator_kind kind;
    int year, resource; /* or the phase, or the source */
    double scale;
};

/* Land of a cluster that effects may change. */
struct pipeline_land {
    int cluster, openings;
    int64_t free;
    const struct place_opening *opening;
    int first; /* the number of its first opening among those of all */
};

struct pipeline {
    struct bind_experiment head; /* first */
    struct place_problem problem;
    int land;            /* the resource that is land, -1: none */
    int lands, openings; /* openings: of all together */
    const struct pipeline_land *ground;
    int effects;
    const struct effect *effect;
    const struct indicator *indicator; /* [head.outputs] */
    const struct works *works;         /* NULL: phases open as they do */
    const int *opening; /* [phase of works] its number, -1: none */
    const struct bind_ranking *ranking; /* NULL: the order stays */
    const int *enterprise; /* [alternative] its number, -1: not to be placed */
    const unsigned char *priority; /* [term] its values go by the order */
};

/* What a thread needs: head.open, head.run and head.close. */
void *pipeline_open(const void *self);
void pipeline_close(void *data);
bool pipeline_run(void *data, long number, const double *in, double *out,
                  struct err *err);

extern const luaL_Reg bind_pipeline_functions[]; /* of ccn.engine */

#endif
