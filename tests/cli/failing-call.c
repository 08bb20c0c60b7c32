/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

/* Loaded into a program before its own libraries: one call to the system fails, as where a disk is full for a
 * moment. BANGVANG_FAILING is "KIND NTH ERRNO", where 0 kills the program there; calls are counted from 1,
 * those on files alone. What is opened counts if its path begins as BANGVANG_FAILING_FOLDER says. The number
 * of all is written into the file that BANGVANG_FAILING_COUNT names when the program ends. Each call is
 * stopped at the door of the system, by seccomp, as the C library's own calls go past whatever is loaded
 * before it.
 */

/* By an argument that no call has, the system lets through what is asked for here. */
#define PASS 0x62616e67u
#define PASS_ARGUMENT 5

#define N_ARGUMENTS 5

typedef struct
{
  const char *name;
  const long *calls; /* up to END */
} Kind;

#define WRITES SYS_write, SYS_pwrite64, SYS_writev
#define CLOSES SYS_close
#define SYNCS SYS_fsync, SYS_fdatasync
#ifdef SYS_open /* and what else is of an older day */
#define RENAMES SYS_rename, SYS_renameat, SYS_renameat2
#define OPENS_BY_PATH SYS_open, SYS_creat
#define OPENS OPENS_BY_PATH, SYS_openat, SYS_openat2
#else
#define RENAMES SYS_renameat, SYS_renameat2
#define OPENS SYS_openat, SYS_openat2
#endif

#define END -1
#define MOST_CALLS 16

static const long writes[] = { WRITES, END };
static const long closes[] = { CLOSES, END };
static const long syncs[] = { SYNCS, END };
static const long renames[] = { RENAMES, END };
static const long opens[] = { OPENS, END };
#ifdef OPENS_BY_PATH
static const long opens_by_path[] = { OPENS_BY_PATH, END };
#else
static const long opens_by_path[] = { END };
#endif
static const long changes[] = { WRITES, SYNCS, RENAMES, OPENS, END };

static const Kind kinds[] = { { "write", writes },   { "close", closes }, { "fsync", syncs },
                              { "rename", renames }, { "open", opens },   { "change", changes } };

static const Kind *kind;
static unsigned failing; /* 0: none */
static int failure;      /* errno; 0: killed */
static unsigned n_calls;
static const char *folder; /* NULL: all */

#if defined(__x86_64__)
static void
read_arguments (const ucontext_t *context, long arguments[N_ARGUMENTS])
{
  static const int registers[N_ARGUMENTS] = { REG_RDI, REG_RSI, REG_RDX, REG_R10, REG_R8 };

  for (unsigned i = 0; i < N_ARGUMENTS; i++)
    arguments[i] = context->uc_mcontext.gregs[registers[i]];
}

static void
set_result (ucontext_t *context, long result)
{
  context->uc_mcontext.gregs[REG_RAX] = result;
}
#else
static void
read_arguments (const ucontext_t *context, long arguments[N_ARGUMENTS])
{
  for (unsigned i = 0; i < N_ARGUMENTS; i++)
    arguments[i] = context->uc_mcontext.regs[i];
}

static void
set_result (ucontext_t *context, long result)
{
  context->uc_mcontext.regs[0] = result;
}
#endif

static long
call (long number, const long arguments[N_ARGUMENTS])
{
  long result = syscall (number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], PASS);

  return result == -1 ? -errno : result;
}

static int
is_one_of (const long *calls, long number)
{
  while (*calls != END && *calls != number)
    calls++;
  return *calls != END;
}

/* A program writes to other things than files, which no full disk stops. */
static int
is_counted (long number, const long arguments[N_ARGUMENTS])
{
  const char *path = (const char *) arguments[is_one_of (opens_by_path, number) ? 0 : 1];
  struct stat status;

  if (is_one_of (opens, number))
    return folder == NULL || strncmp (path, folder, strlen (folder)) == 0;
  return is_one_of (renames, number) || (fstat (arguments[0], &status) == 0 && S_ISREG (status.st_mode));
}

/* What cannot be closed well is closed all the same. */
static long
fail (long number, const long arguments[N_ARGUMENTS])
{
  if (failure == 0)
    kill (getpid (), SIGKILL);
  if (is_one_of (closes, number))
    call (number, arguments);
  return -failure;
}

static void
called_cb (int number, siginfo_t *info, void *data)
{
  long arguments[N_ARGUMENTS];
  int before = errno;
  int fails;

  read_arguments (data, arguments);
  fails = is_counted (info->si_syscall, arguments)
          && __atomic_add_fetch (&n_calls, 1, __ATOMIC_SEQ_CST) == failing;
  set_result (data, fails ? fail (info->si_syscall, arguments) : call (info->si_syscall, arguments));
  errno = before;
}

static void
stop_calls (void)
{
  struct sock_filter filter[MOST_CALLS + 6] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, args[PASS_ARGUMENT])),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, PASS, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
  };
  unsigned short n = 4;
  unsigned n_kind = 0;
  struct sock_fprog program = { 0, filter };

  while (kind->calls[n_kind] != END)
    n_kind++;
  for (unsigned i = 0; i < n_kind; i++)
    filter[n++] = (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, kind->calls[i], n_kind - i, 0);
  filter[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  filter[n++] = (struct sock_filter) BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_TRAP);
  program.len = n;
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
      || prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    abort ();
}

static void
write_count (void)
{
  const char *path = getenv ("BANGVANG_FAILING_COUNT");
  unsigned n = n_calls;
  FILE *file;

  failing = 0;
  if (path == NULL || (file = fopen (path, "w")) == NULL)
    return;
  fprintf (file, "%u\n", n);
  fclose (file);
}

__attribute__ ((constructor)) static void
failing_call (void)
{
  struct sigaction action = { .sa_sigaction = called_cb, .sa_flags = SA_SIGINFO | SA_NODEFER };
  const char *asked = getenv ("BANGVANG_FAILING");
  char name[16];

  if (asked == NULL || sscanf (asked, "%15s %u %d", name, &failing, &failure) != 3)
    return;
  folder = getenv ("BANGVANG_FAILING_FOLDER");
  for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp (name, kinds[i].name) == 0)
      kind = &kinds[i];
  if (kind == NULL || sigaction (SIGSYS, &action, NULL) != 0)
    abort ();
  atexit (write_count);
  stop_calls ();
}
