/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/proposal/seal-choice.h"

G_BEGIN_DECLS

BvWork *
bv_dossier_job_start (BvSession *session, GFile *file, const BvSealChoice *choice, const char *passphrase);

G_END_DECLS
