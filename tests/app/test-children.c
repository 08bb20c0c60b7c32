/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/draft/record-draft.h"
#include "app/form/children-form.h"
#include "app/form/field-note.h"
#include "app/page/unsaved.h"
#include "core/nominee.h"
#include "store/edit.h"

#define UNIT "Sở Y tế"

/* The form of one field of a nominee, in a window of its own. */
typedef struct
{
  BvWindow *window;
  gint64 nominee;
  const BvField *field;
  BvDraft *draft;
  GtkWidget *place;
  GtkWidget *form;
} Fixture;

static void
set_up (Fixture *fixture, BvWindow *window, const char *field)
{
  fixture_show (window, "nominees");
  fixture->window = window;
  fixture->nominee = fixture_select (window, UNIT);
  fixture->field = bv_entity_find_field (&bv_nominee_entity, field);
  fixture->draft
    = bv_record_draft_read (bv_window_get_session (window), &bv_nominee_entity, fixture->nominee);
  fixture->form = bv_children_form_new (fixture->field);
  bv_children_form_bind (BV_CHILDREN_FORM (fixture->form), fixture->draft);
  fixture->place = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->place), "Children");
  gtk_window_set_child (GTK_WINDOW (fixture->place), fixture->form);
  gtk_window_present (GTK_WINDOW (fixture->place));
  fixture_settle (window);
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->place));
  g_object_unref (fixture->draft);
}

static guint
count_stored (Fixture *fixture)
{
  BvLibrary *library = bv_session_get_library (bv_window_get_session (fixture->window));
  g_autoptr (BvRecord) nominee = bv_edit_read (library, &bv_nominee_entity, fixture->nominee, NULL);

  if (fixture->field->type == BV_FIELD_CHILDREN)
    return BV_FIELD_RECORDS (nominee, fixture->field)->len;
  return BV_FIELD_RECORD (nominee, fixture->field) != NULL;
}

static void
list (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_visible (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list (child, type, found);
}

static gpointer
find (GtkWidget *root, GType type, guint nth)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  list (root, type, found);
  return nth < found->len ? g_ptr_array_index (found, nth) : NULL;
}

static GtkWidget *
find_button (Fixture *fixture, const char *icon)
{
  for (guint i = 0;; i++)
    {
      GtkButton *button = find (fixture->form, GTK_TYPE_BUTTON, i);

      if (button == NULL || g_strcmp0 (gtk_button_get_icon_name (button), icon) == 0)
        return GTK_WIDGET (button);
    }
}

static void
press (Fixture *fixture, const char *icon)
{
  g_signal_emit_by_name (find_button (fixture, icon), "clicked");
  fixture_settle (fixture->window);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->place));
}

static void
leave (Fixture *fixture)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->place), NULL);
  fixture_settle (fixture->window);
}

/* The new one asks for its reason at once, and is nothing before. */
static void
test_hold (BvWindow *window)
{
  Fixture fixture;
  GtkTextView *reason;

  set_up (&fixture, window, "holds");
  press (&fixture, "list-add-symbolic");
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  reason = find (fixture.form, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_true (get_focus (&fixture) == GTK_WIDGET (reason));
  press (&fixture, "list-add-symbolic");
  g_assert_null (find (fixture.form, GTK_TYPE_TEXT_VIEW, 1));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (reason), "   ", -1);
  leave (&fixture);
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (reason), "Đang thanh tra", -1);
  gtk_widget_grab_focus (GTK_WIDGET (reason));
  leave (&fixture);
  g_assert_cmpuint (count_stored (&fixture), ==, 1);
  g_assert_false (bv_unsaved_exists (fixture.form));
  /* Its form stays the one that was filled in. */
  g_assert_true (find (fixture.form, GTK_TYPE_TEXT_VIEW, 0) == reason);
  press (&fixture, "list-add-symbolic");
  g_assert_cmpuint (count_stored (&fixture), ==, 1);
  press (&fixture, "list-remove-symbolic");
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  tear_down (&fixture);
}

/* What is half done is said, asked about, and taken away by Escape; nothing is left. */
static void
test_incomplete (BvWindow *window)
{
  Fixture fixture;
  BvFieldEntry *source;
  GtkWidget *box;

  set_up (&fixture, window, "holds");
  press (&fixture, "list-add-symbolic");
  source = find (fixture.form, BV_TYPE_FIELD_ENTRY, 0);
  gtk_widget_grab_focus (GTK_WIDGET (source));
  gtk_editable_set_text (GTK_EDITABLE (source), "Thanh tra tỉnh");
  leave (&fixture);
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  g_assert_nonnull (bv_unsaved_get_message (BV_UNSAVED (fixture.form)));
  g_assert_true (bv_unsaved_exists (fixture.form));
  box = gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (source)), GTK_TYPE_BOX);
  g_assert_true (fixture_press (box, GDK_KEY_Escape, 0));
  g_assert_null (find (fixture.form, BV_TYPE_FIELD_ENTRY, 0));
  g_assert_false (bv_unsaved_exists (fixture.form));
  press (&fixture, "list-add-symbolic");
  press (&fixture, "list-remove-symbolic");
  g_assert_null (find (fixture.form, BV_TYPE_FIELD_ENTRY, 0));
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  tear_down (&fixture);
}

