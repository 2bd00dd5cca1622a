/* One list of changes serves difference, apply, undo, rebase and the pipe.
 * Here random plans go their ways and the list must bring them together. */
#include "test.h"

#include <string.h>

#include "core/base/intern.h"
#include "core/data/change.h"
#include "core/data/digest.h"
#include "core/data/shape.h"
#include "core/model/model.h"

static uint64_t seed;
static const uint64_t step = 0x9E3779B97F4Au;

static int draw(int n)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)n);
}

static const int tables[] = { UNIT, TRADE, CLUSTER, PHASE, ENTERPRISE, PARCEL };

static const char *random_key(int n)
{
    static char key[16];
    snprintf(key, sizeof key, "k%d", draw(n));
    return key;
}

static struct value random_value(const struct field *field)
{
    if (draw(5) == 0)
        return value_none();
    switch (field->kind) {
    case KIND_REAL:
        return value_real(draw(1000) / 8.0);
    case KIND_WHOLE:
        return value_whole(1990 + draw(60));
    case KIND_MONEY:
        return value_whole(draw(1000000));
    case KIND_AREA:
        return value_area(draw(1000000));
    case KIND_CHOICE:
        return value_text(field->choices[draw(2)]);
    case KIND_DATE:
        return value_date(draw(20000));
    case KIND_FLAG:
        return value_flag(draw(2));
    case KIND_SHAPE:
        return (struct value){ .kind = KIND_SHAPE,
                               .text = shape_point(100 + draw(5), 20) };
    case KIND_SET:
        return value_text(draw(2) ? "k1;k2" : "k3");
    default:
        return value_text(random_key(12));
    }
}

/* Any change whatever; many are refused by the door, which is part of it. */
static void random_change(struct plan *plan)
{
    struct err err;
    int t = tables[draw(6)];
    int row = plan_find(plan, t, random_key(12));
    int what = draw(10);
    if (row < 0) {
        plan_add_key(plan, t, random_key(12), &err);
    } else if (what == 0) {
        plan_remove(plan, t, row, &err);
    } else if (what == 1 && draw(4) == 0) {
        static const char *const names[] = { "x_a", "x_b", "x_c" };
        const struct field field = { .name = names[draw(3)],
                                     .kind = KIND_REAL,
                                     .unit = "" };
        plan_define(plan, t, &field, &err);
    } else {
        const struct schema *schema = plan_schema(plan, t);
        int i = 1 + draw(schema->nfields - 1);
        plan_set(plan, t, row, i, random_value(&schema->field[i]), &err);
    }
}

static void random_changes(struct plan *plan, int n)
{
    for (int i = 0; i < n; i++)
        random_change(plan);
}

static struct plan *random_plan(void)
{
    struct plan *plan = model_new("Random");
    random_changes(plan, 20 + draw(200));
    return plan;
}

static void assert_equal(const struct plan *a, const struct plan *b)
{
    struct changes *list = changes_between(a, b);
    for (int i = 0; i < list->n && i < 3; i++) {
        struct text text = TEXT_INIT;
        change_print(b, &list->change[i], &text);
        print_message("%s\n", text.bytes);
        text_release(&text);
    }
    assert_int_equal(list->n, 0);
    changes_free(list);
}

/* Totals recomputed from nothing equal those kept on the way. */
static void assert_totals_right(const struct plan *plan)
{
    for (int c = 0; c < table_rows(plan_table(plan, CLUSTER)); c++) {
        if (!table_has(plan_table(plan, CLUSTER), c))
            continue;
        int64_t sum = 0, count = 0;
        bool known = true;
        const struct table *parcels = plan_table(plan, PARCEL);
        for (int p = 0; p < table_rows(parcels); p++) {
            if (!table_has(parcels, p))
                continue;
            struct value at = table_get(parcels, p, PARCEL_CLUSTER);
            struct value area = table_get(parcels, p, PARCEL_AREA);
            if (at.kind == KIND_NONE || at.whole != c)
                continue;
            count++;
            known = known && area.kind != KIND_NONE;
            sum += area.kind == KIND_NONE ? 0 : area.whole;
        }
        struct value kept = plan_get(plan, CLUSTER, c, CLUSTER_PARCEL_AREA);
        assert_true(plan_get(plan, CLUSTER, c, CLUSTER_PARCELS).whole == count);
        assert_int_equal(kept.kind, known ? KIND_AREA : KIND_NONE);
        assert_true(!known || kept.whole == sum);
    }
}

