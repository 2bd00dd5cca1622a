#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "core/base/intern.h"
#include "core/base/mem.h"
#include "core/base/nearest.h"
#include "core/base/text.h"
#include "core/data/accept.h"

int schema_field(const struct schema *schema, const char *name)
{
    for (int i = 0; i < schema->nfields; i++) {
        if (strcmp(schema->field[i].name, name) == 0)
            return i;
    }
    return -1;
}

const char *schema_nearest(const struct schema *schema, const char *name)
{
    struct nearest nearest = nearest_to(name);
    for (int i = 0; i < schema->nfields; i++)
        nearest_try(&nearest, schema->field[i].name);
    return nearest.best;
}

/* Schemas made by schema_extend(), kept for ever, each found by the schema it
 * extends and the field it adds. */
struct extension {
    struct extension *next;
    const struct schema *from;
    struct schema schema;
};

static struct extension *extensions;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool same_names(const char *const *a, const char *const *b)
{
    if (!a || !b)
        return a == b;
    while (*a && *b && strcmp(*a, *b) == 0)
        a++, b++;
    return !*a && !*b;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_field(const struct field *a, const struct field *b)
{
    return same_text(a->name, b->name) && a->kind == b->kind &&
           same_text(a->unit, b->unit) && same_text(a->en, b->en) &&
           same_text(a->vi, b->vi) && same_text(a->doc, b->doc) &&
           a->min == b->min && a->max == b->max && a->refers == b->refers &&
           same_names(a->choices, b->choices);
}

static bool check_name(const struct schema *schema, const char *name,
                       struct err *err)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    size_t length = strlen(name);
    if (strncmp(name, "x_", 2) != 0 || length < 3 || length > 60 ||
        strspn(name, letters) != length)
        return err_set(err, ERR_TYPE,
                       "'%.60s' is no name for a field of one's own: x_ and "
                       "then a-z, 0-9 and _",
                       name);
    if (schema_field(schema, name) >= 0)
        return err_set(err, ERR_EXISTS, "%s has a field '%s' already",
                       schema->name, name);
    return true;
}

static bool check_field(const struct field *field, struct err *err)
{
    bool known = field->kind > KIND_NONE && field->kind < KIND_SHAPE;
    if (!known || field_calculated(field))
        return err_set(err, ERR_TYPE, "%s cannot be of this kind", field->name);
    if (field->kind == KIND_CHOICE && (!field->choices || !field->choices[0]))
        return err_set(err, ERR_TYPE, "%s needs its choices", field->name);
    if (field->kind == KIND_REF && field->refers <= 0)
        return err_set(err, ERR_TYPE, "%s needs the table it refers to",
                       field->name);
    if (field->kind == KIND_AREA && strcmp(field->unit, "ha") != 0 &&
        strcmp(field->unit, "m2") != 0)
        return err_set(err, ERR_TYPE, "%s: an area is in ha or m2",
                       field->name);
    if (field->min > field->max)
        return err_set(err, ERR_RANGE, "%s: its least is above its most",
                       field->name);
    return true;
}

static const char *const *keep_names(const char *const *names)
{
    size_t n = 0;
    while (names && names[n])
        n++;
    if (n == 0)
        return NULL;
    const char **kept = mem_new(n + 1, sizeof *kept);
    for (size_t i = 0; i < n; i++)
        kept[i] = intern(names[i]);
    return kept;
}

/* Fields of analysts, one of each kind, kept for ever. */
struct kept {
    struct kept *next;
    struct field field;
};

static struct kept *fields_kept;

const struct field *field_keep(const struct field *field)
{
    struct field wanted = *field;
    wanted.name = intern(field->name);
    wanted.unit = intern(field->unit ? field->unit : "");
    wanted.en = intern(field->en ? field->en : field->name);
    wanted.vi = intern(field->vi ? field->vi : wanted.en);
    wanted.doc = intern(field->doc ? field->doc : wanted.en);
    wanted.choices_vi = NULL;
    wanted.rule = wanted.aliases = NULL;

    pthread_mutex_lock(&lock);
    struct kept *kept = fields_kept;
    while (kept && !same_field(&kept->field, &wanted))
        kept = kept->next;
    if (!kept) {
        kept = mem_new(1, sizeof *kept);
        wanted.choices = keep_names(field->choices);
        *kept = (struct kept){ fields_kept, wanted };
        fields_kept = kept;
    }
    pthread_mutex_unlock(&lock);
    return &kept->field;
}

static const struct schema *extend(const struct schema *schema,
                                   const struct field *field)
{
    size_t n = (size_t)schema->nfields;
    struct field *fields = mem_new(n + 1, sizeof *fields);
    memcpy(fields, schema->field, n * sizeof *fields);
    fields[n] = *field;

    struct extension *made = mem_new(1, sizeof *made);
    made->next = extensions;
    made->from = schema;
    made->schema = *schema;
    made->schema.field = fields;
    made->schema.nfields++;
    extensions = made;
    return &made->schema;
}

const struct schema *schema_extend(const struct schema *schema,
                                   const struct field *field, struct err *err)
{
    if (!check_name(schema, field->name, err) || !check_field(field, err))
        return NULL;
    if (schema->nfields >= FIELDS_MAX) {
        err_set(err, ERR_RANGE, "%s has %d fields already", schema->name,
                FIELDS_MAX);
        return NULL;
    }

    const struct field *kept = field_keep(field);
    pthread_mutex_lock(&lock);
    const struct schema *found = NULL;
    for (struct extension *e = extensions; e && !found; e = e->next) {
        if (e->from == schema &&
            same_field(&e->schema.field[schema->nfields], kept))
            found = &e->schema;
    }
    if (!found)
        found = extend(schema, kept);
    pthread_mutex_unlock(&lock);
    return found;
}

/* The schema that this one extends, or NULL. */
static const struct schema *extended(const struct schema *schema)
{
    pthread_mutex_lock(&lock);
    struct extension *e = extensions;
    while (e && &e->schema != schema)
        e = e->next;
    pthread_mutex_unlock(&lock);
    return e ? e->from : NULL;
}

const struct schema *schema_root(const struct schema *schema)
{
    const struct schema *from;
    while ((from = extended(schema)))
        schema = from;
    return schema;
}

const struct schema *schema_without(const struct schema *schema, int field)
{
    struct err err;
    const struct schema *from = extended(schema);
    int last = schema->nfields - 1;
    if (!from || field == last)
        return from;
    const struct schema *rest = schema_without(from, field);
    return rest ? schema_extend(rest, &schema->field[last], &err) : NULL;
}
