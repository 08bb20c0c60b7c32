/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/menu/main-button.h"

static gboolean
press_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_widget_activate_default (widget);
  return GDK_EVENT_STOP;
}

/**
 * bv_main_button_take_enter:
 * @widget: a check button of a dialog, which Space toggles
 *
 * Has Enter press the main button of the dialog instead of it, as in the entries beside it.
 */
void
bv_main_button_take_enter (GtkWidget *widget)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0), gtk_callback_action_new (press_cb, NULL, NULL)));
  gtk_widget_add_controller (widget, controller);
}
