/* What the kernel lets a worker do: each way out is tried without the walls,
 * where it is open, and behind them, where it is shut. */
#define _GNU_SOURCE /* syscall */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bindings/host/fence.h"
#include "bindings/host/filter.h"
#include "bindings/host/walls.h"
#include "tests/test.h"

static char home[] = "/tmp/ccn-walls-XXXXXX";

static const char *at(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", home, name);
    return path;
}

static void write_file(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("secret", file);
    fclose(file);
}

/* A folder that is granted, one that is not, and a link between them. */
static int make_folders(void **state)
{
    (void)state;
    if (!mkdtemp(home))
        return -1;
    char command[512];
    snprintf(command, sizeof command,
             "mkdir %s/in %s/out && ln -s ../out/file %s/in/link", home, home,
             home);
    if (system(command) != 0)
        return -1;
    write_file(at("in/file"));
    write_file(at("out/file"));
    return 0;
}

static int remove_folders(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf %s", home);
    return system(command);
}

enum wall { NONE, FENCE, FILTER };

/* What an attempt gives in a process of its own: 0, or errno; 255 when a wall
 * did not rise. */
static int tried(enum wall wall, int (*attempt)(void))
{
    static char folder[256];
    snprintf(folder, sizeof folder, "%s/in", home);
    struct grants grants = { .nread = 0 };
    grants_read(&grants, folder);
    pid_t child = fork();
    if (child == 0) {
        if (wall == FENCE && !fence_raise(&grants, "/bin/true"))
            _exit(255);
        if (wall == FILTER && !filter_raise())
            _exit(255);
        _exit(attempt());
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int opens(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0600);
    return fd < 0 ? errno : 0;
}

static int read_granted(void)
{
    return opens(at("in/file"), O_RDONLY);
}

static int read_other(void)
{
    return opens(at("out/file"), O_RDONLY);
}

static int read_by_link(void)
{
    return opens(at("in/link"), O_RDONLY);
}

static int read_upwards(void)
{
    return opens(at("in/../out/file"), O_RDONLY);
}

static int read_passwords(void)
{
    return opens("/etc/passwd", O_RDONLY);
}

static int read_environment(void)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/environ", (int)getppid());
    return opens(path, O_RDONLY);
}

static int list_other(void)
{
    return opens(at("out"), O_RDONLY | O_DIRECTORY);
}

static int write_granted(void)
{
    return opens(at("in/file"), O_WRONLY);
}

static int write_new(void)
{
    return opens(at("in/new"), O_WRONLY | O_CREAT);
}

static int write_both(void)
{
    return opens(at("in/file"), O_RDWR);
}

static int cut_file(void)
{
    return truncate(at("in/file"), 6) == 0 ? 0 : errno;
}

static int make_folder(void)
{
    int result = mkdir(at("in/folder"), 0700);
    int problem = errno;
    rmdir(at("in/folder"));
    return result == 0 ? 0 : problem;
}

static int make_link(void)
{
    int result = symlink("/etc", at("in/other"));
    int problem = errno;
    unlink(at("in/other"));
    return result == 0 ? 0 : problem;
}

static int remove_file(void)
{
    return unlink(at("in/gone")) == 0 ? 0 : errno;
}

static int rename_file(void)
{
    return rename(at("in/link"), at("in/link")) == 0 ? 0 : errno;
}

static int make_socket(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int make_internet_socket(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}

static int start_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, NULL, 0);
    return child < 0 ? errno : 0;
}

/* No wall: the program runs and ends with 0. */
static int start_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return errno;
}

static int signal_parent(void)
{
    return kill(getppid(), 0) == 0 ? 0 : errno;
}

static int make_memory_file(void)
{
    return syscall(SYS_memfd_create, "x", 0) < 0 ? errno : 0;
}

static int change_process(void)
{
    return prctl(PR_SET_DUMPABLE, 1) == 0 ? 0 : errno;
}

static void *nothing(void *data)
{
    return data;
}

static int start_thread(void)
{
    pthread_t thread;
    int problem = pthread_create(&thread, NULL, nothing, NULL);
    return problem ? problem : pthread_join(thread, NULL);
}

