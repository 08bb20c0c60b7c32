/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/criteria/criteria-rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As far as the arrow before a name goes, from the left of its cell. */
#define BV_CRITERIA_LOOK_ARROW 22

void bv_criteria_look_name (GtkInscription *cell, const BvCriteriaRow *row);
void bv_criteria_look_max (GtkInscription *cell, const BvCriteriaRow *row);

G_END_DECLS
