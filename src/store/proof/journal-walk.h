/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Takes a row of a changeset. */
typedef void (*BvJournalWalkFunc) (gint64 action, sqlite3_changeset_iter *iter, gpointer data);

gboolean bv_journal_walk (BvLibrary *library,
                          gboolean is_chained,
                          BvJournalWalkFunc func,
                          gpointer data,
                          gboolean *is_whole,
                          GError **error);

G_END_DECLS
