#include "core/base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/base/say.h"

/* Cut text that did not fit at the start of a character, never inside one. */
static void trim(char *text, size_t size)
{
    size_t end = strlen(text);
    if (end + 1 < size)
        return;
    while (end > 0 && ((unsigned char)text[end - 1] & 0xC0) == 0x80)
        end--;
    if (end > 0)
        text[end - 1] = '\0';
}

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, say(format), args);
    va_end(args);
    trim(err->text, sizeof err->text);
    err->code = code;
    return false;
}

bool err_in(struct err *err, const char *place, ...)
{
    char text[sizeof err->text];
    memcpy(text, err->text, sizeof text);

    va_list args;
    va_start(args, place);
    vsnprintf(err->text, sizeof err->text, say(place), args);
    va_end(args);

    size_t used = strlen(err->text);
    snprintf(err->text + used, sizeof err->text - used, ": %s", text);
    trim(err->text, sizeof err->text);
    return false;
}

bool err_hint(struct err *err, const char *hint, ...)
{
    size_t used = strlen(err->text);
    snprintf(err->text + used, sizeof err->text - used, "; ");
    used = strlen(err->text);

    va_list args;
    va_start(args, hint);
    vsnprintf(err->text + used, sizeof err->text - used, say(hint), args);
    va_end(args);
    trim(err->text, sizeof err->text);
    return false;
}

const char *err_system(int number)
{
    static const struct {
        int number;
        const char *english;
    } known[] = {
        { ENOENT, "No such file or directory" },
        { EACCES, "Permission denied" },
        { EPERM, "Operation not permitted" },
        { EEXIST, "File exists" },
        { EISDIR, "Is a directory" },
        { ENOTDIR, "Not a directory" },
        { ENOSPC, "No space left on device" },
        { EDQUOT, "Disk quota exceeded" },
        { EROFS, "Read-only file system" },
        { EFBIG, "File too large" },
        { EIO, "Input/output error" },
        { EMFILE, "Too many open files" },
        { ENAMETOOLONG, "File name too long" },
        { ELOOP, "Too many levels of symbolic links" },
        { EBUSY, "Device or resource busy" },
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].number == number)
            return say(known[i].english);
    }
    return strerror(number);
}
