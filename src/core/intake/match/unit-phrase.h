/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text that names a unit often names more: what the unit is under, its code, its number in a list. Here it
 * is taken apart; what the parts name is for core/intake/unit-match. */

/* The ways of taking it apart, from the one that assumes least. */
typedef enum
{
  BV_UNIT_SPLIT_NOT,
  BV_UNIT_SPLIT_LAST_TYPE, /* before the last word that is a type: Sở Nội vụ | tỉnh An Giang */
  BV_UNIT_SPLIT_BRACKETS,
  BV_UNIT_SPLIT_COMMAS,  /* and all that comes before it */
  BV_UNIT_SPLIT_DASHES,  /* those with blanks around them, too */
  BV_UNIT_SPLIT_HYPHENS, /* all of them, too */
  BV_UNIT_SPLIT_TYPES,   /* before each type that has a name: xã Bình Hòa | huyện Châu Thành */
  BV_UNIT_SPLIT_COMMAS_TYPES,
  BV_UNIT_SPLIT_DASHES_TYPES,
  BV_UNIT_SPLIT_HYPHENS_TYPES,
  BV_N_UNIT_SPLITS,
} BvUnitSplit;

char **bv_unit_phrase_split (const char *text, BvUnitSplit split);
char *bv_unit_phrase_drop_number (const char *text);
const char *bv_unit_phrase_skip_type (const char *key);
const char *bv_unit_phrase_skip_folded (const char *folded);

G_END_DECLS
