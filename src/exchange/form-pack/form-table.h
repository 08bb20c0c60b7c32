/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/form-pack/form-sheet.h"

G_BEGIN_DECLS

/**
 * BvFormTable:
 *
 * Room-private: a sheet of a form with a row a nominee and a column a leaf, between columns of its own.
 */
typedef struct
{
  BvSheet sheet;
  const BvForm *form;
  const BvFormSheet *asked;
  const char *field; /* which points stand there: “self” or “verified” */
  guint first_leaf;  /* the column of the first of them */
  guint row;
} BvFormTable;

/* What stands around the leaves, and above the table. */
typedef struct
{
  const BvSheetColumn *before;
  guint n_before;
  const BvSheetColumn *behind;
  guint n_behind;
  const char *title; /* what the sheet is */
  const char *guide; /* how it is filled in */
} BvFormHead;

void bv_form_table_init (BvFormTable *table, const BvForm *form, const BvFormSheet *asked, const char *field);
void bv_form_table_write_head (BvFormTable *table, const BvFormHead *head);
void bv_form_table_write_leaves (BvFormTable *table, const BvNominee *nominee);
void bv_form_table_limit_leaves (BvFormTable *table, guint last_row);
void bv_form_table_end_row (BvFormTable *table);

G_END_DECLS
