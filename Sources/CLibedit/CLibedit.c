#define _GNU_SOURCE
#include "CLibedit.h"
#include "Flags.h"

#include <errno.h>
#include <histedit.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

struct CLibeditEditor {
  EditLine *line;
  CLibeditCallbacks callbacks;
  int held_byte;                          /* read, but belonging to the next key; -1: none */
  bool inside_command;                    /* a command reads keys for itself */
  bool defined[CLIBEDIT_COMMAND_LIMIT];   /* which of the commands libedit knows */
};

static const wchar_t replacement_character = 0xFFFD;
static const wchar_t interrupt_key = 3;

static CLibeditEditor *editor_of(EditLine *line) {
  void *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return editor;
}

static char *current_prompt(EditLine *line) {
  CLibeditEditor *editor = editor_of(line);
  return (char *)editor->callbacks.prompt(editor->callbacks.client);
}

/* ---- Keys ---- */

/* Handles what signals have asked for. True: `*key` stands for one, or reading is over. */
static bool answer_signals(CLibeditEditor *editor, wchar_t *key, int *result) {
  if (clibedit_termination_signal() != 0) {
    *result = 0;
    return true;
  }
  if (clibedit_interrupt_pending()) { /* sent by someone, not typed: act as if it were */
    clibedit_clear_interrupt();
    *key = interrupt_key;
    *result = 1;
    return true;
  }
  if (clibedit_take_continued()) {
    /* libedit believes the terminal is as it left it; someone else has used it since */
    el_set(editor->line, EL_PREP_TERM, 0);
    el_set(editor->line, EL_PREP_TERM, 1);
    editor->callbacks.continued(editor->callbacks.client);
  }
  if (clibedit_take_resized()) editor->callbacks.resized(editor->callbacks.client);
  return false;
}

/* One byte of input. 1: given; 0: end, or `*key` decided by a signal in `*result`. */
static bool next_byte(CLibeditEditor *editor, char *byte, wchar_t *key, int *result) {
  if (editor->held_byte >= 0) {
    *byte = (char)editor->held_byte;
    editor->held_byte = -1;
    return true;
  }
  *result = 0;
  for (;;) {
    if (answer_signals(editor, key, result)) return false;
    CLibeditWait wait = clibedit_wait_for_input(STDIN_FILENO);
    if (wait == CLIBEDIT_WAIT_SIGNAL) continue;
    if (wait == CLIBEDIT_WAIT_FAILED) return false;
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count == 1) return true;
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    return false;
  }
}

/* One character: 1 for a key, 0 for the end. A byte that is not UTF-8 becomes U+FFFD, so that
 * nothing typed vanishes unseen. */
static int next_key(CLibeditEditor *editor, wchar_t *key) {
  char bytes[MB_LEN_MAX];
  size_t count = 0;
  int result = 0;
  for (;;) {
    if (!next_byte(editor, &bytes[count], key, &result)) return result;
    count++;
    mbstate_t state;
    memset(&state, 0, sizeof state);
    size_t length = mbrtowc(key, bytes, count, &state);
    if (length == (size_t)-2 && count < sizeof bytes) continue;
    if (length == (size_t)-1 || length == (size_t)-2) {
      if (count > 1) editor->held_byte = (unsigned char)bytes[count - 1];
      *key = replacement_character;
    }
    return 1;
  }
}

/* Whether a character would steer the terminal or could not be seen in the line; the same ones as
 * for text that is shown. */
