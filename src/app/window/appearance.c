/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/appearance.h"

#include "app/system/display.h"

#define FOLDER "/io/github/bangvang/BangVang/"

static gboolean
is_dark (GtkSettings *settings)
{
  gboolean prefers_dark = FALSE;
  g_autofree char *theme = NULL;
  const char *forced = g_getenv ("GTK_THEME");

  g_object_get (settings, "gtk-application-prefer-dark-theme", &prefers_dark, "gtk-theme-name", &theme, NULL);
  if (forced != NULL)
    return g_str_has_suffix (forced, ":dark") || g_str_has_suffix (forced, "-dark");
  return prefers_dark || (theme != NULL && g_str_has_suffix (theme, "-dark"));
}

static void
add_sheet (const char *name, guint priority)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              priority);
}

/* The dark sheet only gives the named colours of style.css other values. */
static void
choose_colours (GtkSettings *settings, GParamSpec *pspec, gpointer data)
{
  GtkCssProvider *provider = data;

  gtk_css_provider_load_from_resource (provider,
                                       is_dark (settings) ? FOLDER "colours-dark.css" : FOLDER "colours.css");
}

/**
 * bv_appearance_set_up:
 *
 * Loads the style sheet, light or dark as the desktop asks. GTK must be initialised.
 */
void
bv_appearance_set_up (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkCssProvider *colours = gtk_css_provider_new ();

  /* The cairo renderer with slight hinting clips the top pixel row: "Sở" shows as "Sớ". */
  g_object_set (settings, "gtk-hint-font-metrics", TRUE, NULL);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (colours),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  bv_display_follow (settings);
  choose_colours (settings, NULL, colours);
  add_sheet ("style.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (settings, "notify::gtk-application-prefer-dark-theme", G_CALLBACK (choose_colours),
                           colours, 0);
  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (choose_colours), colours, 0);
  g_object_unref (colours);
}
