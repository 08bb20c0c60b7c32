/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/header-find.h"

G_BEGIN_DECLS

/* What a row of a table is; only the first is taken in, and the others are counted. */
typedef enum
{
  BV_INTAKE_ROW_DATA,
  BV_INTAKE_ROW_ABOVE, /* the titles */
  BV_INTAKE_ROW_HEADER,
  BV_INTAKE_ROW_NUMBERING, /* of the columns */
  BV_INTAKE_ROW_EMPTY,
  BV_INTAKE_ROW_SECTION, /* a heading between rows */
  BV_INTAKE_ROW_TOTAL,
  BV_INTAKE_ROW_SAMPLE,
  BV_INTAKE_ROW_FORMULAS, /* nothing was typed into it */
  BV_INTAKE_ROW_NOTE,
  BV_INTAKE_ROW_SIGNATURE, /* from who signs on */
  BV_INTAKE_ROW_ANSWERED,  /* somebody said so */
  BV_N_INTAKE_ROW_KINDS,
} BvIntakeRowKind;

typedef struct
{
  guint row;
  BvIntakeRowKind kind;
  BvIntakeSubject subject; /* of data, one or the other where it can be told */
} BvIntakeRow;

/* What a whole table is for. */
typedef enum
{
  BV_INTAKE_TABLE_ANSWERS,
  BV_INTAKE_TABLE_GUIDE,  /* says how others are filled in */
  BV_INTAKE_TABLE_SAMPLE, /* all in it is invented */
  BV_INTAKE_TABLE_OTHER,  /* it has no titles that are known */
} BvIntakePurpose;

GArray *bv_intake_rows_classify (const BvIntakeTable *table, const BvHeader *header);
guint bv_intake_rows_count (const GArray *rows, BvIntakeRowKind kind);
BvIntakePurpose bv_intake_rows_judge (const BvIntakeTable *table, const BvHeader *header, const GArray *rows);
const char *bv_intake_row_kind_title (BvIntakeRowKind kind);

G_END_DECLS
