/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "store/library.h"

G_BEGIN_DECLS

/* One value that one action changed. */
typedef struct
{
  gint64 action;
  gint64 time; /* seconds since 1970 */
  char *user;
  char *label;
  char *entity;    /* the table */
  char *criterion; /* the code, where the row is about one; else NULL */
  const BvField *changed;
  char *field;  /* its translated title */
  char *before; /* as people write it; NULL: nothing */
  char *after;
} BvHistoryEntry;

GPtrArray *bv_history_read (BvLibrary *library, gint64 id, GError **error);
void bv_history_entry_free (BvHistoryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHistoryEntry, bv_history_entry_free)

G_END_DECLS