static bool is_hidden(wchar_t key) {
  static const struct {
    wchar_t first, last;
  } ranges[] = {
      {0x80, 0x9F},       {0xAD, 0xAD},       {0x61C, 0x61C},     {0x115F, 0x1160},
      {0x17B4, 0x17B5},   {0x180E, 0x180E},   {0x200B, 0x200B},   {0x200E, 0x200F},
      {0x2028, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFEFF, 0xFEFF},
      {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
      {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF},
  };
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (key >= ranges[i].first && key <= ranges[i].last) return true;
  return false;
}

/* libedit's reader of characters (EL_GETCFN). What is hidden becomes U+FFFD, as what is not UTF-8
 * does; in a paste it is dropped later. */
static int read_key(EditLine *line, wchar_t *key) {
  CLibeditEditor *editor = editor_of(line);
  if (editor->inside_command) return next_key(editor, key);
  editor->callbacks.ready(editor->callbacks.client);
  int result = next_key(editor, key);
  if (result == 1 && is_hidden(*key)) *key = replacement_character;
  editor->callbacks.pressed(editor->callbacks.client, result == 1 ? (uint32_t)*key : 0);
  return result;
}

/* ---- Commands: one C function each, because libedit passes no data to them ---- */

static unsigned char run(EditLine *line, int number) {
  CLibeditEditor *editor = editor_of(line);
  return (unsigned char)editor->callbacks.run(editor->callbacks.client, number);
}

#define FOR_EACH_COMMAND(X)                                                                      \
  X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16)    \
  X(17) X(18) X(19) X(20) X(21) X(22) X(23)
#define DEFINE(n)                                                                                \
  static unsigned char command_##n(EditLine *line, int key) {                                    \
    (void)key;                                                                                   \
    return run(line, n);                                                                         \
  }
#define ENTRY(n) {"advocate-" #n, command_##n},

FOR_EACH_COMMAND(DEFINE)

static const struct {
  const char *name;
  unsigned char (*function)(EditLine *, int);
} commands[] = {FOR_EACH_COMMAND(ENTRY)};

_Static_assert(sizeof commands / sizeof *commands == CLIBEDIT_COMMAND_LIMIT, "one entry each");

bool clibedit_bind_command(CLibeditEditor *editor, const char *key, int number) {
  if (number < 0 || number >= CLIBEDIT_COMMAND_LIMIT) return false;
  const char *name = commands[number].name;
  if (!editor->defined[number]) {
    if (el_set(editor->line, EL_ADDFN, name, "Advocate", commands[number].function) != 0)
      return false;
    editor->defined[number] = true;
  }
  return clibedit_bind(editor, key, name);
}

bool clibedit_bind(CLibeditEditor *editor, const char *key, const char *command) {
  return el_set(editor->line, EL_BIND, key, command, NULL) == 0;
}

/* ---- Opening and closing ---- */

/* A terminal without a description (unknown name, no database) is taken for an ANSI one. */
static void describe_unknown_terminal(EditLine *line) {
  char *clear_to_end = NULL;
  if (el_get(line, EL_GETTC, "ce", &clear_to_end, NULL) == 0 && clear_to_end && *clear_to_end)
    return;
  /* libedit cuts each value after seven characters */
  static const char *const capabilities[][2] = {
      {"up", "\033[A"},        {"ce", "\033[K"}, {"cd", "\033[J"},   {"nd", "\033[C"},
      {"cl", "\033[H\033[2J"}, {"ho", "\033[H"}, {"ch", "\033[%i%dG"}, {"bl", "\007"},
      {"dc", "\033[P"},        {"ic", "\033[@"}, {"DC", "\033[%dP"}, {"IC", "\033[%d@"},
      {"am", "yes"},           {"xn", "yes"},
  };
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
    el_set(line, EL_SETTC, capabilities[i][0], capabilities[i][1], NULL);
}

