/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What an action was about. */
typedef struct
{
  const char
    *table;  /* "receipt", "criterion", "group", "quota", "nominee" or "unit"; NULL: that cannot be told */
  gint64 id; /* the row; 0: it is gone, or it is no one row, as with the inbox */
  gint64 evidence; /* of a document: its row; the nominee is the first of whom it proves something, if any */
  char *criterion; /* of scores of a nominee: the code of the first leaf; NULL: it is about more of him */
} BvActionPlace;

BvActionPlace bv_action_place_find (BvLibrary *library, gint64 action);
void bv_action_place_clear (BvActionPlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvActionPlace, bv_action_place_clear)

G_END_DECLS
