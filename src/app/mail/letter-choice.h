/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/unit-letters.h"
#include "store/letters.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_LETTER_CHOICE (bv_letter_choice_get_type ())
G_DECLARE_FINAL_TYPE (BvLetterChoice, bv_letter_choice, BV, LETTER_CHOICE, GObject)

BvLetterChoice *bv_letter_choice_new (const BvLetter *letter, const BvLetterRecord *last);
const char *bv_letter_choice_get_unit (BvLetterChoice *choice);
void bv_letter_choice_set_address (BvLetterChoice *choice, const char *address);
gboolean bv_letter_choice_has_address (BvLetterChoice *choice);
gboolean bv_letter_choice_is_chosen (BvLetterChoice *choice);
void bv_letter_choice_set_chosen (BvLetterChoice *choice, gboolean chosen);

/* What every dialog does in which units are chosen: a list of #BvLetterChoice, and a box for all of them. */

char **bv_letter_choice_list_chosen (GListModel *choices, guint *n_without_address);
void bv_letter_choice_choose_all (GListModel *choices, gboolean chosen);
void bv_letter_choice_show_all (GListModel *choices, guint n_chosen, GtkCheckButton *all_button);
void bv_letter_choice_setup_item (GtkListItemFactory *factory, GtkListItem *item);
GtkWidget *bv_letter_choice_bind_item (GtkListItem *item);
void bv_letter_choice_unbind_item (GtkListItemFactory *factory, GtkListItem *item);

G_END_DECLS
