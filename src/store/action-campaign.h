/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

gint64 bv_action_campaign_find (BvLibrary *library, gint64 action);

G_END_DECLS
