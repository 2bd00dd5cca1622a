#define _GNU_SOURCE /* readlink */
#include "bindings/sweep/sweep_ranks.h"

#include <dlfcn.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/base/mem.h"
#include "core/base/say.h"

enum {
    TAG_WANT = 1,
    TAG_DEAL,
    TAG_BLOCK,
    TAG_LOST,
    TAG_OVER,
    TAG_LEAVE,
    TAG_CLOSE
};

/* A block that is out for so long is dealt to somebody who has nothing else to
 * do. */
enum { OVERDUE_MS = 3000 };

static void rest(void)
{
    const struct timespec short_while = { .tv_nsec = 200000 };
    nanosleep(&short_while, NULL);
}

/* Joining */

/* mpirun of Open MPI, or srun of Slurm with --mpi=pmix. */
static bool is_one_of_several(void)
{
    const char *size = getenv("OMPI_COMM_WORLD_SIZE");
    if (size)
        return atoi(size) > 1;
    const char *tasks = getenv("SLURM_NTASKS");
    return getenv("PMIX_RANK") && tasks && atoi(tasks) > 1;
}

static const struct mpi *open_module(struct err *err)
{
    char self[PATH_MAX], module[PATH_MAX + 16];
    ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    self[size > 0 ? size : 0] = '\0';
    snprintf(module, sizeof module, "%s/ccn-mpi.so", dirname(self));
    void *handle = dlopen(module, RTLD_NOW | RTLD_GLOBAL);
    const struct mpi *mpi = handle ? dlsym(handle, "ccn_mpi") : NULL;
    if (!mpi)
        err_set(err, ERR_FILE,
                "several processes need the module ccn-mpi.so: install "
                "libopenmpi-dev and build again");
    return mpi;
}

bool sweep_ranks_open(struct sweep_ranks **ranks, struct err *err)
{
    *ranks = NULL;
    if (!is_one_of_several())
        return true;
    const struct mpi *mpi = open_module(err);
    if (!mpi)
        return false;
    struct sweep_ranks *made = mem_new(1, sizeof *made);
    made->mpi = mpi;
    if (!mpi->open(&made->rank, &made->ranks)) {
        free(made);
        return err_set(err, ERR_FILE, "MPI does not start");
    }
    made->asked = mem_new((size_t)made->ranks, sizeof *made->asked);
    *ranks = made;
    return true;
}

static void receive(const struct mpi *mpi, int from, int tag, size_t size,
                    struct text *message)
{
    char *bytes = mem_raw(size + 1, 1);
    mpi->receive(from, tag, bytes, size);
    text_clear(message);
    text_put(message, bytes, size);
    free(bytes);
}

/* Rank 0 */

void sweep_ranks_begin(struct sweep_ranks *ranks,
                       const struct sweep_store *store)
{
    free(ranks->dealt);
    free(ranks->to);
    ranks->blocks = sweep_blocks(store->about.runs, store->about.block);
    ranks->done = results_done(store->results);
    ranks->dealt = mem_new((size_t)ranks->blocks + 1, sizeof *ranks->dealt);
    ranks->to = mem_new((size_t)ranks->blocks + 1, sizeof *ranks->to);
    ranks->next = 0;
    ranks->over = false;
    ranks->left = 0;
    for (long i = 0; i < ranks->blocks; i++)
        ranks->left += !ranks->done[i];
}

void sweep_ranks_end(struct sweep_ranks *ranks)
{
    ranks->over = true;
    ranks->done = NULL;
    ranks->left = 0;
}

/* The block that is out for longest, when that is too long. */
static long overdue(const struct sweep_ranks *ranks, int64_t now)
{
    long oldest = -1;
    for (long i = 0; i < ranks->blocks; i++) {
        if (!ranks->done[i] && ranks->dealt[i] &&
            (oldest < 0 || ranks->dealt[i] < ranks->dealt[oldest]))
            oldest = i;
    }
    return oldest >= 0 && now - ranks->dealt[oldest] > OVERDUE_MS ? oldest : -1;
}

long sweep_ranks_deal(struct sweep_ranks *ranks, int to)
{
    if (ranks->over)
        return DEAL_END;
    if (!ranks->done)
        return DEAL_LATER;
    int64_t now = clock_ms();
    while (ranks->next < ranks->blocks &&
           (ranks->done[ranks->next] || ranks->dealt[ranks->next]))
        ranks->next++;
    long number = ranks->next;
    if (number == ranks->blocks)
        number = overdue(ranks, now);
    if (number < 0) {
        bool all = true;
        for (long i = 0; i < ranks->blocks && all; i++)
            all = ranks->done[i];
        return all ? DEAL_END : DEAL_LATER;
    }
    ranks->dealt[number] = now;
    ranks->to[number] = to;
    return number;
}

/* What was dealt to a rank that is gone is dealt again. */
static void take_back(struct sweep_ranks *ranks, int from)
{
    for (long i = 0; ranks->done && i < ranks->blocks; i++) {
        if (!ranks->done[i] && ranks->dealt[i] && ranks->to[i] == from) {
            ranks->dealt[i] = 0;
            ranks->next = i < ranks->next ? i : ranks->next;
        }
    }
}

