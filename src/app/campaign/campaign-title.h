/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

char *bv_campaign_title_read (BvSession *session, gint64 campaign);

G_END_DECLS
