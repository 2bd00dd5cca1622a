#include "bindings/host/host.h"

#include <limits.h>
#include <lualib.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "bindings/host/pipe.h"
#include "bindings/host/stop.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/say.h"
#include "core/io/file.h"

enum { SCRIPT_MOST = 16 << 20 }; /* bytes of a script */

/* Memory */

static void *allocate(void *data, void *old, size_t old_size, size_t size)
{
    struct host *host = data;
    if (!old)
        old_size = 0;
    if (size == 0) {
        host->used -= old_size;
        free(old);
        return NULL;
    }
    if (size > old_size && host->used + (size - old_size) > host->memory)
        return NULL;
    void *new = realloc(old, size);
    if (new)
        host->used += size - old_size;
    return new;
}

struct host *host_of(lua_State *L)
{
    void *host;
    lua_getallocf(L, &host);
    return host;
}

/* Time: an alarm sets a hook, and the hook ends the script.  Before that it
 * costs nothing; afterwards no pcall of the script can swallow it for long. */

static lua_State *running;

static void time_is_up(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    host_of(L)->late = true;
    luaL_error(L,
               say("the script took longer than %d seconds; --seconds "
                   "allows more"),
               host_of(L)->seconds);
}

static void hook_all(lua_Hook hook)
{
    atomic_store(&stop_wanted, true);
    if (running)
        lua_sethook(running, hook,
                    LUA_MASKCOUNT | LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE,
                    1);
}

static void on_alarm(int number)
{
    (void)number;
    hook_all(time_is_up);
}

static void set_alarm(int seconds)
{
    struct sigaction action = { .sa_handler = on_alarm };
    struct itimerval timer = { .it_value = { .tv_sec = seconds } };
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &timer, NULL);
}

static void stop_statement(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    luaL_error(L, "%s", say("interrupted"));
}

static void on_stop(int number)
{
    (void)number;
    if (!stop_tell())
        hook_all(stop_statement);
}

void host_interruptible(void)
{
    struct sigaction action = { .sa_handler = on_stop };
    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
}

void host_rest(lua_State *L)
{
    set_alarm(0);
    lua_sethook(L, NULL, 0, 0);
}

void host_resume(lua_State *L)
{
    stop_statement_begins();
    lua_sethook(L, NULL, 0, 0);
    if (host_of(L)->seconds > 0)
        set_alarm(host_of(L)->seconds);
}

static int with_trace(lua_State *L)
{
    if (lua_type(L, 1) == LUA_TSTRING)
        luaL_traceback(L, L, lua_tostring(L, 1), 1);
    return 1;
}

static int say_memory(lua_State *L)
{
    lua_pushfstring(L,
                    say("the script needs more than %d MiB of memory; "
                        "--memory allows more"),
                    (int)(host_of(L)->memory >> 20));
    return 1;
}

/* The state may be full to the last byte: the message gets some of its own.
 * When there is none either, the machine has no more. */
static void explain_memory(lua_State *L)
{
    host_of(L)->memory += 1 << 16;
    lua_pushcfunction(L, say_memory);
    if (lua_pcall(L, 0, 1, 0) != LUA_OK)
        _Exit(EXIT_NO_MEMORY);
}

int host_call(lua_State *L, int arguments, int results)
{
    int base = lua_gettop(L) - arguments;
    if (host_of(L)->trace) {
        lua_pushcfunction(L, with_trace);
        lua_insert(L, base);
    }
    running = L;
    int status = lua_pcall(L, arguments, results, host_of(L)->trace ? base : 0);
    running = NULL;
    if (status == LUA_ERRMEM)
        explain_memory(L);
    else if (status != LUA_OK && !lua_isstring(L, -1))
        lua_pushstring(L, say("the script raised an error that is no text"));
    return status;
}

/* Where a script begins: behind a byte order mark and a first line with #,
 * whose line break stays so that lines are counted right. */
