#define _GNU_SOURCE /* close_range */
#include "bindings/program/parent.h"

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
#include <unistd.h>

#include "bindings/host/clean.h"
#include "bindings/host/input.h"
#include "bindings/host/pipe.h"
#include "bindings/host/stop.h"
#include "bindings/host/walls.h"
#include "bindings/program/answers.h"
#include "bindings/program/command.h"
#include "bindings/program/worker.h"
#include "bindings/sweep/sweep_serve.h"
#include "core/base/clock.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/store/store.h"

enum {
    GRACE = 500,
    STOP = 2000
}; /* ms that a worker may be late, and that a
      statement may take to stop */

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
        [WORKER_DESCRIBE] = run->describe ? "1" : "0",
        [WORKER_LIB] = run->lib,
        [WORKER_SCRIPT] = run->script,
    };
    memcpy(argv, head, sizeof head);
    for (int i = 0; i < run->argc; i++)
        argv[WORKER_ARGUMENTS + i] = run->argv[i];
    only_descriptor(fd);
    if (walls_around(&run->grants))
        execv("/proc/self/exe", argv);
    _exit(127);
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
static bool wait_for(struct sweep_store *sweep, int fd, int64_t deadline)
{
    struct pollfd poll_fd = { .fd = fd, .events = POLLIN };
    while (!interrupted) {
        int64_t left = deadline < 0 ? -1 : deadline - clock_ms();
        if (deadline >= 0 && left <= 0)
            return false;
        int ready = sweep_serve_poll(sweep, &poll_fd,
                                     left > INT_MAX ? INT_MAX : (int)left);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return true; /* the read will say what is wrong */
    }
    return false;
}

/* What goes on between the two processes. */
struct session {
    const struct run *run;
    pid_t worker;
    int fd;
    int64_t deadline; /* -1: none */
    bool stopping;    /* a statement was asked to end */
    size_t printed;   /* bytes of text */
    struct sweep_store sweep;
};

/* What serve() gives when there is no last word of the worker. */
enum { SILENT = 0, LATE = -1, TALKATIVE = -2, NONSENSE = -3 };

static int64_t deadline_of(const struct run *run)
{
    return run->seconds > 0 ? clock_ms() + run->seconds * 1000 + GRACE : -1;
}

/* ^C ends the work that runs, and the script goes on with what there is; at a
 * prompt the statement; else, and the second time, the worker. */
static bool stop_statement(struct session *session)
{
    if (!interrupted || session->stopping)
        return false;
    interrupted = 0;
    session->stopping = true;
    if (session->run->prompt)
        session->deadline = clock_ms() + STOP;
    return kill(session->worker, SIGUSR1) == 0;
}

static void answer_line(struct session *session, const struct text *prompt)
{
    if (!session->run->prompt) {
        answer(session->fd, true, "");
        return;
    }
    prompt_answer(session->run->prompt, session->fd, prompt);
    interrupted = 0;
    session->stopping = false;
    session->deadline = deadline_of(session->run);
}

/* Bytes go out as they are to a file or a pipe, not to a terminal and not from
 * a script that is not ours.  False: it has printed more than it may. */
static bool show(struct session *session, int type, const struct text *bytes)
{
    const struct run *run = session->run;
    size_t most = (size_t)run->output << 20;
    session->printed += bytes->size;
    if (most > 0 && session->printed > most)
        return false;
    if (run->record)
        record_text(run->record, bytes);
    if (type == MESSAGE_BYTES && run->shipped && !isatty(STDOUT_FILENO))
        fwrite(bytes->bytes, 1, bytes->size, stdout);
    else
        clean_print(bytes->bytes, bytes->size, stdout);
    return true;
}

/* One message; what it was if it is the last, else 0, TALKATIVE or
 * NONSENSE. */
static int take_message(struct session *session, int type,
                        const struct text *bytes)
{
    const struct run *run = session->run;
    struct err err;
    if (sweep_serve_helper(&session->sweep, session->fd, type))
        return 0;
    switch (type) {
    case MESSAGE_TEXT:
    case MESSAGE_BYTES:
        return show(session, type, bytes) ? 0 : TALKATIVE;
    case MESSAGE_NOTES:
        if (run->record)
            record_notes(run->record, bytes);
        break;
    case MESSAGE_READ:
        answer_read(run, session->fd, bytes);
        break;
    case MESSAGE_SAVE:
        answer_save(run, session->fd, bytes);
        break;
    case MESSAGE_FILE:
        answer_file(run, session->fd, bytes);
        break;
    case MESSAGE_LINE:
        answer_line(session, bytes);
        break;
    case MESSAGE_SWEEP:
    case MESSAGE_SWEPT:
    case MESSAGE_BLOCK:
    case MESSAGE_DEAL:
        if (sweep_serve(&session->sweep, session->fd, type, bytes, &err))
            break;
        complain(err.text);
        return MESSAGE_NO;
    case MESSAGE_ERROR:
    case MESSAGE_DONE:
        return type;
    default:
        return NONSENSE;
    }
    return 0;
}

