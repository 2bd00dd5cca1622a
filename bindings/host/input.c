#include "bindings/host/input.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static bool copy(int from, int to)
{
    char bytes[1 << 16];
    ssize_t size;
    while ((size = read(from, bytes, sizeof bytes)) != 0) {
        if (size < 0 && errno == EINTR)
            continue;
        for (ssize_t done = 0, step; done < size; done += step) {
            step = write(to, bytes + done, (size_t)(size - done));
            if (step < 0)
                return false;
        }
        if (size < 0)
            return false;
    }
    return true;
}

bool input_keep(struct grants *grants, struct err *err)
{
    static char path[PATH_MAX];
    const char *place = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/ccn-XXXXXX",
             place && *place ? place : "/tmp");
    int file = mkstemp(path);
    bool good = file >= 0 && copy(STDIN_FILENO, file);
    int why = errno;
    if (file >= 0)
        close(file);
    grants->input = file >= 0 ? path : NULL;
    if (good && grants_read(grants, path))
        return true;
    input_drop(grants);
    return err_set(err, ERR_FILE, "the standard input cannot be read: %s",
                   err_system(why));
}

void input_drop(const struct grants *grants)
{
    if (grants->input)
        unlink(grants->input);
}
