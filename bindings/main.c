/* The command line.  Commands that work on plans are scripts of their own, in
 * scripts/commands, and run in a worker like any other. */
#include <string.h>

#include "bindings/command.h"
#include "bindings/worker.h"

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[WORKER_MARK], "--worker") == 0)
        return worker_main(argc, argv);
    return command_main(argc, argv);
}
