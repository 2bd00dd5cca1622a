/* Files that ccn keeps for a person: $XDG_STATE_HOME/ccn/NAME, else
 * ~/.local/state/ccn/NAME. */
#ifndef BINDINGS_PROGRAM_STATE_H
#define BINDINGS_PROGRAM_STATE_H

/* The path, interned, with its folders made; NULL when there is no place for
 * it, which is no reason to complain. */
const char *state_path(const char *name);

#endif
