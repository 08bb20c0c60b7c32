/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_DOCUMENT_DETAILS (bv_document_details_get_type ())
G_DECLARE_FINAL_TYPE (BvDocumentDetails, bv_document_details, BV, DOCUMENT_DETAILS, GtkWidget)

void
bv_document_details_show (BvDocumentDetails *details, BvSession *session, gint64 evidence, gboolean is_twice);
void bv_document_details_show_gap (BvDocumentDetails *details,
                                   const char *nominee,
                                   const char *criterion,
                                   const char *state);
void bv_document_details_clear (BvDocumentDetails *details);

G_END_DECLS
