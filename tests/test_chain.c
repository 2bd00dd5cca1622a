/* Kept scenarios in the plan file: chains of changes, each against its
 * parent. */
#include "test.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/model/model.h"
#include "core/store/chain.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[512];

static void set(struct plan *plan, int field, int64_t value)
{
    struct err err;
    assert_ok(plan_set(plan, CLUSTER, 0, field, value_whole(value), &err));
}

static void keep(const char *name, const char *parent, const struct plan *from,
                 const struct plan *to)
{
    struct err err;
    const struct store_scenario scenario = { .name = name, .parent = parent };
    struct changes *list = changes_between(from, to);
    assert_ok(store_keep(path, &scenario, list, &err));
    changes_free(list);
}

/* A plan with one cluster of one project, and A, B on A, C on B: each adds a
 * project; in the file. */
static int setup(void **state)
{
    struct err err;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_chain-%ld.gpkg",
             build ? build : "build", (long)getpid());
    unlink(path);
    struct plan *plan = model_new("P");
    assert_ok(plan_add_key(plan, CLUSTER, "X", &err) == 0);
    set(plan, CLUSTER_PROJECTS, 1);
    assert_ok(store_save(plan, path, &err));
    struct plan *a = plan_fork(plan, "A");
    set(a, CLUSTER_PROJECTS, 2);
    struct plan *b = plan_fork(a, "B");
    set(b, CLUSTER_PROJECTS, 3);
    struct plan *c = plan_fork(b, "C");
    set(c, CLUSTER_PROJECTS, 4);
    keep("A", NULL, plan, a);
    keep("B", "A", a, b);
    keep("C", "B", b, c);
    plan_free(a);
    plan_free(b);
    plan_free(c);
    *state = plan;
    return 0;
}

static int teardown(void **state)
{
    char name[600];
    plan_free(*state);
    unlink(path);
    snprintf(name, sizeof name, "%s-journal", path);
    unlink(name);
    return 0;
}

