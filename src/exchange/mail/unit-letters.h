/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/missing.h"

G_BEGIN_DECLS

/**
 * BvLetter:
 *
 * What one unit is asked for, always Vietnamese.
 */
typedef struct
{
  char *unit;    /* its code */
  char *name;    /* its name */
  char *email;   /* empty: none is known */
  char *subject; /* one line */
  char *body;    /* plain text; lines end with \n */
  char *file;    /* its file name: safe on any system, no other letter of the list has it */
  guint n_items; /* as core/missing.h counts them */
} BvLetter;

GPtrArray *bv_unit_letters_compose (const BvMissing *missing,
                                    const char *unit,
                                    gint64 until,
                                    gboolean with_list,
                                    GError **error);

gboolean bv_unit_letters_check_until (gint64 until, GError **error);
char *bv_unit_letters_doubt_until (gint64 until, gint64 date);

G_END_DECLS
