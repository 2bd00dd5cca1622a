/* What the system may refuse: memory, threads, the disk.  Its functions stand
 * here once more and fail when told to. */
#define _GNU_SOURCE /* AT_EMPTY_PATH, syscall */
#include "tests/test.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/base/task.h"
#include "core/io/file.h"

enum {
    READ = 1,
    WRITE = 2,
    FSYNC = 4,
    FCHMOD = 8,
    CLOSE = 16,
    RENAME = 32,
    THREAD = 64,
    COUNT = 128,
    INTERRUPT = 256, /* the next read or write, once */
    GROW = 512,      /* a file is longer than it was */
    LOOK = 1024
};

static int failing;

static bool fails(int what, int number)
{
    errno = number;
    return (failing & what) != 0;
}

static bool interrupts(void)
{
    bool once = fails(INTERRUPT, EINTR);
    failing &= ~INTERRUPT;
    return once;
}

ssize_t read(int file, void *to, size_t size)
{
    if (interrupts() || fails(READ, EIO))
        return -1;
    if (!fails(GROW, 0))
        return syscall(SYS_read, file, to, size);
    memset(to, 'x', size);
    return (ssize_t)size;
}

ssize_t write(int file, const void *from, size_t size)
{
    if (interrupts() || fails(WRITE, ENOSPC))
        return -1;
    return syscall(SYS_write, file, from, size > 4 ? size / 2 : size);
}

int fsync(int file)
{
    return fails(FSYNC, EIO) ? -1 : (int)syscall(SYS_fsync, file);
}

int fstat(int file, struct stat *about)
{
    return fails(LOOK, EIO) ? -1 : fstatat(file, "", about, AT_EMPTY_PATH);
}

int fchmod(int file, mode_t mode)
{
    return fails(FCHMOD, EPERM) ? -1 : (int)syscall(SYS_fchmod, file, mode);
}

int close(int file)
{
    int done = (int)syscall(SYS_close, file);
    return fails(CLOSE, EDQUOT) ? -1 : done;
}

int rename(const char *from, const char *to)
{
    return fails(RENAME, EROFS) ? -1
                                : (int)syscall(SYS_renameat2, -100, from, -100,
                                               to, 0); /* AT_FDCWD */
}

/* A folder of our own. */

static char folder[256], path[300];

static int set_up(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(folder, sizeof folder, "%s/system_XXXXXX",
             build ? build : "build");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/a.csv", folder);
    return 0;
}

/* Only the file is there: what was written beside it is gone. */
static int tear_down(void **state)
{
    (void)state;
    failing = 0;
    unlink(path);
    return rmdir(folder);
}

static void assert_holds(const char *bytes)
{
    struct err err;
    struct text text = TEXT_INIT;
    assert_ok(file_load(path, FILE_MOST, &text, &err));
    assert_string_equal(text.bytes, bytes);
    text_release(&text);
}

static void check_save_fails(int what, const char *why)
{
    struct err err;
    char text[400];
    failing = what;
    bool saved = file_save(path, "new bytes", 9, &err);
    failing = 0;
    assert_false(saved);
    snprintf(text, sizeof text, "cannot write '%s': %s", path, why);
    assert_string_equal(err.text, text);
    assert_holds("old");
}

static void a_save_that_fails_leaves_the_file_that_was(void **state)
{
    (void)state;
    struct err err;
    assert_ok(file_save(path, "old", 3, &err));
    check_save_fails(WRITE, "No space left on device");
    check_save_fails(WRITE | CLOSE, "No space left on device");
    check_save_fails(FSYNC, "Input/output error");
    check_save_fails(FCHMOD, "Operation not permitted");
    check_save_fails(CLOSE, "Disk quota exceeded");
    check_save_fails(RENAME, "Read-only file system");
}

static void an_interruption_loses_nothing(void **state)
{
    (void)state;
    struct err err;
    failing = INTERRUPT;
    assert_ok(file_save(path, "all of it", 9, &err));
    assert_int_equal(failing, 0);
    failing = INTERRUPT;
    assert_holds("all of it");
    assert_int_equal(failing, 0);
}

static void a_file_that_cannot_be_read_on_gives_nothing(void **state)
{
    (void)state;
    struct err err;
    struct text text = TEXT_INIT;
    assert_ok(file_save(path, "abc", 3, &err));
    text_put(&text, "before", 6);
    failing = LOOK;
    assert_false(file_load(path, FILE_MOST, &text, &err));
    assert_non_null(strstr(err.text, "': Input/output error"));
    failing = READ;
    assert_false(file_load(path, FILE_MOST, &text, &err));
    assert_non_null(strstr(err.text, "': Input/output error"));
    failing = GROW;
    assert_false(file_load(path, 3, &text, &err));
    assert_non_null(strstr(err.text, "' is larger than 0 MiB; split it"));
    failing = 0;
    assert_string_equal(text.bytes, "before");
    text_release(&text);
}

/* Threads */

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                   void *(*run)(void *), void *data)
{
    (void)thread, (void)attributes, (void)run, (void)data;
    return EAGAIN;
}

static atomic_long total;

static void add(void *data, long number, int hand)
{
    (void)data;
    assert_int_equal(hand, 0);
    atomic_fetch_add(&total, number);
}

static void without_threads_all_is_done_one_by_one(void **state)
{
    (void)state;
    total = 0;
    task_run(4, 100, add, NULL);
    assert_int_equal(total, 4950);
    total = 0;
    task_run(TASK_THREADS + 1, 10, add, NULL);
    assert_int_equal(total, 45);
}

long sysconf(int name)
{
    return name == _SC_NPROCESSORS_ONLN && (failing & COUNT) ? -1 : 2;
}

static int threads_when(const char *set)
{
    setenv("CCN_THREADS", set, 1);
    return task_threads();
}

static void threads_are_as_many_as_wanted_or_processors(void **state)
{
    (void)state;
    assert_int_equal(threads_when("3"), 3);
    assert_int_equal(threads_when("1000"), TASK_THREADS);
    assert_int_equal(threads_when("0"), 2);
    assert_int_equal(threads_when("many"), 2);
    unsetenv("CCN_THREADS");
    assert_int_equal(task_threads(), 2);
    failing = COUNT;
    assert_int_equal(task_threads(), 1);
    failing = 0;
}

/* Memory: in a process of its own, which ends. */
static void check_no_memory(size_t count, size_t size)
{
    int output[2], status = 0;
    char said[64] = "";
    assert_int_equal(pipe(output), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(output[1], STDERR_FILENO);
        mem_raw(count, size);
        _exit(0);
    }
    close(output[1]);
    size_t n = 0;
    for (ssize_t got;
         (got = read(output[0], said + n, sizeof said - 1 - n)) > 0;)
        n += (size_t)got;
    close(output[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EXIT_NO_MEMORY);
    assert_int_equal(strncmp(said, "ccn: out of", 9), 0);
}

static void no_memory_ends_the_process_with_a_word_and_code_71(void **state)
{
    (void)state;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    skip(); /* a sanitizer ends the process itself */
#endif
    check_no_memory(SIZE_MAX / 4, 1);
    check_no_memory(SIZE_MAX / 4, 8); /* more than can be counted */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_save_that_fails_leaves_the_file_that_was, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interruption_loses_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_file_that_cannot_be_read_on_gives_nothing, set_up, tear_down),
        cmocka_unit_test(without_threads_all_is_done_one_by_one),
        cmocka_unit_test(threads_are_as_many_as_wanted_or_processors),
        cmocka_unit_test(no_memory_ends_the_process_with_a_word_and_code_71),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
