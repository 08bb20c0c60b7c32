/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/call.h"

G_BEGIN_DECLS

/* The calls that seal a proposal, or with --sealed write again what was sealed. */

gboolean bv_call_check_sealed (const BvCall *call, GError **error);
BvLibrary *bv_call_open_to_seal (const BvCall *call, gint64 *campaign, GError **error);
gboolean bv_call_read_request (const BvCall *call,
                               BvLibrary *library,
                               gint64 campaign,
                               gint64 *date,
                               guint *sealing,
                               GError **error);

G_END_DECLS