CLibeditEditor *clibedit_open(const char *program, CLibeditCallbacks callbacks) {
  CLibeditEditor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  /* libedit complains of unknown terminals on its error stream while it starts, and only then */
  FILE *nowhere = fopen("/dev/null", "w");
  editor->line = el_init(program, stdin, stdout, nowhere ? nowhere : stderr);
  if (editor->line && nowhere) el_set(editor->line, EL_SETFP, 2, stderr);
  if (nowhere) fclose(nowhere);
  if (!editor->line) {
    free(editor);
    return NULL;
  }
  editor->callbacks = callbacks;
  editor->held_byte = -1;
  EditLine *line = editor->line;
  describe_unknown_terminal(line);
  el_set(line, EL_CLIENTDATA, editor);
  el_set(line, EL_SIGNAL, 0); /* libedit would send each signal on to the whole process group */
  el_set(line, EL_EDITOR, "emacs");
  el_set(line, EL_GETCFN, read_key);
  el_set(line, EL_PROMPT_ESC, current_prompt, '\1');
  /* Ctrl-C and Ctrl-Z come as keys, Ctrl-S and Ctrl-Q too, and a pasted CRLF is not two ends */
  static const char *const modes[] = {"-isig", "-ixon", "-icrnl", "-inlcr"};
  for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
    el_set(line, EL_SETTY, "-d", modes[i], NULL);
  return editor;
}

void clibedit_close(CLibeditEditor *editor) {
  el_end(editor->line);
  free(editor);
}

/* ---- Reading ---- */

const char *clibedit_read(CLibeditEditor *editor, size_t *count) {
  clibedit_take_continued(); /* what happened before the prompt needs no second prompt */
  clibedit_take_resized();
  el_resize(editor->line);
  /* before the prompt is visible: a Ctrl-D typed in between would be lost */
  el_set(editor->line, EL_PREP_TERM, 1);
  int length = 0;
  const char *bytes = el_gets(editor->line, &length);
  *count = bytes && length > 0 ? (size_t)length : 0;
  return *count > 0 ? bytes : NULL;
}

void clibedit_text(CLibeditEditor *editor, const char **bytes, size_t *count, size_t *cursor) {
  const LineInfo *info = el_line(editor->line);
  *bytes = info->buffer;
  *count = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
}

void clibedit_insert(CLibeditEditor *editor, const char *text) {
  if (*text) el_insertstr(editor->line, text);
}

void clibedit_replace(CLibeditEditor *editor, const char *text) {
  const LineInfoW *info = el_wline(editor->line);
  el_cursor(editor->line, (int)(info->lastchar - info->cursor));
  info = el_wline(editor->line);
  el_deletestr(editor->line, (int)(info->cursor - info->buffer));
  clibedit_insert(editor, text);
}

void clibedit_delete_before_cursor(CLibeditEditor *editor, int scalars) {
  if (scalars > 0) el_deletestr(editor->line, scalars);
}

void clibedit_move_cursor(CLibeditEditor *editor, int scalars) {
  if (scalars != 0) el_cursor(editor->line, scalars);
}

void clibedit_push(CLibeditEditor *editor, const char *keys) { el_push(editor->line, keys); }

bool clibedit_next_scalar(CLibeditEditor *editor, uint32_t *scalar) {
  wchar_t key = 0;
  editor->inside_command = true;
  bool given = el_wgetc(editor->line, &key) == 1;
  editor->inside_command = false;
  *scalar = (uint32_t)key;
  return given;
}

void clibedit_draw(CLibeditEditor *editor) { el_set(editor->line, EL_REFRESH); }

int clibedit_columns(CLibeditEditor *editor) {
  int columns = 0;
  if (el_get(editor->line, EL_GETTC, "co", &columns, NULL) != 0 || columns < 2) return 80;
  return columns;
}

void clibedit_resize(CLibeditEditor *editor) { el_resize(editor->line); }

void clibedit_stop(CLibeditEditor *editor) {
  el_set(editor->line, EL_PREP_TERM, 0);
  struct sigaction old, by_default = {.sa_handler = SIG_DFL};
  sigemptyset(&by_default.sa_mask);
  sigaction(SIGTSTP, &by_default, &old);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &old, NULL);
  clibedit_take_continued();
  clibedit_take_resized();
  el_resize(editor->line);
  el_set(editor->line, EL_PREP_TERM, 1);
}
