/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was copied, as lines with tabs between their cells, whether it is HTML or such lines already. */

/* What is said in each row over which one cell reaches. */
typedef enum
{
  BV_PASTED_ONCE, /* its text in the first, nothing in the others */
  BV_PASTED_EACH, /* its text, as of a unit above all of them */
} BvPastedMerged;

char *bv_pasted_lines_write (const char *text, BvPastedMerged merged, GError **error);

G_END_DECLS
