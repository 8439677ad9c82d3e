/* What belongs to the process rather than to an editor: locale, output, signals, waiting. */
#define _GNU_SOURCE
#include "CLibedit.h"
#include "Flags.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static volatile sig_atomic_t interrupted, termination, resized, continued;
static int wake_up[2] = {-1, -1};

static bool locale_is_utf8(const char *name) {
  return setlocale(LC_CTYPE, name) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool clibedit_use_utf8(void) {
  return locale_is_utf8("") || locale_is_utf8("C.UTF-8") || locale_is_utf8("C.utf8");
}

int clibedit_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

bool clibedit_write(int descriptor, const void *bytes, size_t count) {
  if (descriptor == STDOUT_FILENO) fflush(stdout);
  const char *next = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, next, count);
    if (written < 0) {
      if (errno == EINTR) continue;
      if (errno != EAGAIN) return false;
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      if (poll(&room, 1, -1) < 0 && errno != EINTR) return false;
      continue;
    }
    next += written;
    count -= (size_t)written;
  }
  return true;
}

char **clibedit_environment(void) { return environ; }

/* ---- Signals ---- */

static void note_signal(int signal) {
  int saved = errno;
  switch (signal) {
    case SIGINT: interrupted = 1; break;
    case SIGWINCH: resized = 1; break;
    case SIGCONT: continued = 1; break;
    default: termination = signal; break;
  }
  if (wake_up[1] >= 0) {
    ssize_t ignored = write(wake_up[1], "!", 1); /* a full pipe wakes as well */
    (void)ignored;
  }
  errno = saved;
}

static void ignore_signal(int signal) { (void)signal; }

static bool handle(int signal, void (*handler)(int)) {
  struct sigaction old;
  if (sigaction(signal, NULL, &old) != 0) return false;
  if (old.sa_handler == SIG_IGN) return true;
  struct sigaction new = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&new.sa_mask);
  return sigaction(signal, &new, NULL) == 0;
}

/* A handler rather than SIG_IGN: starting another program puts the default back. */
void clibedit_survive_broken_pipe(void) { handle(SIGPIPE, ignore_signal); }

bool clibedit_install_signal_handlers(void) {
  if (wake_up[0] >= 0) return true;
  if (pipe2(wake_up, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  clibedit_survive_broken_pipe();
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT};
  bool all = true;
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    all = handle(signals[i], note_signal) && all;
  return all;
}

bool clibedit_interrupt_pending(void) { return interrupted != 0; }
void clibedit_clear_interrupt(void) { interrupted = 0; }
int clibedit_termination_signal(void) { return termination; }

bool clibedit_take_resized(void) {
  bool was = resized != 0;
  resized = 0;
  return was;
}

bool clibedit_take_continued(void) {
  bool was = continued != 0;
  continued = 0;
  return was;
}

/* ---- Waiting ---- */

CLibeditWait clibedit_wait_for_input(int descriptor) {
  struct pollfd sources[2] = {
      {.fd = descriptor, .events = POLLIN},
      {.fd = wake_up[0], .events = POLLIN}, /* -1 is passed over */
  };
  int ready = poll(sources, 2, -1);
  if (ready < 0) return errno == EINTR ? CLIBEDIT_WAIT_SIGNAL : CLIBEDIT_WAIT_FAILED;
  if (sources[1].revents) {
    char spent[64];
    while (read(wake_up[0], spent, sizeof spent) > 0) continue;
    return CLIBEDIT_WAIT_SIGNAL;
  }
  return sources[0].revents & POLLNVAL ? CLIBEDIT_WAIT_FAILED : CLIBEDIT_WAIT_INPUT;
}

bool clibedit_input_pending(int descriptor) {
  struct pollfd source = {.fd = descriptor, .events = POLLIN};
  return poll(&source, 1, 0) == 1 && (source.revents & POLLIN);
}

bool clibedit_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}
