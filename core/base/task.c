#include "core/base/task.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

struct task {
    void (*job)(void *, long, int);
    void *data;
    long jobs;
    atomic_long next;
};

struct hand {
    struct task *task;
    int number;
    bool started;
    pthread_t thread;
};

static void *work(void *data)
{
    const struct hand *hand = data;
    struct task *task = hand->task;
    long number;
    while ((number = atomic_fetch_add(&task->next, 1)) < task->jobs)
        task->job(task->data, number, hand->number);
    return NULL;
}

void task_run(int threads, long jobs, void (*job)(void *, long, int),
              void *data)
{
    struct task task = { .job = job, .data = data, .jobs = jobs };
    struct hand hand[TASK_THREADS];
    atomic_init(&task.next, 0);
    if (threads > TASK_THREADS)
        threads = TASK_THREADS;
    for (int i = 1; i < threads; i++) {
        hand[i] = (struct hand){ .task = &task, .number = i };
        hand[i].started =
            pthread_create(&hand[i].thread, NULL, work, &hand[i]) == 0;
    }
    hand[0] = (struct hand){ .task = &task };
    work(&hand[0]);
    for (int i = 1; i < threads; i++) {
        if (hand[i].started)
            pthread_join(hand[i].thread, NULL);
    }
}

int task_threads(void)
{
    const char *set = getenv("CCN_THREADS");
    long count = set ? strtol(set, NULL, 10) : 0;
    if (count < 1)
        count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > TASK_THREADS ? TASK_THREADS : (int)count;
}
