/* Streams of random numbers of this floor (the third argument of rng_new), so
 * that no two uses of one seed share their numbers. */
#ifndef CORE_SWEEP_STREAM_H
#define CORE_SWEEP_STREAM_H

enum sweep_stream {
    STREAM_SOBOL = 0x5753001,
    STREAM_LATIN_KEY,
    STREAM_MORRIS,
    STREAM_BOOTSTRAP,
    STREAM_DUMMY,
    STREAM_LATIN = 0x5754000 /* and those after, one for each four factors */
};

#endif
