#define _GNU_SOURCE /* O_PATH, syscall */
#include "bindings/host/fence.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <linux/landlock.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "bindings/host/shadow.h"

/* Since version 3 of the interface, which older headers do not name. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

enum {
    READ_FILE = LANDLOCK_ACCESS_FS_READ_FILE,
    READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    START = READ | LANDLOCK_ACCESS_FS_EXECUTE,
};

static int version(void)
{
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
                        LANDLOCK_CREATE_RULESET_VERSION);
}

bool fence_there(void)
{
    return version() > 0;
}

/* All that this kernel can refuse. */
static __u64 everything(void)
{
    __u64 all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (version() >= 2)
        all |= LANDLOCK_ACCESS_FS_REFER;
    if (version() >= 3)
        all |= LANDLOCK_ACCESS_FS_TRUNCATE;
    return all;
}

/* What is not there needs no rule. */
static bool allow(int rules, const char *path, __u64 access)
{
    struct stat about;
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return true;
    if (fstat(fd, &about) == 0 && !S_ISDIR(about.st_mode))
        access &= READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
    struct landlock_path_beneath_attr beneath = { .allowed_access = access,
                                                  .parent_fd = fd };
    bool ok = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
                      &beneath, 0) == 0;
    close(fd);
    return ok;
}

static bool allow_file(int rules, const char *path)
{
    char folder[PATH_MAX];
    if (access(path, F_OK) == 0)
        return allow(rules, path, READ);
    snprintf(folder, sizeof folder, "%s", path);
    return allow(rules, dirname(folder), READ);
}

static bool allow_granted(int rules, const struct grants *grants)
{
    bool ok = true;
    for (int i = 0; i < grants->nread; i++)
        ok = allow(rules, grants->read[i], READ) && ok;
    for (int i = 0; i < grants->nwrite; i++)
        ok = allow(rules, grants->write[i], READ) && ok;
    for (int i = 0; i < grants->nfile; i++)
        ok = allow_file(rules, grants->file[i]) && ok;
    if (grants->shadow)
        ok = allow(rules, shadow_folder(grants->shadow), READ) && ok;
    return ok;
}

/* The program, what lies beside it, and what it is linked with. */
static bool allow_program(int rules, const char *program)
{
    static const char *const libraries[] = { "/lib", "/lib64", "/usr/lib",
                                             "/usr/lib64", "/usr/local/lib" };
    static const char *const facts[] = {
        "/etc/ld.so.cache", "/usr/share", "/dev/null",
        "/dev/urandom",     "/proc/self", "/sys/devices/system/cpu"
    };
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", program);
    bool ok =
        allow(rules, program, START) && allow(rules, dirname(folder), READ);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        ok = allow(rules, libraries[i], START) && ok;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        ok = allow(rules, facts[i], READ) && ok;
    return ok;
}

bool fence_raise(const struct grants *grants, const char *program)
{
    struct landlock_ruleset_attr attr = { .handled_access_fs = everything() };
    int rules =
        (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
    if (rules < 0)
        return false;
    bool ok = allow_program(rules, program) && allow_granted(rules, grants) &&
              prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
              syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return ok;
}
