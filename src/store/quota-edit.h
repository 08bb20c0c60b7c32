/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/quota.h"
#include "store/library.h"

G_BEGIN_DECLS

gboolean
bv_quota_edit_set_numbers (BvLibrary *library, gint64 campaign, const GPtrArray *quotas, GError **error);

G_END_DECLS
