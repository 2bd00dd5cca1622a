#define _DEFAULT_SOURCE /* major, minor */
#include "core/store/drive.h"

#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "core/base/text.h"

enum { PATH_ROOM = 4200, TYPE_ROOM = 64, LINE_ROOM = 8192 };

static bool allowed; /* set once, before there are threads */

void drive_allow(void)
{
    allowed = true;
}

bool drive_is_network(const char *type)
{
    static const char *const network[] = {
        "nfs",  "nfs4", "cifs",  "smb3", "smbfs",  "afs",       "9p",
        "ceph", "coda", "ncpfs", "ncp",  "lustre", "glusterfs", "davfs"
    };
    /* What a program shows as files is mostly far away; these are not. */
    static const char *const near[] = { "fuse.ntfs-3g",   "fuse.bindfs",
                                        "fuse.mergerfs",  "fuse.encfs",
                                        "fuse.gocryptfs", "fuse.exfat" };
    for (size_t i = 0; i < sizeof network / sizeof *network; i++) {
        if (strcmp(type, network[i]) == 0)
            return true;
    }
    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        if (strcmp(type, near[i]) == 0)
            return false;
    }
    return strncmp(type, "fuse.", 5) == 0;
}

/* A line: id parent MAJOR:MINOR root place options ... - TYPE source ... */
bool drive_type(const char *mounts, unsigned major, unsigned minor, char *type)
{
    while (*mounts) {
        size_t size = strcspn(mounts, "\n");
        char line[LINE_ROOM];
        unsigned a, b;
        snprintf(line, sizeof line, "%.*s", (int)size, mounts);
        const char *after = strstr(line, " - ");
        if (after && sscanf(line, "%*d %*d %u:%u", &a, &b) == 2 && a == major &&
            b == minor && sscanf(after, " - %63s", type) == 1)
            return true;
        mounts += size + (mounts[size] == '\n');
    }
    return false;
}

static bool read_mounts(struct text *out)
{
    char bytes[4096];
    FILE *file = fopen("/proc/self/mountinfo", "r");
    if (!file)
        return false;
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_put(out, bytes, n);
    fclose(file);
    return true;
}

/* Of the file, or of the folder where it will be. */
static bool type_of(const char *path, char *type)
{
    char folder[PATH_ROOM];
    struct stat about;
    struct text mounts = TEXT_INIT;
    snprintf(folder, sizeof folder, "%s", path);
    bool ok = (stat(path, &about) == 0 || stat(dirname(folder), &about) == 0) &&
              read_mounts(&mounts) &&
              drive_type(mounts.bytes, major(about.st_dev), minor(about.st_dev),
                         type);
    text_release(&mounts);
    return ok;
}

bool drive_may_write(const char *path, struct err *err)
{
    char type[TYPE_ROOM];
    if (allowed || *path == ':' || !type_of(path, type) ||
        !drive_is_network(type))
        return true;
    return err_set(err, ERR_FILE,
                   "it is on a drive of the network (%s), where two who write "
                   "or a lost connection damage a plan; write on a drive of "
                   "this machine and copy, or say --network",
                   type);
}
