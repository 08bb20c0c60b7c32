/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/identity.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_SAME_ROW (bv_same_row_get_type ())
G_DECLARE_FINAL_TYPE (BvSameRow, bv_same_row, BV, SAME_ROW, GtkWidget)

GtkWidget *
bv_same_row_new (BvSession *session, const BvIdentity *identity, const BvSameGroup *group, gint64 nominee);

gboolean bv_same_row_is_about (BvSameRow *row, const BvIdentity *identity, const BvSameGroup *group);
void bv_same_row_show (BvSameRow *row, const BvIdentity *identity, const BvSameGroup *group, gint64 nominee);

G_END_DECLS
