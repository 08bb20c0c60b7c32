/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/backup/wreck-facts.h"

G_BEGIN_DECLS

/* A library that is damaged, as far as it can still be read. It is read from a copy whose header and indexes
 * are made anew, and which is brought to today's schema; the damaged file stays as it is. */

BvLibrary *bv_wreck_open (const char *database,
                          const char *vault_owner,
                          const char *work,
                          BvWreckFacts **facts,
                          GError **error);

G_END_DECLS
