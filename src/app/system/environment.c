/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/environment.h"

#include "exchange/language.h"

#include <gtk/gtk.h>

/* From this one on GTK 4 asks GDK_DISABLE, and calls the word in GDK_DEBUG unknown. */
#define MINOR_VERSION_OF_GDK_DISABLE 16

/* Old office machines and remote desktops have no GL worth its memory; who sets something else gets it. A GTK
 * that may use GL loads it to choose a visual, even where nothing is drawn with it. */
static void
choose_renderer (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  if (gtk_get_minor_version () < MINOR_VERSION_OF_GDK_DISABLE)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl", FALSE);
}

/**
 * bv_environment_init:
 *
 * Sets up what GTK reads when it is initialised: the language of messages and how it draws. To be called
 * once, before anything else, as it changes the environment.
 */
void
bv_environment_init (void)
{
  bv_language_init (NULL);
  gtk_disable_setlocale ();
  choose_renderer ();
}
