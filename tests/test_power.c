/* Every command that writes, cut off at every call to the disk: by a kill, and
 * by lost power that leaves of what was not synced what the lot decides.  Who
 * opens the file next finds the old bytes or the new ones, and the new ones
 * when the command had said yes. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/chain.h"
#include "core/store/results.h"
#include "core/store/run.h"
#include "core/store/sidecar.h"
#include "tests/fault.h"
#include "tests/record.h"

enum { ROWS = 12, SEEDS = 5, CUTS = 1000, SEEN_ROOM = 1 << 16 };

enum left { OLD, NEW, ELSE };

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[400], journal[420];
static struct plan *plan_old, *plan_new_one;

/* What was there before: the file, and its journal if there was one. */
static struct text file, beside, wanted, image, image_beside, found;
static bool has_file, has_journal, is_plan;

static struct {
    long cuts, states, old, new;
    long lost, broken; /* of commands that had said yes; neither old nor new */
} count, total;

static struct plan *plan_with(int number)
{
    struct err err;
    struct plan *plan = model_new("Power");
    for (int i = 0; i < ROWS; i++) {
        char key[16];
        snprintf(key, sizeof key, "C%d", i);
        assert_ok(plan_add_key(plan, CLUSTER, key, &err) == i);
        assert_ok(plan_set(plan, CLUSTER, i, CLUSTER_PROJECTS,
                           value_whole(number), &err));
    }
    return plan;
}

static void read_bytes(const char *name, struct text *out)
{
    struct err err;
    text_clear(out);
    assert_ok(file_load(name, FILE_MOST, out, &err));
}

static void write_bytes(const char *name, bool there, const struct text *bytes)
{
    FILE *out = there ? fopen(name, "wb") : NULL;
    unlink(there ? "" : name);
    if (!there)
        return;
    assert_non_null(out);
    assert_int_equal(fwrite(bytes->bytes, 1, bytes->size, out), bytes->size);
    fclose(out);
}

