/* Which entry may stand behind which: consultation, authors, the urgent way,
 * and the days.  The chain is only in memory. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "core/data/digest.h"
#include "core/model/model.h"
#include "core/store/history.h"
#include "core/store/office.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };

enum { ENTRIES_MOST = 60 };

static struct entry list[ENTRIES_MOST];
static struct history history;
static struct plan *plan; /* in force: its offices */
static const char *day;
static struct err err;

static void office(const char *key, const char *duties, const char *ground)
{
    int row = plan_add_key(plan, OFFICE, key, &err);
    assert_ok(row >= 0);
    assert_ok(plan_set(plan, OFFICE, row, OFFICE_ROLE, value_text(key), &err));
    assert_ok(
        plan_set(plan, OFFICE, row, OFFICE_DUTIES, value_text(duties), &err));
    if (ground)
        assert_ok(plan_set(plan, OFFICE, row, OFFICE_GROUND, value_text(ground),
                           &err));
}

static bool allowed(struct entry entry)
{
    entry.number = history.n + 1;
    entry.day = day;
    err.text[0] = '\0';
    if (!history_allows(&history, history.n, &entry, plan, plan, &err))
        return false;
    assert_true(history.n < ENTRIES_MOST);
    list[history.n++] = entry;
    return true;
}

static bool decide_why(int64_t version, const char *verdict, const char *role,
                       const char *initials, const char *reason)
{
    return allowed((struct entry){ .decides = true,
                                   .version = version,
                                   .kind = verdict,
                                   .reason = reason,
                                   .role = role,
                                   .initials = initials,
                                   .content = "" });
}

static bool decide(int64_t version, const char *verdict, const char *role,
                   const char *initials)
{
    return decide_why(version, verdict, role, initials, "");
}

/* The next version, on what is in force. */
static bool draft_with(const char *kind, int64_t follows, const char *initials,
                       const struct changes *changes)
{
    int64_t last = 0;
    for (int i = 0; i < history.n; i++)
        last = list[i].version > last ? list[i].version : last;
    struct entry entry = { .version = last + 1,
                           .parent = history_head(&history, history.n),
                           .follows = follows,
                           .kind = kind,
                           .title = "T",
                           .reason = "",
                           .role = "A",
                           .initials = initials,
                           .content = "" };
    history_fill(&entry, changes);
    bool ok = allowed(entry);
    if (!ok)
        free(entry.bytes);
    return ok;
}

static bool draft(const char *kind, int64_t follows, const char *initials)
{
    struct changes *none = changes_new();
    bool ok = draft_with(kind, follows, initials, none);
    changes_free(none);
    return ok;
}

static void refused_as(bool ok, const char *words)
{
    assert_false(ok);
    if (!strstr(err.text, words))
        fail_msg("'%s' does not say '%s'", err.text, words);
}

static enum state state_of(int64_t version)
{
    return history_state(&history, history.n, version);
}

static void check_and_submit(int64_t version)
{
    assert_ok(decide(version, "check", "A", "NVA"));
    assert_ok(decide(version, "submit", "A", "NVA"));
}

/* A base, v1. */
static int setup(void **state)
{
    (void)state;
    history = (struct history){ .entry = list };
    day = "2026-11-29";
    plan = model_new("P");
    office("A", "draft;check;publish;record", NULL);
    office("B", "approve", NULL);
    office("D", "urgent", "Art. 7");
    office("E", "urgent", NULL);
    assert_ok(draft("base", 0, "NVA"));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    for (int i = 0; i < history.n; i++)
        free(list[i].bytes);
    plan_free(plan);
    return 0;
}

static void an_author_does_not_approve(void **state)
{
    (void)state;
    assert_ok(draft("change", 0, "NVA"));
    check_and_submit(2);
    refused_as(decide(2, "approve", "B", "nva"), "is the author of v2");
    assert_ok(decide(2, "return", "B", "NVA"));
    assert_ok(draft("change", 2, "PVC"));
    assert_int_equal(state_of(2), STATE_SUPERSEDED);
    check_and_submit(3);
    refused_as(decide(3, "approve", "B", "PVC"), "is the author of v3");
    refused_as(decide(3, "approve", "B", "NVA"), "is the author of v2");
    assert_ok(decide(3, "approve", "B", "TTB"));
    assert_ok(decide(3, "publish", "A", "NVA"));
    assert_int_equal(state_of(3), STATE_PUBLISHED);
}

/* Of a chain that a stranger wrote: the search ends. */
static void a_version_in_place_of_itself_has_one_author(void **state)
{
    (void)state;
    assert_ok(draft("change", 0, "NVA"));
    check_and_submit(2);
    list[1].follows = 2;
    refused_as(decide(2, "approve", "B", "NVA"), "is the author of v2");
    assert_ok(decide(2, "approve", "B", "PVC"));
}

