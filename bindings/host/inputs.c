#include "bindings/host/inputs.h"

#include <sha256.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/pipe.h"
#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/io/file.h"

enum { LUA_MOST = 16 << 20 }; /* bytes */

static int place(const struct inputs *inputs, const struct input *input,
                 bool *there)
{
    int at = 0, order = -1;
    while (at < inputs->count) {
        order = strcmp(inputs->input[at].name, input->name);
        if (order == 0)
            order = strcmp(inputs->input[at].kind, input->kind);
        if (order >= 0)
            break;
        at++;
    }
    *there = at < inputs->count && order == 0;
    return at;
}

void inputs_add(struct inputs *inputs, struct input input)
{
    bool there;
    int at = place(inputs, &input, &there);
    if (there)
        return;
    if (inputs->count == inputs->room) {
        inputs->room = inputs->room ? 2 * inputs->room : 16;
        inputs->input = mem_grow(inputs->input, (size_t)inputs->room,
                                 sizeof *inputs->input);
    }
    memmove(&inputs->input[at + 1], &inputs->input[at],
            (size_t)(inputs->count++ - at) * sizeof *inputs->input);
    inputs->input[at] = (struct input){
        .kind = intern(input.kind),
        .name = intern(input.name),
        .path = intern(input.path),
        .sha256 = intern(input.sha256),
        .bytes = input.bytes,
    };
}

static bool is_lua(const char *path)
{
    size_t size = strlen(path);
    return size > 4 && strcmp(path + size - 4, ".lua") == 0;
}

/* Lua files are kept whole, so that a later run can say what has changed. */
static const char *load_lua(const char *path)
{
    struct err err;
    struct text text = TEXT_INIT;
    const char *kept = NULL;
    if (file_load(path, LUA_MOST, &text, &err))
        kept = intern_bytes(text.bytes, text.size);
    text_release(&text);
    return kept;
}

void inputs_file(struct inputs *inputs, const char *kind, const char *name,
                 const char *path)
{
    bool there;
    char digest[SHA256_DIGEST_STRING_LENGTH] = "";
    bool lua = is_lua(path) || strcmp(kind, "script") == 0;
    struct input input = { .kind = lua && strcmp(kind, "file") == 0 ? "module"
                                                                    : kind,
                           .name = name,
                           .path = path,
                           .sha256 = digest };
    place(inputs, &input, &there);
    if (there)
        return;
    if (lua)
        input.bytes = load_lua(path);
    if (input.bytes)
        SHA256Data((const uint8_t *)input.bytes, intern_size(input.bytes),
                   digest);
    else if (!lua && !SHA256File(path, digest))
        *digest = '\0';
    inputs_add(inputs, input);
}

void inputs_release(struct inputs *inputs)
{
    free(inputs->input);
    *inputs = (struct inputs){ 0 };
}

const char *inputs_scenario(const char *below, const struct changes *list)
{
    SHA2_CTX sum;
    struct text bytes = TEXT_INIT;
    char digest[SHA256_DIGEST_STRING_LENGTH];
    SHA256Init(&sum);
    SHA256Update(&sum, (const uint8_t *)below, strlen(below));
    changes_write(list, &bytes);
    SHA256Update(&sum, (const uint8_t *)bytes.bytes, bytes.size);
    text_release(&bytes);
    return intern(SHA256End(&sum, digest));
}

void inputs_write(const struct inputs *inputs, struct text *out)
{
    for (int i = 0; i < inputs->count; i++) {
        const struct input *input = &inputs->input[i];
        pipe_put_text(out, input->kind);
        pipe_put_text(out, input->name);
        pipe_put_text(out, input->path);
        pipe_put_text(out, input->sha256);
        pipe_put(out, input->bytes ? input->bytes : "",
                 input->bytes ? intern_size(input->bytes) : 0);
    }
}
