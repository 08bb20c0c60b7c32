/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/call.h"

G_BEGIN_DECLS

gboolean bv_record_log_print (const BvCall *call, gint64 limit, GError **error);

G_END_DECLS
