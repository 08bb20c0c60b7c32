/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bv_unseal_question_ask (GtkWindow *parent, BvSession *session);

G_END_DECLS