/* How long a block takes, at most: a rank asks again once it has one done. */
static void note_pace(struct sweep_ranks *ranks, int from)
{
    int64_t now = clock_ms(), before = ranks->asked[from];
    if (before && now - before > ranks->slowest)
        ranks->slowest = now - before;
    ranks->asked[from] = now;
}

static void answer_want(struct sweep_store *store, int from,
                        const struct text *identity)
{
    char number[24];
    note_pace(store->ranks, from);
    bool same =
        !store->results || strcmp(identity->bytes, store->about.identity) == 0;
    long block = same ? sweep_ranks_deal(store->ranks, from) : DEAL_OTHER;
    int size = snprintf(number, sizeof number, "%ld", block);
    store->ranks->mpi->send(from, TAG_DEAL, number, (size_t)size + 1);
}

bool sweep_ranks_serve(struct sweep_store *store, struct err *err)
{
    struct sweep_ranks *ranks = store->ranks;
    struct text message = TEXT_INIT;
    int from, tag;
    size_t size;
    bool ok = true;
    while (ok && ranks->mpi->look(&from, &tag, &size)) {
        receive(ranks->mpi, from, tag, size, &message);
        if (tag == TAG_WANT)
            answer_want(store, from, &message);
        else if (tag == TAG_LOST)
            take_back(ranks, from);
        else if (tag == TAG_LEAVE)
            ranks->gone++;
        else if (tag == TAG_BLOCK && store->results)
            ok = sweep_store_block(store, &message, err);
    }
    text_release(&message);
    return ok;
}

/* Other ranks */

long sweep_ranks_ask(struct sweep_ranks *ranks, const char *identity)
{
    int from, tag;
    size_t size;
    struct text message = TEXT_INIT;
    if (ranks->over)
        return DEAL_END;
    ranks->mpi->send(0, TAG_WANT, identity, strlen(identity));
    while (!ranks->mpi->look(&from, &tag, &size))
        rest();
    receive(ranks->mpi, from, tag, size, &message);
    ranks->over = tag != TAG_DEAL;
    long number = tag == TAG_DEAL ? atol(message.bytes) : DEAL_END;
    text_release(&message);
    return number;
}

void sweep_ranks_hand(struct sweep_ranks *ranks, const struct text *block)
{
    ranks->mpi->send(0, TAG_BLOCK, block->bytes, block->size);
}

void sweep_ranks_lost(struct sweep_ranks *ranks)
{
    ranks->mpi->send(0, TAG_LOST, "", 0);
}

/* Leaving */

/* Who asks once rank 0 has left would wait for ever: so all are told that
 * nothing comes any more, and what they still send is taken in. */
static void dismiss(struct sweep_ranks *ranks)
{
    struct text message = TEXT_INIT;
    int from, tag;
    size_t size;
    int64_t heard = clock_ms(), patience = OVERDUE_MS + 2 * ranks->slowest;
    for (int to = 1; to < ranks->ranks; to++)
        ranks->mpi->send(to, TAG_OVER, "", 0);
    while (ranks->gone < ranks->ranks - 1 && clock_ms() - heard < patience) {
        if (!ranks->mpi->look(&from, &tag, &size)) {
            rest();
            continue;
        }
        receive(ranks->mpi, from, tag, size, &message);
        ranks->gone += tag == TAG_LEAVE;
        heard = clock_ms();
    }
    text_release(&message);
}

/* Closing waits for one that is gone, for ever in Open MPI 4.1: so all end
 * without, when rank 0 says so. */
static void abandon(int code)
{
    const struct timespec arrival = { .tv_nsec = 200000000 };
    nanosleep(&arrival, NULL);
    fflush(NULL);
    _exit(code);
}

/* Whether all ranks are there to close; tells the others. */
static bool all_there(struct sweep_ranks *ranks)
{
    dismiss(ranks);
    int lost = ranks->ranks - 1 - ranks->gone;
    for (int to = 1; to < ranks->ranks; to++)
        ranks->mpi->send(to, TAG_CLOSE, lost ? "0" : "1", 2);
    if (lost)
        fprintf(stderr,
                say("ccn: %d of %d processes did not answer at the end; the "
                    "others did their work\n"),
                lost, ranks->ranks);
    return lost == 0;
}

/* Whether rank 0 says that all are there. */
static bool told_all_there(const struct sweep_ranks *ranks)
{
    struct text message = TEXT_INIT;
    int from, tag = 0;
    size_t size;
    ranks->mpi->send(0, TAG_LEAVE, "", 0);
    while (tag != TAG_CLOSE) {
        if (ranks->mpi->look(&from, &tag, &size))
            receive(ranks->mpi, from, tag, size, &message);
        else
            rest();
    }
    bool all = message.bytes[0] == '1';
    text_release(&message);
    return all;
}

void sweep_ranks_close(struct sweep_ranks *ranks, int code)
{
    if (!ranks)
        return;
    bool all = ranks->rank == 0 ? all_there(ranks) : told_all_there(ranks);
    if (!all)
        abandon(code);
    ranks->mpi->close();
    free(ranks->dealt);
    free(ranks->to);
    free(ranks->asked);
    free(ranks);
}
