/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/restore/restore-job.h"
#include "exchange/restore/salvage-report.h"

G_BEGIN_DECLS

BvSalvage *bv_salvage_job_run (const BvRestoreRequest *request, const BvProgress *progress, GError **error);

G_END_DECLS
