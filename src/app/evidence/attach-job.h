/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

BvWork *bv_attach_job_start (BvSession *session, gint64 nominee, const char *criterion, GPtrArray *files);

G_END_DECLS
