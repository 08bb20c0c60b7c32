/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TWIN_LINE (bv_twin_line_get_type ())
G_DECLARE_FINAL_TYPE (BvTwinLine, bv_twin_line, BV, TWIN_LINE, GtkWidget)

void bv_twin_line_set_session (BvTwinLine *line, BvSession *session);
void bv_twin_line_take_changes (BvTwinLine *line, const BvChanges *changes);
void bv_twin_line_look (BvTwinLine *line);
void bv_twin_line_show (BvTwinLine *line, gint64 nominee, const BvEvidence *document);
gboolean bv_twin_line_is_busy (BvTwinLine *line);

G_END_DECLS
