#define _GNU_SOURCE /* realpath */
#include "bindings/host/grants.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/shadow.h"

static bool push(const char **list, int *n, const char *path)
{
    if (*n == GRANTS_MOST)
        return false;
    list[(*n)++] = path;
    return true;
}

bool grants_read(struct grants *grants, const char *folder)
{
    return push(grants->read, &grants->nread, folder);
}

bool grants_write(struct grants *grants, const char *folder)
{
    return push(grants->write, &grants->nwrite, folder);
}

bool grants_file(struct grants *grants, const char *path)
{
    return push(grants->file, &grants->nfile, path);
}

static bool inside(const char *path, const char *folder)
{
    char real[PATH_MAX];
    if (!realpath(folder, real))
        return false;
    size_t size = strlen(real);
    if (size == 1)
        return true; /* the root */
    return strncmp(path, real, size) == 0 &&
           (path[size] == '/' || path[size] == '\0');
}

static bool inside_any(const char *path, const char *const *list, int n)
{
    for (int i = 0; i < n; i++) {
        if (inside(path, list[i]))
            return true;
    }
    return false;
}

/* The real path of a file that need not be there yet. */
static bool resolve_new(const char *path, char *resolved, struct err *err)
{
    char folder[PATH_MAX], name[PATH_MAX], real[PATH_MAX];
    if (realpath(path, resolved))
        return true;
    if (strlen(path) >= sizeof folder)
        return err_set(err, ERR_FILE, "the path is too long");
    snprintf(folder, sizeof folder, "%s", path);
    snprintf(name, sizeof name, "%s", path);
    const char *base = basename(name);
    if (!realpath(dirname(folder), real))
        return err_set(err, ERR_FILE, "there is no folder for '%.200s'", path);
    int size = snprintf(resolved, PATH_MAX, "%s/%s",
                        strcmp(real, "/") == 0 ? "" : real, base);
    if (size >= PATH_MAX)
        return err_set(err, ERR_FILE, "the path is too long");
    return true;
}

static bool copied(const char *copy, char *resolved)
{
    return copy && snprintf(resolved, PATH_MAX, "%s", copy) < PATH_MAX;
}

/* What this replay has written already, or a copy by its own path. */
static bool read_shadow(const struct grants *grants, const char *path,
                        char *resolved)
{
    struct err err;
    if (shadow_owns(grants->shadow, path))
        return copied(path, resolved);
    char real[PATH_MAX];
    return resolve_new(path, real, &err) &&
           copied(shadow_find(grants->shadow, real), resolved);
}

bool grants_may_read(const struct grants *grants, const char *path,
                     char *resolved, struct err *err)
{
    bool input = grants->input && strcmp(path, "-") == 0;
    if (grants->shadow && read_shadow(grants, path, resolved))
        return true;
    if (!realpath(input ? grants->input : path, resolved))
        return err_set(err, ERR_FILE, "cannot open '%.200s': %s", path,
                       err_system(errno));
    if (inside_any(resolved, grants->read, grants->nread) ||
        inside_any(resolved, grants->write, grants->nwrite) ||
        inside_any(resolved, grants->file, grants->nfile))
        return true;
    return err_set(err, ERR_FILE,
                   "'%.200s' is in no folder that this run may read; "
                   "--read FOLDER allows it",
                   path);
}

static bool may_write(const struct grants *grants, const char *path,
                      char *resolved, struct err *err)
{
    char named[PATH_MAX];
    struct err other;
    if (!resolve_new(path, resolved, err))
        return false;
    if (inside_any(resolved, grants->write, grants->nwrite))
        return true;
    for (int i = 0; i < grants->nfile; i++) {
        if (resolve_new(grants->file[i], named, &other) &&
            strcmp(named, resolved) == 0)
            return true;
    }
    return err_set(err, ERR_FILE,
                   "this run may not write '%.200s'; --write FOLDER allows it, "
                   "or name the file on the command line",
                   path);
}

bool grants_may_write(const struct grants *grants, const char *path,
                      char *resolved, struct err *err)
{
    char real[PATH_MAX];
    if (!grants->shadow)
        return may_write(grants, path, resolved, err);
    if (shadow_owns(grants->shadow, path))
        return copied(path, resolved);
    return may_write(grants, path, real, err) &&
           copied(shadow_make(grants->shadow, real, err), resolved);
}
