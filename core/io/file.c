#include "core/io/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/mem.h"

static bool cannot_read(const char *path, struct err *err)
{
    if (errno == ENOENT)
        return err_set(err, ERR_FILE, "there is no file '%s'", path);
    return err_set(err, ERR_FILE, "cannot read '%s': %s", path,
                   err_system(errno));
}

/* Open without waiting (a pipe would), regular files only. */
static int open_regular(const char *path, struct stat *about, struct err *err)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0 || fstat(file, about) != 0) {
        cannot_read(path, err);
    } else if (!S_ISREG(about->st_mode)) {
        err_set(err, ERR_FILE, "'%s' is no file", path);
    } else {
        return file;
    }
    if (file >= 0)
        close(file);
    return -1;
}

static bool too_large(const char *path, size_t most, struct err *err)
{
    return err_set(err, ERR_FILE, "'%s' is larger than %zu MiB; split it", path,
                   most >> 20);
}

/* The file may grow while it is read, so the limit is checked here too. */
static bool read_all(int file, const char *path, size_t most, struct text *out,
                     struct err *err)
{
    char bytes[64 * 1024];
    size_t before = out->size;
    for (;;) {
        ssize_t got = read(file, bytes, sizeof bytes);
        if (got == 0)
            return true;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannot_read(path, err);
        if (out->size - before + (size_t)got > most)
            break;
        text_put(out, bytes, (size_t)got);
    }
    return too_large(path, most, err);
}

bool file_load(const char *path, size_t most, struct text *out, struct err *err)
{
    struct stat about;
    int file = open_regular(path, &about, err);
    if (file < 0)
        return false;

    size_t size = about.st_size > 0 ? (size_t)about.st_size : 0;
    if (size > most) {
        close(file);
        return too_large(path, most, err);
    }
    struct text bytes = { mem_new(size + 1, 1), 0, size + 1 };
    bool good = read_all(file, path, most, &bytes, err);
    close(file);
    if (good && out->size == 0) {
        text_release(out);
        *out = bytes;
        return true;
    }
    if (good)
        text_put(out, bytes.bytes, bytes.size);
    text_release(&bytes);
    return good;
}

static bool write_all(int file, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t done = write(file, bytes, size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes += done;
        size -= (size_t)done;
    }
    return fsync(file) == 0;
}

/* A folder or a device is not replaced by a file. */
static bool replaceable(const char *path, struct err *err)
{
    struct stat about;
    if (lstat(path, &about) != 0 || S_ISREG(about.st_mode))
        return true;
    return err_set(err, ERR_FILE, "'%s' is no file", path);
}

bool file_save(const char *path, const void *bytes, size_t size,
               struct err *err)
{
    if (!replaceable(path, err))
        return false;
    struct text beside = TEXT_INIT;
    text_add(&beside, "%s.XXXXXX", path);
    int file = mkstemp(beside.bytes);
    bool made = file >= 0;
    bool good = made && fchmod(file, 0644) == 0 && write_all(file, bytes, size);
    int why = errno;
    if (made && close(file) != 0 && good) {
        good = false;
        why = errno;
    }
    if (good && rename(beside.bytes, path) != 0) {
        good = false;
        why = errno;
    }
    if (!good) {
        if (made)
            unlink(beside.bytes);
        err_set(err, ERR_FILE, "cannot write '%s': %s", path, err_system(why));
    }
    text_release(&beside);
    return good;
}
