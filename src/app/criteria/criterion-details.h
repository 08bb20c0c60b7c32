/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_CRITERION_DETAILS (bv_criterion_details_get_type ())
G_DECLARE_FINAL_TYPE (BvCriterionDetails, bv_criterion_details, BV, CRITERION_DETAILS, GtkWidget)

void bv_criterion_details_show (BvCriterionDetails *details, BvSession *session, gint64 id);

G_END_DECLS
