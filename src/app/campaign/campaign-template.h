/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

void bv_campaign_template_save (BvSession *session);

G_END_DECLS
