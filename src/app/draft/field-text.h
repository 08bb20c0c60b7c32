/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

char *bv_field_text_write (const BvField *field, gconstpointer record);
gboolean bv_field_text_read (const BvField *field, gpointer record, const char *text, GError **error);

G_END_DECLS
