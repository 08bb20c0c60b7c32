/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-process.h"

/* There, writing to a process that has died is an error anyway. */
void
bv_folio_process_prepare (void)
{
}
