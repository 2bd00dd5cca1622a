#include "core/schedule/schedule.h"

#include <stdlib.h>

void schedule_release(struct schedule *schedule)
{
    free(schedule->year);
    free(schedule->paid);
    free(schedule->term);
    free(schedule->price);
    free(schedule->row_price);
    *schedule = (struct schedule){ .year = NULL };
}
