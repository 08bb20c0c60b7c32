/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/campaign.h"

G_BEGIN_DECLS

BvWork *bv_load_job_start_file (BvSession *session, GFile *file);
BvWork *bv_load_job_start_campaign (BvSession *session, BvCampaign *campaign);
BvWork *bv_load_job_start_demo (BvSession *session);

G_END_DECLS
