/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/system/display.h"

#include <gdk/win32/gdkwin32.h>
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

static gboolean
be_as_dark (gpointer data)
{
  GtkSettings *settings = data;
  gboolean dark = wants_dark ();
  gboolean is_dark;

  g_object_get (settings, "gtk-application-prefer-dark-theme", &is_dark, NULL);
  /* What is set to the same is drawn again, too. */
  if (dark != is_dark)
    g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
  return G_SOURCE_REMOVE;
}

/* Windows tells every window of ours that something was set, whatever we are doing. */
static GdkWin32MessageFilterReturn
told_cb (GdkWin32Display *display, MSG *message, int *result, gpointer settings)
{
  if (message->message == WM_SETTINGCHANGE)
    g_idle_add (be_as_dark, settings);
  return GDK_WIN32_MESSAGE_FILTER_CONTINUE;
}

/* That of the first monitor: on a second one with another scale text is larger or smaller than its
 * neighbours'. */
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

  be_as_dark (settings);
  gdk_win32_display_add_filter (GDK_WIN32_DISPLAY (gdk_display_get_default ()), told_cb, settings);
  if (g_getenv ("GDK_SCALE") == NULL)
    g_object_set (settings, "gtk-xft-dpi", PARTS_A_DOT * dpi / (dpi / PLAIN_DPI), NULL);
}
