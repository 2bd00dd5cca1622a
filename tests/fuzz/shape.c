/* libFuzzer: any bytes as a shape, binary and text; what is taken must come
 * back as it was. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/data/shape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void same_again(const char *shape)
{
    struct err err;
    struct text text = TEXT_INIT;
    double x, y;
    if (!shape)
        return;
    shape_wkt(shape, &text);
    if (shape_from_wkt(text.bytes, &err) != shape ||
        shape_from_gpkg(shape, shape_size(shape), &err) != shape)
        abort();
    shape_centre(shape, &x, &y);
    text_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct err err;
    same_again(shape_from_gpkg(bytes, size, &err));
    char *text = malloc(size + 1);
    memcpy(text, bytes, size);
    text[size] = '\0';
    same_again(shape_from_wkt(text, &err));
    free(text);
    return 0;
}