static const char *script_begin(const char *bytes)
{
    if (strncmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        bytes += 3;
    return *bytes == '#' ? bytes + strcspn(bytes, "\n") : bytes;
}

/* A file that ships counts by its place in the folder of all that ships. */
static void note_shipped(struct host *host, const char *path, const char *bytes)
{
    size_t size = strlen(host->lib);
    if (strncmp(path, host->lib, size) != 0 || path[size] != '/')
        return;
    SHA256Update(&host->shipped, (const uint8_t *)path + size,
                 strlen(path + size));
    SHA256Update(&host->shipped, (const uint8_t *)bytes, intern_size(bytes));
}

int host_load(lua_State *L, const char *path)
{
    struct err err;
    struct text text = TEXT_INIT;
    if (!file_load(path, SCRIPT_MOST, &text, &err)) {
        lua_pushstring(L, err.text);
        return LUA_ERRFILE;
    }
    /* Lua may jump while it loads, so the text goes to Lua first. */
    const char *kept = intern_bytes(text.bytes, text.size);
    const char *end = kept + text.size, *begin = script_begin(kept);
    text_release(&text);
    if (strlen(kept) < intern_size(kept)) {
        lua_pushfstring(L, say("%s: it is no script, it is no text"), path);
        return LUA_ERRFILE;
    }
    note_shipped(host_of(L), path, kept);
    if (begin + strspn(begin, " \t\r\n") == end) {
        lua_pushfstring(L, say("%s: the script is empty"), path);
        return LUA_ERRFILE;
    }
    lua_pushfstring(L, "@%s", path);
    int status = luaL_loadbufferx(L, begin, (size_t)(end - begin),
                                  lua_tostring(L, -1), "t");
    lua_remove(L, -2);
    return status;
}

/* Questions to the parent */

bool host_ask(struct host *host, int type, const struct text *question,
              struct text *answer)
{
    if (question->size > MESSAGE_MOST) {
        text_add(answer, "%s",
                 say("that is too much for one message; save in parts"));
        return false;
    }
    if (host->experiment && type != MESSAGE_READ) {
        text_add(answer, "%s",
                 say("an experiment changes nothing outside; save before or "
                     "after the sweep"));
        return false;
    }
    static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
    int type_back = 0;
    pthread_mutex_lock(&one);
    if (pipe_send(host->fd, (enum message)type, question->bytes,
                  question->size))
        type_back = pipe_receive(host->fd, answer);
    pthread_mutex_unlock(&one);
    if (type_back != MESSAGE_YES && type_back != MESSAGE_NO)
        text_add(answer, "%s", say("the parent process does not answer"));
    return type_back == MESSAGE_YES;
}

void host_report(const struct host *host)
{
    SHA2_CTX sum = host->shipped;
    char digest[SHA256_DIGEST_STRING_LENGTH];
    struct text notes = TEXT_INIT;
    pipe_put_text(&notes, host->parameters);
    pipe_put_text(&notes, SHA256End(&sum, digest));
    pipe_put_text(&notes, host->late ? "late" : "");
    inputs_write(&host->inputs, &notes);
    pipe_send(host->fd, MESSAGE_NOTES, notes.bytes, notes.size);
    text_release(&notes);
}

bool bind_read(lua_State *L, const char *path, char *resolved, size_t size,
               struct err *err)
{
    if (!bind_may_read(L, path, resolved, size, err))
        return false;
    inputs_file(&host_of(L)->inputs, "file", path, resolved);
    return true;
}

bool bind_may_read(lua_State *L, const char *path, char *resolved, size_t size,
                   struct err *err)
{
    struct text question = TEXT_INIT, answer = TEXT_INIT;
    text_put(&question, path, strlen(path));
    bool yes = host_ask(host_of(L), MESSAGE_READ, &question, &answer);
    if (yes && answer.size < size)
        memcpy(resolved, answer.bytes, answer.size + 1);
    else
        yes = err_set(err, ERR_FILE, "%s", answer.bytes);
    text_release(&question);
    text_release(&answer);
    return yes;
}

lua_State *host_new(struct host *host)
{
    lua_State *L = lua_newstate(allocate, host);
    SHA256Init(&host->shipped);
    if (!L)
        return NULL;
    lua_pushcfunction(L, host->open);
    if (lua_pcall(L, 0, 0, 0) != LUA_OK) {
        lua_close(L);
        return NULL;
    }
    if (host->seconds > 0)
        set_alarm(host->seconds);
    return L;
}

void host_close(lua_State *L)
{
    struct host *host = host_of(L);
    lua_close(L);
    inputs_release(&host->inputs);
}
