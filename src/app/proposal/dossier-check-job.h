/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

BvWork *bv_dossier_check_job_start (BvSession *session, GFile *file);

G_END_DECLS
