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
#include "core/store/sidecar.h"
#include "tests/acts.h"
#include "tests/fault.h"
#include "tests/record.h"

enum { SEEDS = 5, CUTS = 1000, SEEN_ROOM = 1 << 16 };

enum left { OLD, NEW, ELSE };

/* What was there before: the file, and its journal if there was one. */
static struct text file, beside, wanted, image, image_beside, found;
static bool has_file, has_journal, is_plan;

static struct {
    long cuts, states, old, new;
    long lost, broken; /* of commands that had said yes; neither old nor new */
} count, total;

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
    struct plan *plan = store_open(acts_path, &acts_known, &err);
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
    if (!store_recover(acts_path, err) || !sidecar_none(acts_path, err))
        return ELSE;
    read_bytes(acts_path, &found);
    return same(&found, &wanted) ? NEW : same(&found, &file) ? OLD : ELSE;
}

static void judge(const struct record_cut *cut, bool there, bool there_beside)
{
    struct err err = { .text = "" };
    bool again = seen();
    bool end = cut->call == record_count();
    if (again && !end)
        return;
    write_bytes(acts_path, there, &image);
    write_bytes(acts_journal, there_beside, &image_beside);
    enum left left = what_is_left(&err);
    count.states += !again;
    count.old += left == OLD;
    count.new += left == NEW;
    count.broken += left == ELSE;
    count.lost += end && left != NEW;
}

