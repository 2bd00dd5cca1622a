#include "bindings/stop.h"

#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t working, stopped, at_prompt;

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
    return stopped != 0;
}

void stop_statement_begins(void)
{
    at_prompt = 1;
    stopped = 0;
}

bool stop_tell(void)
{
    bool told = working && !stopped;
    if (told)
        stopped = 1;
    else if (!at_prompt)
        _exit(EXIT_INTERRUPTED);
    return told;
}