/* Serve the worker until it ends.  What it said last: DONE or ERROR (already
 * printed); else SILENT, LATE or TALKATIVE. */
static int serve(struct session *session)
{
    struct text bytes = TEXT_INIT;
    int last = SILENT;
    session->deadline = deadline_of(session->run);
    while (last == SILENT) {
        if (!wait_for(&session->sweep, session->fd, session->deadline)) {
            if (stop_statement(session))
                continue;
            last = LATE;
            break;
        }
        int type = pipe_receive(session->fd, &bytes);
        int64_t before = clock_ms(), deadline = session->deadline;
        last = take_message(session, type, &bytes);
        if (last == NONSENSE) {
            last = SILENT;
            break;
        }
        if (deadline >= 0 && session->deadline == deadline)
            session->deadline += clock_ms() - before; /* ours is not its */
    }
    if (last == MESSAGE_ERROR) {
        if (session->run->record)
            record_failed(session->run->record, bytes.bytes);
        complain(bytes.bytes);
    }
    text_release(&bytes);
    return last;
}

/* Why a run was ended from outside, with a line break. */
static void explain(const struct session *session, int last, int status,
                    struct text *why)
{
    if (session->stopping && session->run->prompt)
        text_add(why, "%s",
                 say("ccn: the statement did not stop, so the session is over; "
                     "the plan is as it was last saved\n"));
    else if (interrupted)
        text_add(why, "%s",
                 say("ccn: interrupted; the plan is as it was last saved\n"));
    else if (last == TALKATIVE)
        text_add(why,
                 say("ccn: the script printed more than %d MiB and was ended; "
                     "--output allows more\n"),
                 session->run->output);
    else if (last == LATE)
        text_add(why,
                 say("ccn: the script took longer than %d seconds and was "
                     "ended; --seconds allows more\n"),
                 session->run->seconds);
    else if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_MEMORY)
        text_add(why, "%s",
                 say("ccn: the script needs more memory than there is, or than "
                     "--memory allows; the plan is unchanged\n"));
    else if (WIFSIGNALED(status))
        text_add(why,
                 say("ccn: the script was ended by the system "
                     "(signal %d); the plan is unchanged\n"),
                 WTERMSIG(status));
    else
        text_add(why, "%s",
                 say("ccn: the script ended without a result; the plan is "
                     "unchanged\n"));
}

static int finish(const struct session *session, int last)
{
    pid_t worker = session->worker;
    int status = 0;
    if (last == LATE || last == TALKATIVE)
        kill(worker, SIGKILL);
    while (waitpid(worker, &status, 0) < 0 && errno == EINTR)
        ;
    fflush(stdout);
    if (last == MESSAGE_DONE)
        return EXIT_SUCCESS;
    bool usage = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_USAGE;
    if (last == MESSAGE_ERROR && usage)
        return EXIT_USAGE;
    if (last == MESSAGE_ERROR || last == MESSAGE_NO)
        return EXIT_FAILURE;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_INTERRUPTED)
        interrupted = SIGINT;
    struct text why = TEXT_INIT;
    explain(session, last, status, &why);
    fputs(why.bytes, stderr);
    if (session->run->record)
        record_stopped(session->run->record, why.bytes + strlen("ccn: "));
    text_release(&why);
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_MEMORY
               ? EXIT_NO_MEMORY
               : EXIT_FAILURE;
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
    struct session session = { .run = run, .worker = worker, .fd = fd[0] };
    session.sweep.options = &run->sweep;
    session.sweep.ranks = run->sweep.ranks;
    int last = serve(&session);
    sweep_serve_end(&session.sweep, last == MESSAGE_DONE);
    close(fd[0]);
    int code = finish(&session, last);
    sigaction(SIGINT, &before, NULL);
    input_drop(&run->grants);
    if (interrupted)
        raise(SIGINT); /* the caller sees what happened */
    return code;
}
