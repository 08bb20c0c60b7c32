/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/header-title.h"
#include "core/intake/intake-table.h"

G_BEGIN_DECLS

/* Among how many rows the titles of the columns are looked for. */
#define BV_HEADER_ROWS 12

/* What the rows of a table are. */
typedef enum
{
  BV_INTAKE_OF_UNKNOWN,
  BV_INTAKE_OF_COLLECTIVES,
  BV_INTAKE_OF_INDIVIDUALS,
  BV_INTAKE_OF_BOTH,
  BV_INTAKE_OF_CRITERIA, /* of one unit's answer */
} BvIntakeSubject;

typedef struct
{
  guint column;
  char *title;             /* its own lines from the top, with blanks between; empty: none */
  BvHeaderMeaning meaning; /* of likeness 0: nobody knows */
} BvHeaderColumn;

/**
 * BvHeader:
 *
 * Where the titles of a table's columns are, and what they say.
 */
typedef struct
{
  guint first_row;
  guint n_rows;    /* 0: none were found */
  GArray *columns; /* of BvHeaderColumn: those that have a title */
  BvIntakeSubject subject;
} BvHeader;

BvHeader *bv_header_find (const BvIntakeTable *table, BvHeaderRules *rules);
BvHeader *bv_header_new_said (guint n_rows, const BvHeaderColumn *columns, guint n_columns);
void bv_header_free (BvHeader *header);
const BvHeaderColumn *bv_header_find_field (const BvHeader *header, BvIntakeField field);
const BvHeaderColumn *bv_header_find_column (const BvHeader *header, guint column);
guint bv_header_count_unknown (const BvHeader *header);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHeader, bv_header_free)

G_END_DECLS
