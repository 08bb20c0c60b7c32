/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/set-table.h"

G_BEGIN_DECLS

/* A section read piece by piece, in the order in which it is printed. */

typedef struct
{
  BvFonts *fonts;
  const BvSection *section;
  double width;
  double height; /* of a page, without its margins */
  BvPlace next;
  BvSetTable *table; /* the one that is being read */
  guint n_read;      /* rows, and blocks that have none */
} BvFlow;

BvFlow *bv_flow_new (BvFonts *fonts, const BvSection *section, double width, double height);
void bv_flow_free (BvFlow *flow);
void bv_flow_seek (BvFlow *flow, BvPlace place);
gboolean bv_flow_read (BvFlow *flow, GPtrArray *pieces);
guint bv_flow_count (const BvSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFlow, bv_flow_free)

G_END_DECLS
