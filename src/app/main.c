/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "exchange/language.h"

/* Old office machines and remote desktops have no GL worth its memory; who sets something else gets it. GTK
 * reads these when it is initialised. */
static void
choose_renderer (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (BvApplication) application = NULL;

  bv_language_init (NULL);
  choose_renderer ();
  application = bv_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
