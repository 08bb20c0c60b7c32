/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One row that an action changed. */
typedef struct
{
  const char *table; /* static string: the entity's name */
  gint64 id;         /* the row, or what begins a composite key: the nominee of an assessment, report, … */
  gint64 nominee;    /* the nominee that the row belongs to, or is itself; 0: it belongs to none */
  char operation;    /* 'i', 'u' or 'd' */
  gint64 criterion;  /* where it is of a score of that nominee: its leaf; else 0 */
} BvChange;

/**
 * BvChanges:
 *
 * The rows that one action, undo or redo changed. It is never changed itself, so that every thread may keep a
 * reference.
 */
typedef struct _BvChanges BvChanges;

#define BV_TYPE_CHANGES (bv_changes_get_type ())
GType bv_changes_get_type (void);

BvChanges *bv_changes_new (GArray *rows);
BvChanges *bv_changes_ref (const BvChanges *changes);
void bv_changes_unref (BvChanges *changes);
guint bv_changes_count (const BvChanges *changes);
const BvChange *bv_changes_get (const BvChanges *changes, guint index);

gboolean bv_changes_touch (const BvChanges *changes, const char *table);
gboolean bv_changes_has_row (const BvChanges *changes, const char *table, gint64 id);
GArray *bv_changes_list_rows (const BvChanges *changes, const char *table);
GArray *bv_changes_list_nominees (const BvChanges *changes);
gboolean bv_changes_are_marks (const BvChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvChanges, bv_changes_unref)

G_END_DECLS
