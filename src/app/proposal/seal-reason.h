/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

void bv_seal_reason_keep (BvSession *session, const char *reason);
const char *bv_seal_reason_find (BvSession *session);

G_END_DECLS
