/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/points.h"

G_BEGIN_DECLS

/* Room-private: one line of a pasted block, taken apart. */

/* How a line is numbered: lines of one style stand beside each other. */
typedef enum
{
  BV_LINE_STYLE_NONE,
  BV_LINE_STYLE_HEADING, /* neither number nor points */
  BV_LINE_STYLE_ROMAN,
  BV_LINE_STYLE_CAPITAL,
  BV_LINE_STYLE_LETTER,
  BV_LINE_STYLE_BULLET,
  BV_LINE_STYLE_NUMBER, /* and so on, one more for each further part: 1.1, 1.1.1 */
} BvLineStyle;

typedef struct
{
  guint line; /* from 1 */
  guint style;
  char *code; /* as it is written; empty: none */
  char *title;
  char *guide;
  gint64 points; /* 1/100; BV_NONE: none */
  gboolean taken_off;
} BvCriterionLine;

GPtrArray *bv_criterion_line_read_all (const char *text, guint most);
void bv_criterion_line_free (BvCriterionLine *line);

G_END_DECLS
