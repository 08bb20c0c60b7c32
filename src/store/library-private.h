/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/action.h"
#include "store/library.h"
#include "store/lock.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _BvLibrary
{
  char *folder;   /* as people write it */
  char *reached;  /* as the system is asked for it */
  char *database; /* its path, as the system is asked for it */
  BvLibraryMode mode;
  gboolean is_copy; /* that nobody writes */
  BvLock *lock;     /* NULL in a reader */
  gboolean is_new;  /* made by this process, and nothing done in it yet */
  sqlite3 *db;
  guint version;          /* of the schema; 0: there is none yet */
  GHashTable *statements; /* SQL text → prepared statement, idle between uses */
  GHashTable *witnessed;  /* of BvWitnessedTable, once they are asked for; NULL: not yet */
  GHashTable *columns;    /* SQL text → what its columns may hold (store/proof/damage) */
  sqlite3_stmt *stepped;  /* whose rows were looked at last; NULL: it is finished */
  const GArray *stepped_columns;
  GError *damage;  /* what was found in the rows being read; NULL: nothing */
  gboolean acting; /* inside an action of the journal */
  BvAction *done;  /* the last action, while nothing was undone or done again after it */
  BvChangedFunc changed;
  gpointer changed_data;
  BvWantedFunc wanted;
  gpointer wanted_data;
};

gboolean bv_library_take_hold (BvLibrary *library);
gboolean bv_library_is_unwritable (BvLibrary *library);
void bv_library_remove_leftovers (const char *place);

G_END_DECLS
