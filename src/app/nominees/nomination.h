/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/rows/row.h"
#include "app/session/session.h"
#include "core/nominee.h"

G_BEGIN_DECLS

gboolean bv_nomination_has_person (BvSession *session, const BvGroup *group, BvRow *unit, const char *person);
gint64 bv_nomination_add (BvSession *session,
                          const BvGroup *group,
                          GPtrArray *units,
                          const BvPerson *person,
                          GError **error);

G_END_DECLS
