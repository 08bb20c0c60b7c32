/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/apart/source-process.h"

char *
bv_source_process_find_installed (void)
{
  return g_strdup (BV_READER);
}
