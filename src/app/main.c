/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "app/system/environment.h"

int
main (int argc, char **argv)
{
  g_autoptr (BvApplication) application = NULL;

  bv_environment_init ();
  application = bv_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
