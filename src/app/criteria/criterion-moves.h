/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/criteria/criterion-addition.h"
#include "core/tree/criterion-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bv_criterion_moves_step (BvSession *session, gint64 criterion, BvTreeStep step);
void bv_criterion_moves_put (GtkWindow *parent,
                             BvSession *session,
                             gint64 criterion,
                             const BvCriterionPlace *place,
                             BvCriterionAdditionFunc moved,
                             gpointer data);
gboolean bv_criterion_moves_find_place (BvSession *session, gint64 beside, BvCriterionPlace *place);

G_END_DECLS
