/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

void bv_last_campaign_show (BvSession *session);

G_END_DECLS
