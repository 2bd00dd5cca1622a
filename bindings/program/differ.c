#include "bindings/program/differ.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/host/clean.h"
#include "bindings/host/pipe.h"
#include "core/base/say.h"
#include "core/data/change.h"
#include "core/model/model.h"

enum { SHORT = 12 }; /* digits of a hash that people see */

/* A part of text from a log, on one line that harms no terminal. */
static void put_line(const char *label, const char *bytes, size_t size,
                     FILE *out)
{
    enum { MOST = 200 };
    size_t length = 0;
    while (length < size && bytes[length] != '\n')
        length++;
    fprintf(out, "    %s ", label);
    clean_print(bytes, length < MOST ? length : MOST, out);
    fputs(length < MOST ? "\n" : " ...\n", out);
}

/* Versions */

static void print_versions(const struct run_record *old,
                           const struct run_record *now, FILE *out)
{
    const char *name;
    json_t *was = json_loads(old->versions, 0, NULL), *value;
    json_t *is = json_loads(now->versions, 0, NULL);
    json_object_foreach(is, name, value)
    {
        const char *before = json_string_value(json_object_get(was, name));
        const char *after = json_string_value(value);
        if (before && after && strcmp(before, after) != 0)
            fprintf(out,
                    say("another version of %s: it was %.40s, now %.40s\n"),
                    name, before, after);
    }
    json_decref(was);
    json_decref(is);
}

/* Texts */

/* The first line that is not the same; both texts are known. */
static void print_first_line(const struct run_part *was,
                             const struct run_part *is, FILE *out)
{
    const char *a = was->bytes, *b = is->bytes;
    size_t line = 1, begin = 0, at = 0;
    while (at < was->size && at < is->size && a[at] == b[at]) {
        if (a[at++] == '\n') {
            line++;
            begin = at;
        }
    }
    fprintf(out, say("    first in line %zu:\n"), line);
    put_line("-", a + begin, was->size - begin, out);
    put_line("+", b + begin, is->size - begin, out);
}

/* Changes behind a question, as save.h sends them. */
static struct changes *changes_of(const struct run_part *part)
{
    struct err err;
    size_t size;
    const char *at = part->bytes, *end = at + part->size, *bytes = at;
    const char *last = NULL;
    while (bytes && at < end) {
        bytes = pipe_take(&at, end, &size);
        last = bytes ? bytes : last;
    }
    return last && bytes ? changes_read(last, size, &err) : NULL;
}

static void print_change(const char *label, const struct changes *list, int i,
                         FILE *out)
{
    struct text text = TEXT_INIT;
    struct plan *plan = model_new("");
    if (i < list->n)
        change_print(plan, &list->change[i], &text);
    put_line(label, text.bytes, text.size, out);
    plan_free(plan);
    text_release(&text);
}

static bool same_change(const struct changes *a, const struct changes *b, int i)
{
    struct changes one = { 1, 1, &a->change[i] }, two = { 1, 1, &b->change[i] };
    struct text left = TEXT_INIT, right = TEXT_INIT;
    changes_write(&one, &left);
    changes_write(&two, &right);
    bool same = left.size == right.size &&
                memcmp(left.bytes, right.bytes, left.size) == 0;
    text_release(&left);
    text_release(&right);
    return same;
}

static void print_first_change(const struct run_part *was,
                               const struct run_part *is, FILE *out)
{
    struct changes *a = changes_of(was), *b = changes_of(is);
    int i = 0;
    while (a && b && i < a->n && i < b->n && same_change(a, b, i))
        i++;
    if (a && b && (i < a->n || i < b->n)) {
        fprintf(out, say("    first in change %d:\n"), i + 1);
        print_change("-", a, i, out);
        print_change("+", b, i, out);
    }
    changes_free(a);
    changes_free(b);
}

static void print_detail(const struct run_part *was, const struct run_part *is,
                         FILE *out)
{
    bool changes =
        strcmp(is->kind, "changes") == 0 || strcmp(is->kind, "scenario") == 0;
    if (!was->bytes || !is->bytes)
        fprintf(out, "    SHA-256 %.*s -> %.*s\n", SHORT, was->sha256, SHORT,
                is->sha256);
    else if (changes && is->side == RUN_OUT)
        print_first_change(was, is, out);
    else
        print_first_line(was, is, out);
}

/* Parts */

static const struct run_part *find(const struct run_record *run,
                                   const struct run_part *like)
{
    for (int i = 0; i < run->nparts; i++) {
        const struct run_part *part = &run->part[i];
        if (part->side == like->side && strcmp(part->kind, like->kind) == 0 &&
            strcmp(part->name, like->name) == 0)
            return part;
    }
    return NULL;
}

static int print_inputs(const struct run_record *old,
                        const struct run_record *now, FILE *out)
{
    int differ = 0;
    for (int i = 0; i < old->nparts; i++) {
        const struct run_part *was = &old->part[i];
        const struct run_part *is = was->side == RUN_IN ? find(now, was) : was;
        if (is && strcmp(was->sha256, is->sha256) == 0)
            continue;
        differ++;
        fprintf(out,
                is ? say("an input has changed: %s %s\n")
                   : say("an input was not read this time: %s %s\n"),
                was->kind, was->name);
        if (is)
            print_detail(was, is, out);
    }
    for (int i = 0; i < now->nparts; i++) {
        const struct run_part *is = &now->part[i];
        if (is->side == RUN_IN && !find(old, is)) {
            differ++;
            fprintf(out, say("an input was not read before: %s %s\n"), is->kind,
                    is->name);
        }
    }
    return differ;
}

static const struct run_part *next_output(const struct run_record *run, int *at)
{
    while (*at < run->nparts && run->part[*at].side == RUN_IN)
        (*at)++;
    return *at < run->nparts ? &run->part[(*at)++] : NULL;
}

/* The first part that came out otherwise. */
static void print_outputs(const struct run_record *old,
                          const struct run_record *now, FILE *out)
{
    for (int i = 0, k = 0;;) {
        const struct run_part *was = next_output(old, &i);
        const struct run_part *is = next_output(now, &k);
        if (!was && !is)
            return;
        if (was && is && strcmp(was->kind, is->kind) == 0) {
            if (strcmp(was->sha256, is->sha256) == 0)
                continue;
            fprintf(out, say("something else came out: %s %s\n"), is->kind,
                    is->name);
            print_detail(was, is, out);
            return;
        }
        fprintf(out, say("something else came out: %s, not %s\n"),
                is ? is->kind : say("nothing"),
                was ? was->kind : say("nothing"));
        return;
    }
}

bool differ_print(const struct run_record *old, const struct run_record *now,
                  FILE *out)
{
    print_versions(old, now, out);
    int inputs = print_inputs(old, now, out);
    if (!old->result || !now->result) {
        fprintf(out,
                old->result
                    ? say("run %lld: stopped this time, so there is no result: "
                          "%s\n")
                    : say("run %lld: it was stopped then, so there is no "
                          "result to compare with: %s\n"),
                (long long)old->id,
                old->result  ? now->error
                : old->error ? old->error
                             : "");
        return true;
    }
    bool same = strcmp(old->result, now->result) == 0;
    if (!same)
        print_outputs(old, now, out);
    fprintf(out,
            same && inputs ? say("run %lld: the same result, %.*s, although "
                                 "inputs have changed\n")
            : same         ? say("run %lld: the same result, %.*s\n")
                           : say("run %lld: another result than %.*s\n"),
            (long long)old->id, SHORT, old->result);
    return !same;
}
