#define _GNU_SOURCE /* readlink */
#include "bindings/program/doctor.h"

#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bindings/host/walls.h"
#include "bindings/program/command.h"
#include "bindings/program/terminal.h"
#include "core/base/text.h"

static char *fact(const char *name, const char *value)
{
    struct text text = TEXT_INIT;
    text_add(&text, "%s=%s", name, value);
    return text.bytes;
}

/* "yes", "missing", or why the module beside the program does not load. */
static const char *state_of(const char *module)
{
    char self[PATH_MAX], path[PATH_MAX + 64];
    ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    self[size > 0 ? size : 0] = '\0';
    snprintf(path, sizeof path, "%s/%s", dirname(self), module);
    if (access(path, F_OK) != 0)
        return "missing";
    if (dlopen(path, RTLD_NOW | RTLD_LOCAL))
        return "yes";
    const char *why = dlerror();
    return why ? why : "?";
}

static const char *locale_of(void)
{
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "";
}

void doctor_facts(char *facts[DOCTOR_FACTS])
{
    const char *history = terminal_history();
    facts[0] = fact("cbc", state_of("ccn-cbc.so"));
    facts[1] = fact("edit", state_of("ccn-edit.so"));
    facts[2] = fact("locale", locale_of());
    facts[3] = fact("scripts", command_library());
    facts[4] = fact("history", history ? history : "");
    facts[5] = fact("terminal", isatty(STDOUT_FILENO) ? "yes" : "no");
    facts[6] = fact("missing", walls_missing() ? walls_missing() : "");
    facts[7] = fact("mpi", state_of("ccn-mpi.so"));
    facts[8] = fact("xlsx", state_of("ccn-xlsx.so"));
}
