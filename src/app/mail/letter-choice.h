/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/unit-letters.h"
#include "store/letters.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define BV_TYPE_LETTER_CHOICE (bv_letter_choice_get_type ())
G_DECLARE_FINAL_TYPE (BvLetterChoice, bv_letter_choice, BV, LETTER_CHOICE, GObject)

BvLetterChoice *bv_letter_choice_new (const BvLetter *letter, const BvLetterRecord *last);
const char *bv_letter_choice_get_unit (BvLetterChoice *choice);
void bv_letter_choice_set_address (BvLetterChoice *choice, const char *address);
gboolean bv_letter_choice_has_address (BvLetterChoice *choice);
gboolean bv_letter_choice_is_chosen (BvLetterChoice *choice);
void bv_letter_choice_set_chosen (BvLetterChoice *choice, gboolean chosen);

G_END_DECLS
