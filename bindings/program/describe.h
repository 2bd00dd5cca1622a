/* `ccn describe`: texts that follow from the fields of the model. */
#ifndef BINDINGS_PROGRAM_DESCRIBE_H
#define BINDINGS_PROGRAM_DESCRIBE_H

struct options;

int describe_command(const struct options *options);

#endif
