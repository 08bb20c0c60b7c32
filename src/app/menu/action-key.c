/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/menu/action-key.h"

/**
 * bv_action_key_write:
 * @key: (nullable): a key as GTK names it, such as `<Control>k`
 *
 * Returns: (transfer full) (nullable): the same as people write it; %NULL: it is none
 */
char *
bv_action_key_write (const char *key)
{
  GdkModifierType modifiers;
  guint value;

  if (key == NULL || !gtk_accelerator_parse (key, &value, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (value, modifiers);
}

/**
 * bv_action_key_find:
 * @action: an action with its target, such as `win.page::units`
 *
 * Returns: (transfer full) (nullable): the first key that the program has for it, as people write it
 */
char *
bv_action_key_find (const char *action)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, action);

  return bv_action_key_write (keys[0]);
}
