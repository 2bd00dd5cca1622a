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
#include "core/store/office.h"

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
    office(plan, "A", "draft;check;publish;record");
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

static const struct store_options rowless = { .schemas = model_schema,
                                              .nschemas = MODEL_TABLES,
                                              .bare = true };

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

static void a_draft_says_what_the_plan_would_be(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    struct plan *plan = load(), *three = plan_fork(plan, "three");
    set(three, 3);
    struct changes *list = changes_between(plan, three);
    assert_ok(draft(3, "change", list, &err));
    assert_ok(history_read(path, &history, &err));
    struct plan *content = history_content(&history, 3, &known, &err);
    assert_ok(content != NULL);
    assert_string_equal(plan_digest(content), plan_digest(three));
    assert_null(history_content(&history, 9, &known, &err));
    assert_string_equal(err.text, "there is no version v9; the last is v3");
    struct plan *empty = history_content(&history, 0, &known, &err);
    assert_int_equal(table_rows(plan_table(empty, CLUSTER)), 0);
    history.entry[6].size = 3; /* damaged */
    assert_null(history_content(&history, 3, &known, &err));
    assert_non_null(strstr(err.text, "version 3: "));
    plan_free(empty);
    plan_free(content);
    history_release(&history);
    changes_free(list);
    plan_free(three);
    plan_free(plan);
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

/* A chain of before the rule: v3 is of an earlier day than v2. */
static void time_runs_backwards_only_in_chains_of_before(void **state)
{
    struct err err;
    struct history history;
    (void)state;
    struct plan *plan = load(), *three = plan_fork(plan, "three");
    set(three, 3);
    struct changes *list = changes_between(plan, three);
    struct entry entry = { .version = 3,
                           .parent = 2,
                           .kind = "change",
                           .title = "T",
                           .reason = "",
                           .role = "A",
                           .initials = "NVA",
                           .day = "2026-11-28" };
    assert_false(add(&entry, list, NULL, &err));
    assert_int_equal(err.code, ERR_RANGE);
    assert_non_null(strstr(err.text, "2026-11-28 is before 2026-11-29"));

    history_fill(&entry, list);
    entry.content = plan_digest(three);
    entry.office = "A";
    assert_ok(history_read(path, &history, &err));
    assert_ok(history_add(path, &history, &entry, NULL, NULL, &err));
    history_release(&history);
    free(entry.bytes);
    agrees();
    changes_free(list);
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

static void tables_that_cannot_be_read_are_put_back_from_the_chain(void **state)
{
    struct err err;
    struct history history;
    struct changes *outside;
    (void)state;
    struct plan *was = load();
    execute("INSERT INTO phase (key, cluster) VALUES ('X/1', 'nothing')");
    assert_null(store_open(path, &known, &err));
    struct plan *none = store_open(path, &rowless, &err);
    assert_ok(none != NULL);
    assert_string_equal(plan_name(none), plan_name(was));
    assert_ok(history_read(path, &history, &err));
    assert_ok(history_verify(&history, NULL, &known, &outside, &err));

    history.n--; /* as it was before another entry was added */
    assert_false(history_restore(path, &history, was, NULL, &err));
    assert_int_equal(err.code, ERR_MOVED);
    assert_null(store_open(path, &known, &err));
    history.n++;
    assert_ok(history_restore(path, &history, was, NULL, &err));
    agrees();
    history_release(&history);
    plan_free(none);
    plan_free(was);
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
             "changes outside of any version (1), the first: office 'B'");
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

static void a_field_defined_otherwise_is_outside_of_versions(void **state)
{
    struct err err;
    struct history history;
    struct changes *outside;
    struct field own = { .name = "x_a", .kind = KIND_REAL, .unit = "ha" };
    (void)state;
    struct plan *old = load(), *with = plan_fork(old, "with"),
                *otherwise = plan_fork(old, "otherwise");
    assert_ok(plan_define(with, CLUSTER, &own, &err));
    struct changes *list = changes_between(old, with);
    publish(3, "change", list);
    agrees();
    own.unit = "km";
    assert_ok(plan_define(otherwise, CLUSTER, &own, &err));
    assert_ok(history_read(path, &history, &err));
    assert_false(history_verify(&history, otherwise, &known, &outside, &err));
    assert_non_null(strstr(err.text, "has another kind, unit or choices"));
    assert_int_equal(outside->n, 0);
    history_release(&history);
    changes_free(outside);
    changes_free(list);
    plan_free(otherwise);
    plan_free(with);
    plan_free(old);
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

/* Whoever writes all hashes anew meets what the entries say. */
static void is_seen_through(int i, void (*forge)(struct entry *),
                            const char *words)
{
    struct err err = { .text = "" };
    struct history history;
    struct changes *outside;
    assert_ok(history_read(path, &history, &err));
    forge(&history.entry[i]);
    for (int k = i; k < history.n; k++) {
        history.entry[k].before = k > 0 ? history.entry[k - 1].sha256 : "";
        history.entry[k].sha256 = history_digest(&history.entry[k]);
    }
    struct plan *plan = load();
    assert_false(history_verify(&history, plan, &known, &outside, &err));
    assert_null(outside);
    if (!strstr(err.text, words))
        fail_msg("'%s' does not say '%s'", err.text, words);
    plan_free(plan);
    history_release(&history);
}

static void other_content(struct entry *entry)
{
    entry->content = "00";
}

static void other_office(struct entry *entry)
{
    entry->office = "B";
}

static void other_version(struct entry *entry)
{
    entry->version = 9;
}

static void other_kind(struct entry *entry)
{
    entry->kind = "change";
}

static void damaged(struct entry *entry)
{
    entry->size = 3;
}

/* A base on top of the base: what it adds is there already. */
static void the_base_again(struct entry *entry)
{
    struct plan *empty = model_new(""), *plan = model_new("");
    struct err err;
    assert_ok(plan_add_key(plan, CLUSTER, "X", &err) == 0);
    struct changes *list = changes_between(empty, plan);
    free(entry->bytes);
    history_fill(entry, list);
    changes_free(list);
    plan_free(empty);
    plan_free(plan);
}

static void a_chain_written_anew_is_seen_through(void **state)
{
    (void)state;
    is_seen_through(1, other_content,
                    "entry 2 (v2, version): its changes do not give the "
                    "contents that it names");
    is_seen_through(3, other_content,
                    "entry 4 (v2, submit): it decides on other contents than "
                    "those of v2");
    is_seen_through(2, other_office, "the role was held by 'A', not by 'B'");
    is_seen_through(5, other_version, "there is no version v9; the last is v2");
    is_seen_through(4, other_version, "contents than those of v9");
    is_seen_through(0, other_kind, "the plan has no versions yet");
    is_seen_through(1, damaged, "entry 2 (v2, version): version 2: ");
    is_seen_through(1, the_base_again, "entry 2 (v2, version): change 1 of 1");
}

/* Rules */

/* Why an entry may not stand behind the six there are; NULL: it may. */
static const char *refused(struct entry entry, const struct changes *list)
{
    static struct err err;
    struct history history;
    assert_ok(history_read(path, &history, &err));
    struct plan *plan = load();
    const struct entry whole = { .kind = "change",
                                 .version = 3,
                                 .parent = 2,
                                 .title = "T",
                                 .reason = "",
                                 .role = "A",
                                 .initials = "NVA",
                                 .day = "2026-11-29" };
    struct changes *none = changes_new();
    entry.kind = entry.kind ? entry.kind : whole.kind;
    entry.version = entry.version ? entry.version : whole.version;
    entry.parent = entry.parent ? entry.parent : whole.parent;
    entry.title = entry.title ? entry.title : whole.title;
    entry.role = entry.role ? entry.role : whole.role;
    entry.initials = entry.initials ? entry.initials : whole.initials;
    entry.day = entry.day ? entry.day : whole.day;
    entry.reason = whole.reason;
    history_fill(&entry, list ? list : none);
    bool may = history_allows(&history, history.n, &entry, plan, plan, &err);
    free(entry.bytes);
    changes_free(none);
    plan_free(plan);
    history_release(&history);
    return may ? NULL : err.text;
}

static void a_version_has_a_title_a_place_and_someone(void **state)
{
    (void)state;
    assert_null(refused((struct entry){ 0 }, NULL));
    assert_string_equal(refused((struct entry){ .title = "" }, NULL),
                        "a version needs a title");
    const char *who = "say who: a role and initials, as SCT:NVA";
    assert_string_equal(refused((struct entry){ .role = "" }, NULL), who);
    assert_string_equal(refused((struct entry){ .initials = "" }, NULL), who);
    assert_string_equal(refused((struct entry){ .parent = 1 }, NULL),
                        "v3 starts from v1, and v2 is in force");
    assert_string_equal(refused((struct entry){ .version = 7 }, NULL),
                        "v7 starts from v2, and v2 is in force");
    assert_string_equal(refused((struct entry){ .follows = 8 }, NULL),
                        "there is no version v8; the last is v2");
    assert_string_equal(refused((struct entry){ .follows = 2 }, NULL),
                        "v2 is published; another version does not take its "
                        "place");
    assert_string_equal(refused((struct entry){ .follows = 1 }, NULL),
                        "v1 is superseded; another version does not take its "
                        "place");
    assert_string_equal(
        refused(
            (struct entry){ .decides = true, .version = 8, .kind = "check" },
            NULL),
        "there is no version v8; the last is v2");
}

static void a_record_adds_observations_and_nothing_else(void **state)
{
    struct err err;
    (void)state;
    struct plan *plan = load(), *more = plan_fork(plan, "more");
    assert_ok(plan_add_key(more, OBSERVATION, "O1", &err) == 0);
    assert_ok(plan_set(more, OBSERVATION, 0, OBSERVATION_STATUS,
                       value_text("confirmed"), &err));
    assert_ok(plan_add_key(more, INSPECTION, "I1", &err) == 0);
    struct changes *list = changes_between(plan, more);
    assert_null(refused((struct entry){ .kind = "record" }, list));
    struct plan *other = plan_fork(more, "other");
    set(other, 9);
    struct changes *set_one = changes_between(more, other);
    const char *why = refused((struct entry){ .kind = "record" }, set_one);
    assert_string_equal(why, "cluster 'X': a record only adds observations, "
                             "inspections, firings and proposals; this needs a "
                             "version that is decided on");
    struct changes *back = changes_between(more, plan);
    assert_non_null(strstr(refused((struct entry){ .kind = "record" }, back),
                           "a record only adds observations"));
    changes_free(back);
    changes_free(set_one);
    changes_free(list);
    plan_free(other);
    plan_free(more);
    plan_free(plan);
}

/* Offices */

static void set_office(struct plan *plan, const char *key, int field,
                       const char *value)
{
    struct err err;
    int row = plan_find(plan, OFFICE, key);
    assert_ok(plan_set(plan, OFFICE, row, field, value_text(value), &err));
}

static const char *office_on(const struct plan *plan, const char *role,
                             const char *day)
{
    static struct err err;
    const char *key = office_with(plan, role, "draft", day, &err);
    return key ? key : err.text;
}

static void an_office_has_a_role_for_some_time(void **state)
{
    struct err err;
    (void)state;
    struct plan *plan = load();
    office(plan, "A2", "draft");
    set_office(plan, "A2", OFFICE_ROLE, "A");
    assert_string_equal(office_on(plan, "A", "2026-01-01"),
                        "several offices have the role 'A' on 2026-01-01 "
                        "(table office)");
    set_office(plan, "A", OFFICE_VALID_TO, "2026-06-30");
    set_office(plan, "A2", OFFICE_VALID_FROM, "2026-07-01");
    assert_string_equal(office_on(plan, "A", "2026-06-30"), "A");
    assert_string_equal(office_on(plan, "A", "2026-07-01"), "A2");
    assert_string_equal(office_on(plan, "C", "2026-07-01"),
                        "no office has the role 'C' on 2026-07-01 (table "
                        "office)");
    assert_string_equal(office_on(plan, "B", "2026-07-01"),
                        "B has not the duty 'draft' (table office, duties); "
                        "who has it: A");
    assert_string_equal(office_on(plan, "A", "tomorrow"),
                        "'tomorrow' is no date such as 2026-09-15");
    int none = plan_add_key(plan, OFFICE, "D", &err), row = 0;
    assert_ok(plan_remove(plan, OFFICE, plan_find(plan, OFFICE, "A2"), &err));
    assert_string_equal(office_on(plan, "D", "2026-07-01"),
                        "no office has the role 'D' on 2026-07-01 (table "
                        "office)");
    set_office(plan, "D", OFFICE_ROLE, "D");
    assert_string_equal(office_on(plan, "D", "2026-07-01"),
                        "D has not the duty 'draft' (table office, duties); "
                        "nobody has it");
    assert_true(none > 0);
    assert_string_equal(office_next(plan, "approve", "2026-07-01", &row), "B");
    assert_null(office_next(plan, "approve", "2026-07-01", &row));
    row = 0;
    assert_null(office_next(plan, "approve", "tomorrow", &row));
    plan_free(plan);
}

static void a_plan_without_offices_has_nobody(void **state)
{
    (void)state;
    static const struct field key = { .name = "key",
                                      .kind = KIND_TEXT,
                                      .unit = "" };
    static const struct schema bare = {
        .name = "office", .plural = "offices", .field = &key, .nfields = 1
    };
    const struct schema *const with = &bare;
    for (int i = 0; i < 2; i++) {
        int row = 0;
        struct plan *plan =
            i ? plan_new("P", &with, 1) : plan_new("P", model_schema, 1);
        assert_string_equal(office_on(plan, "A", "2026-07-01"),
                            "the plan has no table of offices");
        assert_null(office_next(plan, "draft", "2026-07-01", &row));
        plan_free(plan);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_published_version_is_the_plan_and_agrees),
        TEST(a_draft_says_what_the_plan_would_be),
        TEST(an_undo_has_the_very_contents_of_before),
        TEST(random_versions_are_undone_to_the_very_contents_of_before),
        TEST(a_writer_in_between_loses_nothing),
        TEST(what_may_not_follow_is_refused_and_adds_nothing),
        TEST(an_entry_added_meanwhile_is_noticed),
        TEST(time_runs_backwards_only_in_chains_of_before),
        TEST(tables_that_cannot_be_read_are_put_back_from_the_chain),
        TEST(every_column_of_an_entry_is_under_its_hash),
        TEST(a_value_of_the_plan_is_outside_of_versions),
        TEST(a_field_defined_otherwise_is_outside_of_versions),
        TEST(a_byte_changed_by_a_hex_editor_is_found),
        TEST(a_new_hash_breaks_the_link_to_the_next),
        TEST(a_chain_written_anew_is_seen_through),
        TEST(a_version_has_a_title_a_place_and_someone),
        TEST(a_record_adds_observations_and_nothing_else),
        TEST(an_office_has_a_role_for_some_time),
        TEST(a_plan_without_offices_has_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
