#include "tests/record.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/rng.h"

enum { NAME_ROOM = 256, SECTOR = 512 };

enum op { WRITE, TRUNCATE, SYNC, DELETE };

struct call {
    enum op op;
    char name[NAME_ROOM];
    int64_t offset; /* of a truncation: the new size */
    int n;
    bool lasts; /* a deletion, with its folder synced */
    char *bytes;
};

static struct call *calls;
static int count, room;
static bool on;

void record_release(void)
{
    for (int i = 0; i < count; i++)
        free(calls[i].bytes);
    free(calls);
    calls = NULL;
    count = room = 0;
    on = false;
}

void record_begin(void)
{
    record_release();
    on = true;
}

void record_end(void)
{
    on = false;
}

int record_count(void)
{
    return count;
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static struct call *add(enum op op, const char *path)
{
    if (count == room) {
        room = room ? room * 2 : 64;
        calls = mem_grow(calls, (size_t)room, sizeof *calls);
    }
    struct call *call = &calls[count++];
    memset(call, 0, sizeof *call);
    call->op = op;
    strncpy(call->name, last_part(path), NAME_ROOM - 1);
    return call;
}

void record_write(const char *path, const void *bytes, int n, int64_t offset)
{
    if (!on)
        return;
    struct call *call = add(WRITE, path);
    call->offset = offset;
    call->n = n;
    call->bytes = mem_raw((size_t)n, 1);
    memcpy(call->bytes, bytes, (size_t)n);
}

void record_truncate(const char *path, int64_t size)
{
    if (on)
        add(TRUNCATE, path)->offset = size;
}

void record_sync(const char *path)
{
    if (on)
        add(SYNC, path);
}

void record_delete(const char *path, bool lasts)
{
    if (on)
        add(DELETE, path)->lasts = lasts;
}

/* Playing it back */

static void resize(struct text *out, size_t size, char with)
{
    size_t old = out->size;
    if (size > old) {
        char *more = mem_raw(size - old, 1);
        memset(more, with, size - old);
        text_put(out, more, size - old);
        free(more);
    } else if (size < old) {
        out->size = size;
        out->bytes[size] = '\0';
    }
}

/* The part of a write that reached the disk. */
static void put(struct text *out, const struct call *call, int from, int n)
{
    size_t begin = (size_t)call->offset + (size_t)from;
    if (begin + (size_t)n > out->size)
        resize(out, begin + (size_t)n, 0);
    memcpy(out->bytes + begin, call->bytes + from, (size_t)n);
}

static void put_torn(struct text *out, const struct call *call, struct rng *lot)
{
    int n;
    for (int from = 0; from < call->n; from += n) {
        n = SECTOR - (int)((call->offset + from) % SECTOR);
        n = n < call->n - from ? n : call->n - from;
        if (rng_bits(lot) & 1)
            put(out, call, from, n);
    }
}

/* Not synced: kept, lost or torn. */
static void put_by_lot(struct text *out, const struct call *call,
                       struct rng *lot)
{
    size_t end = (size_t)call->offset + (size_t)call->n;
    uint64_t drawn = rng_bits(lot);
    if (drawn & 4 && end > out->size)
        resize(out, end, '\xa5');
    if ((drawn & 3) == 0)
        put(out, call, 0, call->n);
    else if ((drawn & 3) == 1)
        put_torn(out, call, lot);
}

/* The first call whose effect is not yet sure to last. */
static int first_unsafe(const char *name, const struct record_cut *cut)
{
    if (cut->loss == RECORD_KILLED)
        return cut->call;
    for (int i = cut->call; i > 0 && cut->loss == RECORD_POWER; i--) {
        const struct call *call = &calls[i - 1];
        bool secures = call->op == SYNC || (call->op == DELETE && call->lasts);
        if (secures && strcmp(call->name, name) == 0)
            return i;
    }
    return 0;
}

bool record_image(const char *name, const struct text *before,
                  const struct record_cut *cut, struct text *out)
{
    name = last_part(name);
    bool there = before != NULL;
    int unsafe = first_unsafe(name, cut);
    text_clear(out);
    if (there)
        text_put(out, before->bytes, before->size);
    for (int i = 0; i < cut->call; i++) {
        const struct call *call = &calls[i];
        if (call->op == SYNC || strcmp(call->name, name) != 0)
            continue;
        struct rng lot = rng_new(cut->seed, (uint64_t)i, 0);
        bool sure = i < unsafe;
        bool lost = !sure && rng_bits(&lot) & 1;
        if (call->op == DELETE && lost)
            return there; /* as it was; what came later is lost with it */
        if (call->op == DELETE || (call->op == WRITE && !there))
            text_clear(out);
        there = call->op != DELETE && (there || call->op == WRITE);
        if (call->op == WRITE && sure)
            put(out, call, 0, call->n);
        else if (call->op == WRITE)
            put_by_lot(out, call, &lot);
        else if (call->op == TRUNCATE && !lost)
            resize(out, (size_t)call->offset, 0);
    }
    return there;
}
