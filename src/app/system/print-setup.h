/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_print_setup_load (GtkPrintSettings **settings, GtkPageSetup **page_setup);
gboolean bv_print_setup_save (GtkPrintSettings *settings, GtkPageSetup *page_setup, GError **error);

G_END_DECLS
