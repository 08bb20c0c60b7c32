/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"

G_BEGIN_DECLS

/* Room-private: words that people write where a value has only a few. */

char *bv_typed_words_key (const char *text);
gboolean bv_typed_words_is_nothing (const char *key);
gboolean bv_typed_words_is_not_assigned (const char *key);
gint64 bv_typed_words_flag (const char *key);
gint64 bv_typed_words_choice (const BvChoice *choices, const char *key);

G_END_DECLS
