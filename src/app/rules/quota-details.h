/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_QUOTA_DETAILS (bv_quota_details_get_type ())
G_DECLARE_FINAL_TYPE (BvQuotaDetails, bv_quota_details, BV, QUOTA_DETAILS, GtkWidget)

void bv_quota_details_show (BvQuotaDetails *details, BvSession *session, gint64 quota);

G_END_DECLS
