/* Whole files, in and out.
 *
 *     struct text bytes = TEXT_INIT;
 *     if (!file_load("clusters.csv", FILE_MOST, &bytes, &err))
 *         ...
 *     text_release(&bytes);
 */
#ifndef CORE_IO_FILE_H
#define CORE_IO_FILE_H

#include "core/base/text.h"

enum { FILE_MOST = 1 << 30 }; /* bytes; what a larger file gets is an error */

/* Add the whole of a regular file to out.  Fails with ERR_FILE when it is
 * missing, a folder or device, not readable, or larger than most. */
bool file_load(const char *path, size_t most, struct text *out,
               struct err *err);

/* Write a file so that at any moment there is either the old one or the new
 * one: beside it first, then by rename.  Fails with ERR_FILE, also when the
 * path names a folder, a device or a link. */
bool file_save(const char *path, const void *bytes, size_t size,
               struct err *err);

#endif
