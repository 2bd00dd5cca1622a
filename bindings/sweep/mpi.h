/* Messages between the processes of mpirun: Open MPI, in a module of its own
 * beside the program (ccn-mpi.so), so that nothing else needs it.
 *
 * One process per rank runs ccn; rank 0 is in charge.  Sending does not wait
 * for the other side, and nobody is waited for: who is gone is not heard of.
 */
#ifndef BINDINGS_SWEEP_MPI_H
#define BINDINGS_SWEEP_MPI_H

#include <stdbool.h>
#include <stddef.h>

struct mpi {
    bool (*open)(int *rank, int *ranks);

    /* Keeps a copy of the bytes until they are gone. */
    void (*send)(int to, int tag, const void *bytes, size_t size);

    /* Whether a message is there, whose, and how long it is. */
    bool (*look)(int *from, int *tag, size_t *size);
    void (*receive)(int from, int tag, void *bytes, size_t size);

    /* Waits for the other ranks. */
    void (*close)(void);
};

#endif
