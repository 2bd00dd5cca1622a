#include "core/assign/pack.h"

#include <stdlib.h>
#include <string.h>

#include "core/assign/climb.h"
#include "core/assign/price.h"
#include "core/base/mem.h"

/* Who could go to a site, turned around from the options of the jobs. */
struct visitor {
    size_t option;
    int job, need; /* of the kept resource, in units */
    double cost;   /* with prices, in its best year */
    int year;
};

struct site {
    struct visitor *visitor;
    int visitors;
    int kept; /* resource */
    int room; /* units */
    double unit;
};

struct pack {
    struct engine *engine;
    struct site *site;
    struct visitor *visitors;
    double *worth;   /* [job] */
    double *missing; /* [job] 1 less how often it is packed or left out */
    struct demand demand;
    double *value; /* of the knapsack at hand, [units + 1] */
    unsigned char *take;
    int *candidate;
    double total; /* of all knapsacks */
};

/* The resource whose last row is paid most for. */
static int dearest(const struct engine *engine, int k)
{
    int R = engine->problem->resources, best = 0;
    int last = engine->first[k + 1] - 1;
    double most = -1;
    for (int r = 0; r < R; r++) {
        double paid = engine->price[last * R + r] * engine->room[last * R + r];
        if (paid > most) {
            most = paid;
            best = r;
        }
    }
    return best;
}

enum { UNITS = 20000 };

/* Amounts in units so that the room has at most UNITS; both are rounded down,
 * which only lets in more. */
static void site_units(struct pack *pack, int k)
{
    const struct engine *engine = pack->engine;
    int R = engine->problem->resources;
    struct site *site = &pack->site[k];
    site->kept = dearest(engine, k);
    double room = engine->room[(engine->first[k + 1] - 1) * R + site->kept];
    site->unit = fmax(1, ceil(room / UNITS));
    site->room = (int)(room / site->unit);
    for (int i = 0; i < site->visitors; i++) {
        struct visitor *visitor = &site->visitor[i];
        double need =
            engine_need(engine, visitor->job, visitor->option)[site->kept];
        double units = floor(need / site->unit);
        visitor->need = units > site->room ? site->room + 1 : (int)units;
    }
}

static void visitors_make(struct pack *pack)
{
    const struct engine *engine = pack->engine;
    const struct assign_problem *problem = engine->problem;
    size_t options = problem->start[problem->jobs];
    pack->visitors = mem_new(options + 1, sizeof *pack->visitors);
    for (size_t at = 0; at < options; at++)
        pack->site[engine->option[at].site].visitors++;
    struct visitor *next = pack->visitors;
    for (int k = 0; k < problem->sites; k++) {
        pack->site[k].visitor = next;
        next += pack->site[k].visitors;
        pack->site[k].visitors = 0;
    }
    for (int j = 0; j < problem->jobs; j++) {
        for (size_t at = problem->start[j]; at < problem->start[j + 1]; at++) {
            struct site *site = &pack->site[engine->option[at].site];
            site->visitor[site->visitors++] =
                (struct visitor){ .option = at, .job = j };
        }
    }
    for (int k = 0; k < problem->sites; k++)
        site_units(pack, k);
}

static void visitor_price(const struct engine *engine, struct visitor *visitor)
{
    const struct assign_problem *problem = engine->problem;
    int site = engine->option[visitor->option].site;
    visitor->cost = INFINITY;
    for (int t = engine_from(problem, visitor->job, site); t < problem->years;
         t++) {
        double cost = engine_cost(engine, visitor->job, visitor->option, t);
        if (cost >= visitor->cost)
            break;
        if (engine->narrow && !engine_may(problem, visitor->job, site, t))
            continue;
        cost += price_of(engine, visitor->job, visitor->option, t);
        if (cost < visitor->cost) {
            visitor->cost = cost;
            visitor->year = t;
        }
    }
}

