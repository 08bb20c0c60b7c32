/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/text/legacy-text.h"

G_BEGIN_DECLS

/* What a cell of a table from outside holds. */
typedef enum
{
  BV_SOURCE_EMPTY, /* a formula of which no result was kept; other empty cells are left out */
  BV_SOURCE_TEXT,
  BV_SOURCE_NUMBER,
  BV_SOURCE_DATE,
  BV_SOURCE_FLAG,
  BV_SOURCE_FAULT, /* what a formula says that came to nothing: #N/A */
} BvSourceKind;

/**
 * BvSourceCell:
 *
 * A cell as every reader hands it over. Texts are UTF-8 in NFC or not, with blanks and line ends as they were
 * written; a number is digits with a point ("-12.5"), as the program that wrote it shows it with all its
 * digits; a date is "2021-12-15", of a moment "2021-12-15 07:30:00", of a time of the day "07:30:00"; a flag
 * "1" or "0".
 */
typedef struct
{
  guint column; /* from 0 */
  BvSourceKind kind;
  const char *text;
  const char *written;     /* before its old signs became letters; NULL: it has none */
  BvLegacyCharset charset; /* of @written, as its font declares it */
  const char *font;        /* NULL: nothing is said */
  gboolean is_formula;
  gboolean is_hidden; /* in a column that is not shown */
} BvSourceCell;

/* Cells that are shown as one, from 0. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} BvSourceRange;

typedef enum
{
  BV_SOURCE_SHOWN,
  BV_SOURCE_HIDDEN,
  BV_SOURCE_VERY_HIDDEN, /* only a program shows it again */
} BvSourceVisibility;

/**
 * BvSourceSink:
 *
 * What takes the tables of a file, one after the other, row by row as they are read; of what is handed over
 * nothing stays when a call is over. Where a call returns %FALSE with an error, reading ends with it.
 */
typedef struct
{
  /* @name: empty where the file gives it none */
  gboolean (*begin) (gpointer data, const char *name, BvSourceVisibility visibility, GError **error);
  /* @row: from 0; cells by ascending column */
  gboolean (*row) (gpointer data,
                   guint row,
                   gboolean is_hidden,
                   const BvSourceCell *cells,
                   guint n_cells,
                   GError **error);
  gboolean (*end) (gpointer data, const BvSourceRange *merged, guint n_merged, GError **error);
} BvSourceSink;

G_END_DECLS