static void difference_then_apply_is_identity(void **state)
{
    (void)state;
    for (seed = 1; seed < 2500 * step; seed += step) {
        uint64_t start = seed;
        struct err err;
        struct plan *a = random_plan();
        struct plan *b = draw(2) ? plan_fork(a, "B") : random_plan();
        random_changes(b, draw(60));
        struct changes *list = changes_between(a, b);
        struct plan *c = plan_fork(a, "C");
        assert_ok(changes_apply(c, list, &err));
        assert_equal(c, b);
        assert_string_equal(plan_digest(c), plan_digest(b));
        assert_totals_right(c);

        struct changes *inverse = changes_invert(list);
        assert_ok(changes_apply(c, inverse, &err));
        assert_equal(a, c);
        assert_string_equal(plan_digest(a), plan_digest(c));
        changes_free(inverse);
        changes_free(list);
        plan_free(a);
        plan_free(b);
        plan_free(c);
        seed = start;
    }
}

static void a_list_comes_back_from_bytes_as_it_was(void **state)
{
    (void)state;
    struct err err;
    for (seed = 7; seed < 200 * step; seed += step) {
        uint64_t start = seed;
        struct plan *a = model_new("Empty"), *b = random_plan();
        struct changes *list = changes_between(a, b);
        struct text bytes = TEXT_INIT, again = TEXT_INIT;
        changes_write(list, &bytes);
        struct changes *back = changes_read(bytes.bytes, bytes.size, &err);
        assert_ok(back != NULL);
        changes_write(back, &again);
        assert_int_equal(bytes.size, again.size);
        assert_memory_equal(bytes.bytes, again.bytes, bytes.size);
        assert_ok(changes_apply(a, back, &err));
        assert_equal(a, b);
        text_release(&bytes);
        text_release(&again);
        changes_free(back);
        changes_free(list);
        plan_free(a);
        plan_free(b);
        seed = start;
    }
}

static void damaged_bytes_are_refused(void **state)
{
    (void)state;
    struct err err;
    seed = 99;
    struct plan *a = model_new("Empty"), *b = random_plan();
    struct changes *list = changes_between(a, b);
    struct text bytes = TEXT_INIT;
    changes_write(list, &bytes);
    for (size_t size = 0; size < bytes.size; size++)
        assert_null(changes_read(bytes.bytes, size, &err));
    for (int i = 0; i < 20000; i++) { /* must not crash, whatever it says */
        struct text copy = TEXT_INIT;
        text_put(&copy, bytes.bytes, bytes.size);
        for (int k = draw(4); k >= 0; k--)
            copy.bytes[draw((int)copy.size)] = (char)draw(256);
        struct changes *back = changes_read(copy.bytes, copy.size, &err);
        struct plan *c = model_new("C");
        if (back)
            changes_apply(c, back, &err);
        plan_free(c);
        changes_free(back);
        text_release(&copy);
    }
    text_release(&bytes);
    changes_free(list);
    plan_free(a);
    plan_free(b);
}

