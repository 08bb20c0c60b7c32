/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/paper-choice.h"

G_BEGIN_DECLS

BvWork *bv_paper_save_job_start (BvSession *session, BvPaperChoice *choice, guint sealing, GFile *file);

G_END_DECLS
