#define _GNU_SOURCE /* usleep */
#include "test.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/base/clock.h"
#include "core/data/shape.h"
#include "core/model/model.h"
#include "core/store/chain.h"
#include "core/store/store.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[512];

static int setup(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_store-%ld.gpkg",
             build ? build : "build", (long)getpid());
    unlink(path);
    return 0;
}

static void remove_with(const char *tail)
{
    char name[600];
    snprintf(name, sizeof name, "%s%s", path, tail);
    unlink(name);
}

static int teardown(void **state)
{
    (void)state;
    remove_with("");
    remove_with("-journal");
    remove_with("-wal");
    remove_with(".format1.bak");
    remove_with(".format2.bak");
    remove_with(".format3.bak");
    return 0;
}

static void set(struct plan *plan, int table, int row, int field,
                struct value value)
{
    struct err err;
    assert_ok(plan_set(plan, table, row, field, value, &err));
}

/* One of everything, at its extremes where it has some. */
static struct plan *full(void)
{
    const struct field own = { .name = "x_kind",
                               .kind = KIND_CHOICE,
                               .unit = "",
                               .en = "Kind",
                               .vi = "Loại",
                               .choices = (const char *const[]){
                                   "it's", "\"b\"", NULL } };
    struct err err;
    struct plan *plan = model_new("Kế hoạch 'thử'");
    assert_ok(plan_define(plan, CLUSTER, &own, &err));
    assert_ok(plan_add_key(plan, UNIT, "X. A", &err) == 0);
    assert_ok(plan_add_key(plan, TRADE, "gỗ", &err) == 0);
    assert_ok(plan_add_key(plan, CLUSTER, "Âu Lâu", &err) == 0);
    assert_ok(plan_add_key(plan, CLUSTER, "b", &err) == 1);
    assert_ok(plan_add_key(plan, OBSERVATION, "o", &err) == 0);
    set(plan, UNIT, 0, UNIT_PARENT, value_text("X. A"));
    set(plan, UNIT, 0, UNIT_VALID_FROM, value_text("2025-07-01"));
    set(plan, CLUSTER, 0, CLUSTER_UNIT, value_text("X. A"));
    set(plan, CLUSTER, 0, CLUSTER_UNITS, value_text("X. A"));
    set(plan, CLUSTER, 0, CLUSTER_TRADES, value_text("gỗ"));
    set(plan, CLUSTER, 0, CLUSTER_KIND, value_text("CCN"));
    set(plan, CLUSTER, 0, CLUSTER_TOTAL_AREA, value_area(10000000000));
    set(plan, CLUSTER, 0, CLUSTER_COST, value_money(99999999999999999));
    set(plan, CLUSTER, 0, CLUSTER_HAS_DECISION, value_flag(false));
    set(plan, CLUSTER, 0, CLUSTER_NFIELDS, value_text("\"b\""));
    set(plan, CLUSTER, 0, CLUSTER_NOTE, value_text("a'b\"c\n%s;\t--"));
    set(plan, CLUSTER, 1, CLUSTER_SHAPE,
        (struct value){ .kind = KIND_SHAPE, .text = shape_point(104.9, 21.6) });
    set(plan, OBSERVATION, 0, OBSERVATION_VALUE, value_real(5e-324));
    return plan;
}

static void assert_same(const struct plan *a, const struct plan *b)
{
    struct changes *list = changes_between(a, b);
    assert_int_equal(list->n, 0);
    changes_free(list);
    list = changes_between(b, a);
    assert_int_equal(list->n, 0);
    changes_free(list);
}

static void save(const struct plan *plan)
{
    struct err err;
    assert_ok(store_save(plan, path, &err));
}

static struct plan *load(void)
{
    struct err err;
    struct plan *plan = store_open(path, &known, &err);
    assert_ok(plan != NULL);
    return plan;
}

static void refused(const char *text)
{
    struct err err;
    assert_null(store_open(path, &known, &err));
    if (!strstr(err.text, text))
        fail_msg("'%s' does not say '%s'", err.text, text);
}

