/* What each part could do that is worth looking at: its choices of years, by
 * what they lose at the prices. */
#ifndef CORE_SCHEDULE_MENU_H
#define CORE_SCHEDULE_MENU_H

#include "core/schedule/price.h"

struct menu_choice {
    double loss, value; /* at the prices; of model->value */
    size_t year;        /* first of its years in menu->year */
};

struct menu {
    int *start; /* [parts + 1] into choice, the least loss first */
    struct menu_choice *choice;
    int *year; /* of the phases of a part, in their order there */
    size_t years, years_room;
    int choices, choices_room;
    bool full; /* none that loses so little is missing */
};

/* All choices that lose at most so much at the prices of the last pass; with
 * more than `most` in a part, fewer, those that lose least.  Arcs inside the
 * part are kept. */
void menu_make(struct menu *menu, const struct price *price,
               const uint64_t *years_of, double loss, int most);
void menu_release(struct menu *menu);

static inline const int *menu_years(const struct menu *menu, int choice)
{
    return menu->year + menu->choice[choice].year;
}

#endif
