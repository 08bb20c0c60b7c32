/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-process.h"

#include <signal.h>

/* What is written to a process that has died is an error, not the end of this one. */
void
bv_folio_process_prepare (void)
{
  signal (SIGPIPE, SIG_IGN);
}