/* What is refused in one field is not lost when another one makes the record complete. */
static void
test_refused (BvWindow *window)
{
  Fixture fixture;
  BvFieldEntry *year, *form;

  set_up (&fixture, window, "awards");
  press (&fixture, "list-add-symbolic");
  year = find (fixture.form, BV_TYPE_FIELD_ENTRY, 0);
  form = find (fixture.form, BV_TYPE_FIELD_ENTRY, 1);
  fixture_type (year, "hai");
  g_assert_nonnull (bv_field_entry_get_message (year));
  fixture_type (form, "Bằng khen");
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (year)), ==, "hai");
  fixture_type (year, "2020");
  g_assert_cmpuint (count_stored (&fixture), ==, 1);
  fixture_type (form, "");
  g_assert_nonnull (bv_field_entry_get_message (form));
  tear_down (&fixture);
}

/* Each kind of child, also where there is one only: what is pressed stores nothing. */
static void
test_every_kind (BvWindow *window)
{
  static const char *const fields[] = { "holds", "decision", "awards", "initiative", "votes" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      Fixture fixture;
      guint n_before;

      set_up (&fixture, window, fields[i]);
      n_before = count_stored (&fixture);
      if (fixture.field->type == BV_FIELD_CHILD && n_before == 1)
        {
          press (&fixture, "list-remove-symbolic");
          n_before--;
        }
      g_assert_cmpuint (count_stored (&fixture), ==, n_before);
      press (&fixture, "list-add-symbolic");
      g_assert_true (gtk_widget_is_ancestor (get_focus (&fixture), fixture.form));
      g_assert_false (GTK_IS_BUTTON (get_focus (&fixture))
                      && gtk_button_get_icon_name (GTK_BUTTON (get_focus (&fixture))) != NULL);
      leave (&fixture);
      g_assert_cmpuint (count_stored (&fixture), ==, n_before);
      g_assert_false (bv_unsaved_exists (fixture.form));
      tear_down (&fixture);
    }
}

static void
test_decision (BvWindow *window)
{
  Fixture fixture;
  GtkTextView *reason;

  set_up (&fixture, window, "decision");
  press (&fixture, "list-add-symbolic");
  gtk_drop_down_set_selected (find (fixture.form, GTK_TYPE_DROP_DOWN, 0), 1);
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  g_assert_true (bv_unsaved_exists (fixture.form));
  reason = find (fixture.form, GTK_TYPE_TEXT_VIEW, 0);
  gtk_widget_grab_focus (GTK_WIDGET (reason));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (reason), "Hội đồng họp ngày 20/01", -1);
  leave (&fixture);
  g_assert_cmpuint (count_stored (&fixture), ==, 1);
  press (&fixture, "list-remove-symbolic");
  g_assert_cmpuint (count_stored (&fixture), ==, 0);
  tear_down (&fixture);
}

/* Returns: what is warned of in the form; %NULL: nothing */
static GtkLabel *
find_warning (Fixture *fixture)
{
  GtkWidget *label;

  for (guint i = 0; (label = find (fixture->form, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_has_css_class (label, "field-message") && gtk_widget_has_css_class (label, "warning"))
      return GTK_LABEL (label);
  return NULL;
}

static void
type (Fixture *fixture, const char *field, const char *text)
{
  BvFieldEntry *entry;

  for (guint i = 0; (entry = find (fixture->form, BV_TYPE_FIELD_ENTRY, i)) != NULL; i++)
    {
      GtkWidget *title = gtk_widget_get_prev_sibling (GTK_WIDGET (entry));

      if (g_str_equal (gtk_label_get_label (GTK_LABEL (title)), field))
        break;
    }
  g_assert_nonnull (entry);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  leave (fixture);
}

/* It stands at its field, and is stored all the same; what is refused comes before what is warned of. */
static void
test_date (BvWindow *window)
{
  Fixture fixture;

  set_up (&fixture, window, "awards");
  while (find_button (&fixture, "list-remove-symbolic") != NULL)
    press (&fixture, "list-remove-symbolic");
  press (&fixture, "list-add-symbolic");
  type (&fixture, "Form", "Bằng khen");
  g_assert_cmpuint (count_stored (&fixture), ==, 1);
  g_assert_null (find_warning (&fixture));
  type (&fixture, "Date", "1/2/2050");
  g_assert_nonnull (find_warning (&fixture));
  g_assert_nonnull (strstr (gtk_label_get_label (find_warning (&fixture)), "lies after the ranking’s date"));
  g_assert_false (bv_unsaved_exists (fixture.form));
  type (&fixture, "Date", "hôm qua");
  g_assert_null (find_warning (&fixture));
  g_assert_true (bv_unsaved_exists (fixture.form));
  type (&fixture, "Date", "1/2/2021");
  g_assert_null (find_warning (&fixture));
  g_assert_false (bv_unsaved_exists (fixture.form));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/children/a-hold-is-stored-when-it-has-its-reason", test_hold);
  fixture_add ("/children/nothing-is-left-of-what-is-not-complete", test_incomplete);
  fixture_add ("/children/what-is-refused-in-a-new-child-is-not-lost", test_refused);
  fixture_add ("/children/a-new-child-of-any-kind-is-nothing-yet", test_every_kind);
  fixture_add ("/children/a-decision-is-stored-with-its-reason", test_decision);
  fixture_add ("/children/a-date-that-cannot-be-is-warned-of-at-its-field", test_date);
  return g_test_run ();
}
