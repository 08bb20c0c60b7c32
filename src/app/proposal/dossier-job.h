/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "exchange/dossier/dossier.h"

G_BEGIN_DECLS

BvWork *bv_dossier_job_start (BvSession *session, GFile *file, const BvDossierRequest *request);

G_END_DECLS
