/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "exchange/interchange/json-notices.h"
#include "exchange/interchange/json-place.h"

#include <jansson.h>

G_BEGIN_DECLS

const char *bv_json_scalar_describe_type (const BvField *field);
gboolean bv_json_scalar_set (gpointer record,
                             const BvField *field,
                             const char *text,
                             const BvJsonPlace *place,
                             BvJsonNotices *notices,
                             GError **error);
gboolean bv_json_scalar_read (gpointer record,
                              const BvField *field,
                              const json_t *value,
                              const BvJsonPlace *place,
                              BvJsonNotices *notices,
                              GError **error);

G_END_DECLS
