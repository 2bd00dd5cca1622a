#include "tests/fault.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_ROOM = 512 };

/* What a file held before a write or a truncation that is not yet synced. */
struct undo {
    struct undo *next; /* the one before it in time */
    char path[PATH_ROOM];
    sqlite3_int64 offset, size; /* size: of the whole file */
    int held, n;                /* bytes that were there; bytes written */
    bool cut;
    char *bytes;
};

struct file {
    sqlite3_file base;
    char path[PATH_ROOM];
    sqlite3_file *real; /* lies behind this struct */
};

static sqlite3_vfs *real_vfs, vfs;
static struct undo *undos;
static enum fault kind;
static long left;
static bool hit;
static uint64_t seed;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct file *)file)->real;
}

static bool keeps_undos(void)
{
    return kind == FAULT_POWER || kind == FAULT_LIE;
}

static bool coin(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return seed >> 63;
}

static void drop_undos(const char *path)
{
    for (struct undo **at = &undos; *at;) {
        struct undo *undo = *at;
        if (path && strcmp(undo->path, path) != 0) {
            at = &undo->next;
            continue;
        }
        *at = undo->next;
        free(undo->bytes);
        free(undo);
    }
}

/* Space that a lost write had added may hold anything. */
static void take_back(const struct undo *undo)
{
    int file = open(undo->path, O_RDWR);
    if (file < 0)
        return;
    if (undo->held > 0 &&
        pwrite(file, undo->bytes, (size_t)undo->held, undo->offset) < 0)
        _exit(98);
    for (int i = undo->held; !undo->cut && i < undo->n; i++) {
        if (pwrite(file, "\xa5", 1, undo->offset + i) < 0)
            _exit(98);
    }
    close(file);
}

void fault_cut(void)
{
    for (const struct undo *undo = undos; undo; undo = undo->next) {
        if (coin())
            take_back(undo);
    }
    _exit(FAULT_EXIT);
}

/* Whether the call is to fail; may not come back at all. */
static bool fails(void)
{
    if (kind == FAULT_NONE || --left > 0)
        return false;
    if (left < 0 && kind != FAULT_ERRORS)
        return false;
    hit = true;
    if (kind == FAULT_KILL)
        _exit(FAULT_EXIT);
    if (keeps_undos())
        fault_cut();
    return true;
}

static void remember(sqlite3_file *file, sqlite3_int64 offset, int n, bool cut)
{
    struct undo *undo = calloc(1, sizeof *undo);
    if (!undo)
        abort();
    memcpy(undo->path, ((struct file *)file)->path, PATH_ROOM);
    undo->offset = offset;
    undo->n = n;
    undo->cut = cut;
    real_of(file)->pMethods->xFileSize(real_of(file), &undo->size);
    sqlite3_int64 held = undo->size - offset;
    if (held > n && !cut)
        held = n;
    undo->held = held > 0 ? (int)held : 0;
    if (undo->held > 0) {
        undo->bytes = malloc((size_t)undo->held);
        if (!undo->bytes)
            abort();
        real_of(file)->pMethods->xRead(real_of(file), undo->bytes, undo->held,
                                       offset);
    }
    undo->next = undos;
    undos = undo;
}

static int on_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int on_read(sqlite3_file *file, void *to, int n, sqlite3_int64 offset)
{
    bool counted = kind == FAULT_ERROR || kind == FAULT_ERRORS;
    if (counted && fails())
        return SQLITE_IOERR_READ;
    return real_of(file)->pMethods->xRead(real_of(file), to, n, offset);
}

static int on_write(sqlite3_file *file, const void *from, int n,
                    sqlite3_int64 offset)
{
    if (fails())
        return SQLITE_FULL;
    if (keeps_undos())
        remember(file, offset, n, false);
    return real_of(file)->pMethods->xWrite(real_of(file), from, n, offset);
}

static int on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (fails())
        return SQLITE_IOERR_TRUNCATE;
    if (keeps_undos())
        remember(file, size, 0, true);
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int on_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    if (fails())
        return SQLITE_IOERR_FSYNC;
    if (kind == FAULT_POWER)
        drop_undos(((struct file *)file)->path);
    return SQLITE_OK;
}

static int on_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int on_lock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int on_unlock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int on_reserved(sqlite3_file *file, int *reserved)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int on_control(sqlite3_file *file, int what, void *with)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}

static int on_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int on_character(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = on_close,
    .xRead = on_read,
    .xWrite = on_write,
    .xTruncate = on_truncate,
    .xSync = on_sync,
    .xFileSize = on_size,
    .xLock = on_lock,
    .xUnlock = on_unlock,
    .xCheckReservedLock = on_reserved,
    .xFileControl = on_control,
    .xSectorSize = on_sector,
    .xDeviceCharacteristics = on_character,
};

static int on_open(sqlite3_vfs *self, const char *path, sqlite3_file *base,
                   int flags, int *out)
{
    (void)self;
    struct file *file = (struct file *)base;
    memset(file, 0, sizeof *file);
    file->real = (sqlite3_file *)(file + 1);
    strncpy(file->path, path ? path : "", PATH_ROOM - 1);
    int code = real_vfs->xOpen(real_vfs, path, file->real, flags, out);
    if (code == SQLITE_OK)
        file->base.pMethods = &methods;
    return code;
}

static int on_delete(sqlite3_vfs *self, const char *path, int folder)
{
    (void)self;
    (void)folder;
    if (fails())
        return SQLITE_IOERR_DELETE;
    drop_undos(path);
    return real_vfs->xDelete(real_vfs, path, 0);
}

void fault_install(void)
{
    real_vfs = sqlite3_vfs_find(NULL);
    vfs = *real_vfs;
    vfs.zName = "fault";
    vfs.pNext = NULL;
    vfs.szOsFile = (int)sizeof(struct file) + real_vfs->szOsFile;
    vfs.xOpen = on_open;
    vfs.xDelete = on_delete;
    sqlite3_vfs_register(&vfs, 1);
}

void fault_at(enum fault fault, long call)
{
    drop_undos(NULL);
    kind = fault;
    left = call;
    hit = false;
    seed = (uint64_t)call;
}

bool fault_none(void)
{
    kind = FAULT_NONE;
    return hit;
}
