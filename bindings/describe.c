#include "bindings/describe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bindings/command.h"
#include "bindings/options.h"
#include "core/base/say.h"
#include "core/data/describe.h"
#include "core/model/model.h"
#include "core/store/sql.h"

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

int describe_command(const struct options *options)
{
    const char *as = options->argv[1];
    if (strcmp(as, "md") == 0) {
        describe_markdown(model_schema, MODEL_TABLES, stdout);
    } else if (strcmp(as, "luals") == 0) {
        describe_luals(model_schema, MODEL_TABLES, stdout);
    } else if (strcmp(as, "sql") == 0) {
        describe_sql();
    } else {
        fprintf(stderr, say("ccn: cannot describe as '%s': md, sql or luals\n"),
                as);
        return EXIT_USAGE;
    }
    return EXIT_SUCCESS;
}
