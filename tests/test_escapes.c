/* What scripts from strangers try: each script of tests/escapes is run as a
 * person would run it, beside a plan, and must end as its head says:
 *
 *     --- name of the attempt | exit code | words it must say [| words not]
 *
 * Whatever it tries, the run ends within its time and half a second, stays
 * within its memory and 64 MiB (of what the program itself takes, and of what
 * comes before an allocation fails), prints at most 1 MiB, and leaves the plan,
 * the folder and a secret beside it as they were.
 */
#define _GNU_SOURCE /* realpath, wait4 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/text.h"
#include "core/io/file.h"
#include "tests/sections.h"
#include "tests/test.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { WATCHED = 1 };
#else
enum { WATCHED = 0 };
#endif

enum {
    SECONDS = 1,   /* of those that are to end by their time */
    PATIENCE = 20, /* of all others */
    MEMORY = 32,   /* MiB */
    SPARE = 64,    /* MiB */
    LATE_MS = 600,
    OUTPUT = (1 << 20) + 4096
};

enum { NAME, CODE, SAYS, NOT };

static struct sections escapes;
static char root[] = "/tmp/ccn-escapes-XXXXXX", home[64];
static char program[4096]; /* ccn */
static struct text plan_before = TEXT_INIT;

static void write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct outcome {
    int code;
    int64_t ms;
    long peak; /* MiB */
    struct text said;
};

static void start(const char *script, int seconds, int fd)
{
    char number[20];
    snprintf(number, sizeof number, "%d", seconds);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(fd, STDOUT_FILENO);
    dup2(fd, STDERR_FILENO);
    if (chdir(home) == 0)
        execl(program, "ccn", "--lang", "en", "run", "--seconds", number,
              "--memory", "32", script, "plan.gpkg", (char *)NULL);
    _exit(127);
}

static void hear(int fd, struct text *said)
{
    static char bytes[1 << 16];
    ssize_t size;
    while ((size = read(fd, bytes, sizeof bytes)) > 0)
        text_put(said, bytes, (size_t)size);
}

static struct outcome run(const char *script, int seconds)
{
    struct outcome outcome = { .said = TEXT_INIT };
    struct rusage usage;
    int fd[2], status = 0;
    assert_int_equal(pipe(fd), 0);
    int64_t from = now_ms();
    pid_t child = fork();
    if (child == 0)
        start(script, seconds, fd[1]);
    close(fd[1]);
    hear(fd[0], &outcome.said);
    close(fd[0]);
    wait4(child, &status, 0, &usage);
    outcome.ms = now_ms() - from;
    outcome.peak = usage.ru_maxrss / 1024;
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

static void same_file(const char *name, const char *bytes, size_t size)
{
    struct err err;
    char path[200];
    struct text text = TEXT_INIT;
    snprintf(path, sizeof path, "%s/%s", home, name);
    if (!file_load(path, 1 << 24, &text, &err))
        fail_msg("%s", err.text);
    assert_int_equal(text.size, size);
    assert_memory_equal(text.bytes, bytes, size);
    text_release(&text);
}

/* The worst of all. */
static struct {
    long late; /* ms after the time was up */
    long peak; /* MiB */
    size_t said;
} worst;

static void note(const struct outcome *outcome, long late)
{
    worst.late = late > worst.late ? late : worst.late;
    worst.peak = outcome->peak > worst.peak ? outcome->peak : worst.peak;
    worst.said =
        outcome->said.size > worst.said ? outcome->said.size : worst.said;
}

static void judge(const struct section *escape, const struct outcome *outcome)
{
    if (WATCHED && atoi(escape->part[CODE]) == 71)
        return; /* sanitizers need the memory that is bounded else */
    if (outcome->code != atoi(escape->part[CODE]) ||
        !strstr(outcome->said.bytes, escape->part[SAYS]) ||
        (escape->part[NOT][0] &&
         strstr(outcome->said.bytes, escape->part[NOT])))
        fail_msg("ended with %d, and said: %.1000s", outcome->code,
                 outcome->said.bytes);
    assert_null(strstr(outcome->said.bytes, "the treasure"));
    assert_true(outcome->said.size <= OUTPUT);
    if (!WATCHED && outcome->peak > MEMORY + SPARE)
        fail_msg("took %ld MiB", outcome->peak);
}

static void escape_fails(void **state)
{
    const struct section *escape = *state;
    char script[200];
    snprintf(script, sizeof script, "%s/script.lua", home);
    write_file(script, escape->text, strlen(escape->text));
    bool late = strstr(escape->part[SAYS], "longer than") != NULL;
    int seconds = late ? SECONDS : PATIENCE, most = seconds * 1000 + LATE_MS;
    struct outcome outcome = run("script.lua", seconds);
    /* A busy machine makes a run late, but not three in a row. */
    for (int i = 0; i < 2 && outcome.ms > most; i++) {
        text_release(&outcome.said);
        outcome = run("script.lua", seconds);
    }
    note(&outcome, late ? (long)outcome.ms - seconds * 1000 : 0);
    judge(escape, &outcome);
    if (!WATCHED && outcome.ms > most)
        fail_msg("took %ld ms", (long)outcome.ms);
    text_release(&outcome.said);
    same_file("plan.gpkg", plan_before.bytes, plan_before.size);
    same_file("../secret", "the treasure\n", strlen("the treasure\n"));
}

/* A folder with a plan and links that lead out; beside it a secret. */
static int make_home(void **state)
{
    (void)state;
    struct err err;
    char command[5000];
    if (!mkdtemp(root))
        return -1;
    snprintf(home, sizeof home, "%s/home", root);
    snprintf(command, sizeof command,
             "mkdir %s && cd %s && ln -s ../secret link && ln -s .. up && "
             "mkfifo pipe && echo 'the treasure' >../secret && "
             "echo 'local p = ccn.new \"P\" p:add(\"cluster\", { key ="
             " \"C1\", total_area = 50 }) p:save(ccn.args.out)' >make.lua",
             home, home);
    if (system(command) != 0)
        return -1;
    snprintf(command, sizeof command, "cd %s && %s run make.lua out=plan.gpkg",
             home, program);
    if (system(command) != 0)
        return -1;
    snprintf(command, sizeof command, "%s/plan.gpkg", home);
    return file_load(command, 1 << 24, &plan_before, &err) ? 0 : -1;
}

static int remove_home(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf %s", root);
    text_release(&plan_before);
    return system(command);
}

int main(void)
{
    static struct CMUnitTest tests[SECTIONS_MOST];
    const char *ccn = getenv("CCN");
    if (!realpath(ccn ? ccn : "build/ccn", program))
        return 1;
    sections_read(&escapes, "tests/escapes/*.lua");
    for (int i = 0; i < escapes.count; i++)
        tests[i] = (struct CMUnitTest){ .name = escapes.of[i].part[NAME],
                                        .test_func = escape_fails,
                                        .initial_state = &escapes.of[i] };
    int failed = _cmocka_run_group_tests(
        "escapes", tests, (size_t)escapes.count, make_home, remove_home);
    sections_release(&escapes);
    printf("at most %ld ms late, %ld MiB where %d are allowed, %zu bytes of "
           "text in all\n",
           worst.late, worst.peak, MEMORY, worst.said);
    return failed;
}
