#include "core/store/sidecar.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/store/db.h"

/* What is cut here is longer than any path that the system takes. */
enum { PATH_ROOM = 4200 };

/* The bytes that SQLite locks: pending, reserved, and those of the readers
 * ("File Locking And Concurrency In SQLite Version 3"). */
enum { LOCKED_FROM = 0x40000000, LOCKED_BYTES = 512 };

/* A writer may end, and another begin, between two looks. */
enum { PAUSE_MS = 5, LOOKS = 3 };

static const unsigned char magic[8] = { 0xd9, 0xd5, 0x05, 0xf9,
                                        0x20, 0xa1, 0x63, 0xd7 };

static bool exists(const char *path, const char *tail)
{
    char name[PATH_ROOM];
    struct stat about;
    snprintf(name, sizeof name, "%s%s", path, tail);
    return stat(name, &about) == 0 && about.st_size > 0;
}

/* SQLite takes a journal as waiting when its first byte is not zero, be the
 * rest garbage that a lost power left; it ends with the magic bytes when it
 * names a super-journal. */
static bool read_ends(const char *path, bool *begins, bool *ends)
{
    char name[PATH_ROOM];
    unsigned char bytes[8];
    snprintf(name, sizeof name, "%s-journal", path);
    FILE *file = fopen(name, "rb");
    *begins = *ends = false;
    if (!file)
        return false;
    *begins = fread(bytes, 1, 1, file) == 1 && bytes[0] != 0;
    *ends = fseek(file, -8, SEEK_END) == 0 && ftell(file) > 0 &&
            fread(bytes, 1, 8, file) == 8 && memcmp(bytes, magic, 8) == 0;
    fclose(file);
    return true;
}

bool sidecar_journal(const char *path, bool *waits, struct err *err)
{
    bool begins, ends;
    *waits = false;
    if (exists(path, "-wal") || exists(path, "-shm"))
        return err_set(err, ERR_FORMAT,
                       "beside it lies a write-ahead log (-wal, -shm), which "
                       "ccn never writes; close the program that has it open, "
                       "or remove it");
    if (!exists(path, "-journal") || !read_ends(path, &begins, &ends))
        return true;
    if (ends)
        return err_set(err, ERR_FORMAT,
                       "beside it lies a journal that ccn did not write; "
                       "remove it");
    *waits = begins;
    return true;
}

/* Whether another process is writing the file: it may not be read-locked. */
static bool is_written(const char *path)
{
    struct flock lock = { .l_type = F_RDLCK,
                          .l_whence = SEEK_SET,
                          .l_start = LOCKED_FROM,
                          .l_len = LOCKED_BYTES };
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool written = fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(file);
    return written;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A journal belongs to whoever is writing, and is waited for as a lock is; one
 * without a writer was left behind. */
bool sidecar_none(const char *path, struct err *err)
{
    const struct timespec pause = { .tv_nsec = PAUSE_MS * 1000000L };
    const int64_t end = now_ms() + DB_BUSY_MS;
    bool waits;
    for (int looks = LOOKS; looks > 0;) {
        if (!sidecar_journal(path, &waits, err))
            return false;
        if (!waits)
            return true;
        bool written = is_written(path);
        if (written && now_ms() >= end)
            return db_busy(err);
        looks = written ? LOOKS : looks - 1;
        nanosleep(&pause, NULL);
    }
    return err_set(err, ERR_FILE,
                   "a write was cut off and its journal waits to be rolled "
                   "back; open it once with the right to write");
}
