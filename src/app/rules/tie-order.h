/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TIE_ORDER (bv_tie_order_get_type ())
G_DECLARE_FINAL_TYPE (BvTieOrder, bv_tie_order, BV, TIE_ORDER, GtkWidget)

void bv_tie_order_bind (BvTieOrder *order, BvDraft *draft);

G_END_DECLS
