/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_WELCOME_PAGE (bv_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (BvWelcomePage, bv_welcome_page, BV, WELCOME_PAGE, GtkWidget)

G_END_DECLS
