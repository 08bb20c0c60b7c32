/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* One row that an action changed. */
typedef struct
{
  const char *table; /* static string: the entity's name */
  gint64 id;         /* the row, or the nominee of a row with a composite key */
  char operation;    /* 'i', 'u' or 'd' */
} BvChange;

/**
 * BvChangedFunc:
 * @library: the library
 * @changes: (element-type BvChange): the rows that were changed by the last action, undo or redo
 * @data: the caller's
 *
 * Called after the commit, for live refresh.
 */
typedef void (*BvChangedFunc) (BvLibrary *library, GArray *changes, gpointer data);

/* The writes of one action; runs inside its transaction. */
typedef gboolean (*BvActFunc) (BvLibrary *library, gpointer data, GError **error);

typedef struct
{
  gint64 id;
  gint64 time; /* seconds since 1970 */
  char *user;
  char *label;
  char *kind;    /* "do", "undo", "redo" */
  gint64 target; /* of an undo or redo: the action; else 0 */
  gboolean undone;
  gint64 rows;
} BvAction;

void bv_library_set_changed_func (BvLibrary *library, BvChangedFunc changed, gpointer data);

gboolean bv_journal_act (BvLibrary *library,
                         const char *label,
                         BvActFunc func,
                         gpointer data,
                         gint64 *action,
                         GError **error);
gint64 bv_journal_undo (BvLibrary *library, gint64 action, GError **error);
gint64 bv_journal_redo (BvLibrary *library, GError **error);
GPtrArray *bv_journal_list (BvLibrary *library, gint64 limit, GError **error);
BvAction *bv_journal_find (BvLibrary *library, gint64 action, GError **error);
BvAction *bv_journal_peek_undo (BvLibrary *library);
BvAction *bv_journal_peek_redo (BvLibrary *library);
void bv_action_free (BvAction *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAction, bv_action_free)

G_END_DECLS
