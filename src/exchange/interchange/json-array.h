/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/**
 * BvJsonArray:
 *
 * The text of an array at the root of a document, whose elements are parsed one at a time: as a whole they
 * take six times the room of their text.
 */
typedef struct
{
  const char *data;
  gsize length;
  gsize begin; /* behind the bracket */
  gsize end;   /* at the bracket that closes */
  gsize next;  /* the element that comes */
} BvJsonArray;

gboolean bv_json_array_find (BvJsonArray *array, const char *data, gsize length, const char *name);
json_t *bv_json_array_parse_rest (const BvJsonArray *array);
gboolean bv_json_array_next (BvJsonArray *array, json_t **element);

G_END_DECLS