static void sql(const char *text)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    if (sqlite3_exec(db, text, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(db);
}

static void write_file(const char *name, const void *bytes, size_t size)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void what_is_saved_comes_back_to_the_bit(void **state)
{
    (void)state;
    struct plan *plan = full();
    save(plan);
    struct plan *back = load();
    assert_same(plan, back);
    assert_string_equal(plan_name(back), "Kế hoạch 'thử'");
    assert_true(plan_get(back, CLUSTER, 0, CLUSTER_TOTAL_AREA).whole ==
                10000000000);
    save(back);
    struct plan *again = load();
    assert_same(plan, again);
    plan_free(again);
    plan_free(back);
    plan_free(plan);
}

static void a_save_over_a_file_replaces_its_contents(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = full();
    save(plan);
    assert_ok(plan_remove(plan, OBSERVATION, 0, &err));
    assert_ok(plan_add_key(plan, CLUSTER, "c", &err) == 2);
    const struct field own = { .name = "x_late",
                               .kind = KIND_AREA,
                               .unit = "m2" };
    assert_ok(plan_define(plan, PARCEL, &own, &err));
    save(plan);
    struct plan *back = load();
    assert_same(plan, back);
    plan_free(back);
    plan_free(plan);
}

static void totals_are_right_after_opening(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = full();
    assert_ok(plan_add_key(plan, PARCEL, "p", &err) == 0);
    set(plan, PARCEL, 0, PARCEL_CLUSTER, value_text("b"));
    set(plan, PARCEL, 0, PARCEL_AREA, value_area(12345));
    save(plan);
    struct plan *back = load();
    assert_true(plan_get(back, CLUSTER, 1, CLUSTER_PARCEL_AREA).whole == 12345);
    plan_free(back);
    plan_free(plan);
}

static void a_scenario_is_kept_as_its_changes(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = full(), *fork = plan_fork(plan, "Lớn hơn");
    save(plan);
    set(fork, CLUSTER, 0, CLUSTER_TOTAL_AREA, value_area(7500000));
    struct changes *list = changes_between(plan, fork);
    const struct store_scenario scenario = { .name = "Lớn hơn",
                                             .question = "to hơn?" };
    assert_ok(store_keep(path, &scenario, list, &err));
    changes_free(list);
    save(plan); /* scenarios stay */

    struct chain chain;
    assert_ok(store_tree(path, &chain, &err));
    assert_int_equal(chain.n, 1);
    assert_string_equal(chain.scenario[0].name, "Lớn hơn");
    assert_string_equal(chain.scenario[0].question, "to hơn?");
    struct plan *back = load();
    assert_ok(changes_apply(back, chain.list[0], &err));
    assert_same(back, fork);
    chain_release(&chain);
    assert_false(store_chain(path, "khác", &chain, &err));
    assert_non_null(strstr(err.text, "there is no scenario 'khác'"));
    plan_free(back);
    plan_free(fork);
    plan_free(plan);
}

static void what_is_no_plan_is_refused(void **state)
{
    (void)state;
    refused("No such file");
    write_file(path, "", 0);
    refused("the file is empty");
    write_file(path, "id,name\n1,a\n", 12);
    refused("no SQLite database");
    unlink(path);
    sql("CREATE TABLE t (a)");
    refused("no plan of ccn");
    unlink(path);
    struct plan *plan = full();
    save(plan);
    plan_free(plan);
    sql("PRAGMA application_id = 7");
    refused("it is no GeoPackage");
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    refused("it is no file");
    rmdir(path);
}

static void a_newer_format_is_refused_with_a_way_out(void **state)
{
    (void)state;
    struct plan *plan = full();
    save(plan);
    sql("UPDATE ccn_meta SET value = 99 WHERE name = 'format'");
    refused("it was written by a newer ccn (format 99, this one knows 5)");
    struct err err;
    assert_false(store_save(plan, path, &err)); /* nor written over */
    plan_free(plan);
}

/* What formats 4, 3 and 2 had not. */
#define BEFORE_FIRINGS                                                         \
    "DROP TABLE proposal; DROP TABLE firing; DROP TABLE trigger_set;"          \
    "DELETE FROM gpkg_contents WHERE table_name IN ('trigger_set', 'firing', " \
    "'proposal');"                                                             \
    "DELETE FROM gpkg_data_columns WHERE table_name IN ('trigger_set', "       \
    "'firing', 'proposal');"
#define BEFORE_LOG                                                             \
    "DROP TABLE run; DROP TABLE run_part; DROP TABLE run_text;"                \
    "DROP TABLE office;"                                                       \
    "DELETE FROM gpkg_contents WHERE table_name = 'office';"                   \
    "DELETE FROM gpkg_data_columns WHERE table_name = 'office';"               \
    "ALTER TABLE scenario DROP COLUMN parameters;"                             \
    "ALTER TABLE observation DROP COLUMN unit;"                                \
    "ALTER TABLE observation DROP COLUMN received;"                            \
    "ALTER TABLE observation DROP COLUMN status;"                              \
    "DELETE FROM gpkg_data_columns WHERE table_name = 'observation' AND "      \
    "column_name IN ('unit', 'received', 'status');"
#define BEFORE_SETS                                                            \
    "DROP TABLE criteria_set;"                                                 \
    "DELETE FROM gpkg_contents WHERE table_name = 'criteria_set';"             \
    "DELETE FROM gpkg_data_columns WHERE table_name = 'criteria_set';"

/* The file is of an older format: it reads as it is, and is copied before it is
 * written. */
static void is_migrated(const char *how, const char *ending)
{
    char copy[600];
    struct stat about;
    unlink(path);
    struct plan *plan = full();
    save(plan);
    sql(BEFORE_FIRINGS);
    sql(how);
    struct plan *back = load(); /* reading leaves the file as it is */
    assert_same(plan, back);
    snprintf(copy, sizeof copy, "%s%s", path, ending);
    assert_int_not_equal(stat(copy, &about), 0);
    save(back);
    assert_int_equal(stat(copy, &about), 0);
    plan_free(back);
    back = load();
    assert_same(plan, back);
    plan_free(back);
    plan_free(plan);
    unlink(copy);
}

static void an_older_format_is_migrated_after_a_copy(void **state)
{
    (void)state;
    is_migrated(BEFORE_LOG BEFORE_SETS
                "ALTER TABLE scenario DROP COLUMN question;"
                "UPDATE ccn_meta SET value = 1 WHERE name = 'format'",
                ".format1.bak");
    sql("UPDATE scenario SET question = 'a'");
    is_migrated(BEFORE_LOG BEFORE_SETS
                "UPDATE ccn_meta SET value = 2 WHERE name = 'format'",
                ".format2.bak");
    is_migrated(BEFORE_LOG
                "UPDATE ccn_meta SET value = 3 WHERE name = 'format'",
                ".format3.bak");
    is_migrated("UPDATE ccn_meta SET value = 4 WHERE name = 'format'",
                ".format4.bak");
    sql("UPDATE scenario SET parameters = 'a'; SELECT * FROM run_part");
}

static void a_migrated_file_takes_what_was_added_on_the_way(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = full();
    save(plan);
    sql(BEFORE_FIRINGS BEFORE_LOG BEFORE_SETS
        "UPDATE ccn_meta SET value = 2 WHERE name = 'format'");
    struct plan *back = load();
    assert_ok(plan_add_key(back, CRITERIA_SET, "a 1", &err) == 0);
    assert_ok(plan_add_key(back, TRIGGER_SET, "b 1", &err) == 0);
    assert_ok(plan_add_key(back, FIRING, "b 1/t/A/2026", &err) == 0);
    set(back, FIRING, 0, FIRING_SET, value_ref(0));
    save(back);
    plan_free(plan);
    plan = load();
    assert_same(plan, back);
    plan_free(back);
    plan_free(plan);
}

static void what_ccn_does_not_write_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "CREATE VIEW v AS SELECT 1",
        "'v' that ccn does not write",
        "CREATE TRIGGER t AFTER INSERT ON unit BEGIN SELECT 1; END",
        "'t' that ccn does not write",
        "ALTER TABLE trade DROP COLUMN vsic",
        "has no column vsic",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i += 2) {
        struct plan *plan = full();
        unlink(path);
        save(plan);
        sql(bad[i]);
        refused(bad[i + 1]);
        plan_free(plan);
    }
}

