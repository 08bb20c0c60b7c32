/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

void bv_replay_job_start (BvSession *session, gboolean again);

G_END_DECLS
