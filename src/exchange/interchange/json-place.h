/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a value stands in an interchange file: a chain on the stack that becomes words only when something is
 * wrong there. */
typedef struct _BvJsonPlace BvJsonPlace;

struct _BvJsonPlace
{
  const BvJsonPlace *parent;
  const char *name; /* not terminated; NULL: an element of an array */
  gsize length;
  gsize index;
};

char *bv_json_place_to_string (const BvJsonPlace *place);
gboolean bv_json_place_refuse (const BvJsonPlace *place, int code, const char *message, GError **error);
gboolean bv_json_place_refuse_missing (const BvJsonPlace *place, GError **error);
gboolean bv_json_place_refuse_type (const BvJsonPlace *place, const char *expected, GError **error);

G_END_DECLS