static int take_memory(void)
{
    void *bytes = mmap(NULL, 64 << 20, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return bytes == MAP_FAILED ? errno : 0;
}

/* Open without a wall, shut behind it. */
static void shut(enum wall wall, int (*attempt)(void), int problem)
{
    assert_int_equal(tried(NONE, attempt), 0);
    assert_int_equal(tried(wall, attempt), problem);
}

static void skip_without(bool there)
{
    if (!there)
        skip();
}

static void what_is_granted_can_be_read(void **state)
{
    (void)state;
    skip_without(fence_there());
    assert_int_equal(tried(FENCE, read_granted), 0);
}

static void nothing_else_can_be_read(void **state)
{
    (void)state;
    skip_without(fence_there());
    shut(FENCE, read_other, EACCES);
    shut(FENCE, read_passwords, EACCES);
    shut(FENCE, read_environment, EACCES);
    shut(FENCE, list_other, EACCES);
}

static void no_link_and_no_step_upwards_leads_out(void **state)
{
    (void)state;
    skip_without(fence_there());
    shut(FENCE, read_by_link, EACCES);
    shut(FENCE, read_upwards, EACCES);
}

static void a_fenced_process_changes_no_file(void **state)
{
    (void)state;
    skip_without(fence_there());
    shut(FENCE, write_granted, EACCES);
    shut(FENCE, write_new, EACCES);
    shut(FENCE, make_folder, EACCES);
    shut(FENCE, make_link, EACCES);
    write_file(at("in/gone"));
    assert_int_equal(tried(FENCE, remove_file), EACCES);
    assert_int_equal(tried(NONE, remove_file), 0);
}

static void a_filtered_process_changes_no_file(void **state)
{
    (void)state;
    skip_without(filter_there());
    assert_int_equal(tried(FILTER, read_granted), 0);
    shut(FILTER, write_granted, EPERM);
    shut(FILTER, write_both, EPERM);
    shut(FILTER, write_new, EPERM);
    shut(FILTER, cut_file, EPERM);
    shut(FILTER, make_folder, EPERM);
    shut(FILTER, make_link, EPERM);
    shut(FILTER, rename_file, EPERM);
}

static void a_filtered_process_reaches_no_other(void **state)
{
    (void)state;
    skip_without(filter_there());
    shut(FILTER, make_socket, EPERM);
    shut(FILTER, make_internet_socket, EPERM);
    shut(FILTER, start_process, EPERM);
    shut(FILTER, start_program, EPERM);
    shut(FILTER, signal_parent, EPERM);
    shut(FILTER, make_memory_file, EPERM);
    shut(FILTER, change_process, EPERM);
}

static void threads_and_memory_are_there_behind_the_filter(void **state)
{
    (void)state;
    skip_without(filter_there());
    assert_int_equal(tried(FILTER, start_thread), 0);
    assert_int_equal(tried(FILTER, take_memory), 0);
}

/* A kernel without Landlock, for this process and what it becomes. */
static void forget_landlock(void)
{
    struct sock_filter line[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = { 4, line };
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

/* How ccn ends on such a kernel; out gets what it says. */
static int run_without_landlock(const char *option, char *out, int size)
{
    int fd[2];
    assert_int_equal(pipe(fd), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(fd[1], STDOUT_FILENO);
        dup2(fd[1], STDERR_FILENO);
        forget_landlock();
        const char *ccn = getenv("CCN");
        execl(ccn, "ccn", "--lang", "en", "run", at("in/script.lua"), option,
              (char *)NULL);
        _exit(127);
    }
    close(fd[1]);
    ssize_t length = read(fd[0], out, (size_t)size - 1);
    out[length > 0 ? length : 0] = '\0';
    close(fd[0]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_missing_wall_is_named_and_trust_runs_without(void **state)
{
    (void)state;
    char out[1000];
    if (!getenv("CCN"))
        skip();
    FILE *script = fopen(at("in/script.lua"), "w");
    assert_non_null(script);
    fputs("print(6 * 7)\n", script);
    fclose(script);
    assert_int_equal(run_without_landlock(NULL, out, sizeof out), 2);
    assert_non_null(strstr(out, "no Landlock"));
    assert_non_null(strstr(out, "--trust"));
    assert_int_equal(run_without_landlock("--trust", out, sizeof out), 0);
    assert_string_equal(out, "42\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_granted_can_be_read),
        cmocka_unit_test(nothing_else_can_be_read),
        cmocka_unit_test(no_link_and_no_step_upwards_leads_out),
        cmocka_unit_test(a_fenced_process_changes_no_file),
        cmocka_unit_test(a_filtered_process_changes_no_file),
        cmocka_unit_test(a_filtered_process_reaches_no_other),
        cmocka_unit_test(threads_and_memory_are_there_behind_the_filter),
        cmocka_unit_test(a_missing_wall_is_named_and_trust_runs_without),
    };
    return cmocka_run_group_tests(tests, make_folders, remove_folders);
}
