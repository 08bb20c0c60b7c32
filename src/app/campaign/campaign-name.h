/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bv_campaign_name_edit (GtkWindow *parent, BvSession *session);

G_END_DECLS
