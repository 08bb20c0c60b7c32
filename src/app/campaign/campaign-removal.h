/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_campaign_removal_ask (GtkWindow *parent, BvSession *session);

G_END_DECLS
