/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-cell.h"

G_BEGIN_DECLS

/* Room-private: what the words of a cell say of its row. Texts are as bv_intake_field_key() writes them,
 * unless they are said to be as they were written. */

gboolean bv_intake_words_are_total (const char *key);
gboolean bv_intake_words_are_signature (const char *key);
gboolean bv_intake_words_are_note (const char *key);
gboolean bv_intake_words_are_sample (const char *key);
gboolean bv_intake_words_are_guide (const char *key);
gboolean bv_intake_words_are_unit (const char *key);
gboolean bv_intake_words_are_invented (const char *key);
gboolean bv_intake_words_are_numeral (const char *key);
gboolean bv_intake_words_number_columns (const GArray *cells);

G_END_DECLS
