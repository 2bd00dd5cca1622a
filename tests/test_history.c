/* Versions and decisions in the plan file: the chain, what may follow what, and
 * the first thing that does not agree. */
#include "test.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/data/digest.h"
#include "core/model/model.h"
#include "core/store/history.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[512];
static const char *before; /* what the tables held when they were read */

static void office(struct plan *plan, const char *key, const char *duties)
{
    struct err err;
    int row = plan_add_key(plan, OFFICE, key, &err);
    assert_ok(row >= 0);
    assert_ok(plan_set(plan, OFFICE, row, OFFICE_ROLE, value_text(key), &err));
    assert_ok(
        plan_set(plan, OFFICE, row, OFFICE_DUTIES, value_text(duties), &err));
}

static struct plan *load(void)
{
    struct err err;
    struct plan *plan = store_open(path, &known, &err);
    assert_ok(plan != NULL);
    return plan;
}

static bool add(struct entry *entry, const struct changes *list,
                const struct plan *plan, struct err *err)
{
    struct history history;
    assert_true(history_read(path, &history, err));
    int n = history.n;
    struct plan *head =
        history_content(&history, history_head(&history, n), &known, err);
    assert_non_null(head);
    struct plan *after = plan_fork(head, "after");
    if (list) {
        assert_true(changes_apply(after, list, err));
        history_fill(entry, list);
        entry->parent = history_head(&history, n);
        entry->content = plan_digest(after);
    } else {
        entry->content =
            history.entry[history_find(&history, n, entry->version)].content;
    }
    bool ok = history_allows(&history, n, entry, head, after, err) &&
              history_add(path, &history, entry, plan, before, err);
    free(entry->bytes);
    plan_free(after);
    plan_free(head);
    history_release(&history);
    return ok;
}

static bool decide(int64_t version, const char *verdict, const char *role,
                   const char *initials, const struct plan *plan,
                   struct err *err)
{
    struct entry entry = { .decides = true,
                           .version = version,
                           .kind = verdict,
                           .title = "",
                           .summary = "",
                           .reason = "",
                           .role = role,
                           .initials = initials,
                           .day = "2026-11-29" };
    return add(&entry, NULL, plan, err);
}

static bool draft(int64_t version, const char *kind, const struct changes *list,
                  struct err *err)
{
    struct entry entry = { .version = version,
                           .kind = kind,
                           .title = "T",
                           .reason = "",
                           .role = "A",
                           .initials = "NVA",
                           .day = "2026-11-29" };
    return add(&entry, list, NULL, err);
}

/* From draft to published. */
static void through(int64_t version, const struct plan *plan)
{
    struct err err;
    assert_ok(decide(version, "check", "A", "NVA", NULL, &err));
    assert_ok(decide(version, "submit", "A", "NVA", NULL, &err));
    assert_ok(decide(version, "approve", "B", "PVC", NULL, &err));
    assert_ok(decide(version, "publish", "A", "NVA", plan, &err));
}

static void set(struct plan *plan, int64_t projects)
{
    struct err err;
    assert_ok(plan_set(plan, CLUSTER, 0, CLUSTER_PROJECTS,
                       value_whole(projects), &err));
}

/* A base with one cluster of one project, and v2, published, with two. */
static int setup(void **state)
{
    struct err err;
    before = NULL;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_history-%ld.gpkg",
             build ? build : "build", (long)getpid());
    unlink(path);
    struct plan *plan = model_new("P"), *empty = model_new("");
    assert_ok(plan_add_key(plan, CLUSTER, "X", &err) == 0);
    set(plan, 1);
    office(plan, "A", "draft;check;publish");
    office(plan, "B", "approve");
    assert_ok(store_save(plan, path, &err));
    struct changes *all = changes_between(empty, plan);
    assert_ok(draft(1, "base", all, &err));
    struct plan *two = plan_fork(plan, "two");
    set(two, 2);
    struct changes *list = changes_between(plan, two);
    assert_ok(draft(2, "change", list, &err));
    through(2, two);
    changes_free(all);
    changes_free(list);
    plan_free(two);
    plan_free(plan);
    plan_free(empty);
    *state = NULL;
    return 0;
}