static void execute(const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static int64_t projects(const struct plan *plan)
{
    return plan_get(plan, CLUSTER, 0, CLUSTER_PROJECTS).whole;
}

/* The projects of a scenario on a plan, or -1 for conflicts; their number goes
 * to found. */
static int64_t projects_of(const char *name, const struct plan *plan,
                           enum rebase policy, int found[3])
{
    struct err err;
    struct chain chain;
    struct conflicts list[3];
    assert_ok(store_chain(path, name, &chain, &err));
    struct plan *fork = chain_on(&chain, plan, policy, list, &err);
    for (int i = 0; i < chain.n; i++) {
        found[i] = list[i].n;
        conflicts_release(&list[i]);
    }
    int64_t number = fork ? projects(fork) : -1;
    if (!fork)
        assert_int_equal(err.code, ERR_MOVED);
    plan_free(fork);
    chain_release(&chain);
    return number;
}

static void a_chain_is_its_links_in_order(void **state)
{
    struct err err;
    struct chain chain;
    int found[3];
    assert_ok(store_chain(path, "C", &chain, &err));
    assert_int_equal(chain.n, 3);
    for (int i = 0; i < 3; i++) {
        const char *const names[] = { "A", "B", "C" };
        assert_string_equal(chain.scenario[i].name, names[i]);
        assert_int_equal(chain.list[i]->n, 1);
    }
    assert_null(chain.scenario[0].parent);
    chain_release(&chain);
    assert_int_equal(projects_of("C", *state, REBASE_REFUSE, found), 4);
    assert_int_equal(projects_of("A", *state, REBASE_REFUSE, found), 2);
    assert_int_equal(projects(*state), 1); /* the plan has not changed */
}

static void conflicts_belong_to_their_links(void **state)
{
    int found[3];
    struct plan *moved = plan_fork(*state, "M");
    set(moved, CLUSTER_PROJECTS, 9);
    assert_int_equal(projects_of("C", moved, REBASE_REFUSE, found), -1);
    assert_int_equal(found[0], 1);
    assert_int_equal(found[1], 0); /* not looked at */
    assert_int_equal(projects_of("C", moved, REBASE_OURS, found), 4);
    assert_true(found[0] == 1 && found[1] == 0 && found[2] == 0);
    assert_int_equal(projects_of("C", moved, REBASE_THEIRS, found), 9);
    assert_true(found[0] == 1 && found[1] == 1 && found[2] == 1);
    set(moved, CLUSTER_PROJECTS, 2); /* what A says: no conflict */
    assert_int_equal(projects_of("C", moved, REBASE_REFUSE, found), 4);
    plan_free(moved);
}

static void a_parent_must_be_kept_and_no_descendant(void **state)
{
    (void)state;
    struct err err;
    struct changes *list = changes_new();
    struct store_scenario wrong = { .name = "D", .parent = "nobody" };
    assert_false(store_keep(path, &wrong, list, &err));
    assert_non_null(strstr(err.text, "there is no scenario 'nobody'"));
    wrong = (struct store_scenario){ .name = "A", .parent = "C" };
    assert_false(store_keep(path, &wrong, list, &err));
    assert_non_null(strstr(err.text, "'A' is an ancestor of itself"));
    wrong.parent = "A";
    assert_false(store_keep(path, &wrong, list, &err));
    changes_free(list);
}

static void what_has_children_is_discarded_with_them_or_not(void **state)
{
    (void)state;
    struct err err;
    struct chain chain;
    assert_false(store_discard(path, "B", false, &err));
    assert_non_null(strstr(err.text, "has scenarios of its own"));
    assert_false(store_discard(path, "Z", true, &err));
    assert_ok(store_discard(path, "B", true, &err));
    assert_ok(store_tree(path, &chain, &err));
    assert_int_equal(chain.n, 1);
    assert_string_equal(chain.scenario[0].name, "A");
    chain_release(&chain);
    assert_ok(store_discard(path, "A", false, &err));
}

static void what_is_promoted_lifts_its_children(void **state)
{
    struct err err;
    struct chain chain;
    struct plan *fork = plan_fork(*state, "P");
    set(fork, CLUSTER_PROJECTS, 3);
    assert_ok(store_promote(fork, NULL, path, "B", &err));
    plan_free(fork);
    struct plan *plan = store_open(path, &known, &err);
    assert_ok(plan != NULL);
    assert_int_equal(projects(plan), 3);
    plan_free(plan);
    assert_ok(store_tree(path, &chain, &err));
    assert_int_equal(chain.n, 2);
    assert_string_equal(chain.scenario[1].name, "C");
    assert_null(chain.scenario[1].parent);
    chain_release(&chain);
}

/* The file may be a stranger's. */
static void a_tree_that_is_none_is_refused(void **state)
{
    (void)state;
    struct err err;
    struct chain chain;
    execute("UPDATE scenario SET parent = 'C' WHERE name = 'A'");
    assert_false(store_chain(path, "B", &chain, &err));
    assert_non_null(strstr(err.text, "'B' is an ancestor of itself"));
    assert_ok(store_discard(path, "A", true, &err)); /* ends, all the same */
    execute("INSERT INTO scenario (name, parent, changes, summary)"
            " VALUES ('D', 'gone', x'', '')");
    assert_false(store_chain(path, "D", &chain, &err));
    execute("DELETE FROM scenario");
    struct changes *list = changes_new();
    const struct store_scenario orphan = { .name = "D" };
    assert_ok(store_keep(path, &orphan, list, &err));
    changes_free(list);
    execute("UPDATE scenario SET parent = 'gone'");
    assert_false(store_chain(path, "D", &chain, &err));
    assert_non_null(strstr(err.text, "'D' has no parent 'gone'"));
    execute("UPDATE scenario SET changes = x'0102'");
    assert_false(store_tree(path, &chain, &err));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_chain_is_its_links_in_order),
        TEST(conflicts_belong_to_their_links),
        TEST(a_parent_must_be_kept_and_no_descendant),
        TEST(what_has_children_is_discarded_with_them_or_not),
        TEST(what_is_promoted_lifts_its_children),
        TEST(a_tree_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
