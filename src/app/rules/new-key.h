/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

void bv_new_key_take (BvSession *session, gpointer record, const char *name);

G_END_DECLS