static void cut_at(const struct record_cut *cut)
{
    bool there = record_image(acts_path, has_file ? &file : NULL, cut, &image);
    bool there_beside = record_image(acts_journal, has_journal ? &beside : NULL,
                                     cut, &image_beside);
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
    write_bytes(acts_path, has_file, &file);
    write_bytes(acts_journal, has_journal, &beside);
    record_begin();
    assert_ok(act(&err));
    record_end();
    read_bytes(acts_path, &wanted);
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

/* The state before an act. */
static void start_with(const struct act *act)
{
    struct err err;
    has_journal = false;
    assert_ok(act->prepare(&err));
    has_file = access(acts_path, F_OK) == 0;
    is_plan = !act->results;
    if (has_file)
        read_bytes(acts_path, &file);
}

/* The commands */

static void it_is_old_or_new(void **state)
{
    const struct act *act = *state;
    start_with(act);
    is_old_or_new(act->run);
}

static bool save(struct err *err)
{
    return acts[ACT_SAVE].run(err);
}

/* The copy that is made of it first is there and whole by then. */
static void a_migrated_file_was_copied_before(void **state)
{
    (void)state;
    static const int migrations[] = { ACT_MIGRATE_3, ACT_MIGRATE_2 };
    for (int i = 0; i < 2; i++) {
        char copy[460];
        start_with(&acts[migrations[i]]);
        is_old_or_new(acts[migrations[i]].run);
        snprintf(copy, sizeof copy, "%s.format%d.bak", acts_path, 3 - i);
        read_bytes(copy, &wanted);
        snprintf(copy, sizeof copy, "%s.format%d.bak.new", acts_path, 3 - i);
        for (uint64_t seed = 1; seed <= 20; seed++) {
            const struct record_cut cut = { record_count(), RECORD_POWER,
                                            seed };
            assert_true(record_image(copy, NULL, &cut, &image));
            assert_true(same(&image, &wanted));
        }
    }
    acts_clear();
}

/* Only when it is whole and synced it gets its name; before, there is none. */
static void a_new_plan(void **state)
{
    (void)state;
    struct err err;
    char part[460];
    snprintf(part, sizeof part, "%s.new-%ld", acts_path, (long)getpid());
    unlink(acts_path);
    unlink(acts_journal);
    record_begin();
    assert_ok(save(&err));
    record_end();
    read_bytes(acts_path, &wanted);
    for (uint64_t seed = 1; seed <= 100; seed++) {
        const struct record_cut cut = { record_count(), RECORD_POWER, seed };
        assert_true(record_image(part, NULL, &cut, &image));
        assert_true(same(&image, &wanted));
    }
    const struct record_cut lie = { record_count(), RECORD_LIAR, 1 };
    record_image(part, NULL, &lie, &image);
    assert_false(same(&image, &wanted)); /* else the above says nothing */
}

/* What mends a file is cut off too. */
static bool recover(struct err *err)
{
    return store_recover(acts_path, err);
}

static void a_recovery(void **state)
{
    (void)state;
    struct text first = TEXT_INIT, cuts[2] = { TEXT_INIT, TEXT_INIT };
    int done = 0;
    for (int call = 10; done < 25 && call < 400; call += 5) {
        struct err err;
        bool waits;
        start_with(&acts[ACT_SAVE]);
        text_clear(&first);
        text_put(&first, file.bytes, file.size);
        record_begin();
        assert_ok(save(&err));
        record_end();
        const struct record_cut cut = { call, RECORD_POWER, (uint64_t)call };
        if (call > record_count())
            break;
        record_image(acts_path, &first, &cut, &cuts[0]);
        has_journal = record_image(acts_journal, NULL, &cut, &cuts[1]);
        write_bytes(acts_path, true, &cuts[0]);
        write_bytes(acts_journal, has_journal, &cuts[1]);
        assert_ok(sidecar_journal(acts_path, &waits, &err));
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
    start_with(&acts[ACT_SAVE]);
    record_begin();
    assert_ok(save(&err));
    record_end();
    for (int call = record_count(); call > 0 && !waits; call--) {
        const struct record_cut cut = { call, RECORD_KILLED, 0 };
        record_image(acts_path, &file, &cut, &image);
        bool there = record_image(acts_journal, NULL, &cut, &beside);
        write_bytes(acts_journal, there, &beside);
        assert_ok(sidecar_journal(acts_path, &waits, &err));
    }
    assert_true(waits);
    unlink(acts_path);
    assert_false(save(&err));
    assert_non_null(strstr(err.text, "of a plan file that is gone"));
    assert_true(access(acts_path, F_OK) != 0);
    write_bytes(acts_path, true,
                &image); /* the file is back: its journal mends it */
    assert_ok(store_recover(acts_path, &err));
    read_bytes(acts_path, &found);
    assert_true(same(&found, &file));
}

/* What is above must be able to fail. */

static void a_disk_that_lies_breaks_the_file(void **state)
{
    (void)state;
    start_with(&acts[ACT_SAVE]);
    cut_everywhere(save, RECORD_LIAR, 0);
    printf("             %ld cuts: %ld states broken, %ld saves lost\n",
           count.cuts, count.broken, count.lost);
    assert_true(count.broken > 50 && count.lost > 0);
}

static const char *settings;

static bool change(struct err *err)
{
    return acts_sql(settings, "UPDATE cluster SET projects = 5", err);
}

static void without_syncing_the_file_breaks(void **state)
{
    (void)state;
    start_with(&acts[ACT_SAVE]);
    settings = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF";
    cut_everywhere(change, RECORD_POWER, CUTS);
    assert_true(count.broken > 0 && count.lost > 0);
}

static void with_the_settings_of_sqlite_a_change_is_lost(void **state)
{
    (void)state;
    start_with(&acts[ACT_SAVE]);
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
    file = beside = wanted = image = image_beside = found =
        (struct text)TEXT_INIT;
    fault_install();
    acts_begin("test_power");
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
    acts_end();
    return 0;
}

/* Not here: what makes a new file, and migrations. */
static const int cut_off[] = { ACT_SAVE,    ACT_KEEP,  ACT_DISCARD,
                               ACT_PROMOTE, ACT_LOG,   ACT_FORGET,
                               ACT_VERSION, ACT_BLOCK, ACT_LAST_BLOCK };
enum { CUT_OFF = sizeof cut_off / sizeof *cut_off };

int main(void)
{
    const struct CMUnitTest others[] = {
        cmocka_unit_test(a_migrated_file_was_copied_before),
        cmocka_unit_test(a_new_plan),
        cmocka_unit_test(a_recovery),
        cmocka_unit_test(a_journal_without_its_file_harms_no_new_one),
        cmocka_unit_test(a_disk_that_lies_breaks_the_file),
        cmocka_unit_test(without_syncing_the_file_breaks),
        cmocka_unit_test(with_the_settings_of_sqlite_a_change_is_lost),
        cmocka_unit_test(they_were_at_least_5000),
    };
    struct CMUnitTest tests[CUT_OFF + sizeof others / sizeof *others];
    for (int i = 0; i < CUT_OFF; i++) {
        const struct act *act = &acts[cut_off[i]];
        tests[i] = (struct CMUnitTest)cmocka_unit_test_prestate(
            it_is_old_or_new, (void *)act);
        tests[i].name = act->name;
    }
    memcpy(tests + CUT_OFF, others, sizeof others);
    return cmocka_run_group_tests(tests, begin, end);
}
