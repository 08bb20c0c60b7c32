/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/* What a field may be given, and how the interchange file writes it. */

gboolean bv_field_admits (const BvField *field, gint64 value);
char *bv_field_tidy_text (const BvField *field, const char *text, GError **error);
gboolean bv_field_set_from_string (const BvField *field, gpointer record, const char *text, GError **error);
char *bv_field_to_string (const BvField *field, gconstpointer record);

gint64 bv_choice_parse (const BvChoice *choices, const char *name);

G_END_DECLS
