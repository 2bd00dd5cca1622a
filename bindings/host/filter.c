#define _GNU_SOURCE /* CLONE_THREAD, O_TMPFILE, syscall */
#include "bindings/host/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#else
#define MACHINE 0 /* not known: no filter */
#endif

/* What a run may call with any arguments. */
static const int allowed[] = {
    /* memory */
    SYS_brk, SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise,
    /* files that are open, and looking at others */
    SYS_read, SYS_readv, SYS_pread64, SYS_preadv, SYS_write, SYS_writev,
    SYS_close, SYS_lseek, SYS_fstat, SYS_newfstatat, SYS_statx, SYS_fcntl,
    SYS_getdents64, SYS_getcwd, SYS_readlinkat, SYS_faccessat, SYS_faccessat2,
    SYS_fstatfs, SYS_statfs, SYS_dup, SYS_flock, SYS_fadvise64,
#ifdef __x86_64__
    SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_poll, SYS_arch_prctl,
#endif
    /* the socket to the parent */
    SYS_sendto, SYS_recvfrom, SYS_sendmsg, SYS_recvmsg, SYS_shutdown, SYS_ppoll,
    /* threads and signals of its own */
    SYS_futex, SYS_set_robust_list, SYS_set_tid_address, SYS_rseq,
    SYS_sched_yield, SYS_sched_getaffinity, SYS_sched_getparam,
    SYS_sched_getscheduler, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall, SYS_membarrier,
    SYS_exit, SYS_exit_group,
    /* who and when */
    SYS_getpid, SYS_gettid, SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid,
    SYS_getegid, SYS_uname, SYS_sysinfo, SYS_getrusage, SYS_times,
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep,
    SYS_gettimeofday, SYS_setitimer, SYS_getitimer, SYS_getrandom,
    SYS_prlimit64, SYS_getcpu
};

enum {
    ALLOWED = sizeof allowed / sizeof *allowed,
    LONGEST = 4 * ALLOWED + 40,
    DENY = SECCOMP_RET_ERRNO | EPERM,
};

struct filter {
    struct sock_filter line[LONGEST];
    unsigned short lines;
};

static void put(struct filter *filter, uint16_t code, uint32_t value,
                uint8_t yes, uint8_t no)
{
    filter->line[filter->lines++] =
        (struct sock_filter){ code, yes, no, value };
}

static void load(struct filter *filter, size_t offset)
{
    put(filter, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(struct filter *filter, uint32_t what)
{
    put(filter, BPF_RET | BPF_K, what, 0, 0);
}

/* For this call that answer; the number of the call is loaded. */
static void rule(struct filter *filter, int call, uint32_t what)
{
    put(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 1);
    answer(filter, what);
}

static size_t argument(int number)
{
    return offsetof(struct seccomp_data, args) + (size_t)number * 8;
}

/* For this call: allowed if, of these bits of an argument, exactly those are
 * set. */
static void rule_bits(struct filter *filter, int call, int number,
                      uint32_t bits, uint32_t set)
{
    put(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 5);
    load(filter, argument(number));
    put(filter, BPF_ALU | BPF_AND | BPF_K, bits, 0, 0);
    put(filter, BPF_JMP | BPF_JEQ | BPF_K, set, 0, 1);
    answer(filter, SECCOMP_RET_ALLOW);
    answer(filter, DENY);
}

static void rules(struct filter *filter)
{
    const uint32_t writes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    load(filter, offsetof(struct seccomp_data, arch));
    put(filter, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
    answer(filter, SECCOMP_RET_KILL_PROCESS);
    load(filter, offsetof(struct seccomp_data, nr));
    for (int i = 0; i < ALLOWED; i++)
        rule(filter, allowed[i], SECCOMP_RET_ALLOW);
    /* Its flags lie in memory, where a filter cannot look: the C library then
     * asks by clone. */
    rule(filter, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS);
    rule_bits(filter, SYS_clone, 0, CLONE_THREAD, CLONE_THREAD);
    rule_bits(filter, SYS_openat, 2, writes, O_RDONLY);
#ifdef __x86_64__
    rule_bits(filter, SYS_open, 1, writes, O_RDONLY);
#endif
    rule_bits(filter, SYS_tgkill, 0, UINT32_MAX, (uint32_t)getpid());
    rule_bits(filter, SYS_ioctl, 1, UINT32_MAX, TCGETS);
    answer(filter, DENY);
}

bool filter_there(void)
{
    const uint32_t action = SECCOMP_RET_ERRNO;
    return MACHINE != 0 &&
           syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool filter_raise(void)
{
    struct filter filter = { .lines = 0 };
    if (!filter_there())
        return false;
    rules(&filter);
    const struct sock_fprog program = { filter.lines, filter.line };
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
