/* What comes from outside: words of the command line, paths of files, bytes on
 * their way to a terminal and between two processes. */
#define _GNU_SOURCE /* realpath */
#include "tests/test.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bindings/host/clean.h"
#include "bindings/host/pipe.h"
#include "bindings/host/shadow.h"
#include "bindings/program/options.h"
#include "core/base/say.h"

/* Text for people */

static bool terminal;

int isatty(int file)
{
    (void)file;
    return terminal;
}

static void prints(const char *text, size_t size, const char *wanted)
{
    char *bytes = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&bytes, &n);
    assert_non_null(out);
    clean_print(text, size, out);
    fclose(out);
    assert_string_equal(bytes, wanted);
    free(bytes);
}

static void shows(const char *text, const char *wanted)
{
    prints(text, strlen(text), wanted);
}

static void what_turns_or_commands_a_terminal_is_a_question_mark(void **state)
{
    (void)state;
    shows("Đầm Hồng\tx\n", "Đầm Hồng\tx\n");
    shows("a\x1b[2Jb\x7f\r", "a?[2Jb??");
    prints("a\0b", 3, "a?b");
    shows("\xC2\x80\xC2\x9F\u00a0é", "??\u00a0é");
    shows("\u200d\u200e\u200f\u2010", "\u200d??\u2010");
    shows("\u2029\u202a\u202e\u202f", "\u2029??\u202f");
    shows("\u2065\u2066\u2069\u206a", "\u2065??\u206a");
    shows("\u2100\u3000\U0001F3ED", "\u2100\u3000\U0001F3ED");
    shows("a\xFFz", "a?z");
}

static void only_a_terminal_that_can_gets_colours(void **state)
{
    (void)state;
    const char *table = "a\u2500\u2500b\u2588\u258f\u2587\u2501\u2590";
    const char *colours = "a\033[2m\u2500\u2500\033[0mb\033[36m\u2588\u258f"
                          "\033[0m\u2587\u2501\u2590";
    terminal = true;
    unsetenv("NO_COLOR");
    setenv("TERM", "xterm", 1);
    shows(table, colours);
    shows("\u2500", "\033[2m\u2500\033[0m");
    shows("\u2500\x1b", "\033[2m\u2500\033[0m?");
    setenv("NO_COLOR", "", 1);
    shows(table, colours);
    setenv("NO_COLOR", "1", 1);
    shows(table, table);
    unsetenv("NO_COLOR");
    setenv("TERM", "dumb", 1);
    shows(table, table);
    unsetenv("TERM");
    shows(table, table);
    terminal = false;
    setenv("TERM", "xterm", 1);
    shows(table, table);
}

/* Words of the command line, up to an empty one. */

enum { WORDS = 8 };

static struct options options;
static char room[WORDS][80];
static char *words[WORDS + 1];

static bool reads(const char *first, const char *second, const char *third)
{
    const char *const given[] = { "ccn", first, second, third };
    int n = 1;
    words[0] = room[0];
    for (int i = 1; i < 4 && given[i]; i++, n++) {
        snprintf(room[i], sizeof room[i], "%s", given[i]);
        words[i] = room[i];
    }
    words[n] = NULL;
    options_default(&options);
    return options_read(&options, n, words);
}

static void wrong(const char *first, const char *second, const char *wanted)
{
    char *bytes = NULL;
    size_t n = 0;
    FILE *kept = stderr;
    stderr = open_memstream(&bytes, &n);
    bool good = reads(first, second, NULL);
    fclose(stderr);
    stderr = kept;
    assert_false(good);
    if (!strstr(bytes, wanted))
        fail_msg("'%s' does not say '%s'", bytes, wanted);
    free(bytes);
}

static void an_option_takes_what_it_needs(void **state)
{
    (void)state;
    assert_true(reads("run", "--seconds=2.5", "--memory=64"));
    assert_true(options.seconds == 2.5 && options.timed);
    assert_int_equal(options.memory, 64);
    assert_int_equal(options.argc, 1);
    assert_true(reads("--output", "3", "s.lua"));
    assert_int_equal(options.output, 3);
    assert_string_equal(options.argv[0], "s.lua");
    assert_true(reads("--seed", "4294967295", "-"));
    assert_true(options.seed == 4294967295u && options.argc == 1);
    assert_true(reads("--trust", "--trace", "--no-log"));
    assert_true(options.trust && options.trace && options.unlogged);
    assert_true(reads("-h", "--version", NULL));
    assert_true(options.help && options.version);
    assert_true(reads("--help", "--read=a", "--write=b"));
    assert_int_equal(options.grants.nread, 1);
    assert_string_equal(options.grants.write[0], "b");
    assert_true(reads("--lang=vi", NULL, NULL));
    assert_int_equal(say_language(), LANGUAGE_VI);
    assert_true(reads("--lang", "en", NULL));
    assert_int_equal(say_language(), LANGUAGE_EN);
}

