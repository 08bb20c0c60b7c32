/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/quota.h"

G_BEGIN_DECLS

/* How many a quota lets in: its size, and its caps. */

gint64 bv_quota_get_size (const BvQuota *quota);
void bv_quota_set_size (BvQuota *quota, gint64 size);
gint64 bv_quota_get_cap (const BvQuota *quota, const char *group);
void bv_quota_set_cap (BvQuota *quota, const char *group, gint64 cap);
void bv_quota_take_numbers (BvQuota *quota, const BvQuota *from);

G_END_DECLS
