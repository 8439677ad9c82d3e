/* What the editor asks of the signal handlers, and nobody else. */
#ifndef CLIBEDIT_FLAGS_H
#define CLIBEDIT_FLAGS_H

#include <stdbool.h>

bool clibedit_take_resized(void);
bool clibedit_take_continued(void);

#endif
