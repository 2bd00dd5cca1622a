/* changes_write(), changes_read(): a list of changes as bytes.
 *
 * Integers are little endian, 8 bytes; a text is its size and its bytes; an
 * absent text has size -1. */
#include <stdlib.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/data/accept.h"
#include "core/data/change.h"
#include "core/data/shape.h"

static const char magic[8] = "CCNLIST1";

static void put_number(struct text *out, int64_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
    text_put(out, bytes, sizeof bytes);
}

static void put_bytes(struct text *out, const char *bytes, size_t size)
{
    put_number(out, bytes ? (int64_t)size : -1);
    if (bytes)
        text_put(out, bytes, size);
}

static void put_text(struct text *out, const char *text)
{
    put_bytes(out, text, text ? strlen(text) : 0);
}

static void put_value(struct text *out, struct value value)
{
    put_number(out, value.kind);
    if (value.kind == KIND_SHAPE)
        put_bytes(out, value.text, shape_size(value.text));
    else if (kind_is_text(value.kind))
        put_text(out, value.text);
    else if (value.kind != KIND_NONE)
        put_number(out, value.whole);
}

static void put_field(struct text *out, const struct field *field)
{
    const char *texts[] = { field->name, field->unit, field->en, field->vi,
                            field->doc };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_text(out, texts[i]);
    put_number(out, field->kind);
    put_number(out, field->refers);
    put_value(out, value_real(field->min));
    put_value(out, value_real(field->max));
    int n = 0;
    while (field->choices && field->choices[n])
        n++;
    put_number(out, n);
    for (int i = 0; i < n; i++)
        put_text(out, field->choices[i]);
}

void changes_write(const struct changes *list, struct text *out)
{
    text_put(out, magic, sizeof magic);
    put_number(out, list->n);
    for (int i = 0; i < list->n; i++) {
        const struct change *change = &list->change[i];
        put_number(out, change->op);
        put_text(out, change->table);
        put_text(out, change->key);
        put_text(out, change->field);
        put_value(out, change->old);
        put_value(out, change->new);
        if (change->define)
            put_field(out, change->define);
    }
}

struct reader {
    const unsigned char *at, *end;
    bool bad;
};

static int64_t get_number(struct reader *in)
{
    if (in->bad || in->end - in->at < 8) {
        in->bad = true;
        return 0;
    }
    uint64_t number = 0;
    for (int i = 0; i < 8; i++)
        number |= (uint64_t)in->at[i] << (8 * i);
    in->at += 8;
    return (int64_t)number;
}

static int64_t get_in(struct reader *in, int64_t low, int64_t high)
{
    int64_t number = get_number(in);
    if (number >= low && number <= high)
        return number;
    in->bad = true;
    return low;
}

/* Sets *size to that of the bytes; NULL when absent or bad. */
static const char *get_bytes(struct reader *in, size_t *size)
{
    int64_t n = get_in(in, -1, in->end - in->at);
    if (in->bad || n < 0 || n > in->end - in->at) {
        in->bad = in->bad || n >= 0;
        return NULL;
    }
    const char *bytes = (const char *)in->at;
    in->at += n;
    *size = (size_t)n;
    return bytes;
}

static const char *get_text(struct reader *in)
{
    size_t size = 0;
    const char *bytes = get_bytes(in, &size);
    if (!bytes)
        return NULL;
    if (memchr(bytes, '\0', size)) {
        in->bad = true;
        return NULL;
    }
    return intern_bytes(bytes, size);
}

static const char *get_shape(struct reader *in)
{
    struct err err;
    size_t size = 0;
    const char *bytes = get_bytes(in, &size);
    const char *shape = bytes ? shape_from_gpkg(bytes, size, &err) : NULL;
    in->bad = in->bad || !shape;
    return shape;
}

static struct value get_value(struct reader *in)
{
    struct value value = { .kind = (enum kind)get_in(in, 0, KINDS - 1) };
    if (value.kind == KIND_SHAPE)
        value.text = get_shape(in);
    else if (kind_is_text(value.kind))
        value.text = get_text(in);
    else if (value.kind != KIND_NONE)
        value.whole = get_number(in);
    if (kind_is_text(value.kind) && !value.text)
        in->bad = true;
    return in->bad ? value_none() : value;
}

static double get_real(struct reader *in)
{
    struct value value = get_value(in);
    in->bad = in->bad || value.kind != KIND_REAL;
    return in->bad ? 0 : value.real;
}

static const struct field *get_field(struct reader *in)
{
    struct field field = { 0 };
    field.name = get_text(in);
    field.unit = get_text(in);
    field.en = get_text(in);
    field.vi = get_text(in);
    field.doc = get_text(in);
    field.kind = (enum kind)get_in(in, 0, KINDS - 1);
    field.refers = (int)get_in(in, 0, FIELDS_MAX);
    field.min = get_real(in);
    field.max = get_real(in);
    int n = (int)get_in(in, 0, 1000);
    const char **choices = mem_new((size_t)n + 1, sizeof *choices);
    for (int i = 0; i < n && !in->bad; i++) {
        choices[i] = get_text(in);
        in->bad = in->bad || !choices[i];
    }
    field.choices = n > 0 ? choices : NULL;
    in->bad = in->bad || !field.name || !field.unit || !field.en || !field.vi ||
              !field.doc;
    const struct field *kept = in->bad ? NULL : field_keep(&field);
    free(choices);
    return kept;
}

static struct change get_change(struct reader *in)
{
    struct change change = { .op = (enum change_op)get_in(in, 0,
                                                          CHANGE_OPS - 1) };
    change.table = get_text(in);
    change.key = get_text(in);
    change.field = get_text(in);
    change.old = get_value(in);
    change.new = get_value(in);
    bool defines = change.op == CHANGE_DEFINE || change.op == CHANGE_UNDEFINE;
    if (!change.table || (!defines && !change.key) ||
        (change.op == CHANGE_SET && !change.field))
        in->bad = true;
    if (!in->bad && defines)
        change.define = get_field(in);
    return change;
}

struct changes *changes_read(const void *bytes, size_t size, struct err *err)
{
    struct reader in = { bytes, (const unsigned char *)bytes + size, false };
    struct changes *list = changes_new();
    if (size < sizeof magic || memcmp(bytes, magic, sizeof magic) != 0)
        in.bad = true;
    else
        in.at += sizeof magic;

    int64_t n = get_in(&in, 0, INT32_MAX);
    for (int64_t i = 0; i < n && !in.bad; i++)
        changes_push(list, get_change(&in));
    if (!in.bad && in.at == in.end)
        return list;
    changes_free(list);
    err_set(err, ERR_FORMAT, "these bytes are no list of changes");
    return NULL;
}
