/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/nominees/same-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_same_list_show (GtkBox *list, BvSession *session, const BvSameFindings *findings, gint64 nominee);

G_END_DECLS
