/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/candidates.h"
#include "app/session/session.h"
#include "core/entity.h"

G_BEGIN_DECLS

/* The units and groups that what is asked of a unit may name. */

BvCandidates *bv_unit_choices_list (gconstpointer record, const BvField *field, gpointer session);
gint64 bv_unit_choices_find (BvSession *session, const BvEntity *entity, const char *key, GError **error);

G_END_DECLS
