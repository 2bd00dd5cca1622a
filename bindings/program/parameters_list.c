#include "bindings/program/parameters_list.h"

#include <stddef.h>

static const struct parameter of_import[] = {
    { "table", "TABLE", "table that takes the rows, such as cluster", true },
    { "into", "PLAN", "plan file; made when it is not there", true },
    { "decimal", "point|comma", "decimal sign in the file; it is never guessed",
      false },
    { "separator", "comma|semicolon|tab",
      "between cells; found from the first line when not given", false },
    { "policy", "add|update|both",
      "add: all rows are new (this is the rule); update: all are there; both",
      false },
    { "clear", "yes|no", "a blank cell makes a known value unknown (no)",
      false },
    { "dry", "yes|no", "only try it, save nothing (no)", false },
    { "form", "01|02|03|04",
      "a half-yearly form of Circular 14/2024, with table=observation", false },
    { "period", "PERIOD", "of the form: 2026-6m or 2026", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_export[] = {
    { "excel", "yes|no",
      "as Excel under Vietnamese settings opens it: bom=yes "
      "separator=semicolon decimal=comma (no)",
      false },
    { "decimal", "point|comma", "decimal sign to write (point)", false },
    { "separator", "comma|semicolon|tab", "between cells (comma)", false },
    { "bom", "yes|no", "mark the file as UTF-8 for spreadsheets (no)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_check[] = {
    { "on", "DATE", "day for which rules are looked up, as 2026-09-15", false },
    { "may", "extend|establish",
      "whether each cluster may be, by a dossier of the day", false },
    { "cluster", "KEY", "with may: this one, every condition in full", false },
    { "facts", "LIST",
      "with may: known beside the plan, as infrastructure=yes,demand=30",
      false },
    { "version", "VERSION", "look at the plan as it was in this one", false },
    { "today", "DATE", "with may: day of looking, when a dossier is under way",
      false },
    { "explain", "RULE", "a rule with its ground and its tests; all: a list",
      false },
    { "rules", "FILE.lua", "a further pack of rules", false },
    { "triggers", "FILE.lua",
      "a set of triggers to look at on the day; kept: those that the plan "
      "keeps",
      false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_report[] = {
    { "out", "FILE.html", "write the page there, and no text", false },
    { "criteria", "FILE.lua",
      "criteria for the order of those who move; else our draft", false },
    { "on", "DATE", "day whose rules are asked, as 2026-09-15", false },
    { "period", "PERIOD", "of the form: 2026-6m or 2026", false },
    { "tt14", "yes|no", NULL, false }, /* the word tt14 */
    { NULL, NULL, NULL, false },
};

static const struct parameter of_assign[] = {
    { "steps", "N",
      "a limit of work instead of time: the same answer on any machine",
      false },
    { "format", "gap|sscflp|plan", "what the file is; found out when not given",
      false },
    { "joint", "yes|no",
      "choose also the years in which phases open, within the capital (no)",
      false },
    { "threads", "N", "at most so many at once (all there are)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_criteria[] = {
    { "out", "FILE.md|html|csv", "write the annex there, by its ending",
      false },
    { "set", "NAME VERSION", "the set of a plan whose annex is wanted", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_diff[] = {
    { "results", "FILE.lua",
      "its results are compared too: it returns the options of ccn.compare",
      false },
    { "json", "yes|no", "as JSON (no)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_scenario[] = {
    { "rebase", "SCENARIO",
      "take it over to the plan as it is, conflicts shown cell by cell",
      false },
    { "policy", "ours|theirs",
      "what the scenario says (ours) or the plan (theirs) in a cell that both "
      "changed",
      false },
    { "promote", "SCENARIO",
      "make it the plan; its own scenarios become those of the plan", false },
    { "discard", "SCENARIO", "throw it away", false },
    { "all", "yes|no", "with those that have it as their parent (no)", false },
    { "json", "yes|no", "as JSON (no)", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_log[] = {
    { "run", "RUN", "one run with all that it read and made", false },
    { "script", "TEXT", "only runs of scripts with this in their path", false },
    { "state", "running|done|failed|stopped", "only runs that ended so",
      false },
    { "last", "N", "the last N only (20); 0: all", false },
    { "json", "yes|no", "as JSON (no)", false },
    { "version", "VERSION", "one version: its reason and the decisions on it",
      false },
    { "forget", "RUN", "take a run out of the log", false },
    { NULL, NULL, NULL, false },
};

#define SIGNED_IF(needed)                                                      \
    { "as", "ROLE:INITIALS", "who: role of an office, and initials", needed }, \
    {                                                                          \
        "on", "DATE", "day of it, as 2028-09-01 (today)", false                \
    }
#define SIGNED SIGNED_IF(false)
#define MUST_SIGN SIGNED_IF(true)

static const struct parameter of_version[] = {
    { "begin", "yes|no", "the plan as it is becomes the first version", false },
    { "ahead", "yes|no",
      "with begin: its day is after today, to play what may come (no)", false },
    { "draft", "SCENARIO", "a draft of a kept scenario", false },
    { "take", "yes|no", "a draft of what was changed outside of versions",
      false },
    { "record", "yes|no",
      "what was only observed or inspected, in force at once", false },
    { "rebase", "VERSION", "a draft once more, on what is in force now",
      false },
    { "restore", "yes|no", "drop what was changed outside of versions", false },
    { "title", "TEXT", "title of the version", false },
    { "reason", "TEXT", "why", false },
    SIGNED,
    { NULL, NULL, NULL, false },
};

static const struct parameter of_triggers[] = {
    { "set", "NAME VERSION", "one of the sets in full", false },
    { "keep", "FILE.lua", "keep the set of a file in the plan", false },
    { "approve", "NAME VERSION", "approve a set that is kept", false },
    { "from", "DATE",
      "with approve: day of the approval, from which it is in force (on=)",
      false },
    { "by", "OFFICE", "which office approves", false },
    { "decision", "TEXT", "number of its decision", false },
    { "record", "yes|no",
      "record what is fired or watched at the last cut-off before on= (no)",
      false },
    { "sweep", "FILE.sqlite",
      "share of futures in which they fire by each cut-off; outputs are named "
      "INDICATOR PERIOD",
      false },
    { "events", "TRIGGER=OUTPUT,...",
      "outputs with the year in which what a trigger warns of happens", false },
    { "subject", "KEY", "only of this cluster, enterprise or unit", false },
    { "title", "TEXT", "title of the version", false },
    SIGNED,
    { NULL, NULL, NULL, false },
};

static const struct parameter of_propose[] = {
    { "with", "NAME=VALUE,...", "parameters of the file", false },
    { "draft", "ALTERNATIVE", "make this one a draft", false },
    { "version", "VERSION", "look at the plan as it was in this one", false },
    { "show", "KEY", "a proposal that is recorded, in words", false },
    { "record", "yes|no",
      "record the proposal, so that ccn verify computes it again (no)", false },
    { "out", "FILE.html", "write the page there, and no text", false },
    { "title", "TEXT", "title of the version", false },
    SIGNED,
    { NULL, NULL, NULL, false },
};

static const struct parameter of_decide[] = {
    MUST_SIGN,
    { "comment", "TEXT", "opinion or reason", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_undo[] = {
    MUST_SIGN,
    { "title", "TEXT", "title of the version", false },
    { "reason", "TEXT", "why", false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_verify[] = {
    { "head", "SHA256", "an entry noted down earlier that must be there",
      false },
    { NULL, NULL, NULL, false },
};

static const struct parameter of_repl[] = {
    { "save", "yes|no", "write without a question (no)", false },
    { "person", "yes|no", NULL, false }, /* said by ccn itself */
    { NULL, NULL, NULL, false },
};

static const struct parameter of_sweep[] = {
    { "resume", "yes|no", "go on with what was cut off (no)", false },
    { "fresh", "yes|no", "begin anew in place of what was cut off (no)",
      false },
    { "threads", "N", "at most so many at once (all there are)", false },
    { "out", "FOLDER", "where the results file goes (out)", false },
    { "list", "yes|no", "of FILE.sqlite: what it holds (yes)", false },
    { "export", "csv", "of FILE.sqlite: all experiments as CSV", false },
    { NULL, NULL, NULL, false },
};

const struct parameters_list parameters_lists[] = {
    { "import", of_import, 1 },     { "export", of_export, 2 },
    { "check", of_check, 1 },       { "report", of_report, 1 },
    { "repl", of_repl, 1 },         { "criteria", of_criteria, 1 },
    { "assign", of_assign, 1 },     { "sweep", of_sweep, 1 },
    { "versions", of_version, 1 },  { "decide", of_decide, 3 },
    { "propose", of_propose, 2 },   { "undo", of_undo, 2 },
    { "verify", of_verify, 1 },     { "log", of_log, 1 },
    { "triggers", of_triggers, 1 }, { "diff", of_diff, 3 },
    { "scenario", of_scenario, 1 }, { NULL, NULL, 0 },
};
