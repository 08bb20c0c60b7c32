/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TRIAL_BAR (bv_trial_bar_get_type ())
G_DECLARE_FINAL_TYPE (BvTrialBar, bv_trial_bar, BV, TRIAL_BAR, GtkWidget)

void bv_trial_bar_set_session (BvTrialBar *bar, BvSession *session);
void bv_trial_bar_try (BvTrialBar *bar, const BvQuota *quota);
const GPtrArray *bv_trial_bar_get_pools (BvTrialBar *bar);
void bv_trial_bar_write (BvTrialBar *bar);
void bv_trial_bar_drop (BvTrialBar *bar);

G_END_DECLS
