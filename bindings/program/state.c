#include "bindings/program/state.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/intern.h"

static bool make_folders(char *path)
{
    for (char *at = path + 1; (at = strchr(at, '/')); at++) {
        *at = '\0';
        bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
        *at = '/';
        if (!made)
            return false;
    }
    return true;
}

const char *state_path(const char *name)
{
    char path[PATH_MAX];
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    int size = -1;
    if (state && *state == '/')
        size = snprintf(path, sizeof path, "%s/ccn/%s", state, name);
    else if (home && *home == '/')
        size =
            snprintf(path, sizeof path, "%s/.local/state/ccn/%s", home, name);
    if (size < 0 || (size_t)size >= sizeof path || !make_folders(path))
        return NULL;
    return intern(path);
}
