/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_APPLICATION (bv_application_get_type ())
G_DECLARE_FINAL_TYPE (BvApplication, bv_application, BV, APPLICATION, GtkApplication)

BvApplication *bv_application_new (void);
void bv_application_set_folder (BvApplication *application, const char *folder, gboolean demo);
BvSession *bv_application_get_session (BvApplication *application);

G_END_DECLS
