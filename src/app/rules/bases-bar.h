/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_BASES_BAR (bv_bases_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvBasesBar, bv_bases_bar, BV, BASES_BAR, GtkWidget)

void bv_bases_bar_bind (BvBasesBar *bar, BvDraft *draft);
void bv_bases_bar_take (BvBasesBar *bar);

G_END_DECLS
