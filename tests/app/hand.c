/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"

#include "app-fixture.h"
#include "store/sealings.h"

#include <math.h>
#include <string.h>

/* What was pressed and clicked, in all and in the stage that goes on. */
static guint n_all;
static guint n_stage;
static const char *stage;

static void
end_stage (void)
{
  if (stage != NULL)
    g_test_message ("%4u keys and clicks: %s", n_stage, stage);
  n_stage = 0;
}

/**
 * hand_begin_stage:
 * @title: what is done from now on
 */
void
hand_begin_stage (const char *title)
{
  end_stage ();
  stage = title;
}

/**
 * hand_end:
 * @most: how many keys and clicks there may have been in all; what follows is counted anew
 */
void
hand_end (guint most)
{
  end_stage ();
  stage = NULL;
  g_test_message ("%4u keys and clicks in all, of %u", n_all, most);
  g_assert_cmpuint (n_all, <=, most);
  n_all = 0;
}

/**
 * hand_count:
 * @n: keys and clicks that were not made here
 */
void
hand_count (guint n)
{
  n_all += n;
  n_stage += n;
}

static gboolean
is_blocked (GtkWindow *window, GList *windows)
{
  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_widget_get_mapped (item->data) && gtk_window_get_modal (item->data)
        && gtk_window_get_transient_for (item->data) == window)
      return TRUE;
  return FALSE;
}

/**
 * hand_get_window:
 *
 * Returns: (transfer none): the window that takes keys: the last of the dialogs, if there are any
 */
GtkWindow *
hand_get_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_widget_get_mapped (item->data) && !is_blocked (item->data, windows))
      return item->data;
  g_error ("no window is there");
}

/* What scrolls to something that was just shown needs a frame to give it a place, and another one. */
static void
settle (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GList *windows = gtk_application_get_windows (application);

  for (GList *item = windows; item != NULL; item = item->next)
    if (BV_IS_WINDOW (item->data))
      {
        fixture_settle (item->data);
        fixture_paint (item->data);
        fixture_paint (item->data);
        return;
      }
}

/* A key */

typedef struct
{
  guint keyval;
  GdkModifierType state;
} Key;

static gboolean
is_trigger (GtkShortcutTrigger *trigger, const Key *key)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_trigger (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), key)
           || is_trigger (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), key);
  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key->keyval
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == key->state;
}

static gboolean
press_shortcut (GListModel *shortcuts, GtkWidget *widget, const Key *key)
{
  guint n = g_list_model_get_n_items (shortcuts);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_trigger (gtk_shortcut_get_trigger (shortcut), key)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                           widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

/* Where a method of the test composes, each key is offered to it as GTK offers it. */
static gboolean
press_method (GtkIMContext *method, GtkWidget *widget, const Key *key)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkDisplay *display = gtk_widget_get_display (widget);
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  g_assert_true (gdk_display_map_keyval (display, key->keyval, &keys, &n_keys));
  return gtk_im_context_filter_key (method, TRUE, gtk_native_get_surface (native),
                                    gdk_seat_get_keyboard (gdk_display_get_default_seat (display)),
                                    GDK_CURRENT_TIME, keys[0].keycode,
                                    key->state | (keys[0].level == 1 ? GDK_SHIFT_MASK : 0), keys[0].group);
}

