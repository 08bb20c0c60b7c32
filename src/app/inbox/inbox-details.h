/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/inbox.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_INBOX_DETAILS (bv_inbox_details_get_type ())
G_DECLARE_FINAL_TYPE (BvInboxDetails, bv_inbox_details, BV, INBOX_DETAILS, GtkWidget)

void bv_inbox_details_show (BvInboxDetails *details, const BvInboxEntry *entry);

G_END_DECLS
