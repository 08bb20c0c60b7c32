/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "exchange/dossier.h"

G_BEGIN_DECLS

BvWork *bv_dossier_writing_start (BvSession *session, GFile *file, const BvDossierWish *wish);

G_END_DECLS
