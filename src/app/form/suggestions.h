/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BvSuggestions BvSuggestions;

BvSuggestions *bv_suggestions_new (GtkWidget *entry);
void bv_suggestions_free (BvSuggestions *suggestions);
void bv_suggestions_bind (BvSuggestions *suggestions, BvDraft *draft, const BvField *field);
void bv_suggestions_present (BvSuggestions *suggestions);

G_END_DECLS
