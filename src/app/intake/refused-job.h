/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/intake/intake-preview.h"

G_BEGIN_DECLS

BvWork *bv_refused_job_start (BvSession *session, BvIntakePreview *intake, GFile *file);

G_END_DECLS
