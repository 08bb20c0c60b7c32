/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "exchange/interchange/json-notices.h"
#include "exchange/interchange/json-place.h"

#include <jansson.h>

G_BEGIN_DECLS

gboolean bv_json_record_read (gpointer record,
                              const json_t *object,
                              const char *path,
                              BvJsonNotices *notices,
                              GError **error);
gboolean bv_json_record_read_field (gpointer record,
                                    const BvField *field,
                                    const json_t *value,
                                    BvJsonNotices *notices,
                                    GError **error);
gboolean bv_json_record_read_at (gpointer record,
                                 const BvField *field,
                                 const json_t *value,
                                 const BvJsonPlace *place,
                                 BvJsonNotices *notices,
                                 GError **error);
json_t *bv_json_record_to_json (gconstpointer record);

G_END_DECLS