static int teardown(void **state)
{
    char name[600];
    (void)state;
    unlink(path);
    snprintf(name, sizeof name, "%s-journal", path);
    unlink(name);
    return 0;
}

/* Whether all agrees; else the first thing that does not is in err. */
static bool verify(struct changes **outside, struct err *err)
{
    struct history history;
    *outside = NULL;
    if (!history_read(path, &history, err))
        return false;
    struct plan *plan = load();
    bool ok = history_verify(&history, plan, &known, outside, err);
    plan_free(plan);
    history_release(&history);
    return ok;
}

static void agrees(void)
{
    struct err err;
    struct changes *outside;
    assert_ok(verify(&outside, &err));
    assert_null(outside);
}

static void a_published_version_is_the_plan_and_agrees(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    agrees();
    assert_ok(history_read(path, &history, &err));
    assert_int_equal(history.n, 6);
    assert_int_equal(history_head(&history, 6), 2);
    assert_int_equal(history_head(&history, 5), 1);
    assert_int_equal(history_state(&history, 6, 1), STATE_SUPERSEDED);
    assert_int_equal(history_state(&history, 5, 2), STATE_APPROVED);
    struct plan *plan = load();
    struct plan *first = history_content(&history, 1, &known, &err);
    struct plan *second = history_content(&history, 2, &known, &err);
    assert_int_equal(plan_get(first, CLUSTER, 0, CLUSTER_PROJECTS).whole, 1);
    assert_string_equal(plan_digest(second), plan_digest(plan));
    plan_free(first);
    plan_free(second);
    plan_free(plan);
    history_release(&history);
}

static void an_undo_has_the_very_contents_of_before(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    assert_ok(history_read(path, &history, &err));
    struct changes *list = history_changes(&history.entry[1], &err);
    struct changes *inverse = changes_invert(list);
    assert_ok(draft(3, "undo", inverse, &err));
    const char *first = history.entry[0].content;
    history_release(&history);
    assert_ok(history_read(path, &history, &err));
    assert_string_equal(history.entry[6].content, first);
    history_release(&history);
    changes_free(list);
    changes_free(inverse);
    agrees();
}

static uint64_t seed;

static int draw(int n)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)n);
}

/* Any change to the clusters, and fields of one's own come and are filled. */
static void change_somehow(struct plan *plan)
{
    static const char *const keys[] = { "X", "Y", "Z" };
    static const char *const names[] = { "x_a", "x_b", "x_c" };
    const struct field own = { .name = names[draw(3)],
                               .kind = KIND_WHOLE,
                               .unit = "" };
    struct err err;
    const char *key = keys[draw(3)];
    int row = plan_find(plan, CLUSTER, key);
    int field = schema_field(plan_schema(plan, CLUSTER), own.name);
    if (row < 0)
        plan_add_key(plan, CLUSTER, key, &err);
    else if (draw(6) == 0)
        plan_remove(plan, CLUSTER, row, &err);
    else if (field < 0)
        plan_define(plan, CLUSTER, &own, &err);
    else
        plan_set(plan, CLUSTER, row, draw(2) ? field : CLUSTER_PROJECTS,
                 value_whole(draw(9)), &err);
}

/* Publish a version of a kind with these changes. */
static void publish(int64_t version, const char *kind,
                    const struct changes *list)
{
    struct err err;
    struct plan *plan = load();
    assert_ok(draft(version, kind, list, &err));
    assert_ok(changes_apply(plan, list, &err));
    through(version, plan);
    plan_free(plan);
}

