/* ccn-mpi.so: messages by Open MPI. */
#include <mpi.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/sweep/mpi.h"

/* What is on its way: a list, for few are at a time. */
struct sending {
    struct sending *next;
    MPI_Request request;
    char bytes[];
};

static struct sending *sendings;

static bool mpi_open(int *rank, int *ranks)
{
    int ready = 0;
    if (MPI_Initialized(&ready) != MPI_SUCCESS ||
        (!ready && MPI_Init(NULL, NULL) != MPI_SUCCESS))
        return false;
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
    MPI_Comm_rank(MPI_COMM_WORLD, rank);
    MPI_Comm_size(MPI_COMM_WORLD, ranks);
    return true;
}

static void forget_sent(void)
{
    for (struct sending **at = &sendings; *at;) {
        int done = 0;
        struct sending *sending = *at;
        /* one that failed was to somebody who is gone */
        if (MPI_Test(&sending->request, &done, MPI_STATUS_IGNORE) ==
                MPI_SUCCESS &&
            !done) {
            at = &sending->next;
            continue;
        }
        *at = sending->next;
        free(sending);
    }
}

/* NOLINTBEGIN(clang-analyzer-optin.mpi.MPI-Checker): forget_sent() waits. */
static void mpi_send(int to, int tag, const void *bytes, size_t size)
{
    struct sending *sending = malloc(sizeof *sending + size);
    if (!sending)
        abort();
    forget_sent();
    memcpy(sending->bytes, bytes, size);
    int sent = MPI_Isend(sending->bytes, (int)size, MPI_BYTE, to, tag,
                         MPI_COMM_WORLD, &sending->request);
    sending->next = sendings;
    sendings = sent == MPI_SUCCESS ? sending : sending->next;
    if (sent != MPI_SUCCESS)
        free(sending);
}

/* NOLINTEND(clang-analyzer-optin.mpi.MPI-Checker) */

static bool mpi_look(int *from, int *tag, size_t *size)
{
    int there = 0, count = 0;
    MPI_Status status;
    forget_sent();
    if (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there,
                   &status) != MPI_SUCCESS ||
        !there)
        return false;
    MPI_Get_count(&status, MPI_BYTE, &count);
    *from = status.MPI_SOURCE;
    *tag = status.MPI_TAG;
    *size = (size_t)count;
    return true;
}

static void mpi_receive(int from, int tag, void *bytes, size_t size)
{
    MPI_Recv(bytes, (int)size, MPI_BYTE, from, tag, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
}

static void mpi_close(void)
{
    MPI_Finalize();
}

__attribute__((visibility("default"))) extern const struct mpi ccn_mpi;

const struct mpi ccn_mpi = {
    .open = mpi_open,
    .send = mpi_send,
    .look = mpi_look,
    .receive = mpi_receive,
    .close = mpi_close,
};
