/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

#define BV_LAYOUT_MAX_OWNERS 2

/* What tells the rows of one owner from each other. */
typedef enum
{
  BV_LAYOUT_ALONE,        /* there is one */
  BV_LAYOUT_BY_ID,        /* their ids */
  BV_LAYOUT_BY_PLACE,     /* their ordinals */
  BV_LAYOUT_BY_REFERENCE, /* what their first field names */
} BvLayoutKey;

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
  BvLayoutKey key;
  const char *scope; /* all rows t of the campaign ?1, those of assessments in their order */
  char *from;        /* the table t, and what else the scope speaks of */
  guint n_fields;    /* that are columns */
  char *head;        /* "t.owner, …, t.id, t.ordinal" */
  char *fields;      /* "t.field, …": references are rows */
  char *named;       /* the same, but references are keys */
  char *insert; /* parameters: owners, id, ordinal, fields; without an ordinal it goes behind the others */
  char *update; /* parameters: fields, ordinal, then the id or the owners */
  char *remove; /* parameters: the id; or the owners and what tells the row from the others */
} BvLayout;

const BvLayout *bv_layout_find (const BvEntity *entity);
const BvLayout *bv_layout_find_table (const char *table);
const BvLayout *bv_layout_get_nth (guint index);
guint bv_layout_count_owners (const BvLayout *layout);
char *bv_layout_column (const BvField *field);

G_END_DECLS