static void a_list_applies_only_to_what_it_was_made_from(void **state)
{
    (void)state;
    struct err err;
    struct plan *a = model_new("A");
    assert_ok(plan_add_key(a, CLUSTER, "C", &err) == 0);
    struct plan *b = plan_fork(a, "B");
    assert_ok(plan_set(b, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(4), &err));
    struct changes *list = changes_between(a, b);
    assert_ok(plan_set(a, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(3), &err));
    assert_false(changes_apply(a, list, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_string_equal(err.text, "change 1 of 1: cluster 'C': projects is "
                                  "not what the change expects");
    changes_free(list);
    plan_free(a);
    plan_free(b);
}

static void a_change_reads_like_a_sentence(void **state)
{
    (void)state;
    struct err err;
    struct plan *a = model_new("A");
    assert_ok(plan_add_key(a, CLUSTER, "Âu Lâu", &err) == 0);
    assert_ok(
        plan_set(a, CLUSTER, 0, CLUSTER_TOTAL_AREA, value_whole(50), &err));
    struct plan *b = plan_fork(a, "B");
    assert_ok(
        plan_set(b, CLUSTER, 0, CLUSTER_TOTAL_AREA, value_whole(75), &err));
    struct changes *list = changes_between(a, b);
    struct text text = TEXT_INIT;
    change_print(b, &list->change[0], &text);
    assert_string_equal(text.bytes,
                        "cluster 'Âu Lâu': total_area 50 ha -> 75 ha");
    text_release(&text);
    changes_free(list);
    plan_free(a);
    plan_free(b);
}

static void a_field_only_the_first_has_is_taken_away(void **state)
{
    (void)state;
    const struct field own = { .name = "x_own",
                               .kind = KIND_AREA,
                               .unit = "ha" };
    struct err err;
    struct plan *b = model_new("B");
    assert_ok(plan_add_key(b, CLUSTER, "C", &err) == 0);
    struct plan *a = plan_fork(b, "A");
    assert_ok(plan_define(a, CLUSTER, &own, &err));
    assert_ok(plan_set(a, CLUSTER, 0, CLUSTER_NFIELDS, value_real(2.5), &err));

    struct changes *list = changes_between(a, b);
    struct text text = TEXT_INIT;
    assert_int_equal(list->n, 2);
    change_print(b, &list->change[0], &text);
    assert_non_null(strstr(text.bytes, "x_own"));
    text_clear(&text);
    change_print(b, &list->change[1], &text);
    assert_string_equal(text.bytes, "- cluster.x_own");
    assert_ok(changes_apply(a, list, &err));
    assert_ptr_equal(plan_schema(a, CLUSTER), plan_schema(b, CLUSTER));
    assert_string_equal(plan_digest(a), plan_digest(b));
    text_release(&text);
    changes_free(list);
    plan_free(a);
    plan_free(b);
}

static void a_field_in_use_is_not_taken_away(void **state)
{
    (void)state;
    const struct field own = { .name = "x_own", .kind = KIND_REAL, .unit = "" };
    struct err err;
    struct conflicts found;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    struct plan *wide = plan_fork(plan, "wide");
    assert_ok(plan_define(wide, CLUSTER, &own, &err));
    struct changes *back = changes_between(wide, plan);
    assert_int_equal(back->n, 1);
    struct plan *now = plan_fork(wide, "now");
    assert_ok(plan_set(now, CLUSTER, 0, CLUSTER_NFIELDS, value_real(2), &err));
    assert_false(changes_apply(now, back, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_null(changes_rebase(back, "back", now, REBASE_REFUSE, &found, &err));
    conflicts_release(&found);
    assert_non_null(strstr(err.text, "cluster.x_own is in use: 'C'"));
    changes_free(back);
    plan_free(now);
    plan_free(wide);
    plan_free(plan);
}

static void a_field_taken_away_here_and_filled_there_is_a_conflict(void **state)
{
    (void)state;
    const struct field own = { .name = "x_own", .kind = KIND_REAL, .unit = "" };
    struct err err;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    assert_ok(plan_define(plan, CLUSTER, &own, &err));
    for (int policy = REBASE_REFUSE; policy <= REBASE_THEIRS; policy++) {
        struct plan *ours = plan_fork(plan, "ours"),
                    *theirs = plan_fork(plan, "theirs");
        struct conflicts found;
        assert_ok(plan_undefine(ours, CLUSTER, CLUSTER_NFIELDS, &err));
        assert_ok(
            plan_set(theirs, CLUSTER, 0, CLUSTER_NFIELDS, value_real(2), &err));
        struct plan *made =
            plan_rebase(ours, theirs, (enum rebase)policy, &found, &err);
        assert_int_equal(found.n, 1);
        assert_string_equal(found.conflict[0].field, "x_own");
        assert_int_equal(made != NULL, policy != REBASE_REFUSE);
        if (made)
            assert_string_equal(
                plan_digest(made),
                plan_digest(policy == REBASE_OURS ? ours : theirs));
        conflicts_release(&found);
        plan_free(made);
        plan_free(ours);
        plan_free(theirs);
    }
    plan_free(plan);
}

static void a_field_of_ones_own_comes_back_from_bytes(void **state)
{
    (void)state;
    static const char *const names[] = { "dry", "wet", NULL };
    const struct field own = {
        .name = "x_soil", .kind = KIND_CHOICE, .unit = "", .choices = names
    };
    struct err err;
    struct plan *a = model_new("A");
    assert_ok(plan_add_key(a, CLUSTER, "C", &err) == 0);
    struct plan *b = plan_fork(a, "B");
    assert_ok(plan_define(b, CLUSTER, &own, &err));
    assert_ok(
        plan_set(b, CLUSTER, 0, CLUSTER_NFIELDS, value_text("wet"), &err));
    struct changes *list = changes_between(a, b);
    struct text bytes = TEXT_INIT, words = TEXT_INIT;
    change_print(a, &list->change[0], &words);
    assert_string_equal(words.bytes, "+ cluster.x_soil");
    text_clear(&words);
    change_print(a, &list->change[1], &words); /* which A does not have yet */
    assert_string_equal(words.bytes, "cluster 'C': x_soil not known -> wet");
    text_clear(&words);
    changes_outline(list, &words);
    assert_string_equal(words.bytes, "define cluster\nset cluster 'C' x_soil");
    changes_write(list, &bytes);
    struct changes *back = changes_read(bytes.bytes, bytes.size, &err);
    assert_ok(back != NULL && changes_apply(a, back, &err));
    assert_equal(a, b);
    assert_ok(plan_add_key(a, CLUSTER, "D", &err) == 1);
    assert_false(
        plan_set(a, CLUSTER, 1, CLUSTER_NFIELDS, value_text("icy"), &err));
    assert_non_null(strstr(err.text, "it is one of: dry, wet"));
    for (size_t size = 0; size < bytes.size; size++)
        assert_null(changes_read(bytes.bytes, size, &err));
    text_release(&bytes);
    text_release(&words);
    changes_free(back);
    changes_free(list);
    plan_free(a);
    plan_free(b);
}

static void a_list_for_another_model_is_refused(void **state)
{
    (void)state;
    struct err err;
    struct conflicts found;
    struct plan *a = model_new("A");
    struct plan *other = plan_new("Other", model_schema, 1);
    assert_ok(plan_add_key(a, CLUSTER, "C", &err) == 0);
    struct plan *b = plan_fork(a, "B");
    assert_ok(plan_set(b, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(4), &err));
    struct changes *list = changes_between(a, b);
    const char *text = "change 1 of 1: there is no table 'cluster'";
    assert_false(changes_apply(other, list, &err));
    assert_string_equal(err.text, text);
    assert_null(changes_rebase(list, "B", other, REBASE_OURS, &found, &err));
    assert_string_equal(err.text, text);
    conflicts_release(&found);
    assert_null(plan_rebase(b, other, REBASE_OURS, &found, &err));
    assert_string_equal(err.text, "there is no table 'cluster'");
    conflicts_release(&found);
    struct text words = TEXT_INIT;
    change_print(other, &list->change[0], &words);
    assert_string_equal(words.bytes, "cluster 'C': projects not known -> 4");
    text_release(&words);
    list->change[0].field = "depth"; /* of an analyst who is gone */
    assert_false(changes_apply(a, list, &err));
    assert_null(changes_rebase(list, "B", a, REBASE_OURS, &found, &err));
    conflicts_release(&found);
    changes_free(list);
    plan_free(b);
    plan_free(a);
    plan_free(other);
}

/* A plan with cluster C, a fork that sets its projects, and the plan moved on
 * as asked. */
struct meeting {
    struct plan *plan, *fork;
};

static struct meeting meet(int ours, int theirs)
{
    struct err err;
    struct meeting m = { .plan = model_new("Plan") };
    assert_ok(plan_add_key(m.plan, CLUSTER, "C", &err) == 0);
    assert_ok(
        plan_set(m.plan, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(1), &err));
    m.fork = plan_fork(m.plan, "Fork");
    assert_ok(plan_set(m.fork, CLUSTER, 0, CLUSTER_PROJECTS, value_whole(ours),
                       &err));
    if (theirs < 0)
        assert_ok(plan_remove(m.plan, CLUSTER, 0, &err));
    else
        assert_ok(plan_set(m.plan, CLUSTER, 0, CLUSTER_PROJECTS,
                           value_whole(theirs), &err));
    return m;
}

static void part(struct meeting m)
{
    plan_free(m.plan);
    plan_free(m.fork);
}

static int64_t projects(const struct plan *plan)
{
    int row = plan_find(plan, CLUSTER, "C");
    return row < 0 ? -1 : plan_get(plan, CLUSTER, row, CLUSTER_PROJECTS).whole;
}

static int64_t rebased(struct meeting m, enum rebase policy, int *n)
{
    struct err err;
    struct conflicts conflicts;
    struct plan *plan = plan_rebase(m.fork, m.plan, policy, &conflicts, &err);
    int64_t result = plan ? projects(plan) : -2;
    *n = conflicts.n;
    conflicts_release(&conflicts);
    plan_free(plan);
    return result;
}

static void a_cell_both_changed_is_a_conflict(void **state)
{
    (void)state;
    int n;
    struct meeting m = meet(2, 3);
    assert_int_equal(rebased(m, REBASE_REFUSE, &n), -2);
    assert_int_equal(n, 1);
    assert_int_equal(rebased(m, REBASE_OURS, &n), 2);
    assert_int_equal(rebased(m, REBASE_THEIRS, &n), 3);
    part(m);
}

static void the_same_change_twice_is_none(void **state)
{
    (void)state;
    int n;
    struct meeting m = meet(2, 2);
    assert_int_equal(rebased(m, REBASE_REFUSE, &n), 2);
    assert_int_equal(n, 0);
    part(m);
}

static void a_row_one_removed_and_the_other_changed_is_a_conflict(void **state)
{
    (void)state;
    int n;
    struct meeting m = meet(2, -1);
    assert_int_equal(rebased(m, REBASE_REFUSE, &n), -2);
    assert_int_equal(n, 1);
    assert_int_equal(rebased(m, REBASE_OURS, &n), 2);
    assert_int_equal(rebased(m, REBASE_THEIRS, &n), -1);
    part(m);
}

static void a_row_removed_here_and_changed_there_is_a_conflict(void **state)
{
    (void)state;
    int n;
    struct err err;
    struct meeting m = meet(1, 5);
    assert_ok(plan_remove(m.fork, CLUSTER, 0, &err));
    assert_int_equal(rebased(m, REBASE_REFUSE, &n), -2);
    assert_int_equal(rebased(m, REBASE_OURS, &n), -1);
    assert_int_equal(rebased(m, REBASE_THEIRS, &n), 5);
    assert_int_equal(n, 1);
    part(m);
}

static void a_conflict_names_table_key_field_and_three_values(void **state)
{
    (void)state;
    struct err err;
    struct conflicts conflicts;
    struct meeting m = meet(2, 3);
    assert_null(plan_rebase(m.fork, m.plan, REBASE_REFUSE, &conflicts, &err));
    assert_int_equal(err.code, ERR_MOVED);
    const struct conflict *c = conflicts.conflict;
    assert_string_equal(c->table, "cluster");
    assert_string_equal(c->key, "C");
    assert_string_equal(c->field, "projects");
    assert_true(c->base.whole == 1 && c->ours.whole == 2 &&
                c->theirs.whole == 3);
    conflicts_release(&conflicts);
    part(m);
}

static void a_kept_list_rebases_as_its_fork_does(void **state)
{
    (void)state;
    int both = 0;
    for (seed = 11; seed < 600 * step; seed += step) {
        uint64_t start = seed;
        struct err err;
        struct plan *plan = random_plan();
        struct plan *fork = plan_fork(plan, "Fork");
        random_changes(fork, draw(20));
        struct changes *list = changes_between(plan, fork);
        random_changes(plan, draw(20));

        struct conflicts a, b;
        struct plan *x = plan_rebase(fork, plan, REBASE_REFUSE, &a, &err);
        struct plan *y =
            changes_rebase(list, "Fork", plan, REBASE_REFUSE, &b, &err);
        if (x && y)
            assert_equal(x, y);
        both += x && y;
        conflicts_release(&a);
        conflicts_release(&b);
        plan_free(x);
        plan_free(y);
        changes_free(list);
        plan_free(fork);
        plan_free(plan);
        seed = start;
    }
    assert_in_range(both, 200, 600);
}

/* As a file of a stranger may say. */
static void a_field_of_the_model_is_neither_defined_nor_taken_away(void **state)
{
    (void)state;
    struct err err;
    struct conflicts found;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    const char *const names[] = { "lon", "key", "total_area", "parcels" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field field = { .name = names[i],
                                     .kind = KIND_REAL,
                                     .unit = "" };
        for (int undefine = 0; undefine < 2; undefine++) {
            struct changes *list = changes_new();
            changes_push(list, (struct change){ .op = undefine ? CHANGE_UNDEFINE
                                                               : CHANGE_DEFINE,
                                                .table = intern("cluster"),
                                                .define = &field });
            struct plan *fork = plan_fork(plan, "F");
            assert_false(changes_apply(fork, list, &err));
            struct plan *made =
                changes_rebase(list, "R", plan, REBASE_REFUSE, &found, &err);
            assert_ptr_equal(plan_schema(made ? made : plan, CLUSTER),
                             plan_schema(plan, CLUSTER));
            conflicts_release(&found);
            plan_free(made);
            plan_free(fork);
            changes_free(list);
        }
    }
    plan_free(plan);
}

static void two_that_define_the_same_field_go_together(void **state)
{
    (void)state;
    const struct field own = { .name = "x_own", .kind = KIND_REAL, .unit = "" };
    struct err err;
    struct conflicts found;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    assert_ok(plan_add_key(plan, CLUSTER, "D", &err) == 1);
    struct plan *one = plan_fork(plan, "one"), *two = plan_fork(plan, "two");
    assert_ok(plan_define(one, CLUSTER, &own, &err));
    assert_ok(plan_define(two, CLUSTER, &own, &err));
    assert_ok(plan_set(one, CLUSTER, 0, CLUSTER_NFIELDS, value_real(1), &err));
    assert_ok(plan_set(two, CLUSTER, 1, CLUSTER_NFIELDS, value_real(2), &err));
    struct changes *list = changes_between(plan, two);
    struct plan *both =
        changes_rebase(list, "both", one, REBASE_REFUSE, &found, &err);
    assert_ok(both != NULL);
    for (int row = 0; row < 2; row++)
        assert_true(
            table_get(plan_table(both, CLUSTER), row, CLUSTER_NFIELDS).real ==
            row + 1);
    conflicts_release(&found);
    changes_free(list);
    plan_free(both);
    plan_free(two);
    plan_free(one);
    plan_free(plan);
}

static void a_kept_list_knows_its_conflicts(void **state)
{
    (void)state;
    struct err err;
    struct conflicts conflicts;
    struct meeting m = meet(2, 3);
    struct changes *list = changes_between(plan_base(m.fork), m.fork);
    assert_null(
        changes_rebase(list, "Fork", m.plan, REBASE_REFUSE, &conflicts, &err));
    assert_int_equal(conflicts.n, 1);
    assert_true(conflicts.conflict[0].base.whole == 1);
    conflicts_release(&conflicts);
    struct plan *ours =
        changes_rebase(list, "Fork", m.plan, REBASE_OURS, &conflicts, &err);
    assert_int_equal(projects(ours), 2);
    conflicts_release(&conflicts);
    plan_free(ours);
    changes_free(list);
    part(m);
}

static void a_fork_of_a_fork_differs_from_its_own_base(void **state)
{
    (void)state;
    struct err err;
    struct meeting m = meet(2, 1);
    struct plan *second = plan_fork(m.fork, "Second");
    assert_ok(
        plan_set(second, CLUSTER, 0, CLUSTER_OPERATING, value_whole(1), &err));
    struct changes *own = changes_between(plan_base(second), second);
    struct changes *all = changes_between(m.plan, second);
    assert_int_equal(own->n, 1);
    assert_int_equal(all->n, 2);
    changes_free(own);
    changes_free(all);
    plan_free(second);
    part(m);
}

static void what_was_changed_in_a_frozen_row_is_put_back(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, TRIGGER_SET, "a 1", &err) == 0);
    assert_ok(plan_set(plan, TRIGGER_SET, 0, TRIGGER_SET_TEXT,
                       value_text("one"), &err));
    struct plan *other = plan_fork(plan, "Other");
    struct plan *both[] = { plan, other };
    assert_ok(plan_set(other, TRIGGER_SET, 0, TRIGGER_SET_TEXT,
                       value_text("two"), &err));
    for (int i = 0; i < 2; i++)
        assert_ok(plan_set(both[i], TRIGGER_SET, 0, TRIGGER_SET_APPROVED_ON,
                           value_text("2026-12-01"), &err));
    struct changes *list = changes_between(other, plan);
    assert_false(changes_apply(other, list, &err));
    assert_non_null(strstr(err.text, "it is frozen"));
    assert_ok(changes_restore(other, list, &err));
    assert_string_equal(plan_digest(other), plan_digest(plan));
    assert_false(plan_set(other, TRIGGER_SET, 0, TRIGGER_SET_TEXT,
                          value_text("two"), &err));
    changes_free(list);
    plan_free(other);
    plan_free(plan);
}

static void a_text_of_many_lines_is_shown_by_its_hash(void **state)
{
    (void)state;
    struct err err;
    char lines[301];
    struct text text = TEXT_INIT;
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, TRIGGER_SET, "a 1", &err) == 0);
    struct plan *fork = plan_fork(plan, "F");
    memset(lines, 'a', 300);
    lines[9] = '\n';
    lines[300] = '\0';
    assert_ok(plan_set(fork, TRIGGER_SET, 0, TRIGGER_SET_TEXT,
                       value_text(lines), &err));
    struct changes *list = changes_between(plan, fork);
    change_print(plan, &list->change[0], &text);
    assert_non_null(strstr(text.bytes, "text not known -> 300 bytes of text, "
                                       "SHA-256 "));
    assert_null(strchr(text.bytes, '\n'));
    text_release(&text);
    changes_free(list);
    plan_free(fork);
    plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(difference_then_apply_is_identity),
        cmocka_unit_test(a_list_comes_back_from_bytes_as_it_was),
        cmocka_unit_test(damaged_bytes_are_refused),
        cmocka_unit_test(a_list_applies_only_to_what_it_was_made_from),
        cmocka_unit_test(a_change_reads_like_a_sentence),
        cmocka_unit_test(a_field_only_the_first_has_is_taken_away),
        cmocka_unit_test(a_field_in_use_is_not_taken_away),
        cmocka_unit_test(
            a_field_taken_away_here_and_filled_there_is_a_conflict),
        cmocka_unit_test(a_field_of_ones_own_comes_back_from_bytes),
        cmocka_unit_test(a_list_for_another_model_is_refused),
        cmocka_unit_test(a_cell_both_changed_is_a_conflict),
        cmocka_unit_test(the_same_change_twice_is_none),
        cmocka_unit_test(a_row_one_removed_and_the_other_changed_is_a_conflict),
        cmocka_unit_test(a_row_removed_here_and_changed_there_is_a_conflict),
        cmocka_unit_test(a_conflict_names_table_key_field_and_three_values),
        cmocka_unit_test(a_kept_list_rebases_as_its_fork_does),
        cmocka_unit_test(
            a_field_of_the_model_is_neither_defined_nor_taken_away),
        cmocka_unit_test(two_that_define_the_same_field_go_together),
        cmocka_unit_test(a_kept_list_knows_its_conflicts),
        cmocka_unit_test(a_fork_of_a_fork_differs_from_its_own_base),
        cmocka_unit_test(what_was_changed_in_a_frozen_row_is_put_back),
        cmocka_unit_test(a_text_of_many_lines_is_shown_by_its_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
