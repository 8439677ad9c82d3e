/* libedit for Swift: plain functions instead of variadic ones, and a reader of keys that knows
 * about signals. libedit decodes keys, holds the text and repaints it; all else is Swift's. */
#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Process: locale, widths, output, signals ---- */

/* Makes the character type of the process UTF-8: the user's locale if it is, C.UTF-8 if not. */
bool clibedit_use_utf8(void);

/* Columns of one character: 0, 1, 2, or -1 for what cannot be printed. */
int clibedit_width(uint32_t scalar);

/* Writes everything, after whatever C's own standard output still holds. False: nobody reads. */
bool clibedit_write(int descriptor, const void *bytes, size_t count);

/* The variables that the process was started with, for programs that it starts. */
char **clibedit_environment(void);

/* Installs the handlers of SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT and SIGPIPE, once. A signal
 * that the process was started to ignore stays ignored. */
bool clibedit_install_signal_handlers(void);

/* Keeps a write to a closed pipe from ending the process; children do not inherit it. */
void clibedit_survive_broken_pipe(void);

bool clibedit_interrupt_pending(void);
void clibedit_clear_interrupt(void);
int clibedit_termination_signal(void); /* 0: none; stays once it has come */

typedef enum {
  CLIBEDIT_WAIT_INPUT,  /* a read will not block */
  CLIBEDIT_WAIT_SIGNAL, /* a signal came: look at the flags */
  CLIBEDIT_WAIT_FAILED
} CLibeditWait;

/* Waits for input or a signal, without limit. */
CLibeditWait clibedit_wait_for_input(int descriptor);

/* True if a read would not block now. */
bool clibedit_input_pending(int descriptor);

/* The window behind a descriptor. False: it has none, or does not know. */
bool clibedit_window_size(int descriptor, int *rows, int *columns);

/* ---- One editor ---- */

typedef struct CLibeditEditor CLibeditEditor;

/* What a command answers. The values are libedit's. */
typedef enum {
  CLIBEDIT_NORMAL = 0,
  CLIBEDIT_END = 2,
  CLIBEDIT_REFRESH = 4,
  CLIBEDIT_CURSOR = 5,
  CLIBEDIT_BEEP = 6,
  CLIBEDIT_REDISPLAY = 8
} CLibeditOutcome;

/* All are called inside clibedit_read, on its thread. `command` is the number given when bound. */
typedef struct {
  void *client;
  const char *(*prompt)(void *client);
  CLibeditOutcome (*run)(void *client, int command);
  void (*resized)(void *client);
  void (*continued)(void *client);
  void (*ready)(void *client); /* the last key is dealt with and drawn; called before the next */
  void (*pressed)(void *client, uint32_t key); /* a key came, or 0 for the end; nothing done yet */
} CLibeditCallbacks;

enum { CLIBEDIT_COMMAND_LIMIT = 24 };

/* NULL if libedit cannot start. The locale must be UTF-8 by now. */
CLibeditEditor *clibedit_open(const char *program, CLibeditCallbacks callbacks);
void clibedit_close(CLibeditEditor *);

/* Binds a key to command `number`, 0..<CLIBEDIT_COMMAND_LIMIT. */
bool clibedit_bind_command(CLibeditEditor *, const char *key, int number);
/* Binds a key to one of libedit's own commands. */
bool clibedit_bind(CLibeditEditor *, const char *key, const char *command);

/* Reads one line with its end; NULL at the end of input and on a terminating signal. The bytes
 * live until the next call. */
const char *clibedit_read(CLibeditEditor *, size_t *count);

/* ---- For use inside a command ---- */

/* The text being edited; `cursor` counts bytes. Lives until the text changes. */
void clibedit_text(CLibeditEditor *, const char **bytes, size_t *count, size_t *cursor);
void clibedit_insert(CLibeditEditor *, const char *text);
void clibedit_replace(CLibeditEditor *, const char *text); /* all of it; the cursor at its end */
void clibedit_delete_before_cursor(CLibeditEditor *, int scalars);
void clibedit_move_cursor(CLibeditEditor *, int scalars);
/* Keys to be taken before those typed. */
void clibedit_push(CLibeditEditor *, const char *keys);
/* One more key, with signals handled as in the main loop. False: end of input, or terminated. */
bool clibedit_next_scalar(CLibeditEditor *, uint32_t *scalar);
/* Draws prompt and text anew; the terminal's cursor must stand at the start of a cleared row. */
void clibedit_draw(CLibeditEditor *);
/* The columns libedit reckons with. */
int clibedit_columns(CLibeditEditor *);
/* Takes over the present size of the window. */
void clibedit_resize(CLibeditEditor *);
/* Stops the whole foreground job, as the terminal driver would; returns when it continues. */
void clibedit_stop(CLibeditEditor *);

#endif
