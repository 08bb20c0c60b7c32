/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_criterion_removal_start (GtkWindow *parent, BvSession *session, gint64 id);

G_END_DECLS