static void what_others_add_beside_is_left_alone(void **state)
{
    (void)state;
    struct plan *plan = full();
    save(plan);
    sql("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY);"
        "INSERT INTO layer_styles VALUES (7);"
        "CREATE TRIGGER trigger_insert_feature_count_x AFTER INSERT ON trade "
        "BEGIN SELECT 1; END");
    struct plan *back = load();
    assert_same(plan, back);
    save(back);
    sql("UPDATE layer_styles SET id = 8 WHERE id = 7");
    plan_free(back);
    plan_free(plan);
}

static void a_column_of_others_is_not_lost(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = full();
    save(plan);
    sql("ALTER TABLE cluster ADD COLUMN colour TEXT;"
        "UPDATE cluster SET colour = 'red'");
    struct plan *back = load();
    assert_same(plan, back);
    assert_false(store_save(back, path, &err));
    assert_non_null(strstr(err.text, "a column 'colour'"));
    sql("UPDATE cluster SET colour = 'blue' WHERE colour = 'red'");
    plan_free(back);
    plan_free(plan);
}

static void a_field_may_come_back_as_another_kind(void **state)
{
    (void)state;
    struct err err;
    struct plan *old = full(), *plan = model_new("New");
    const struct field own = { .name = "x_kind",
                               .kind = KIND_WHOLE,
                               .unit = "" };
    save(old);
    assert_ok(plan_define(plan, CLUSTER, &own, &err));
    assert_ok(plan_define(plan, TRADE, &own, &err));
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    set(plan, CLUSTER, 0, CLUSTER_NFIELDS, value_whole(7));
    save(plan);
    struct plan *back = load();
    assert_same(plan, back);
    plan_free(back);
    save(old);
    back = load();
    assert_same(old, back);
    plan_free(back);
    plan_free(plan);
    plan_free(old);
}

