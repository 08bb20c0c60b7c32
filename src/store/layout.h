/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

#define BV_LAYOUT_MAX_OWNERS 2

/**
 * BvLayout:
 *
 * How an entity lies in its table: the columns before its fields, and the statements that read and write it.
 * The columns of the fields follow the entity's own table of fields.
 */
typedef struct
{
  const BvEntity *entity;
  const char *owners[BV_LAYOUT_MAX_OWNERS]; /* columns of the record it belongs to */
  gboolean has_id;
  gboolean has_ordinal;
  const char *scope; /* all rows t of the campaign ?1, those of assessments in their order */
  char *columns;     /* "t.owner, …, t.id, t.ordinal, t.field, …" */
  char *insert;      /* parameters in the order of the columns */
  char *update; /* parameters: the fields, then the id or the owners (and the criterion of an assessment) */
} BvLayout;

const BvLayout *bv_layout_find (const BvEntity *entity);
const BvLayout *bv_layout_find_table (const char *table);
guint bv_layout_count_owners (const BvLayout *layout);
guint bv_layout_first_field (const BvLayout *layout);
char *bv_layout_column (const BvField *field);

G_END_DECLS
