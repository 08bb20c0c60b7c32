/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What happens to a unit: each asks for what it needs, and does it as one action. */

/* Hears which unit is to be seen now. */
typedef void (*BvUnitStepFunc) (gint64 unit, gpointer data);

/* Whose step it is. */
typedef struct
{
  GtkWindow *parent;
  BvSession *session;   /* with a campaign that can be changed */
  gint64 unit;          /* the row of the unit; of a new one that above it, 0: none */
  BvUnitStepFunc ended; /* hears of the unit that came of it; not where none did */
  gpointer data;        /* an object, which is held */
} BvUnitStep;

void bv_unit_steps_add (const BvUnitStep *step);
void bv_unit_steps_change (const BvUnitStep *step);
void bv_unit_steps_merge (const BvUnitStep *step);
void bv_unit_steps_split (const BvUnitStep *step);
void bv_unit_steps_close (const BvUnitStep *step);

G_END_DECLS
