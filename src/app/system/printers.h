/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What systems do differently with printers. */

gboolean bv_printers_check (GtkPrintSettings *settings, GError **error);

G_END_DECLS
