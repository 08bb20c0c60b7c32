/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/table.h"

G_BEGIN_DECLS

gboolean bv_evidence_link_remove (BvSession *session,
                                  gint64 nominee,
                                  const char *criterion,
                                  BvTable *evidence,
                                  guint piece,
                                  GError **error);

G_END_DECLS