/* A letter goes to the input method of what has the focus, before anybody is asked whether it is a key. */
static gboolean
press_letter (GtkEventControllerKey *keys, GtkWidget *widget, const Key *key)
{
  GtkIMContext *method = gtk_event_controller_key_get_im_context (keys);
  gunichar character = gdk_keyval_to_unicode (key->keyval);
  char text[7] = "";

  if (method != NULL && g_getenv ("GTK_IM_MODULE") != NULL)
    return press_method (method, widget, key);
  if (method == NULL || (key->state & ~GDK_SHIFT_MASK) != 0 || !g_unichar_isprint (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  g_signal_emit_by_name (method, "commit", text);
  return TRUE;
}

static gboolean
press_for (GtkEventController *controller, GtkWidget *widget, const Key *key)
{
  gboolean handled = FALSE;

  if (GTK_IS_SHORTCUT_CONTROLLER (controller))
    return press_shortcut (G_LIST_MODEL (controller), widget, key);
  if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
    return FALSE;
  if (press_letter (GTK_EVENT_CONTROLLER_KEY (controller), widget, key))
    return TRUE;
  g_signal_emit_by_name (controller, "key-pressed", key->keyval, 0, key->state, &handled);
  return handled;
}

static gboolean
press_at (GtkWidget *widget, GtkPropagationPhase phase, const Key *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (gtk_event_controller_get_propagation_phase (controller) == phase
          && press_for (controller, widget, key))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
list_chain (GtkWidget *widget)
{
  GPtrArray *chain = g_ptr_array_new_with_free_func (g_object_unref);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (chain, g_object_ref (widget));
  return chain;
}

/* As GTK does: down from the window to what has the focus, then up again, until somebody takes the key. */
static gboolean
send (GPtrArray *chain, const Key *key)
{
  for (guint i = chain->len; i > 0; i--)
    if (press_at (g_ptr_array_index (chain, i - 1), GTK_PHASE_CAPTURE, key))
      return TRUE;
  if (press_at (g_ptr_array_index (chain, 0), GTK_PHASE_TARGET, key))
    return TRUE;
  for (guint i = 0; i < chain->len; i++)
    if (gtk_widget_get_root (g_ptr_array_index (chain, i)) != NULL
        && press_at (g_ptr_array_index (chain, i), GTK_PHASE_BUBBLE, key))
      return TRUE;
  return FALSE;
}

/**
 * hand_press:
 * @keyval: a key that somebody takes
 * @state: the keys that are held with it
 */
void
hand_press (guint keyval, GdkModifierType state)
{
  GtkWindow *window = hand_get_window ();
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GPtrArray) chain = list_chain (focus != NULL ? focus : GTK_WIDGET (window));
  const Key key = { keyval, state };

  hand_count (1);
  if (!send (chain, &key))
    g_error ("in “%s” nobody takes the key %s", gtk_window_get_title (window), gdk_keyval_name (keyval));
  settle ();
}

/**
 * hand_find_page_key:
 * @key: the name of a page
 *
 * Returns: (transfer full): the key that shows it, as the program says it
 */
char *
hand_find_page_key (const char *key)
{
  g_autofree char *action = g_strconcat ("win.page::", key, NULL);
  g_auto (GStrv) keys
    = gtk_application_get_accels_for_action (GTK_APPLICATION (g_application_get_default ()), action);

  g_assert_nonnull (keys[0]);
  return g_strdup (keys[0]);
}

/**
 * hand_press_page:
 * @key: the name of a page, which is shown by the key that it has in the window
 */
void
hand_press_page (const char *key)
{
  g_autofree char *name = hand_find_page_key (key);
  GdkModifierType state;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (name, &keyval, &state));
  hand_press (keyval, state);
}

/**
 * hand_type:
 * @text: what is typed where the focus is, a key a letter
 */
void
hand_type (const char *text)
{
  GtkWindow *window = hand_get_window ();

  if (!GTK_IS_EDITABLE (gtk_window_get_focus (window)) && !GTK_IS_TEXT_VIEW (gtk_window_get_focus (window)))
    g_error ("in “%s” nothing can be typed now: %s", gtk_window_get_title (window), text);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      g_autoptr (GPtrArray) chain = list_chain (gtk_window_get_focus (window));
      const Key key = { gdk_unicode_to_keyval (g_utf8_get_char (text)), 0 };

      hand_count (1);
      g_assert_true (send (chain, &key));
    }
}

/* A click */

static const char *
read_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget))
                               : gtk_widget_get_tooltip_text (widget);
}

/* A number may stand behind. */
static gboolean
is_label (const char *text, const char *label)
{
  return text != NULL && g_str_has_prefix (text, label)
         && strspn (text + strlen (label), " 0123456789") == strlen (text + strlen (label));
}

static GtkWidget *
find (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_label (read_text (widget), label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, label);
  return found;
}

/**
 * hand_find:
 * @label: what is written on it, but for a number behind, or its tooltip
 *
 * Returns: (transfer none): what is seen in the window that takes keys
 */
GtkWidget *
hand_find (const char *label)
{
  GtkWindow *window = hand_get_window ();
  GtkWidget *found = find (GTK_WIDGET (window), label);

  if (found == NULL)
    g_error ("in “%s” nobody sees “%s”", gtk_window_get_title (window), label);
  return found;
}

static GtkWidget *
find_field (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_has_css_class (widget, "field-title")
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), title))
    return gtk_widget_get_parent (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_field (child, title);
  return found;
}

/**
 * hand_find_field:
 * @title: what is written before the field
 *
 * Returns: (transfer none): the field of a form in the window that takes keys, with its title
 */
GtkWidget *
hand_find_field (const char *title)
{
  GtkWindow *window = hand_get_window ();
  GtkWidget *found = find_field (GTK_WIDGET (window), title);

  if (found == NULL)
    g_error ("in “%s” nobody sees the field “%s”", gtk_window_get_title (window), title);
  return found;
}

/**
 * hand_find_inside:
 * @widget: a widget
 * @type: what is looked for
 *
 * Returns: (transfer none) (nullable): the first of that type, the widget itself included; %NULL: none
 */
GtkWidget *
hand_find_inside (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = hand_find_inside (child, type);
  return found;
}

/* What a click on it would meet: nothing lies above it, and it is not scrolled away. */
static void
assert_seen (GtkWidget *widget)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;
  graphene_point_t centre;
  GtkWidget *met;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, native, &bounds));
  graphene_rect_get_center (&bounds, &centre);
  met = gtk_widget_pick (native, centre.x, centre.y, GTK_PICK_DEFAULT);
  if (met == NULL
      || (met != widget && !gtk_widget_is_ancestor (met, widget) && !gtk_widget_is_ancestor (widget, met)))
    g_error ("“%s” is not seen", G_OBJECT_TYPE_NAME (widget));
}

