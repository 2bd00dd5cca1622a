/* The command line.  Commands that work on plans are scripts of their own, in
 * scripts/commands, and run in a worker like any other. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/program/command.h"
#include "bindings/program/worker.h"
#include "core/base/say.h"

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[WORKER_MARK], "--worker") == 0)
        return worker_main(argc, argv);
    signal(SIGXFSZ, SIG_IGN); /* a file too large is an error like others */
    int code = command_main(argc, argv);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    fputs(say("ccn: the output could not be written\n"), stderr);
    return code == EXIT_SUCCESS ? EXIT_FAILURE : code;
}
