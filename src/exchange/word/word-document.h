/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/word/word-text.h"

G_BEGIN_DECLS

gboolean bv_word_document_read (const BvWordSetting *setting, const char *part, GError **error);

G_END_DECLS