/* Turns the wheel until what is scrolled away below is seen; each notch is counted. */
static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *place;
  graphene_rect_t bounds;

  if (viewport == NULL)
    return;
  place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  g_assert_true (gtk_widget_compute_bounds (widget, viewport, &bounds));
  while (bounds.origin.y + bounds.size.height > gtk_adjustment_get_page_size (place)
         && gtk_adjustment_get_value (place) + gtk_adjustment_get_page_size (place)
              < gtk_adjustment_get_upper (place))
    {
      hand_count (1);
      gtk_adjustment_set_value (place, gtk_adjustment_get_value (place)
                                         + pow (gtk_adjustment_get_page_size (place), 2.0 / 3.0));
      settle ();
      g_assert_true (gtk_widget_compute_bounds (widget, viewport, &bounds));
    }
}

static GtkWidget *
find_control (GtkWidget *widget)
{
  static GType (*const types[]) (void)
    = { gtk_button_get_type, gtk_check_button_get_type, gtk_entry_get_type, gtk_expander_get_type };

  for (GtkWidget *control = widget; control != NULL; control = gtk_widget_get_parent (control))
    {
      if (GTK_IS_MENU_BUTTON (control))
        return gtk_widget_get_first_child (control);
      if (g_str_equal (G_OBJECT_TYPE_NAME (control), "GtkModelButton"))
        return control;
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        if (g_type_is_a (G_OBJECT_TYPE (control), types[i]()))
          return control;
    }
  g_error ("nothing can be clicked at “%s”", read_text (widget));
}

/**
 * hand_click_widget:
 * @widget: what is seen, of something that can be clicked
 */
void
hand_click_widget (GtkWidget *widget)
{
  GtkWidget *control = find_control (widget);

  scroll_to (control);
  hand_count (1);
  assert_seen (control);
  if (gtk_widget_get_focus_on_click (control) || GTK_IS_ENTRY (control))
    gtk_widget_grab_focus (control);
  if (GTK_IS_BUTTON (control) || g_str_equal (G_OBJECT_TYPE_NAME (control), "GtkModelButton"))
    g_signal_emit_by_name (control, "clicked");
  else if (!GTK_IS_ENTRY (control))
    g_assert_true (gtk_widget_activate (control));
  settle ();
}

/**
 * hand_click:
 * @label: what is written on it, but for a number behind, or its tooltip
 */
void
hand_click (const char *label)
{
  hand_click_widget (hand_find (label));
}

/* A file that is saved */

static gpointer
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (GTK_IS_FILE_CHOOSER (item->data) && gtk_widget_get_mapped (item->data))
      return item->data;
  return NULL;
}

static gboolean
has_chooser (gpointer data)
{
  return find_chooser () != NULL;
}

static gboolean
is_in_folder (gpointer folder)
{
  g_autoptr (GFile) shown = gtk_file_chooser_get_current_folder (find_chooser ());
  g_autoptr (GFile) file = gtk_file_chooser_get_file (find_chooser ());

  return shown != NULL && file != NULL && g_file_equal (shown, folder);
}

/**
 * hand_get_folder:
 * @window: the window
 *
 * Returns: (transfer full): the folder in which its library stands, where files are saved
 */
GFile *
hand_get_folder (BvWindow *window)
{
  g_autofree char *path = g_path_get_dirname (bv_session_get_folder (bv_window_get_session (window)));

  return g_file_new_for_path (path);
}

/* The name is suggested. */
static void
save_file (BvWindow *window)
{
  g_autoptr (GFile) folder = hand_get_folder (window);

  fixture_wait (has_chooser, NULL, "the file dialog");
  fixture_run_pending ();
  gtk_file_chooser_set_current_folder (find_chooser (), folder, NULL);
  fixture_wait (is_in_folder, folder, "the folder in the file dialog");
  hand_count (3);
  gtk_dialog_response (find_chooser (), GTK_RESPONSE_ACCEPT);
}

static gboolean
is_sealed (gpointer window)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (GPtrArray) sealings
    = bv_sealings_list (bv_session_get_library (session), bv_session_get_campaign (session), NULL);

  return sealings->len > 0;
}

/**
 * hand_seal:
 * @window: the window, with a campaign that can be sealed
 *
 * Seals its campaign by keys.
 */
void
hand_seal (BvWindow *window)
{
  hand_press (GDK_KEY_e, GDK_CONTROL_MASK);
  fixture_wait_for_window ("seal");
  fixture_settle (window);
  hand_press (GDK_KEY_Return, 0);
  save_file (window);
  fixture_wait (is_sealed, window, "the seal");
  fixture_settle (window);
}
