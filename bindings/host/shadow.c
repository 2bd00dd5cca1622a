#include "bindings/host/shadow.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/io/file.h"

struct shadow {
    char folder[PATH_MAX];
    const char **real, **copy;
    int n;
};

struct shadow *shadow_new(struct err *err)
{
    const char *place = getenv("TMPDIR");
    struct shadow *shadow = mem_new(1, sizeof *shadow);
    snprintf(shadow->folder, sizeof shadow->folder, "%s/ccn-replay-XXXXXX",
             place && *place == '/' ? place : "/tmp");
    if (mkdtemp(shadow->folder))
        return shadow;
    err_set(err, ERR_FILE, "the folder '%.200s' cannot be made: %s",
            shadow->folder, err_system(errno));
    free(shadow);
    return NULL;
}

void shadow_free(struct shadow *shadow)
{
    if (!shadow)
        return;
    DIR *folder = opendir(shadow->folder);
    const struct dirent *entry;
    while (folder && (entry = readdir(folder)))
        unlinkat(dirfd(folder), entry->d_name, 0);
    if (folder)
        closedir(folder);
    rmdir(shadow->folder);
    free(shadow->real);
    free(shadow->copy);
    free(shadow);
}

const char *shadow_folder(const struct shadow *shadow)
{
    return shadow->folder;
}

bool shadow_owns(const struct shadow *shadow, const char *path)
{
    for (int i = 0; i < shadow->n; i++) {
        if (strcmp(shadow->copy[i], path) == 0)
            return true;
    }
    return false;
}

const char *shadow_find(const struct shadow *shadow, const char *real)
{
    for (int i = 0; i < shadow->n; i++) {
        if (strcmp(shadow->real[i], real) == 0)
            return shadow->copy[i];
    }
    return NULL;
}

static bool copy_file(const char *from, const char *to, struct err *err)
{
    struct text bytes = TEXT_INIT;
    bool ok = file_load(from, FILE_MOST, &bytes, err) &&
              file_save(to, bytes.bytes, bytes.size, err);
    text_release(&bytes);
    return ok;
}

const char *shadow_make(struct shadow *shadow, const char *real,
                        struct err *err)
{
    char copy[PATH_MAX + 32];
    const char *found = shadow_find(shadow, real);
    if (found)
        return found;
    snprintf(copy, sizeof copy, "%s/%d.copy", shadow->folder, shadow->n);
    if (access(real, F_OK) == 0 && !copy_file(real, copy, err))
        return NULL;
    size_t n = (size_t)shadow->n++;
    shadow->real = mem_grow(shadow->real, n + 1, sizeof *shadow->real);
    shadow->copy = mem_grow(shadow->copy, n + 1, sizeof *shadow->copy);
    shadow->real[n] = intern(real);
    return shadow->copy[n] = intern(copy);
}
