/* Files that are wrong: problems to rank and to assign, forms, criteria sets
 * and scripts.  Each case of tests/bad_inputs is given to a command as a person
 * would,
 *
 *     --- name | arguments of ccn, in.SUFFIX is the text | words of the refusal
 *
 * and is refused with exit code 1 and a reason in one place, within ten
 * seconds, with every byte of the plan as it was.  CSV tables are in tests/bad,
 * plan files in tests/hostile, scripts with a purpose in tests/escapes. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/text.h"
#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/store.h"
#include "tests/sections.h"
#include "tests/test.h"

enum { NAME, ARGUMENTS, WORDS };

enum { WORDS_MOST = 30, SECONDS = 10 };

static struct sections cases;
static char root[] = "/tmp/ccn-bad-XXXXXX";
static char program[4096];
static struct text before = TEXT_INIT;

static void load_plan(struct text *out)
{
    struct err err;
    char path[64];
    snprintf(path, sizeof path, "%s/plan.gpkg", root);
    text_clear(out);
    assert_ok(file_load(path, FILE_MOST, out, &err));
}

static int begin(void **state)
{
    (void)state;
    struct err err;
    char path[64];
    const char *given = getenv("CCN");
    if (!realpath(given ? given : "build/ccn", program) || !mkdtemp(root))
        return -1;
    setenv("CCN_LOG", "none", 1);
    snprintf(path, sizeof path, "%s/plan.gpkg", root);
    struct plan *plan = model_new("P");
    bool ok = plan_add_key(plan, UNIT, "U1", &err) == 0 &&
              plan_add_key(plan, CLUSTER, "A", &err) == 0 &&
              plan_add_key(plan, ENTERPRISE, "E1", &err) == 0 &&
              store_save(plan, path, &err);
    plan_free(plan);
    load_plan(&before);
    return ok ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", root);
    text_release(&before);
    return system(command);
}

/* The arguments of the case; the text goes to the file that they name. */
static void start(const struct section *section, int fd)
{
    char line[sizeof section->part[0]], *rest = line, *word;
    static char lang[] = "--lang", en[] = "en";
    char *argv[WORDS_MOST + 4] = { program, lang, en };
    int n = 3;
    strcpy(line, section->part[ARGUMENTS]);
    if (chdir(root) != 0)
        _exit(127);
    while (n < WORDS_MOST && (word = strsep(&rest, " "))) {
        argv[n++] = word;
        if (strncmp(word, "in.", 3) != 0)
            continue;
        struct err err;
        if (!file_save(word, section->text, strlen(section->text), &err))
            _exit(126);
    }
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(fd, STDOUT_FILENO);
    dup2(fd, STDERR_FILENO);
    execv(program, argv);
    _exit(127);
}

static int run(const struct section *section, struct text *said)
{
    int fd[2], status;
    char bytes[4096];
    assert_int_equal(pipe(fd), 0);
    pid_t child = fork();
    if (child == 0)
        start(section, fd[1]);
    close(fd[1]);
    for (ssize_t n; (n = read(fd[0], bytes, sizeof bytes)) > 0;)
        text_put(said, bytes, (size_t)n);
    close(fd[0]);
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void it_is_refused_with_a_reason(void **state)
{
    const struct section *section = *state;
    struct text said = TEXT_INIT, after = TEXT_INIT;
    time_t from = time(NULL);
    int code = run(section, &said);
    assert_true(time(NULL) - from <= SECONDS);
    if (code != 1)
        fail_msg("exit code %d: %s", code, said.bytes);
    if (!section->part[WORDS][0] || !strstr(said.bytes, section->part[WORDS]))
        fail_msg("not said: %s", said.bytes);
    load_plan(&after);
    assert_int_equal(after.size, before.size);
    assert_memory_equal(after.bytes, before.bytes, before.size);
    text_release(&said);
    text_release(&after);
}

int main(void)
{
    static struct CMUnitTest tests[SECTIONS_MOST];
    sections_read(&cases, "tests/bad_inputs/*.txt");
    for (int i = 0; i < cases.count; i++)
        tests[i] =
            (struct CMUnitTest){ .name = cases.of[i].part[NAME],
                                 .test_func = it_is_refused_with_a_reason,
                                 .initial_state = &cases.of[i] };
    int failed = _cmocka_run_group_tests("bad inputs", tests,
                                         (size_t)cases.count, begin, end);
    sections_release(&cases);
    return failed;
}