static bool same(const struct text *a, const struct text *b)
{
    return a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

static void opens(void)
{
    struct err err;
    struct plan *plan = store_open(path, &known, &err);
    assert_ok(plan != NULL);
    plan_free(plan);
}

/* Equal states of the disk have equal ends: each is looked at once. */
static bool seen(void)
{
    static uint64_t hashes[SEEN_ROOM];
    uint64_t hash = 14695981039346656037u;
    const struct text *of[] = { &image, &image_beside };
    if (count.cuts == 1)
        memset(hashes, 0, sizeof hashes);
    for (int k = 0; k < 2; k++) {
        for (size_t i = 0; i + 8 <= of[k]->size; i += 8) {
            uint64_t word;
            memcpy(&word, of[k]->bytes + i, 8);
            hash = (hash ^ word) * 1099511628211u;
            hash ^= hash >> 29;
        }
        hash = (hash ^ of[k]->size) * 1099511628211u;
    }
    size_t at = hash % SEEN_ROOM;
    while (hashes[at] && hashes[at] != hash)
        at = (at + 1) % SEEN_ROOM;
    bool was = hashes[at] == hash;
    hashes[at] = hash;
    return was;
}

/* As who may write opens a file: what was cut off is rolled back first. */
static enum left what_is_left(struct err *err)
{
    if (!store_recover(path, err) || !sidecar_none(path, err))
        return ELSE;
    read_bytes(path, &found);
    return same(&found, &wanted) ? NEW : same(&found, &file) ? OLD : ELSE;
}

static void judge(const struct record_cut *cut, bool there, bool there_beside)
{
    struct err err = { .text = "" };
    bool again = seen();
    bool end = cut->call == record_count();
    if (again && !end)
        return;
    write_bytes(path, there, &image);
    write_bytes(journal, there_beside, &image_beside);
    enum left left = what_is_left(&err);
    count.states += !again;
    count.old += left == OLD;
    count.new += left == NEW;
    count.broken += left == ELSE;
    count.lost += end && left != NEW;
}

static void cut_at(const struct record_cut *cut)
{
    bool there = record_image(path, has_file ? &file : NULL, cut, &image);
    bool there_beside =
        record_image(journal, has_journal ? &beside : NULL, cut, &image_beside);
    if (!there_beside)
        text_clear(&image_beside);
    count.cuts++;
    judge(cut, there, there_beside);
}

/* Do it once, then cut it off everywhere, with at least so many seeds. */
static void cut_everywhere(bool (*act)(struct err *), enum record_loss loss,
                           int cuts)
{
    struct err err;
    memset(&count, 0, sizeof count);
    write_bytes(path, has_file, &file);
    write_bytes(journal, has_journal, &beside);
    record_begin();
    assert_ok(act(&err));
    record_end();
    read_bytes(path, &wanted);
    if (is_plan)
        opens();
    uint64_t seeds = (uint64_t)(cuts / (record_count() + 1));
    seeds = seeds < SEEDS ? SEEDS : seeds;
    for (int call = 0; call <= record_count(); call++) {
        struct record_cut cut = { .call = call, .loss = RECORD_KILLED };
        if (loss != RECORD_LIAR)
            cut_at(&cut);
        cut.loss = loss;
        for (cut.seed = 1; cut.seed <= seeds; cut.seed++)
            cut_at(&cut);
    }
}

static void add_up(void)
{
    total.cuts += count.cuts;
    total.states += count.states;
}

static void is_old_or_new(bool (*act)(struct err *))
{
    cut_everywhere(act, RECORD_POWER, CUTS);
    printf("             %ld cuts, %ld states of the disk: %ld old, %ld new\n",
           count.cuts, count.states, count.old, count.new);
    assert_int_equal(count.broken, 0);
    assert_int_equal(count.lost, 0);
    assert_true(count.old > 0 && count.new > 0);
    add_up();
}

/* The commands */

static bool save(struct err *err)
{
    return store_save(plan_new_one, path, err);
}

static bool keep(struct err *err)
{
    const struct store_scenario scenario = { .name = "kept" };
    struct changes *list = changes_between(plan_old, plan_new_one);
    bool ok = store_keep(path, &scenario, list, err);
    changes_free(list);
    return ok;
}

static bool discard(struct err *err)
{
    return store_discard(path, "kept", false, err);
}

static bool promote(struct err *err)
{
    return store_promote(plan_new_one, NULL, path, "kept", err);
}

static bool log_run(struct err *err)
{
    struct run_part part = { RUN_OUT, "text", "", "aa", "printed", 7 };
    struct run_record run = { .started = "2026-11-29T14:44:04Z",
                              .state = "done",
                              .command = "run",
                              .script = "s.lua",
                              .folder = "/",
                              .arguments = "[]",
                              .options = "{}",
                              .versions = "{}",
                              .nparts = 1,
                              .part = &part };
    return run_log(path, &run, err);
}

static bool forget_run(struct err *err)
{
    return run_forget(path, 1, err);
}

/* The file as it is after so many of them. */
static void start_with(bool (*const act[])(struct err *))
{
    struct err err;
    has_journal = false;
    has_file = is_plan = true;
    unlink(journal);
    unlink(path);
    assert_ok(store_save(plan_old, path, &err));
    for (int i = 0; act && act[i]; i++)
        assert_ok(act[i](&err));
    read_bytes(path, &file);
}

static void a_plan_saved_over(void **state)
{
    (void)state;
    start_with(NULL);
    is_old_or_new(save);
}

static void a_scenario_kept(void **state)
{
    (void)state;
    start_with(NULL);
    is_old_or_new(keep);
}

static void a_scenario_discarded(void **state)
{
    (void)state;
    start_with((bool (*const[])(struct err *)){ keep, NULL });
    is_old_or_new(discard);
}

static void a_scenario_promoted(void **state)
{
    (void)state;
    start_with((bool (*const[])(struct err *)){ keep, NULL });
    is_old_or_new(promote);
}

static void a_run_logged(void **state)
{
    (void)state;
    start_with(NULL);
    is_old_or_new(log_run);
}

static void a_run_forgotten(void **state)
{
    (void)state;
    start_with((bool (*const[])(struct err *)){ log_run, log_run, NULL });
    is_old_or_new(forget_run);
}

static void raw(const char *settings, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    if (sqlite3_exec(db, settings, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static void remove_like(const char *tail)
{
    char command[600];
    snprintf(command, sizeof command, "rm -f '%s'%s", path, tail);
    assert_int_equal(system(command), 0);
}

/* The copy that is made of it first is there and whole by then. */
static void a_file_of_an_older_format_migrated(void **state)
{
    (void)state;
    char copy[460];
    start_with(NULL);
    raw("", "DROP TABLE run; DROP TABLE run_part; DROP TABLE run_text;"
            "ALTER TABLE scenario DROP COLUMN parameters;"
            "ALTER TABLE observation DROP COLUMN unit;"
            "ALTER TABLE observation DROP COLUMN received;"
            "ALTER TABLE observation DROP COLUMN status;"
            "DELETE FROM gpkg_data_columns WHERE table_name = 'observation'"
            " AND column_name IN ('unit', 'received', 'status');"
            "UPDATE ccn_meta SET value = 3 WHERE name = 'format'; VACUUM");
    read_bytes(path, &file);
    is_old_or_new(save);
    snprintf(copy, sizeof copy, "%s.format3.bak", path);
    read_bytes(copy, &wanted);
    snprintf(copy, sizeof copy, "%s.format3.bak.new", path);
    for (uint64_t seed = 1; seed <= 20; seed++) {
        const struct record_cut cut = { record_count(), RECORD_POWER, seed };
        assert_true(record_image(copy, NULL, &cut, &image));
        assert_true(same(&image, &wanted));
    }
    remove_like(".format3.bak*");
}

/* Only when it is whole and synced it gets its name; before, there is none. */
static void a_new_plan(void **state)
{
    (void)state;
    struct err err;
    char part[460];
    snprintf(part, sizeof part, "%s.new-%ld", path, (long)getpid());
    unlink(path);
    unlink(journal);
    record_begin();
    assert_ok(save(&err));
    record_end();
    read_bytes(path, &wanted);
    for (uint64_t seed = 1; seed <= 100; seed++) {
        const struct record_cut cut = { record_count(), RECORD_POWER, seed };
        assert_true(record_image(part, NULL, &cut, &image));
        assert_true(same(&image, &wanted));
    }
    const struct record_cut lie = { record_count(), RECORD_LIAR, 1 };
    record_image(part, NULL, &lie, &image);
    assert_false(same(&image, &wanted)); /* else the above says nothing */
}

/* Sweeps */

static const struct results_column columns[] = {
    { "a", "A", "ha", "uniform 0 1", "" },
    { "y", "Y", "", "", "" },
};

static const struct results_about about = { .name = "test",
                                            .question = "",
                                            .script = "s.lua",
                                            .script_hash = "00",
                                            .parameters = "",
                                            .design = "kind=latin n=20",
                                            .versions = "ccn",
                                            .identity = "one",
                                            .runs = 20,
                                            .block = 10,
                                            .inputs = 1,
                                            .outputs = 1,
                                            .column = columns };

static bool put_block(struct results *results, long number, struct err *err)
{
    static double numbers[10] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
    static const char *const reasons[10];
    static const unsigned char hash[RESULTS_HASH];
    const struct results_block block = { .number = number,
                                         .first = number * 10,
                                         .runs = 10,
                                         .in = numbers,
                                         .out = numbers,
                                         .reason = reasons,
                                         .hash = hash };
    return results && results_put(results, &block, err) &&
           results_close(results, err);
}

static bool put_first(struct err *err)
{
    return put_block(results_create(path, &about, err), 0, err);
}

static bool put_second(struct err *err)
{
    bool none;
    return put_block(results_resume(path, &about, &none, err), 1, err);
}

static void the_last_block_of_a_sweep(void **state)
{
    (void)state;
    struct err err;
    unlink(path);
    assert_ok(put_first(&err));
    read_bytes(path, &file);
    has_file = true;
    has_journal = is_plan = false;
    is_old_or_new(put_second);
}

/* What mends a file is cut off too. */
static bool recover(struct err *err)
{
    return store_recover(path, err);
}

static void a_recovery(void **state)
{
    (void)state;
    struct text first = TEXT_INIT, cuts[2] = { TEXT_INIT, TEXT_INIT };
    int done = 0;
    for (int call = 10; done < 25 && call < 400; call += 5) {
        struct err err;
        bool waits;
        start_with(NULL);
        text_clear(&first);
        text_put(&first, file.bytes, file.size);
        record_begin();
        assert_ok(save(&err));
        record_end();
        const struct record_cut cut = { call, RECORD_POWER, (uint64_t)call };
        if (call > record_count())
            break;
        record_image(path, &first, &cut, &cuts[0]);
        has_journal = record_image(journal, NULL, &cut, &cuts[1]);
        write_bytes(path, true, &cuts[0]);
        write_bytes(journal, has_journal, &cuts[1]);
        assert_ok(sidecar_journal(path, &waits, &err));
        if (!has_journal || !waits)
            continue;
        text_clear(&file);
        text_put(&file, cuts[0].bytes, cuts[0].size);
        text_clear(&beside);
        text_put(&beside, cuts[1].bytes, cuts[1].size);
        cut_everywhere(recover, RECORD_POWER, 0);
        /* Its end is the state before the save, whenever it is finished. */
        assert_true(same(&wanted, &first));
        assert_int_equal(count.broken + count.lost, 0);
        add_up();
        done++;
    }
    has_journal = false;
    assert_true(done >= 10);
    text_release(&first);
    text_release(&cuts[0]);
    text_release(&cuts[1]);
}

/* It may be what a file that was moved away needs. */
static void a_journal_without_its_file_harms_no_new_one(void **state)
{
    (void)state;
    struct err err;
    bool waits = false;
    start_with(NULL);
    record_begin();
    assert_ok(save(&err));
    record_end();
    for (int call = record_count(); call > 0 && !waits; call--) {
        const struct record_cut cut = { call, RECORD_KILLED, 0 };
        record_image(path, &file, &cut, &image);
        bool there = record_image(journal, NULL, &cut, &beside);
        write_bytes(journal, there, &beside);
        assert_ok(sidecar_journal(path, &waits, &err));
    }
    assert_true(waits);
    unlink(path);
    assert_false(save(&err));
    assert_non_null(strstr(err.text, "of a plan file that is gone"));
    assert_true(access(path, F_OK) != 0);
    write_bytes(path, true,
                &image); /* the file is back: its journal mends it */
    assert_ok(store_recover(path, &err));
    read_bytes(path, &found);
    assert_true(same(&found, &file));
}

/* What is above must be able to fail. */

static void a_disk_that_lies_breaks_the_file(void **state)
{
    (void)state;
    start_with(NULL);
    cut_everywhere(save, RECORD_LIAR, 0);
    printf("             %ld cuts: %ld states broken, %ld saves lost\n",
           count.cuts, count.broken, count.lost);
    assert_true(count.broken > 50 && count.lost > 0);
}

static const char *settings;

static bool change(struct err *err)
{
    (void)err;
    raw(settings, "UPDATE cluster SET projects = 5");
    return true;
}

static void without_syncing_the_file_breaks(void **state)
{
    (void)state;
    start_with(NULL);
    settings = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF";
    cut_everywhere(change, RECORD_POWER, CUTS);
    assert_true(count.broken > 0 && count.lost > 0);
}

static void with_the_settings_of_sqlite_a_change_is_lost(void **state)
{
    (void)state;
    start_with(NULL);
    settings = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL";
    cut_everywhere(change, RECORD_POWER, CUTS);
    assert_true(count.broken == 0 && count.lost > 0);
    settings = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA";
    is_old_or_new(change);
}

static void they_were_at_least_5000(void **state)
{
    (void)state;
    printf("             %ld cuts in all, %ld states of the disk\n", total.cuts,
           total.states);
    assert_true(total.cuts >= 5000);
}

static int begin(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_power-%ld.gpkg",
             build ? build : "build", (long)getpid());
    snprintf(journal, sizeof journal, "%s-journal", path);
    file = beside = wanted = image = image_beside = found =
        (struct text)TEXT_INIT;
    fault_install();
    plan_old = plan_with(1);
    plan_new_one = plan_with(2);
    return 0;
}

static int end(void **state)
{
    (void)state;
    struct text *all[] = { &file,  &beside,       &wanted,
                           &image, &image_beside, &found };
    for (int i = 0; i < 6; i++)
        text_release(all[i]);
    record_release();
    plan_free(plan_old);
    plan_free(plan_new_one);
    unlink(path);
    unlink(journal);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_saved_over),
        cmocka_unit_test(a_scenario_kept),
        cmocka_unit_test(a_scenario_discarded),
        cmocka_unit_test(a_scenario_promoted),
        cmocka_unit_test(a_run_logged),
        cmocka_unit_test(a_run_forgotten),
        cmocka_unit_test(a_file_of_an_older_format_migrated),
        cmocka_unit_test(a_new_plan),
        cmocka_unit_test(the_last_block_of_a_sweep),
        cmocka_unit_test(a_recovery),
        cmocka_unit_test(a_journal_without_its_file_harms_no_new_one),
        cmocka_unit_test(a_disk_that_lies_breaks_the_file),
        cmocka_unit_test(without_syncing_the_file_breaks),
        cmocka_unit_test(with_the_settings_of_sqlite_a_change_is_lost),
        cmocka_unit_test(they_were_at_least_5000),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
