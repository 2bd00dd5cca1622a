#include "core/base/say.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

const char *const say_table[] = {
#define VI(english, vietnamese) english, vietnamese,
#include "core/base/vi.def"
#undef VI
    NULL,
};

static enum language language;

void say_choose(const char *name)
{
    bool vietnamese = name && strncmp(name, "vi", 2) == 0;
    language = vietnamese ? LANGUAGE_VI : LANGUAGE_EN;
}

enum language say_language(void)
{
    return language;
}

const char *say(const char *english)
{
    if (language == LANGUAGE_EN)
        return english;
    for (int i = 0; say_table[i]; i += 2) {
        if (strcmp(say_table[i], english) == 0)
            return say_table[i + 1];
    }
    return english;
}
