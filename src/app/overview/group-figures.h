/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_GROUP_FIGURES (bv_group_figures_get_type ())
G_DECLARE_FINAL_TYPE (BvGroupFigures, bv_group_figures, BV, GROUP_FIGURES, GtkWidget)

void bv_group_figures_set (BvGroupFigures *figures, const BvOverview *overview, const BvContest *contest);

G_END_DECLS
