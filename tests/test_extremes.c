/* The plan file at its edges: values as large, as small and as odd as they
 * come, files cut short or closed to us, and what GDAL says of one. */
#include "test.h"

#include <float.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/data/shape.h"
#include "core/model/model.h"
#include "core/store/store.h"

static const struct store_options known = { .schemas = model_schema,
                                            .nschemas = MODEL_TABLES };
static char path[400];

static int setup(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    snprintf(path, sizeof path, "%s/test_extremes-%ld.gpkg",
             build ? build : "build", (long)getpid());
    unlink(path);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    char journal[420];
    snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(journal);
    unlink(path);
    return 0;
}

static int define(struct plan *plan, const char *name, enum kind kind,
                  double min, double max)
{
    struct err err;
    const struct field field = {
        .name = name, .kind = kind, .unit = "", .min = min, .max = max
    };
    assert_ok(plan_define(plan, CLUSTER, &field, &err));
    return schema_field(plan_schema(plan, CLUSTER), name);
}

static void set(struct plan *plan, int row, int field, struct value value)
{
    struct err err;
    assert_ok(plan_set(plan, CLUSTER, row, field, value, &err));
}

static struct plan *one_cluster(void)
{
    struct err err;
    struct plan *plan = model_new("Extremes");
    assert_ok(plan_add_key(plan, CLUSTER, "a", &err) == 0);
    return plan;
}

static void comes_back(const struct plan *plan)
{
    struct err err;
    assert_ok(store_save(plan, path, &err));
    struct plan *back = store_open(path, &known, &err);
    assert_ok(back != NULL);
    struct changes *there = changes_between(plan, back);
    struct changes *here = changes_between(back, plan);
    assert_int_equal(there->n + here->n, 0);
    changes_free(there);
    changes_free(here);
    plan_free(back);
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
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void extreme_numbers_come_back_to_the_bit(void **state)
{
    (void)state;
    static const double reals[] = { 5e-324,
                                    -5e-324,
                                    DBL_MIN,
                                    DBL_MAX,
                                    -DBL_MAX,
                                    0.1,
                                    1e15,
                                    9007199254740992.0,
                                    9223372036854775808.0,
                                    -0.0 };
    struct err err;
    struct plan *plan = model_new("Extremes");
    int real = define(plan, "x_real", KIND_REAL, 0, 0);
    int whole = define(plan, "x_whole", KIND_WHOLE, 0, 0);
    for (int i = 0; i < (int)(sizeof reals / sizeof *reals); i++) {
        char key[16];
        snprintf(key, sizeof key, "r%d", i);
        assert_ok(plan_add_key(plan, CLUSTER, key, &err) == i);
        set(plan, i, real, value_real(reals[i]));
    }
    set(plan, 0, whole, value_whole(INT64_MAX));
    set(plan, 1, whole, value_whole(-INT64_MAX));
    comes_back(plan);
    plan_free(plan);
}

static void a_text_of_a_million_bytes_comes_back(void **state)
{
    (void)state;
    enum { SIZE = 1000000 };
    struct plan *plan = one_cluster();
    char *text = malloc(SIZE + 1);
    assert_non_null(text);
    memset(text, 'x', SIZE);
    text[SIZE] = '\0';
    set(plan, 0, CLUSTER_NOTE, value_text(text));
    comes_back(plan);
    free(text);
    plan_free(plan);
}

static void a_text_with_a_zero_byte_is_refused(void **state)
{
    (void)state;
    struct plan *plan = one_cluster();
    comes_back(plan);
    sql("UPDATE cluster SET note = 'a' || char(0) || 'b'");
    refused("note holds a zero byte");
    plan_free(plan);
}

static void two_rows_with_one_key_are_refused(void **state)
{
    (void)state;
    struct plan *plan = one_cluster();
    comes_back(plan);
    sql("DROP INDEX cluster_key; INSERT INTO cluster (key) VALUES ('a')");
    refused("there is a cluster 'a' already");
    plan_free(plan);
}

static void a_file_cut_short_is_refused(void **state)
{
    (void)state;
    struct stat about;
    struct plan *plan = one_cluster();
    comes_back(plan);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(truncate(path, about.st_size / 2), 0);
    refused("the file is damaged");
    assert_int_equal(truncate(path, 50), 0);
    refused("the file is damaged");
    plan_free(plan);
}

static void a_file_that_may_not_be_read_says_so(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip(); /* nothing is closed to root */
    struct plan *plan = one_cluster();
    comes_back(plan);
    chmod(path, 0);
    refused("cannot be opened");
    plan_free(plan);
}

static void a_folder_that_is_not_there_says_so(void **state)
{
    (void)state;
    struct err err;
    struct plan *plan = one_cluster();
    assert_false(store_save(plan, "build/no such folder/p.gpkg", &err));
    assert_int_equal(err.code, ERR_FILE);
    assert_non_null(strstr(err.text, "cannot be opened"));
    plan_free(plan);
}

static void limits_beyond_64_bits_are_no_obstacle(void **state)
{
    (void)state;
    struct plan *plan = one_cluster();
    int whole = define(plan, "x_whole", KIND_WHOLE, -1e30, 1e30);
    set(plan, 0, whole, value_whole(INT64_MAX));
    comes_back(plan);
    plan_free(plan);
}

static void a_format_beyond_32_bits_is_a_newer_one(void **state)
{
    (void)state;
    struct plan *plan = one_cluster();
    comes_back(plan);
    sql("UPDATE ccn_meta SET value = 4294967298 WHERE name = 'format'");
    refused("written by a newer ccn");
    plan_free(plan);
}

/* All layers, and nothing that GDAL wonders about. */
static void check_layers(FILE *said)
{
    char line[4096];
    int layers = 0;
    while (fgets(line, sizeof line, said)) {
        layers += strncmp(line, "Layer name: ", 12) == 0;
        if (strstr(line, "Warning") || strstr(line, "ERROR"))
            fail_msg("ogrinfo: %s", line);
    }
    assert_int_equal(pclose(said), 0);
    assert_int_equal(layers, MODEL_TABLES);
}

static void gdal_lists_the_layers_without_a_warning(void **state)
{
    (void)state;
    char command[500];
    if (system("command -v ogrinfo > /dev/null") != 0)
        skip();
    struct plan *plan = one_cluster();
    define(plan, "x_real", KIND_REAL, -1, 1);
    set(plan, 0, CLUSTER_SHAPE,
        (struct value){ .kind = KIND_SHAPE, .text = shape_point(104.9, 21.6) });
    comes_back(plan);
    snprintf(command, sizeof command, "ogrinfo -al -so '%s' 2>&1", path);
    FILE *said = popen(command, "r");
    assert_non_null(said);
    check_layers(said);
    plan_free(plan);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(extreme_numbers_come_back_to_the_bit),
        TEST(a_text_of_a_million_bytes_comes_back),
        TEST(a_text_with_a_zero_byte_is_refused),
        TEST(two_rows_with_one_key_are_refused),
        TEST(a_file_cut_short_is_refused),
        TEST(a_file_that_may_not_be_read_says_so),
        TEST(a_folder_that_is_not_there_says_so),
        TEST(limits_beyond_64_bits_are_no_obstacle),
        TEST(a_format_beyond_32_bits_is_a_newer_one),
        TEST(gdal_lists_the_layers_without_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
