#include "bindings/program/record.h"

#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/pipe.h"
#include "bindings/program/build.h"
#include "bindings/program/parent.h"
#include "core/base/clock.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/say.h"

/* What is said of a run before it starts */

static const char *json_text(json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT);
    const char *kept = intern(text ? text : "{}");
    free(text);
    json_decref(json);
    return kept;
}

/* A word that is no UTF-8 has no JSON; it stands as "". */
static json_t *list_of(int n, const char *const *words)
{
    json_t *list = json_array();
    for (int i = 0; i < n; i++) {
        json_t *word = json_string(words[i]);
        json_array_append_new(list, word ? word : json_string(""));
    }
    return list;
}

static const char *options_of(const struct run *run)
{
    const struct grants *grants = &run->grants;
    json_t *options = json_object();
    json_object_set_new(
        options, "lang",
        json_string(say_language() == LANGUAGE_VI ? "vi" : "en"));
    json_object_set_new(options, "seconds", json_integer(run->seconds));
    json_object_set_new(options, "memory", json_integer(run->memory));
    json_object_set_new(options, "trace", json_boolean(run->trace));
    json_object_set_new(options, "read",
                        list_of(run->given_read, grants->read));
    json_object_set_new(options, "write",
                        list_of(run->given_write, grants->write));
    return json_text(options);
}

void record_start(struct record *record, const struct run *run)
{
    char folder[PATH_MAX];
    *record = (struct record){ .printed = TEXT_INIT };
    SHA256Init(&record->result);
    record->clock = clock_seconds();
    record->run = (struct run_record){
        .started = clock_utc(),
        .state = "done",
        .command = "run",
        .script = run->script,
        .folder = intern(getcwd(folder, sizeof folder) ? folder : ""),
        .arguments =
            json_text(list_of(run->argc, (const char *const *)run->argv)),
        .options = options_of(run),
        .versions = build_versions(""),
        .seed = run->seed,
    };
}

void record_release(struct record *record)
{
    free(record->run.part);
    text_release(&record->printed);
}

/* Parts */

static void add(struct record *record, struct run_part part)
{
    struct run_record *run = &record->run;
    if (run->nparts == record->room) {
        record->room = record->room ? 2 * record->room : 16;
        run->part = mem_grow(run->part, (size_t)record->room, sizeof part);
    }
    run->part[run->nparts++] = part;
    if (part.side == RUN_IN)
        return;
    SHA256Update(&record->result, (const uint8_t *)part.kind,
                 strlen(part.kind));
    SHA256Update(&record->result, (const uint8_t *)" ", 1);
    SHA256Update(&record->result, (const uint8_t *)part.sha256,
                 strlen(part.sha256));
    SHA256Update(&record->result, (const uint8_t *)"\n", 1);
}

/* The text printed so far becomes a part. */
static void finish_text(struct record *record)
{
    char digest[SHA256_DIGEST_STRING_LENGTH];
    if (!record->prints)
        return;
    record->prints = false;
    struct run_part part = {
        .side = RUN_OUT,
        .kind = "text",
        .name = "",
        .sha256 = intern(SHA256End(&record->printing, digest)),
        .size = record->printed.size,
    };
    if (part.size <= RUN_TEXT_MOST)
        part.bytes = intern_bytes(record->printed.bytes, part.size);
    text_release(&record->printed);
    add(record, part);
}

void record_text(struct record *record, const struct text *bytes)
{
    if (!record->prints) {
        SHA256Init(&record->printing);
        record->prints = true;
    }
    SHA256Update(&record->printing, (const uint8_t *)bytes->bytes, bytes->size);
    if (record->printed.size <= RUN_TEXT_MOST)
        text_put(&record->printed, bytes->bytes, bytes->size);
}

static void add_bytes(struct record *record, const char *kind, const char *name,
                      const void *bytes, size_t size, bool whole)
{
    char digest[SHA256_DIGEST_STRING_LENGTH];
    finish_text(record);
    SHA256Data(bytes, size, digest);
    whole = whole && size <= RUN_TEXT_MOST;
    add(record, (struct run_part){
                    .side = RUN_OUT,
                    .kind = kind,
                    .name = name,
                    .sha256 = intern(digest),
                    .bytes = whole ? intern_bytes(bytes, size) : NULL,
                    .size = size,
                });
}

static const char *take(const char **at, const char *end)
{
    size_t size;
    const char *bytes = pipe_take(at, end, &size);
    return bytes ? intern_bytes(bytes, size) : NULL;
}

void record_save(struct record *record, const struct text *message,
                 const char *resolved)
{
    const char *at = message->bytes, *end = at + message->size;
    const char *what = take(&at, end), *path = take(&at, end);
    const char *origin = take(&at, end), *name = take(&at, end);
    if (!origin || !name)
        return;
    bool plan = strcmp(what, "plan") == 0;
    add_bytes(record, plan ? "changes" : what, plan ? path : name, at,
              (size_t)(end - at), true);
    if (!record->saved)
        record->saved = intern(resolved);
}

void record_file(struct record *record, const struct text *message)
{
    size_t size;
    const char *at = message->bytes, *end = at + message->size;
    const char *path = take(&at, end);
    const char *bytes = path ? pipe_take(&at, end, &size) : NULL;
    if (bytes)
        add_bytes(record, "file", path, bytes, size, false);
}

/* Notes: parameters, hash of the shipped scripts, whether its time was up, then
 * five texts for each input. */
void record_notes(struct record *record, const struct text *message)
{
    const char *at = message->bytes, *end = at + message->size;
    const char *parameters = take(&at, end), *shipped = take(&at, end);
    const char *late = take(&at, end);
    if (!parameters || !shipped || !late)
        return;
    record->late = *late != '\0';
    record->run.parameters = *parameters ? parameters : NULL;
    record->run.versions = build_versions(shipped);
    for (;;) {
        const char *kind = take(&at, end), *name = take(&at, end);
        const char *path = take(&at, end), *sha256 = take(&at, end);
        const char *bytes = take(&at, end);
        if (!bytes)
            return;
        bool whole = intern_size(bytes) > 0;
        if (strcmp(kind, "plan") == 0 && !record->opened)
            record->opened = path;
        add(record, (struct run_part){
                        .side = RUN_IN,
                        .kind = kind,
                        .name = name,
                        .sha256 = sha256,
                        .bytes = whole ? bytes : NULL,
                        .size = whole ? intern_size(bytes) : 0,
                    });
    }
}

/* The end */

void record_failed(struct record *record, const char *error)
{
    if (record->late) {
        record_stopped(record, error);
        return;
    }
    add_bytes(record, "error", "", error, strlen(error), true);
    record->run.state = "failed";
    record->run.error = intern(error);
}

void record_stopped(struct record *record, const char *why)
{
    record->run.state = "stopped";
    record->run.error = intern(why);
}

void record_end(struct record *record)
{
    char digest[SHA256_DIGEST_STRING_LENGTH];
    finish_text(record);
    if (record->late && strcmp(record->run.state, "done") == 0)
        record_stopped(record, say("its time was up"));
    record->run.seconds = clock_seconds() - record->clock;
    SHA256End(&record->result, digest);
    if (strcmp(record->run.state, "stopped") != 0)
        record->run.result = intern(digest);
}