static void who_is_to_be_heard_is_heard_first(void **state)
{
    (void)state;
    office("C", "consult", NULL);
    office("C2", "consult", NULL);
    assert_ok(draft("change", 0, "NVA"));
    check_and_submit(2);
    refused_as(decide(2, "approve", "B", "PVC"),
               "v2: 'C' has not given its opinion yet");
    assert_ok(decide(2, "consult", "C", "LTD"));
    refused_as(decide(2, "approve", "B", "PVC"),
               "v2: 'C2' has not given its opinion yet");
    assert_ok(decide(2, "consult", "C2", "LTD"));
    assert_ok(decide(2, "approve", "B", "PVC"));
}

static void days_do_not_go_back(void **state)
{
    (void)state;
    assert_ok(draft("change", 0, "NVA"));
    day = "2026-11-28";
    refused_as(decide(2, "check", "A", "NVA"),
               "the day 2026-11-28 is before 2026-11-29");
    day = "2026-11-30";
    assert_ok(decide(2, "check", "A", "NVA"));
}

static void
a_version_whose_base_moved_is_returned_and_not_approved(void **state)
{
    (void)state;
    assert_ok(draft("change", 0, "NVA"));
    assert_ok(draft("change", 0, "NVA"));
    check_and_submit(2);
    check_and_submit(3);
    assert_ok(decide(2, "approve", "B", "PVC"));
    assert_ok(draft("record", 0, "NVA")); /* which moves nothing */
    assert_int_equal(history_head(&history, history.n), 4);
    assert_ok(decide(2, "publish", "A", "NVA"));
    refused_as(decide(3, "approve", "B", "PVC"),
               "the base moved: v3 starts from v1");
    assert_ok(decide(3, "reject", "B", "PVC"));
    assert_true(history_moved(&history, history.n, 3)); /* never in force */
}

static void
an_urgent_decision_has_a_reason_a_ground_and_another_author(void **state)
{
    (void)state;
    assert_ok(draft("change", 0, "NVA"));
    assert_ok(decide(2, "check", "A", "NVA"));
    refused_as(decide(2, "urgent", "D", "PVC"), "needs its reason");
    refused_as(decide_why(2, "urgent", "D", "NVA", "flood"),
               "is the author of v2");
    refused_as(decide_why(2, "urgent", "E", "PVC", "flood"),
               "on which ground is not said");
    assert_ok(decide_why(2, "urgent", "D", "PVC", "flood"));
    assert_int_equal(state_of(2), STATE_URGENT);
    assert_int_equal(history_head(&history, history.n), 2);
}

/* v2 is in force urgently; v3 is approved, on top of it. */
static void hurry(void)
{
    office("C", "consult", NULL);
    assert_ok(draft("change", 0, "NVA"));
    assert_ok(decide(2, "check", "A", "NVA"));
    assert_ok(decide_why(2, "urgent", "D", "PVC", "flood"));
    assert_ok(draft("change", 0, "NVA"));
    check_and_submit(3);
    assert_ok(decide(3, "consult", "C", "LTD"));
    assert_ok(decide(3, "approve", "B", "PVC"));
}

static void what_is_urgent_is_confirmed_before_anything_else(void **state)
{
    (void)state;
    hurry();
    refused_as(decide(3, "publish", "A", "NVA"),
               "v2 is in force urgently and not confirmed yet");
    refused_as(decide(2, "confirm", "B", "NVA"), "is the author of v2");
    refused_as(decide(2, "confirm", "B", "PVC"), "has not given its opinion");
    assert_ok(decide(2, "consult", "C", "LTD"));
    assert_int_equal(state_of(2), STATE_URGENT); /* heard afterwards */
    assert_ok(decide(2, "confirm", "B", "PVC"));
    assert_int_equal(state_of(2), STATE_PUBLISHED);
    assert_ok(decide(3, "publish", "A", "NVA"));
    assert_int_equal(state_of(2), STATE_SUPERSEDED);
}

static void what_is_urgent_is_undone_at_once(void **state)
{
    (void)state;
    hurry();
    assert_ok(draft("undo", 0, "NVA"));
    check_and_submit(4);
    assert_ok(decide(4, "consult", "C", "LTD"));
    assert_ok(decide(4, "approve", "B", "PVC"));
    assert_ok(decide(4, "publish", "A", "NVA"));
    refused_as(decide(2, "confirm", "B", "PVC"),
               "v2 is superseded, so 'confirm' cannot follow");
    refused_as(decide(3, "publish", "A", "NVA"), "the base moved");
}

