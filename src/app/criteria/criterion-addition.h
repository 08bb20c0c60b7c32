/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something was added. */
typedef void (*BvCriterionAdditionFunc) (gint64 id, gpointer data);

void bv_criterion_addition_start_group (GtkWindow *parent,
                                        BvSession *session,
                                        BvCriterionAdditionFunc added,
                                        gpointer data);
void bv_criterion_addition_start (GtkWindow *parent,
                                  BvSession *session,
                                  gint64 beside,
                                  BvCriterionAdditionFunc added,
                                  gpointer data);

G_END_DECLS
