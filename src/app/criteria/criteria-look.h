/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/criteria/criteria-rows.h"
#include "app/rows/row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bv_criteria_look_call (GtkInscription *cell, const BvCriteriaRow *place, BvRow *row);
void bv_criteria_look_name (GtkInscription *cell, BvRow *row, const BvCriteriaRow *place);
void bv_criteria_look_max (GtkInscription *cell, const BvCriteriaRow *row);

G_END_DECLS
