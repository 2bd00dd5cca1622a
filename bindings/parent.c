#define _GNU_SOURCE /* close_range */
#include "bindings/parent.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bindings/clean.h"
#include "bindings/files.h"
#include "bindings/pipe.h"
#include "bindings/save.h"
#include "bindings/worker.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/store/store.h"

enum { GRACE = 500 }; /* ms that a worker may be late */

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The worker gets its socket and the error output (for the last word of a
 * process without memory), nothing else. */
static void only_descriptor(int fd)
{
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(fd, WORKER_SOCKET);
    close_range(WORKER_SOCKET + 1, ~0U, 0);
}

static void start_worker(const struct run *run, int fd)
{
    char number[4][24];
    snprintf(number[0], sizeof *number, "%d", WORKER_SOCKET);
    snprintf(number[1], sizeof *number, "%d", run->memory);
    snprintf(number[2], sizeof *number, "%d", run->seconds);
    snprintf(number[3], sizeof *number, "%u", run->seed);

    char **argv =
        mem_new((size_t)(WORKER_ARGUMENTS + run->argc + 1), sizeof *argv);
    const char *const head[WORKER_ARGUMENTS] = {
        "ccn",
        [WORKER_MARK] = "--worker",
        [WORKER_FD] = number[0],
        [WORKER_LANG] = say_language() == LANGUAGE_VI ? "vi" : "en",
        [WORKER_MEMORY] = number[1],
        [WORKER_SECONDS] = number[2],
        [WORKER_SEED] = number[3],
        [WORKER_TRACE] = run->trace ? "1" : "0",
        [WORKER_LIB] = run->lib,
        [WORKER_SCRIPT] = run->script,
    };
    memcpy(argv, head, sizeof head);
    for (int i = 0; i < run->argc; i++)
        argv[WORKER_ARGUMENTS + i] = run->argv[i];
    only_descriptor(fd);
    execv("/proc/self/exe", argv);
    _exit(127);
}

static void answer(int fd, bool yes, const char *text)
{
    pipe_send(fd, yes ? MESSAGE_YES : MESSAGE_NO, text, strlen(text));
}

static void answer_read(const struct run *run, int fd, const struct text *path)
{
    struct err err;
    char resolved[PATH_MAX];
    bool yes = grants_may_read(&run->grants, path->bytes, resolved, &err) &&
               store_recover(resolved, &err);
    answer(fd, yes, yes ? resolved : err.text);
}

static void answer_save(const struct run *run, int fd, const struct text *what)
{
    struct err err;
    char resolved[PATH_MAX];
    bool yes = save_message(&run->grants, what, resolved, &err);
    answer(fd, yes, yes ? resolved : err.text);
}

static void answer_file(const struct run *run, int fd, const struct text *what)
{
    struct err err;
    char resolved[PATH_MAX];
    bool yes = files_message(&run->grants, what, resolved, &err);
    answer(fd, yes, yes ? resolved : err.text);
}

/* Bytes go out as they are to a file or a pipe, not to a terminal and not from
 * a script that is not ours. */
static void show_bytes(const struct run *run, const struct text *bytes)
{
    if (run->shipped && !isatty(STDOUT_FILENO))
        fwrite(bytes->bytes, 1, bytes->size, stdout);
    else
        clean_print(bytes->bytes, bytes->size, stdout);
}

static void complain(const char *text)
{
    fflush(stdout);
    fputs("ccn: ", stderr);
    clean_print(text, strlen(text), stderr);
    fputc('\n', stderr);
}

/* ^C comes to the parent alone (the worker does not hear it), which ends the
 * worker; a save that has begun is finished first. */

static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
    interrupted = number;
}

static void watch_interrupt(struct sigaction *before)
{
    struct sigaction action = { .sa_handler = on_interrupt };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, before);
}

/* Wait until the worker says something; false when its time is up, or someone
 * pressed ^C. */
static bool wait_for(int fd, int64_t deadline)
{
    struct pollfd poll_fd = { .fd = fd, .events = POLLIN };
    while (!interrupted) {
        int64_t left = deadline < 0 ? -1 : deadline - now_ms();
        if (deadline >= 0 && left <= 0)
            return false;
        int ready = poll(&poll_fd, 1, left > INT_MAX ? INT_MAX : (int)left);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return true; /* the read will say what is wrong */
    }
    return false;
}

