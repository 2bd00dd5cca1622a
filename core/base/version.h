#ifndef CORE_BASE_VERSION_H
#define CORE_BASE_VERSION_H

#define VERSION "0.1.0" /* of ccn */

#endif
