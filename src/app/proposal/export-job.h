/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

char *bv_export_job_suggest_name (BvSession *session, gboolean draft);
BvWork *bv_export_job_start (BvSession *session, GFile *file, gboolean draft, const char *reason);

G_END_DECLS