static void a_wrong_option_is_said(void **state)
{
    (void)state;
    static const char *const bad[][3] = {
        { "--seconds", NULL, "--seconds needs a number of seconds" },
        { "--seconds=", NULL, "--seconds needs a number of seconds" },
        { "--seconds", "-1", "--seconds needs a number of seconds" },
        { "--seconds", "1e9", "--seconds needs a number of seconds" },
        { "--seconds", "soon", "--seconds needs a number of seconds" },
        { "--seconds", "1s", "--seconds needs a number of seconds" },
        { "--memory", "0", "--memory needs a whole number" },
        { "--memory", "9999999", "--memory needs a whole number" },
        { "--memory", "-5", "--memory needs a whole number" },
        { "--output", "", "--output needs a whole number" },
        { "--output", "0", "--output needs a whole number" },
        { "--output", "5x", "--output needs a whole number" },
        { "--seed", "4294967296", "--seed needs a whole number" },
        { "--lang", "fr", "--lang needs vi|en" },
        { "--trust=yes", NULL, "--trust needs no value" },
        { "--read", NULL, "--read needs FOLDER" },
        { "--secnds", "1", "no option --secnds; did you mean --seconds?" },
        { "--xyzzyxyzzy", NULL, "ccn --help lists them" },
        { "-x", NULL, "there is no option -x" },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        wrong(bad[i][0], bad[i][1], bad[i][2]);
}

static void the_language_is_that_of_the_first_variable_set(void **state)
{
    (void)state;
    setenv("LC_ALL", "", 1);
    setenv("LC_MESSAGES", "vi_VN.UTF-8", 1);
    setenv("LANG", "en_GB", 1);
    options_default(&options);
    assert_int_equal(say_language(), LANGUAGE_VI);
    unsetenv("LC_MESSAGES");
    options_default(&options);
    assert_int_equal(say_language(), LANGUAGE_EN);
    unsetenv("LANG");
    unsetenv("LC_ALL");
    options_default(&options);
    assert_int_equal(say_language(), LANGUAGE_EN);
}

/* Paths */

static char folder[256], inside[300], beside[300];

static int set_up(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(folder, sizeof folder, "%s/outside_XXXXXX",
             build ? build : "build");
    if (!mkdtemp(folder))
        return -1;
    snprintf(inside, sizeof inside, "%s/in", folder);
    snprintf(beside, sizeof beside, "%s/in2", folder);
    return mkdir(inside, 0700) + mkdir(beside, 0700);
}

static int tear_down(void **state)
{
    (void)state;
    return rmdir(inside) + rmdir(beside) + rmdir(folder);
}

static const char *path_to(const char *start, const char *end)
{
    static char path[PATH_MAX + 400];
    snprintf(path, sizeof path, "%s/%s", start, end);
    return path;
}

static void a_grant_ends_at_its_folder(void **state)
{
    (void)state;
    struct grants grants = { 0 };
    struct err err;
    char real[PATH_MAX];
    assert_false(grants_may_read(&grants, inside, real, &err));
    assert_non_null(strstr(err.text, "is in no folder that this run may read"));
    assert_true(grants_read(&grants, inside));
    assert_true(grants_may_read(&grants, inside, real, &err));
    assert_false(grants_may_read(&grants, beside, real, &err));
    assert_false(grants_may_read(&grants, path_to(inside, "none"), real, &err));
    assert_non_null(strstr(err.text, "No such file or directory"));
    assert_false(grants_may_write(&grants, path_to(inside, "x"), real, &err));
    assert_non_null(strstr(err.text, "this run may not write"));
    assert_true(grants_write(&grants, inside));
    assert_true(grants_may_write(&grants, path_to(inside, "x"), real, &err));
    assert_false(grants_may_write(&grants, path_to(beside, "x"), real, &err));
    assert_false(
        grants_may_write(&grants, path_to(inside, "../in2/x"), real, &err));
    assert_false(
        grants_may_write(&grants, path_to(inside, "no/x"), real, &err));
    assert_non_null(strstr(err.text, "there is no folder for"));
    char named[400];
    snprintf(named, sizeof named, "%s/y", beside);
    assert_true(grants_file(&grants, "no/such/folder/z"));
    assert_true(grants_file(&grants, named));
    assert_true(grants_may_write(&grants, named, real, &err));
    assert_false(grants_may_write(&grants, path_to(beside, "x"), real, &err));
    struct grants all = { 0 };
    assert_true(grants_read(&all, "no/such/folder") && grants_read(&all, "/"));
    assert_true(grants_may_read(&all, beside, real, &err));
}

static void a_path_has_a_length_and_grants_a_number(void **state)
{
    (void)state;
    struct grants grants = { 0 };
    struct err err;
    char real[PATH_MAX], name[PATH_MAX + 10];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_false(grants_may_write(&grants, name, real, &err));
    assert_string_equal(err.text, "the path is too long");
    name[PATH_MAX - 2] = '\0'; /* with the folder it is too long */
    assert_false(grants_may_write(&grants, name, real, &err));
    assert_string_equal(err.text, "the path is too long");
    for (int i = 0; i < GRANTS_MOST; i++)
        assert_true(grants_read(&grants, "/"));
    assert_false(grants_read(&grants, "/"));
}

static void a_replay_writes_copies_that_go_with_it(void **state)
{
    (void)state;
    struct grants grants = { 0 };
    struct err err;
    char copy[PATH_MAX], again[PATH_MAX], kept[PATH_MAX];
    unsetenv("TMPDIR");
    setenv("TMPDIR", "/no/such/folder", 1);
    assert_null(shadow_new(&err));
    assert_non_null(strstr(err.text, "cannot be made: No such file"));
    setenv("TMPDIR", "not/absolute", 1);
    grants.shadow = shadow_new(&err);
    assert_ok(grants.shadow != NULL);
    snprintf(kept, sizeof kept, "%s", shadow_folder(grants.shadow));
    assert_true(grants_write(&grants, inside));
    const char *path = path_to(inside, "plan");
    assert_false(grants_may_read(&grants, path, copy, &err)); /* not yet */
    assert_ok(grants_may_write(&grants, path, copy, &err));
    assert_ok(grants_may_write(&grants, path, again, &err));
    assert_string_equal(copy, again);
    assert_ok(grants_may_write(&grants, copy, again, &err)); /* by its own */
    assert_string_equal(copy, again);
    assert_ok(grants_may_read(&grants, path, again, &err));
    assert_string_equal(copy, again);
    assert_ok(grants_may_read(&grants, copy, again, &err));
    assert_int_equal(access(path, F_OK), -1);
    assert_false(grants_may_write(&grants, path_to(beside, "x"), copy, &err));
    assert_false(grants_may_write(&grants, inside, copy, &err));
    assert_non_null(strstr(err.text, "is no file"));
    shadow_free(grants.shadow);
    shadow_free(NULL);
    assert_int_equal(access(kept, F_OK), -1);
}

/* Messages */

static void a_message_is_whole_or_none(void **state)
{
    (void)state;
    int fd[2];
    struct text bytes = TEXT_INIT;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fd), 0);
    assert_true(pipe_send(fd[0], MESSAGE_TEXT, "abc", 3));
    assert_int_equal(pipe_receive(fd[1], &bytes), MESSAGE_TEXT);
    assert_string_equal(bytes.bytes, "abc");
    assert_false(pipe_send(fd[0], MESSAGE_TEXT, "", (size_t)MESSAGE_MOST + 1));
    const char cut[] = { MESSAGE_TEXT, 9, 0, 0, 0, 'a' };
    assert_int_equal(send(fd[0], cut, sizeof cut, 0), sizeof cut);
    shutdown(fd[0], SHUT_WR);
    assert_int_equal(pipe_receive(fd[1], &bytes), -1);
    assert_int_equal(pipe_receive(fd[1], &bytes), 0); /* and no more */
    close(fd[1]);
    assert_false(pipe_send(fd[0], MESSAGE_TEXT, "abc", 3));
    close(fd[0]);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fd), 0);
    const char large[] = { MESSAGE_TEXT, -1, -1, -1, -1 };
    assert_int_equal(send(fd[0], large, sizeof large, 0), sizeof large);
    assert_int_equal(pipe_receive(fd[1], &bytes), -1);
    close(fd[0]);
    close(fd[1]);
    text_release(&bytes);
}

