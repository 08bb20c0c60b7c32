/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK does not ask some systems itself. */

void bv_display_follow (GtkSettings *settings);

G_END_DECLS
