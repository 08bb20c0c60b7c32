/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/proposal/seal-choice.h"

G_BEGIN_DECLS

char *bv_export_job_suggest_name (BvSession *session, gboolean draft);
BvWork *bv_export_job_start (BvSession *session, GFile *file, const BvSealChoice *choice);

G_END_DECLS
