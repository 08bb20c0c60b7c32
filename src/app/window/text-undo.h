/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bv_text_undo_replay (GtkWidget *focus, gboolean redo);

G_END_DECLS
