/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/read-back/cell-look.h"

#include "exchange/read-back/cell-hash.h"

#define PARTS_A_POINT 100

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * bv_cell_look_hash:
 * @look: a look
 *
 * Returns: what tells it from others
 */
guint64
bv_cell_look_hash (const BvCellLook *look)
{
  g_autofree char *text
    = g_strdup_printf ("%s\n%s\n%d %d%d %x\n%s %x %u\n%s %s %d %u", or_nothing (look->number),
                       or_nothing (look->font), (int) (look->size * PARTS_A_POINT), look->bold, look->italic,
                       look->color, or_nothing (look->pattern), look->fill, look->n_borders,
                       or_nothing (look->horizontal), or_nothing (look->vertical), look->wrap, look->indent);

  return bv_cell_hash_text (text);
}
