/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

/* A piece of evidence, and how many scores it proves and reports it is. */
typedef struct
{
  gint64 id;
  const char *key;
  gint64 n_uses;
} BvLinkedPiece;

gboolean bv_evidence_link_remove (BvSession *session,
                                  gint64 nominee,
                                  const char *criterion,
                                  const BvLinkedPiece *piece,
                                  GError **error);

G_END_DECLS
