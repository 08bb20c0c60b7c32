/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/action.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

/* The writes of one action; runs inside its transaction. */
typedef gboolean (*BvActFunc) (BvLibrary *library, gpointer data, GError **error);

gboolean bv_journal_act (BvLibrary *library,
                         const char *label,
                         BvActFunc func,
                         gpointer data,
                         gint64 *action,
                         GError **error);
gint64 bv_journal_undo (BvLibrary *library, gint64 action, const BvProgress *progress, GError **error);
gint64 bv_journal_redo (BvLibrary *library, const BvProgress *progress, GError **error);
GPtrArray *bv_journal_list (BvLibrary *library, gint64 limit, GError **error);
GPtrArray *bv_journal_list_later (BvLibrary *library, gint64 action);
BvAction *bv_journal_find (BvLibrary *library, gint64 action, GError **error);
const BvAction *bv_journal_get_done (BvLibrary *library);
BvAction *bv_journal_peek_undo (BvLibrary *library, GError **error);
BvAction *bv_journal_peek_redo (BvLibrary *library, GError **error);
G_END_DECLS
