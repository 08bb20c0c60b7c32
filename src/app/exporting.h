/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

char *bv_exporting_suggest_name (BvSession *session, gboolean draft);
BvWork *bv_exporting_start (BvSession *session, GFile *file, gboolean draft, const char *reason);

G_END_DECLS
