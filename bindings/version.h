/* The version of ccn, once. */
#ifndef BINDINGS_VERSION_H
#define BINDINGS_VERSION_H

#define VERSION "0.1.0"

#endif
