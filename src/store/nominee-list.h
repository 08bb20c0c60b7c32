/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"
#include "store/library.h"

G_BEGIN_DECLS

typedef enum
{
  BV_NOMINEES_NUMBER,
  BV_NOMINEES_NAME,
  BV_NOMINEES_UNIT, /* of an individual; of a collective the unit above */
  BV_NOMINEES_POSITION,
  BV_NOMINEES_EVIDENCE, /* not filled here */
  BV_NOMINEES_ASSESSED, /* not filled here */
  BV_NOMINEES_SELF,     /* not filled here */
  BV_NOMINEES_TOTAL,    /* not filled here */
  BV_NOMINEES_SAME,     /* not filled here */
  BV_NOMINEES_N_COLUMNS,
} BvNomineesColumn;

/* The nominees of a campaign, whose texts can be read little by little. */
typedef struct _BvNomineeList BvNomineeList;

BvNomineeList *bv_nominee_list_read (BvLibrary *library, gint64 campaign, GError **error);
void bv_nominee_list_free (BvNomineeList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNomineeList, bv_nominee_list_free)

BvTable *bv_nominee_list_get_table (BvNomineeList *list);
gboolean bv_nominee_list_is_whole (BvNomineeList *list);
gboolean bv_nominee_list_read_text (BvNomineeList *list, BvLibrary *library, guint row, GError **error);
gboolean bv_nominee_list_read_texts (BvNomineeList *list,
                                     BvLibrary *library,
                                     guint n_rows,
                                     GArray *rows,
                                     GError **error);

G_END_DECLS
