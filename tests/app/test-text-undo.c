/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/form/field-note.h"

#define UNIT "Sở Y tế"

static void
activate (BvWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  fixture_settle (window);
}

/* What the window cannot do now, its key does where the focus is. */
static void
redo_typing (BvWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  if (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "redo"))
    activate (window, "win.redo");
  else
    gtk_widget_activate_action (focus, "text.redo", NULL);
}

static gboolean
is_replayed (gpointer session)
{
  const BvAction *last = bv_session_get_last_action (session);

  return last != NULL && !g_str_equal (last->kind, "do");
}

/* The campaign's undo runs in a thread. */
static void
undo_action (BvWindow *window)
{
  activate (window, "win.undo");
  fixture_wait (is_replayed, bv_window_get_session (window), "the last action to be taken back");
  fixture_settle (window);
}

static const char *
get_text (gpointer entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* As keys do: GTK 4.18 takes back only what the user changed, not what a program did. */
static void
type (gpointer entry, const char *text)
{
  GtkEditable *editable = gtk_editable_get_delegate (GTK_EDITABLE (entry));

  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (editable, 0, -1);
  g_signal_emit_by_name (editable, "backspace");
  g_signal_emit_by_name (editable, "insert-at-cursor", text);
}

static void
undo_typing (BvWindow *window, gpointer entry, const char *before)
{
  for (guint i = 0; i < 3 && !g_str_equal (get_text (entry), before); i++)
    activate (window, "win.undo");
  g_assert_cmpstr (get_text (entry), ==, before);
}

static void
check_focus (BvWindow *window, gpointer editor)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, editor));
}

static void
test_entry (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  g_autofree char *before = NULL;
  g_autofree char *label = NULL;
  g_autofree char *after = NULL;
  BvFieldEntry *first, *second;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  first = fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL);
  second = fixture_get_entry (window, 1, BV_SCORE_ENTRY_FINAL);
  before = g_strdup (get_text (first));
  type (first, "3");
  g_signal_emit_by_name (first, "activate");
  fixture_settle (window);
  label = bv_session_get_undo_label (session);

  type (second, "2,");
  undo_typing (window, second, "");
  g_assert_false (is_replayed (session));
  check_focus (window, second);
  redo_typing (window);
  g_assert_cmpstr (get_text (second), !=, "");
  after = bv_session_get_undo_label (session);
  g_assert_cmpstr (after, ==, label);
  undo_typing (window, second, "");
  undo_action (window);
  g_assert_cmpstr (get_text (first), ==, before);
  g_assert_cmpstr (get_text (second), ==, "");
  check_focus (window, second);
}

/* What was saved is an action: the text of before does not come back as if it had been typed. */
static void
test_saved (BvWindow *window)
{
  BvFieldEntry *entry;
  g_autofree char *before = NULL;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  entry = fixture_get_entry (window, 0, BV_SCORE_ENTRY_FINAL);
  before = g_strdup (get_text (entry));
  type (entry, "3");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  fixture_settle (window);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  undo_action (window);
  g_assert_cmpstr (get_text (entry), ==, before);
  g_assert_null (bv_field_entry_get_message (entry));
  check_focus (window, entry);
}

static gpointer
find (GtkWidget *widget, GType type)
{
  gpointer found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
test_note (BvWindow *window)
{
  BvCriterionRow *row;
  GtkTextBuffer *buffer;
  GtkTextView *view;
  int n_before;

  fixture_show (window, "nominees");
  fixture_select (window, UNIT);
  row = bv_criteria_list_get_row (fixture_get_criteria (window), 0);
  gtk_expander_set_expanded (find (GTK_WIDGET (row), GTK_TYPE_EXPANDER), TRUE);
  fixture_settle (window);
  view = find (find (GTK_WIDGET (row), BV_TYPE_FIELD_NOTE), GTK_TYPE_TEXT_VIEW);
  buffer = gtk_text_view_get_buffer (view);
  n_before = gtk_text_buffer_get_char_count (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (buffer, "a", -1);
  activate (window, "win.undo");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, n_before);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (view));
  redo_typing (window);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, n_before + 1);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  fixture_settle (window);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  undo_action (window);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, n_before);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/text-undo/what-is-typed-is-taken-back-before-the-last-action", test_entry);
  fixture_add ("/text-undo/what-is-saved-is-taken-back-as-an-action", test_saved);
  fixture_add ("/text-undo/a-note-has-its-own-undo-too", test_note);
  return g_test_run ();
}
