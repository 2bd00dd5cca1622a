#include "core/schedule/schedule.h"

#include <stdlib.h>

int64_t schedule_cost(const struct schedule_problem *problem, int phase)
{
    int64_t sum = 0;
    for (int i = 0; i < problem->payments; i++) {
        if (problem->payment[i].phase == phase)
            sum += problem->payment[i].amount;
    }
    return sum;
}

void schedule_release(struct schedule *schedule)
{
    free(schedule->year);
    free(schedule->paid);
    free(schedule->term);
    free(schedule->price);
    free(schedule->row_price);
    *schedule = (struct schedule){ .year = NULL };
}