static void a_part_of_a_message_ends_inside_it(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    size_t size;
    pipe_put_text(&out, "ab");
    pipe_put_text(&out, NULL);
    const char *at = out.bytes, *end = out.bytes + out.size;
    assert_memory_equal(pipe_take(&at, end, &size), "ab", 2);
    assert_int_equal(size, 2);
    assert_non_null(pipe_take(&at, end, &size));
    assert_int_equal(size, 0);
    assert_null(pipe_take(&at, end, &size));
    at = out.bytes;
    assert_null(pipe_take(&at, out.bytes + 5, &size)); /* cut off */
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_turns_or_commands_a_terminal_is_a_question_mark),
        cmocka_unit_test(only_a_terminal_that_can_gets_colours),
        cmocka_unit_test(an_option_takes_what_it_needs),
        cmocka_unit_test(a_wrong_option_is_said),
        cmocka_unit_test(the_language_is_that_of_the_first_variable_set),
        cmocka_unit_test_setup_teardown(a_grant_ends_at_its_folder, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_path_has_a_length_and_grants_a_number,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_replay_writes_copies_that_go_with_it,
                                        set_up, tear_down),
        cmocka_unit_test(a_message_is_whole_or_none),
        cmocka_unit_test(a_part_of_a_message_ends_inside_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
