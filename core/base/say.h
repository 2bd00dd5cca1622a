/* The language of everything a person reads.
 *
 * The English text is the key: say("no such table") gives the Vietnamese text
 * of vi.def when Vietnamese is chosen and the English one otherwise.  Both
 * must take the same printf arguments in the same order; the test test_say
 * holds every entry to that, and `make lint` finds texts without an entry.
 * Identifiers (names of tables, fields, commands) are never translated.
 */
#ifndef CORE_BASE_SAY_H
#define CORE_BASE_SAY_H

enum language { LANGUAGE_EN, LANGUAGE_VI };

/* Chosen once, before threads start.  A name like "vi", "vi_VN.UTF-8", "en";
 * whatever does not begin with "vi" is English. */
void say_choose(const char *name);
enum language say_language(void);

const char *say(const char *english) __attribute__((format_arg(1)));

/* All entries, for tests: English, Vietnamese, ..., NULL. */
extern const char *const say_table[];

#endif
