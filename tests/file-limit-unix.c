/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-limit.h"

#include <signal.h>
#include <sys/resource.h>

gboolean
file_limit_is_there (void)
{
  return TRUE;
}

static void
set_soft_limit (gboolean limited, rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = limited ? bytes : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

void
file_limit_set (guint bytes)
{
  /* Without this the process would end instead of being told. */
  signal (SIGXFSZ, SIG_IGN);
  set_soft_limit (TRUE, bytes);
}

void
file_limit_lift (void)
{
  set_soft_limit (FALSE, 0);
}
