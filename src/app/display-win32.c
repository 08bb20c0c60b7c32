/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/display.h"

#include <windows.h>

#define PERSONALIZE L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"
#define PLAIN_DPI 96
/* gtk-xft-dpi counts in parts of a dot. */
#define PARTS_A_DOT 1024

static gboolean
wants_dark (void)
{
  DWORD light = 1;
  DWORD bytes = sizeof light;

  RegGetValueW (HKEY_CURRENT_USER, PERSONALIZE, L"AppsUseLightTheme", RRF_RT_REG_DWORD, NULL, &light, &bytes);
  return light == 0;
}

static int
find_dpi (void)
{
  HDC screen = GetDC (NULL);
  int dpi = GetDeviceCaps (screen, LOGPIXELSX);

  ReleaseDC (NULL, screen);
  return MAX (dpi, PLAIN_DPI);
}

/* GTK 4.8 makes all larger by whole factors only: at 125 % or 150 %, as most portable computers have it, text
 * would stay as small as at 100 %. */
void
bv_display_follow (GtkSettings *settings)
{
  int dpi = find_dpi ();

  g_object_set (settings, "gtk-application-prefer-dark-theme", wants_dark (), NULL);
  if (g_getenv ("GDK_SCALE") == NULL)
    g_object_set (settings, "gtk-xft-dpi", PARTS_A_DOT * dpi / (dpi / PLAIN_DPI), NULL);
}
