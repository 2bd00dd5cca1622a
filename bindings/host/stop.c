#include "bindings/host/stop.h"

#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t working, at_prompt;
atomic_bool stop_wanted;

void stop_work_begin(void)
{
    working = 1;
}

void stop_work_end(void)
{
    working = 0;
}

bool stop_asked(void)
{
    return atomic_load(&stop_wanted);
}

void stop_statement_begins(void)
{
    at_prompt = 1;
    atomic_store(&stop_wanted, false);
}

bool stop_tell(void)
{
    bool told = working && !stop_asked();
    if (told)
        atomic_store(&stop_wanted, true);
    else if (!at_prompt)
        _exit(EXIT_INTERRUPTED);
    return told;
}
