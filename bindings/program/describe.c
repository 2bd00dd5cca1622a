#include "bindings/program/describe.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/program/command.h"
#include "bindings/program/options.h"
#include "bindings/program/start.h"
#include "core/base/say.h"
#include "core/data/describe.h"
#include "core/io/file.h"
#include "core/model/model.h"
#include "core/store/sql.h"

enum { SHIPPED_MOST = 1 << 20 }; /* bytes of a file for editors */

static void describe_sql(void)
{
    struct text text = TEXT_INIT;
    for (int table = 0; table < MODEL_TABLES; table++) {
        sql_create(model_schema, MODEL_TABLES, table, &text);
        sql_index(model_schema[table], &text);
    }
    fputs(text.bytes, stdout);
    text_release(&text);
}

/* The shipped files for editors, each without its head, which says that it is
 * one. */
static bool add_shipped(struct text *out, struct err *err)
{
    static const char *const names[] = {
        "ccn",          "changes",  "scenario", "results", "robust",
        "placement",    "schedule", "methods",  "report",  "rules",
        "observations", "triggers", "versions", "sweep",   "sensitivity"
    };
    struct text file = TEXT_INIT;
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof names / sizeof *names; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/meta/%s.lua", command_library(),
                 names[i]);
        text_clear(&file);
        ok = file_load(path, SHIPPED_MOST, &file, err);
        const char *body = ok ? strstr(file.bytes, "\n\n") : NULL;
        if (body)
            text_add(out, "%s", body + 1);
    }
    text_release(&file);
    return ok;
}

/* Tables and fields follow from the model, the functions are written down. */
static int describe_editor(void)
{
    struct err err;
    struct text text = TEXT_INIT;
    bool ok = add_shipped(&text, &err);
    if (ok) {
        describe_luals(model_schema, MODEL_TABLES, stdout);
        fputs(text.bytes + 1, stdout); /* one empty line is there already */
    } else {
        fprintf(stderr, "ccn: %s\n", err.text);
    }
    text_release(&text);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

int describe_command(const struct options *options)
{
    const char *as = options->argv[1], *ending = strrchr(as, '.');
    if (ending && strcmp(ending, ".lua") == 0)
        return start_description(options);
    if (strcmp(as, "md") == 0) {
        describe_markdown(model_schema, MODEL_TABLES, stdout);
    } else if (strcmp(as, "luals") == 0) {
        return describe_editor();
    } else if (strcmp(as, "sql") == 0) {
        describe_sql();
    } else {
        fprintf(stderr,
                say("ccn: cannot describe as '%s': md, sql or luals, or "
                    "what a script SCRIPT.lua declares\n"),
                as);
        return EXIT_USAGE;
    }
    return EXIT_SUCCESS;
}
