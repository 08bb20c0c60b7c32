/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a file in the user's own program for such files. */
typedef gboolean (*BvGuideOpener) (GFile *file, GError **error);

void bv_guide_set_opener (BvGuideOpener opener);
void bv_guide_set_page (GtkWindow *window, const char *page);
void bv_guide_add_to_dialog (GtkWindow *dialog, const char *page);
void bv_guide_show (GtkWindow *window, BvSession *session);

G_END_DECLS
