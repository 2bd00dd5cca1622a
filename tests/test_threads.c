/* Forks of one plan may belong to different threads.  Run under the thread
 * sanitizer this shows that they share memory without racing. */
#include "test.h"

#include <pthread.h>
#include <string.h>

#include "core/data/change.h"
#include "core/model/model.h"

enum { THREADS = 4, FORKS = 50, ROWS = 3000 };

struct job {
    const struct plan *base;
    int number;
    int64_t sum;
};

static struct plan *large(void)
{
    struct err err;
    struct plan *plan = model_new("Base");
    assert_ok(plan_add_key(plan, CLUSTER, "C", &err) == 0);
    for (int i = 0; i < ROWS; i++) {
        char key[16];
        snprintf(key, sizeof key, "P%d", i);
        assert_ok(plan_add_key(plan, PARCEL, key, &err) == i);
        plan_set(plan, PARCEL, i, PARCEL_AREA, value_area(i), &err);
        plan_set(plan, PARCEL, i, PARCEL_CLUSTER, value_ref(0), &err);
    }
    return plan;
}

/* Each fork moves one parcel's area by what only this thread adds. */
static void *work(void *data)
{
    struct job *job = data;
    struct err err;
    for (int i = 0; i < FORKS; i++) {
        struct plan *fork = plan_fork(job->base, "Fork");
        char key[32];
        snprintf(key, sizeof key, "new %d %d", job->number, i);
        int row = plan_add_key(fork, PARCEL, key, &err);
        plan_set(fork, PARCEL, row, PARCEL_AREA, value_area(job->number), &err);
        plan_set(fork, PARCEL, row, PARCEL_CLUSTER, value_text("C"), &err);
        plan_set(fork, PARCEL, i, PARCEL_AREA, value_area(0), &err);
        struct changes *list = changes_between(plan_base(fork), fork);
        job->sum +=
            plan_get(fork, CLUSTER, 0, CLUSTER_PARCEL_AREA).whole + list->n;
        changes_free(list);
        plan_free(fork);
    }
    return NULL;
}

static void forks_in_threads_do_not_see_each_other(void **state)
{
    (void)state;
    struct plan *base = large();
    pthread_t thread[THREADS];
    struct job job[THREADS], alone[THREADS];
    for (int i = 0; i < THREADS; i++) {
        job[i] = alone[i] = (struct job){ base, i, 0 };
        pthread_create(&thread[i], NULL, work, &job[i]);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(thread[i], NULL);
    for (int i = 0; i < THREADS; i++) {
        work(&alone[i]);
        assert_true(job[i].sum == alone[i].sum);
    }
    assert_true(plan_get(base, CLUSTER, 0, CLUSTER_PARCEL_AREA).whole ==
                (int64_t)ROWS * (ROWS - 1) / 2);
    plan_free(base);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forks_in_threads_do_not_see_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