static void values_the_door_would_refuse_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "UPDATE cluster SET unit = 'nowhere'",
        "there is no unit 'nowhere'",
        "UPDATE cluster SET units = 'a;b'",
        "there is no unit 'a'",
        "UPDATE cluster SET total_area = -1",
        "",
        "UPDATE cluster SET total_area = 'many'",
        "",
        "UPDATE cluster SET kind = 'none'",
        "",
        "UPDATE unit SET valid_from = 'July'",
        "must be a date",
        "UPDATE cluster SET note = ''",
        "empty text",
        "UPDATE cluster SET shape = x'00'",
        "GeoPackage",
        "UPDATE observation SET value = 9e999",
        "must be a number",
        "UPDATE cluster SET key = 'a;b' WHERE key = 'b'",
        "no proper key",
        "UPDATE ccn_field SET name = 'y'",
        "no name for a field",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i += 2) {
        struct plan *plan = full();
        char text[300];
        unlink(path);
        save(plan);
        snprintf(text, sizeof text, "PRAGMA ignore_check_constraints = ON; %s",
                 bad[i]);
        sql(text);
        refused(bad[i + 1]);
        plan_free(plan);
    }
}

static void a_damaged_file_is_refused_or_read_never_worse(void **state)
{
    (void)state;
    struct plan *plan = full();
    save(plan);
    FILE *file = fopen(path, "rb");
    static char bytes[1 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    uint64_t seed = 5;
    for (int i = 0; i < 300; i++) {
        static char copy[1 << 20];
        memcpy(copy, bytes, size);
        for (int k = 0; k < 20; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            copy[(seed >> 33) % size] = (char)(seed >> 20);
        }
        write_file(path, copy, i % 3 ? size : (seed >> 40) % size);
        struct err err;
        struct plan *back = store_open(path, &known, &err);
        plan_free(back);
    }
    plan_free(plan);
}

static void foreign_files_beside_are_refused(void **state)
{
    (void)state;
    static const unsigned char magic[8] = { 0xd9, 0xd5, 0x05, 0xf9,
                                            0x20, 0xa1, 0x63, 0xd7 };
    char name[600], journal[64] = { 0 };
    struct plan *plan = full();
    save(plan);
    snprintf(name, sizeof name, "%s-wal", path);
    write_file(name, "x", 1);
    refused("write-ahead log");
    unlink(name);

    snprintf(name, sizeof name, "%s-journal", path);
    memcpy(journal, magic, 8);
    memcpy(journal + 56, magic, 8); /* names a super-journal */
    write_file(name, journal, sizeof journal);
    refused("journal that ccn did not write");
    struct err err;
    assert_false(store_recover(path, &err));
    plan_free(plan);
}

static void a_busy_file_says_so_and_loses_nothing(void **state)
{
    (void)state;
    struct plan *plan = full();
    save(plan);
    sqlite3 *other;
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    struct err err;
    assert_false(store_save(plan, path, &err));
    assert_non_null(strstr(err.text, "the file is busy"));
    sqlite3_close(other);
    struct plan *back = load();
    assert_same(plan, back);
    plan_free(back);
    plan_free(plan);
}

/* A child saves for ever, each time with the next number in every row. */
static void save_for_ever(struct plan *plan)
{
    struct err err;
    for (int n = 1;; n++) {
        for (int row = 0; row < 40; row++)
            plan_set(plan, CLUSTER, row, CLUSTER_PROJECTS,
                     value_whole(n % 90000), &err);
        if (!store_save(plan, path, &err))
            _exit(1);
    }
}

/* The number that all rows have; fails when they do not agree. */
static int64_t number(const struct plan *plan)
{
    int64_t n = plan_get(plan, CLUSTER, 0, CLUSTER_PROJECTS).whole;
    for (int row = 1; row < 40; row++)
        assert_true(plan_get(plan, CLUSTER, row, CLUSTER_PROJECTS).whole == n);
    return n;
}

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void killing_the_writer_leaves_old_or_new(void **state)
{
    (void)state;
    enum { KILLS = 100 };
    struct err err;
    struct plan *plan = model_new("Kill");
    for (int i = 0; i < 40; i++) {
        char key[16];
        snprintf(key, sizeof key, "C%d", i);
        assert_ok(plan_add_key(plan, CLUSTER, key, &err) == i);
        set(plan, CLUSTER, i, CLUSTER_PROJECTS, value_whole(0));
    }
    int64_t before = now_us();
    save(plan);
    save(plan);
    int64_t span = 2 * (now_us() - before); /* four saves, however slow */
    int64_t last = 0, moved = 0;
    for (int i = 0; i < KILLS; i++) {
        pid_t child = fork();
        if (child == 0)
            save_for_ever(plan);
        usleep((useconds_t)((i * 7919) % 1000 * span / 1000));
        kill(child, SIGKILL);
        int status;
        waitpid(child, &status, 0);
        assert_true(WIFSIGNALED(status));
        assert_ok(store_recover(path, &err));
        struct plan *back = load();
        int64_t now = number(back);
        moved += now != last;
        last = now;
        plan_free(back);
    }
    assert_in_range(moved, 1, KILLS); /* some saves did get through */
    plan_free(plan);
}

/* Another process in the midst of writing the plan: more than it keeps in
 * memory, so that the file and its journal are being written. */
static pid_t write_for(int ms)
{
    int ready[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db;
        const struct timespec pause = { ms / 1000, ms % 1000 * 1000000L };
        sqlite3_open(path, &db);
        sqlite3_exec(db,
                     "PRAGMA cache_size = 2; BEGIN IMMEDIATE;"
                     "UPDATE trade SET note = 'new'; CREATE TABLE big (x);"
                     "INSERT INTO big VALUES (zeroblob(1000000));"
                     "DROP TABLE big",
                     NULL, NULL, NULL);
        ssize_t told = write(ready[1], "w", 1);
        nanosleep(&pause, NULL);
        sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
        _exit(told == 1 ? 0 : 1);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    close(ready[1]);
    return child;
}

static void who_reads_waits_for_who_writes(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = full();
    assert_ok(store_save(plan, path, &err));
    plan_free(plan);
    pid_t child = write_for(300);
    plan = store_open(path, &known, &err);
    assert_ok(plan != NULL);
    assert_string_equal(plan_get(plan, TRADE, 0, TRADE_NOTE).text, "new");
    plan_free(plan);
    waitpid(child, NULL, 0);
    child = write_for(60000);
    int64_t before = clock_ms();
    assert_null(store_open(path, &known, &err));
    assert_in_range(clock_ms() - before, 4900, 10000);
    assert_non_null(strstr(err.text, "the file is busy"));
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    assert_null(store_open(path, &known, &err));
    assert_non_null(strstr(err.text, "a write was cut off"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_saved_comes_back_to_the_bit),
        TEST(a_save_over_a_file_replaces_its_contents),
        TEST(totals_are_right_after_opening),
        TEST(a_scenario_is_kept_as_its_changes),
        TEST(what_is_no_plan_is_refused),
        TEST(a_newer_format_is_refused_with_a_way_out),
        TEST(an_older_format_is_migrated_after_a_copy),
        TEST(a_migrated_file_takes_what_was_added_on_the_way),
        TEST(what_ccn_does_not_write_is_refused),
        TEST(what_others_add_beside_is_left_alone),
        TEST(a_column_of_others_is_not_lost),
        TEST(a_field_may_come_back_as_another_kind),
        TEST(values_the_door_would_refuse_are_refused),
        TEST(a_damaged_file_is_refused_or_read_never_worse),
        TEST(foreign_files_beside_are_refused),
        TEST(a_busy_file_says_so_and_loses_nothing),
        TEST(killing_the_writer_leaves_old_or_new),
        TEST(who_reads_waits_for_who_writes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
