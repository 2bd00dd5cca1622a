#include "tests/fault.h"

#include <sqlite3.h>
#include <string.h>

#include "tests/record.h"

enum { PATH_ROOM = 512 };

struct file {
    sqlite3_file base;
    char path[PATH_ROOM];
    sqlite3_file *real; /* lies behind this struct */
};

static sqlite3_vfs *real_vfs, vfs;
static enum fault kind;
static long left;
static bool hit;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct file *)file)->real;
}

static const char *path_of(sqlite3_file *file)
{
    return ((struct file *)file)->path;
}

static bool fails(void)
{
    if (kind == FAULT_NONE || --left > 0)
        return false;
    if (left < 0 && kind != FAULT_ERRORS)
        return false;
    hit = true;
    return true;
}

static int on_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int on_read(sqlite3_file *file, void *to, int n, sqlite3_int64 offset)
{
    if (fails())
        return SQLITE_IOERR_READ;
    return real_of(file)->pMethods->xRead(real_of(file), to, n, offset);
}

static int on_write(sqlite3_file *file, const void *from, int n,
                    sqlite3_int64 offset)
{
    if (fails())
        return SQLITE_FULL;
    record_write(path_of(file), from, n, offset);
    return real_of(file)->pMethods->xWrite(real_of(file), from, n, offset);
}

static int on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (fails())
        return SQLITE_IOERR_TRUNCATE;
    record_truncate(path_of(file), size);
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int on_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    if (fails())
        return SQLITE_IOERR_FSYNC;
    record_sync(path_of(file));
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
    if (fails())
        return SQLITE_IOERR_DELETE;
    record_delete(path, folder);
    return real_vfs->xDelete(real_vfs, path, 0);
}

/* Always the same time, so that equal files have equal bytes. */
static int on_time(sqlite3_vfs *self, sqlite3_int64 *ms)
{
    (void)self;
    *ms = 212656000000000; /* since noon in Greenwich on 24 November 4714 BC */
    return SQLITE_OK;
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
    vfs.xCurrentTimeInt64 = on_time;
    sqlite3_vfs_register(&vfs, 1);
}

void fault_at(enum fault fault, long call)
{
    kind = fault;
    left = call;
    hit = false;
}

bool fault_none(void)
{
    kind = FAULT_NONE;
    return hit;
}
