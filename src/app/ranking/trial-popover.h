/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/contest.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_TRIAL_POPOVER (bv_trial_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvTrialPopover, bv_trial_popover, BV, TRIAL_POPOVER, GtkPopover)

void bv_trial_popover_show (BvTrialPopover *popover, const BvQuota *quota, const BvContest *contest);
const BvQuota *bv_trial_popover_get_quota (BvTrialPopover *popover);

G_END_DECLS
