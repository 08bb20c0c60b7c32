/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "store/library.h"
#include "store/progress.h"

G_BEGIN_DECLS

BvCampaign *bv_demo_read (const char *library_folder, const BvProgress *progress, GError **error);
gint64 bv_demo_create (BvLibrary *library, GError **error);

G_END_DECLS