/* The best packing of one site. */
static void site_pack(struct pack *pack, struct site *site)
{
    size_t room = (size_t)site->room + 1;
    double *value = pack->value;
    int count = 0;
    memset(value, 0, room * sizeof *value);
    for (int i = 0; i < site->visitors; i++) {
        struct visitor *visitor = &site->visitor[i];
        visitor_price(pack->engine, visitor);
        double gain = pack->worth[visitor->job] - visitor->cost;
        if (!(gain > 0) || visitor->need > site->room)
            continue;
        size_t need = (size_t)visitor->need;
        unsigned char *take = pack->take + (size_t)count * room;
        pack->candidate[count++] = i;
        memset(take, 0, need);
        for (size_t x = room; x-- > need;) {
            double with = value[x - need] + gain;
            take[x] = with > value[x];
            value[x] = with > value[x] ? with : value[x];
        }
    }
    pack->total += value[room - 1];
    size_t x = room - 1;
    for (int c = count - 1; c >= 0; c--) {
        if (!pack->take[(size_t)c * room + x])
            continue;
        const struct visitor *visitor = &site->visitor[pack->candidate[c]];
        demand_add(pack->engine, &pack->demand, visitor->job, visitor->option,
                   visitor->year);
        pack->missing[visitor->job]--;
        x -= (size_t)visitor->need;
    }
}

static double pass(void *data)
{
    struct pack *pack = data;
    struct engine *engine = pack->engine;
    const struct assign_problem *problem = engine->problem;
    demand_clear(engine, &pack->demand);
    price_sum(engine);
    double bound = 0;
    for (int j = 0; j < problem->jobs; j++) {
        bool out = pack->worth[j] > problem->penalty[j];
        bound += out ? problem->penalty[j] : pack->worth[j];
        pack->missing[j] = !out;
    }
    pack->total = 0;
    for (int k = 0; k < problem->sites; k++)
        site_pack(pack, &pack->site[k]);
    climb_stay(engine, &pack->demand);
    return bound - pack->total - price_paid(engine);
}

static void pack_make(struct pack *pack, struct engine *engine)
{
    const struct assign_problem *problem = engine->problem;
    size_t jobs = (size_t)problem->jobs + 1;
    *pack = (struct pack){ .engine = engine };
    pack->site = mem_new((size_t)problem->sites + 1, sizeof *pack->site);
    pack->worth = mem_raw(jobs, sizeof(double));
    pack->missing = mem_new(jobs, sizeof(double));
    memcpy(pack->worth, engine->share, (size_t)problem->jobs * sizeof(double));
    pack->demand = demand_new(engine);
    visitors_make(pack);
    size_t most = 0, cells = 0;
    for (int k = 0; k < problem->sites; k++) {
        size_t room = (size_t)pack->site[k].room + 1;
        most = room > most ? room : most;
        size_t table = room * (size_t)pack->site[k].visitors;
        cells = table > cells ? table : cells;
    }
    pack->value = mem_raw(most + 1, sizeof(double));
    pack->take = mem_raw(cells + 1, 1);
    pack->candidate = mem_raw(jobs, sizeof(int));
}

static void pack_release(struct pack *pack)
{
    free(pack->site);
    free(pack->visitors);
    free(pack->worth);
    free(pack->missing);
    demand_free(&pack->demand);
    free(pack->value);
    free(pack->take);
    free(pack->candidate);
}

/* Kept limits need no price. */
static void kept_free(struct pack *pack)
{
    struct engine *engine = pack->engine;
    int R = engine->problem->resources;
    for (int k = 0; k < engine->problem->sites; k++) {
        int last = engine->first[k + 1] - 1;
        engine->price[last * R + pack->site[k].kept] = 0;
    }
}

/* With more options other work is worth more. */
enum { OPTIONS_MOST = 100000 };

void pack_climb(struct engine *engine, double share)
{
    const struct assign_problem *problem = engine->problem;
    struct pack pack;
    if (problem->start[problem->jobs] > OPTIONS_MOST || engine_over(engine, 1))
        return;
    pack_make(&pack, engine);
    struct price_tag tag = price_tag_new(engine);
    kept_free(&pack);
    price_sum(engine);
    struct climb climb = { .engine = engine,
                           .pass = pass,
                           .data = &pack,
                           .rate = 0.02 * climb_mean_cost(engine) };
    climb_room(&climb, climb_limits_count(engine) + (size_t)problem->jobs);
    climb_limits(&climb, &pack.demand);
    for (int j = 0; j < problem->jobs; j++)
        climb_row(&climb, &pack.worth[j], &pack.missing[j], 0, 1, -INFINITY);
    climb_run(&climb, share);
    climb_release(&climb);
    price_tag_restore(&tag, engine);
    pack_release(&pack);
}
