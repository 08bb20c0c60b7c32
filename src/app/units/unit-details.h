/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_UNIT_DETAILS (bv_unit_details_get_type ())
G_DECLARE_FINAL_TYPE (BvUnitDetails, bv_unit_details, BV, UNIT_DETAILS, GtkWidget)

void bv_unit_details_show (BvUnitDetails *details, BvSession *session, gint64 unit, const char *groups);

G_END_DECLS