static void
random_versions_are_undone_to_the_very_contents_of_before(void **state)
{
    enum { VERSIONS = 6 };
    (void)state;
    int64_t version = 2;
    for (uint64_t start = 1; start <= 4; start++) {
        const char *content[VERSIONS];
        struct changes *list[VERSIONS];
        seed = start * 0x9E3779B97F4Au;
        for (int i = 0; i < VERSIONS; i++) {
            struct plan *plan = load(), *fork = plan_fork(plan, "F");
            for (int k = 0; k < 12; k++)
                change_somehow(fork);
            content[i] = plan_digest(plan);
            list[i] = changes_between(plan, fork);
            publish(++version, "change", list[i]);
            plan_free(fork);
            plan_free(plan);
        }
        for (int i = VERSIONS - 1; i >= 0; i--) {
            struct changes *inverse = changes_invert(list[i]);
            publish(++version, "undo", inverse);
            struct plan *plan = load();
            assert_string_equal(plan_digest(plan), content[i]);
            plan_free(plan);
            changes_free(inverse);
            changes_free(list[i]);
        }
    }
    agrees();
}

static void what_may_not_follow_is_refused_and_adds_nothing(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    assert_false(decide(2, "publish", "A", "NVA", NULL, &err));
    assert_int_equal(err.code, ERR_READONLY);
    assert_false(decide(1, "bless", "A", "NVA", NULL, &err));
    assert_int_equal(err.code, ERR_UNKNOWN);
    struct changes *none = changes_new();
    assert_false(draft(3, "base", none, &err));
    assert_int_equal(err.code, ERR_EXISTS);
    assert_false(draft(4, "change", none, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_false(draft(3, "novelty", none, &err));
    assert_int_equal(err.code, ERR_UNKNOWN);
    changes_free(none);
    assert_ok(history_read(path, &history, &err));
    assert_int_equal(history.n, 6);
    history_release(&history);
}

static void an_entry_added_meanwhile_is_noticed(void **state)
{
    struct err err;
    struct history old;
    (void)state;
    assert_ok(history_read(path, &old, &err));
    struct changes *none = changes_new();
    assert_ok(draft(3, "change", none, &err));
    struct entry late = { .decides = true,
                          .version = 3,
                          .kind = "check",
                          .title = "",
                          .summary = "",
                          .reason = "",
                          .role = "A",
                          .initials = "NVA",
                          .office = "A",
                          .day = "2026-11-29",
                          .content = old.entry[5].content };
    assert_false(history_add(path, &old, &late, NULL, NULL, &err));
    assert_int_equal(err.code, ERR_MOVED);
    changes_free(none);
    history_release(&old);
}

/* Somebody writes between what is read and what is written. */
static void a_writer_in_between_loses_nothing(void **state)
{
    struct err err;
    (void)state;
    struct plan *plan = load(), *three = plan_fork(plan, "three");
    set(three, 3);
    struct changes *list = changes_between(plan, three);
    assert_ok(draft(3, "change", list, &err));
    assert_ok(decide(3, "check", "A", "NVA", NULL, &err));
    assert_ok(decide(3, "submit", "A", "NVA", NULL, &err));
    assert_ok(decide(3, "approve", "B", "PVC", NULL, &err));
    before = plan_digest(plan);

    struct plan *theirs = load();
    set(theirs, 9);
    assert_ok(store_save(theirs, path, &err));
    assert_false(decide(3, "publish", "A", "NVA", three, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_false(store_save_over(three, before, path, &err));
    assert_int_equal(err.code, ERR_MOVED);
    struct plan *now = load();
    assert_string_equal(plan_digest(now), plan_digest(theirs));
    plan_free(now);

    assert_ok(store_save_over(plan, plan_digest(theirs), path, &err));
    assert_ok(decide(3, "publish", "A", "NVA", three, &err));
    agrees();
    changes_free(list);
    plan_free(theirs);
    plan_free(three);
    plan_free(plan);
}

/* By hand */

static void execute(const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void is_found(const char *sql, const char *words)
{
    void *state = NULL;
    struct err err;
    struct changes *outside;
    teardown(&state);
    setup(&state);
    execute(sql);
    assert_false(verify(&outside, &err));
    if (!strstr(err.text, words))
        fail_msg("%s: %s", sql, err.text);
    changes_free(outside);
}

static void every_column_of_an_entry_is_under_its_hash(void **state)
{
    static const char *const columns[] = {
        "kind",    "title",   "reason", "role",   "initials", "office", "day",
        "written", "content", "before", "sha256", "summary",  "changes"
    };
    char sql[200];
    (void)state;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        snprintf(sql, sizeof sql,
                 "UPDATE version SET %s = CAST(%s || 'x' AS %s) WHERE id = 2",
                 columns[i], columns[i],
                 strcmp(columns[i], "changes") == 0 ? "BLOB" : "TEXT");
        is_found(sql, "entry 2 (v2, version): it is not as it was written");
    }
    is_found("UPDATE version SET follows = 1 WHERE id = 2", "entry 2 (v2");
    is_found("UPDATE version SET parent = 0 WHERE id = 2", "entry 2 (v2");
    is_found("UPDATE decision SET verdict = 'reject' WHERE entry = 5",
             "entry 5 (v2, reject): it is not as it was written");
    is_found("DELETE FROM decision WHERE entry = 4", "entry 4 is missing");
}

static void a_value_of_the_plan_is_outside_of_versions(void **state)
{
    (void)state;
    is_found("UPDATE office SET name = 'Z' WHERE key = 'B'",
             "1 changes outside of any version, the first: office 'B'");
}

/* Where some bytes stand in the file, or -1. */
static long find_bytes(const char *bytes, size_t size)
{
    FILE *file = fopen(path, "rb");
    static char all[1 << 22];
    size_t n = fread(all, 1, sizeof all, file);
    fclose(file);
    for (size_t i = 0; i + size <= n; i++) {
        if (memcmp(all + i, bytes, size) == 0)
            return (long)i;
    }
    return -1;
}

static void a_byte_changed_by_a_hex_editor_is_found(void **state)
{
    struct err err;
    struct changes *outside;
    (void)state;
    /* initials of the approving decision, behind its verdict and comment */
    long at = find_bytes("approveBPVC", 11);
    assert_true(at > 0);
    FILE *file = fopen(path, "r+b");
    fseek(file, at + 8, SEEK_SET);
    fputc('Q', file);
    fclose(file);
    assert_false(verify(&outside, &err));
    assert_non_null(
        strstr(err.text, "entry 5 (v2, approve): it is not as it was written"));
}

/* Whoever rewrites hashes as well meets the next entry. */
static void a_new_hash_breaks_the_link_to_the_next(void **state)
{
    struct err err;
    struct history history;
    struct changes *outside;
    char sql[300];
    (void)state;
    assert_ok(history_read(path, &history, &err));
    struct entry entry = history.entry[2];
    entry.initials = "XYZ";
    snprintf(sql, sizeof sql,
             "UPDATE decision SET initials = 'XYZ', sha256 = '%s'"
             " WHERE entry = 3",
             history_digest(&entry));
    execute(sql);
    assert_false(verify(&outside, &err));
    assert_non_null(strstr(err.text, "entry 4 (v2, submit): it does not follow "
                                     "the entry before"));
    history_release(&history);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_published_version_is_the_plan_and_agrees),
        TEST(an_undo_has_the_very_contents_of_before),
        TEST(random_versions_are_undone_to_the_very_contents_of_before),
        TEST(a_writer_in_between_loses_nothing),
        TEST(what_may_not_follow_is_refused_and_adds_nothing),
        TEST(an_entry_added_meanwhile_is_noticed),
        TEST(every_column_of_an_entry_is_under_its_hash),
        TEST(a_value_of_the_plan_is_outside_of_versions),
        TEST(a_byte_changed_by_a_hex_editor_is_found),
        TEST(a_new_hash_breaks_the_link_to_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
