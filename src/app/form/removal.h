/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "core/entity.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is asked before something is removed that an undo alone would not make good. */
typedef struct
{
  const char *title;
  const char *question;
  const char *consequence; /* what goes too */
} BvRemovalWords;

void bv_removal_ask (GtkWindow *parent,
                     BvSession *session,
                     const BvEntity *entity,
                     gint64 record,
                     const BvRemovalWords *words);
void bv_removal_do (BvSession *session, const BvEntity *entity, gint64 record);

G_END_DECLS
