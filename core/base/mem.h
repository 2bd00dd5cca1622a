/* Memory that is always there: when none is left, the program ends with a
 * message and exit code 71.  No caller tests for NULL, so no caller has an
 * error path for it.  The plan file is transactional, so nothing is lost.
 */
#ifndef CORE_BASE_MEM_H
#define CORE_BASE_MEM_H

#include <stddef.h>

enum { EXIT_NO_MEMORY = 71 };

void *mem_new(size_t count, size_t size);             /* zeroed */
void *mem_raw(size_t count, size_t size);             /* not zeroed */
void *mem_grow(void *old, size_t count, size_t size); /* the new part is not */

#endif
