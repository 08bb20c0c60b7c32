/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TEMPLATE_DIALOG (bv_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BvTemplateDialog, bv_template_dialog, BV, TEMPLATE_DIALOG, GtkWindow)

GtkWidget *bv_template_dialog_new (GtkWindow *parent, BvSession *session);

G_END_DECLS
