/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal.h"
#include "store/library.h"
#include "store/lock.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _BvLibrary
{
  char *folder;  /* as people write it */
  char *reached; /* as the system is asked for it */
  BvLibraryMode mode;
  BvLock *lock; /* NULL in a reader */
  sqlite3 *db;
  GHashTable *statements; /* SQL text → prepared statement, idle between uses */
  gboolean acting;        /* inside an action of the journal */
  BvChangedFunc changed;
  gpointer changed_data;
};

G_END_DECLS