/* Serve the worker until it ends.  What it said last: DONE, ERROR (already
 * printed), 0 when it ended without a word, -1 when it was too late. */
static int serve(const struct run *run, int fd)
{
    int64_t deadline =
        run->seconds > 0 ? now_ms() + run->seconds * 1000 + GRACE : -1;
    struct text bytes = TEXT_INIT;
    int last = 0;
    while (last == 0) {
        if (!wait_for(fd, deadline)) {
            last = -1;
            break;
        }
        int type = pipe_receive(fd, &bytes);
        int64_t before = now_ms();
        if (type == MESSAGE_TEXT)
            clean_print(bytes.bytes, bytes.size, stdout);
        else if (type == MESSAGE_BYTES)
            show_bytes(run, &bytes);
        else if (type == MESSAGE_READ)
            answer_read(run, fd, &bytes);
        else if (type == MESSAGE_SAVE)
            answer_save(run, fd, &bytes);
        else if (type == MESSAGE_FILE)
            answer_file(run, fd, &bytes);
        else if (type == MESSAGE_ERROR || type == MESSAGE_DONE)
            last = type;
        else
            break;
        if (deadline >= 0)
            deadline += now_ms() - before; /* our own time is not its */
    }
    if (last == MESSAGE_ERROR)
        complain(bytes.bytes);
    text_release(&bytes);
    return last;
}

/* Why a worker ended without a word. */
static int explain_silence(int status)
{
    bool no_memory = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_MEMORY;
    if (no_memory)
        fputs(say("ccn: the script needs more memory than there is; the plan "
                  "is unchanged\n"),
              stderr);
    else if (WIFSIGNALED(status))
        fprintf(stderr,
                say("ccn: the script was ended by the system "
                    "(signal %d); the plan is unchanged\n"),
                WTERMSIG(status));
    else
        fputs(say("ccn: the script ended without a result; the plan is "
                  "unchanged\n"),
              stderr);
    return no_memory ? EXIT_NO_MEMORY : EXIT_FAILURE;
}

static int finish(const struct run *run, pid_t worker, int last)
{
    int status = 0;
    if (last == -1)
        kill(worker, SIGKILL);
    while (waitpid(worker, &status, 0) < 0 && errno == EINTR)
        ;
    fflush(stdout);
    if (last == MESSAGE_DONE)
        return EXIT_SUCCESS;
    if (last == MESSAGE_ERROR)
        return EXIT_FAILURE;
    if (interrupted) {
        fputs(say("ccn: interrupted; the plan is as it was last saved\n"),
              stderr);
        return EXIT_FAILURE;
    }
    if (last == 0)
        return explain_silence(status);
    fprintf(stderr,
            say("ccn: the script took longer than %d seconds and was "
                "ended; --seconds allows more\n"),
            run->seconds);
    return EXIT_FAILURE;
}

int parent_run(const struct run *run)
{
    int fd[2];
    fflush(stdout);
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fd) < 0) {
        perror("ccn");
        return EXIT_FAILURE;
    }
    /* A message that has begun comes without long rests, or not at all. */
    const struct timeval rest = { .tv_sec = 2 };
    setsockopt(fd[0], SOL_SOCKET, SO_RCVTIMEO, &rest, sizeof rest);
    setsockopt(fd[0], SOL_SOCKET, SO_SNDTIMEO, &rest, sizeof rest);
    pid_t worker = fork();
    if (worker < 0) {
        perror("ccn");
        return EXIT_FAILURE;
    }
    if (worker == 0) {
        start_worker(run, fd[1]);
    }
    struct sigaction before;
    watch_interrupt(&before);
    close(fd[1]);
    int last = serve(run, fd[0]);
    close(fd[0]);
    int code = finish(run, worker, last);
    sigaction(SIGINT, &before, NULL);
    if (interrupted)
        raise(SIGINT); /* the caller sees what happened */
    return code;
}
