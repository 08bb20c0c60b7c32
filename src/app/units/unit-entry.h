/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Units enter a group of the campaign. */

void bv_unit_entry_start (GtkWindow *parent, BvSession *session, gint64 unit, GArray *listed);

G_END_DECLS
