/* Only in the build of `make coverage`.  A process that ends by _exit, or
 * turns into another program, first writes down what it has reached, and the
 * walls around a worker let it write that, below COVERED, and nothing else.
 * The linker puts these functions in the place of the system's (--wrap), so
 * that the program itself knows nothing of it. */
#define _GNU_SOURCE /* O_PATH, syscall */
#include <fcntl.h>
#include <gcov.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PARTS = 8, ARGUMENTS = 6, ADDED = 3, LONGEST = 1024 };

/* The program and each module it loads have counters of their own; they meet
 * in the list of the program, which was loaded first. */
#define SHARED __attribute__((visibility("default")))
SHARED void (*coverage_dump[PARTS])(void);
SHARED int coverage_parts;

static void dump(void)
{
    __gcov_dump();
    __gcov_reset();
}

__attribute__((constructor)) static void take_part(void)
{
    if (coverage_parts < PARTS)
        coverage_dump[coverage_parts++] = dump;
}

/* Where memory runs out on purpose (starve.h), writing down needs some. */
long starve_end(bool *failed) __attribute__((weak));

static void dump_all(void)
{
    if (starve_end)
        starve_end(NULL);
    for (int i = 0; i < coverage_parts; i++)
        coverage_dump[i]();
}

void __real__exit(int code) __attribute__((noreturn));
void __wrap__exit(int code) __attribute__((noreturn));
void __wrap__Exit(int code) __attribute__((noreturn));
int __real_execv(const char *path, char *const argv[]);
int __wrap_execv(const char *path, char *const argv[]);
int __real_setrlimit(int what, const struct rlimit *limit);
int __wrap_setrlimit(int what, const struct rlimit *limit);
int __real_prctl(int what, ...);
int __wrap_prctl(int what, ...);
long __real_syscall(long number, ...);
long __wrap_syscall(long number, ...);

void __wrap__exit(int code)
{
    dump_all();
    __real__exit(code);
}

void __wrap__Exit(int code)
{
    __wrap__exit(code);
}

int __wrap_execv(const char *path, char *const argv[])
{
    dump_all();
    return __real_execv(path, argv);
}

int __wrap_setrlimit(int what, const struct rlimit *limit)
{
    return what == RLIMIT_FSIZE ? 0 : __real_setrlimit(what, limit);
}

/* Before the rules of a worker: opening is allowed (Landlock says what). */
static int raise_filter(const struct sock_fprog *program)
{
    struct sock_filter line[LONGEST] = {
        { BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr) },
        { BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_openat },
        { BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW },
    };
    if (program->len > LONGEST - ADDED)
        return -1;
    memcpy(line + ADDED, program->filter, program->len * sizeof *line);
    struct sock_fprog more = { (unsigned short)(program->len + ADDED), line };
    return __real_prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &more);
}

int __wrap_prctl(int what, ...)
{
    unsigned long argument[ARGUMENTS];
    va_list list;
    va_start(list, what);
    for (int i = 0; i < 4; i++)
        argument[i] = va_arg(list, unsigned long);
    va_end(list);
    if (what == PR_SET_SECCOMP)
        return raise_filter((const struct sock_fprog *)argument[1]);
    return __real_prctl(what, argument[0], argument[1], argument[2],
                        argument[3]);
}

static void allow_counters(int rules)
{
    struct landlock_path_beneath_attr beneath = {
        .allowed_access =
            LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
            LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG,
        .parent_fd = open(COVERED, O_PATH | O_CLOEXEC),
    };
    __real_syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
                   &beneath, 0);
    close(beneath.parent_fd);
}

long __wrap_syscall(long number, ...)
{
    long argument[ARGUMENTS];
    va_list list;
    va_start(list, number);
    for (int i = 0; i < ARGUMENTS; i++)
        argument[i] = va_arg(list, long);
    va_end(list);
    if (number == SYS_landlock_restrict_self)
        allow_counters((int)argument[0]);
    return __real_syscall(number, argument[0], argument[1], argument[2],
                          argument[3], argument[4], argument[5]);
}