static void a_record_changes_no_value_and_no_field(void **state)
{
    const struct field own = { .name = "x_a", .kind = KIND_REAL, .unit = "" };
    (void)state;
    assert_ok(plan_add_key(plan, OBSERVATION, "o", &err) == 0);
    struct plan *one = plan_fork(plan, "one");
    assert_ok(
        plan_set(one, OBSERVATION, 0, OBSERVATION_VALUE, value_real(1), &err));
    struct plan *two = plan_fork(one, "two");
    assert_ok(
        plan_set(two, OBSERVATION, 0, OBSERVATION_VALUE, value_real(2), &err));
    struct changes *first = changes_between(plan, one),
                   *second = changes_between(one, two);
    assert_ok(draft_with("record", 0, "NVA", first));
    refused_as(draft_with("record", 0, "NVA", second),
               "observation 'o': a record only adds");
    struct plan *three = plan_fork(two, "three");
    assert_ok(plan_define(three, OBSERVATION, &own, &err));
    struct changes *third = changes_between(two, three);
    refused_as(draft_with("record", 0, "NVA", third), "a record only adds");
    changes_free(third);
    changes_free(second);
    changes_free(first);
    plan_free(three);
    plan_free(two);
    plan_free(one);
}

static void is_no_content(int64_t version, const char *words)
{
    assert_null(history_content(&history, version, &known, &err));
    if (!strstr(err.text, words))
        fail_msg("'%s' does not say '%s'", err.text, words);
}

/* Of a chain that a stranger wrote. */
static void a_chain_that_cannot_be_replayed_has_no_contents(void **state)
{
    (void)state;
    struct plan *more = plan_fork(plan, "more");
    assert_ok(plan_set(more, OFFICE, 0, OFFICE_NOTE, value_text("n"), &err));
    struct changes *changes = changes_between(plan, more);
    assert_ok(draft_with("change", 0, "NVA", changes)); /* of no such row */
    is_no_content(2, "version 2: ");
    assert_ok(draft("change", 0, "NVA"));
    free(list[2].bytes);
    list[2].bytes = NULL;
    list[2].size = 0;
    is_no_content(3, "version 3: ");
    list[history.n++] = (struct entry){
        .decides = true, .version = 2, .kind = "publish", .office = ""
    };
    list[2].parent = 2; /* whose contents there are not */
    is_no_content(3, "version 2: ");
    is_no_content(2, "version 2: ");
    list[history.n++] = (struct entry){
        .decides = true, .version = 9, .kind = "publish", .office = ""
    };
    list[2].parent = 9;
    list[history.n - 2].kind = "check";
    is_no_content(3, "there is no version v9");
    changes_free(changes);
    plan_free(more);
}

static void a_plan_without_versions_agrees_with_them(void **state)
{
    struct changes *outside;
    struct history none = { 0 };
    (void)state;
    assert_ok(history_verify(&none, plan, &known, &outside, &err));
    assert_null(outside);
}

/* The table of offices lacks one field after another. */
static void offices_need_all_their_fields(void **state)
{
    static const struct field fields[] = {
        { .name = "key", .kind = KIND_TEXT, .unit = "" },
        { .name = "role", .kind = KIND_TEXT, .unit = "" },
        { .name = "duties", .kind = KIND_SET, .unit = "" },
        { .name = "valid_from", .kind = KIND_DATE, .unit = "" },
        { .name = "valid_to", .kind = KIND_DATE, .unit = "" },
    };
    (void)state;
    for (int n = 1; n <= 5; n++) {
        const struct schema bare = {
            .name = "office", .plural = "offices", .field = fields, .nfields = n
        };
        const struct schema *const with = &bare;
        struct plan *few = plan_new("P", &with, 1);
        assert_ok(plan_add_key(few, 0, "A", &err) == 0);
        if (n == 5) {
            assert_ok(plan_set(few, 0, 0, 1, value_text("A"), &err));
            assert_ok(plan_set(few, 0, 0, 2, value_text("urgent"), &err));
        }
        assert_null(office_with(few, "A", "urgent", day, &err));
        if (!strstr(err.text, n < 5 ? "the plan has no table of offices"
                                    : "on which ground is not said"))
            fail_msg("%d fields: %s", n, err.text);
        plan_free(few);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_author_does_not_approve),
        TEST(a_version_in_place_of_itself_has_one_author),
        TEST(who_is_to_be_heard_is_heard_first),
        TEST(days_do_not_go_back),
        TEST(a_version_whose_base_moved_is_returned_and_not_approved),
        TEST(an_urgent_decision_has_a_reason_a_ground_and_another_author),
        TEST(what_is_urgent_is_confirmed_before_anything_else),
        TEST(what_is_urgent_is_undone_at_once),
        TEST(a_record_changes_no_value_and_no_field),
        TEST(a_chain_that_cannot_be_replayed_has_no_contents),
        TEST(a_plan_without_versions_agrees_with_them),
        TEST(offices_need_all_their_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
