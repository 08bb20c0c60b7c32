/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

BvWork *bv_open_job_start (BvSession *session, const char *sha256, const char *file);

G_END_DECLS
