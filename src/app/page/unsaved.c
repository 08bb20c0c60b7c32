/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/unsaved.h"

#include "app/system/question.h"

#include <glib/gi18n-lib.h>

/**
 * BvUnsaved:
 *
 * What holds something that was typed and cannot be saved as it is: an editor whose text is refused, a form
 * that is not complete. It is never dropped without a question: whoever leaves the place where it stands asks
 * here first.
 */

G_DEFINE_INTERFACE (BvUnsaved, bv_unsaved, GTK_TYPE_WIDGET)

static void
bv_unsaved_default_init (BvUnsavedInterface *iface)
{
}

/**
 * bv_unsaved_get_message:
 * @unsaved: what holds something that was typed
 *
 * Returns: (transfer none) (nullable): why it cannot be saved; %NULL: nothing is in the way
 */
const char *
bv_unsaved_get_message (BvUnsaved *unsaved)
{
  return BV_UNSAVED_GET_IFACE (unsaved)->get_message (unsaved);
}

/* A question that is open. */
typedef struct
{
  GtkWidget *root;
  BvUnsavedFunc leave;
  BvUnsavedFunc stay; /* NULL: nothing is to be done */
  GObject *data;
} Question;

/* What a folded expander holds is no child of it. */
static GtkWidget *
get_first_child (GtkWidget *widget)
{
  return GTK_IS_EXPANDER (widget) ? gtk_expander_get_child (GTK_EXPANDER (widget))
                                  : gtk_widget_get_first_child (widget);
}

static GtkWidget *
get_next_sibling (GtkWidget *widget, GtkWidget *child)
{
  return GTK_IS_EXPANDER (widget) ? NULL : gtk_widget_get_next_sibling (child);
}

static void
add_unsaved (GPtrArray *found, GtkWidget *widget)
{
  for (GtkWidget *child = get_first_child (widget); child != NULL; child = get_next_sibling (widget, child))
    add_unsaved (found, child);
  if (BV_IS_UNSAVED (widget) && bv_unsaved_get_message (BV_UNSAVED (widget)) != NULL)
    g_ptr_array_add (found, g_object_ref (widget));
}

/* What is being typed is saved when it loses the focus, which it may not have lost yet. */
static void
commit_focus (GtkWidget *root)
{
  GtkRoot *window = gtk_widget_get_root (root);
  GtkWidget *widget = window != NULL ? gtk_root_get_focus (window) : NULL;

  for (; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    if (BV_IS_UNSAVED (widget) && gtk_widget_is_ancestor (widget, root))
      BV_UNSAVED_GET_IFACE (widget)->commit (BV_UNSAVED (widget));
}

/**
 * bv_unsaved_list:
 * @root: a widget
 *
 * Saves what is being typed below @root, where that can be saved.
 *
 * Returns: (transfer full) (element-type BvUnsaved): what is left, in the order of the widgets
 */
GPtrArray *
bv_unsaved_list (GtkWidget *root)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  commit_focus (root);
  add_unsaved (found, root);
  return found;
}

/**
 * bv_unsaved_exists:
 * @root: a widget
 *
 * Nothing is saved for the question: what is being typed goes on.
 *
 * Returns: whether something below it could not be saved
 */
gboolean
bv_unsaved_exists (GtkWidget *root)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  add_unsaved (found, root);
  return found->len > 0;
}

/**
 * bv_unsaved_give_back:
 * @root: a widget
 *
 * Gives up what below it cannot be saved.
 */
void
bv_unsaved_give_back (GtkWidget *root)
{
  g_autoptr (GPtrArray) found = bv_unsaved_list (root);

  for (guint i = 0; i < found->len; i++)
    {
      BvUnsaved *unsaved = g_ptr_array_index (found, i);

      BV_UNSAVED_GET_IFACE (unsaved)->give_back (unsaved);
    }
}

/* The fold that hides it is opened, and the details that F9 hid. */
static gboolean
reveal (GtkWidget *widget, GtkWidget *unsaved)
{
  gboolean is_inside = widget == unsaved;

  for (GtkWidget *child = get_first_child (widget); child != NULL && !is_inside;
       child = get_next_sibling (widget, child))
    is_inside = reveal (child, unsaved);
  if (is_inside && GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  else if (is_inside && GTK_IS_POPOVER (widget))
    gtk_popover_popup (GTK_POPOVER (widget));
  else if (is_inside && !gtk_widget_get_visible (widget))
    gtk_widget_activate_action (widget, "win.details", NULL);
  return is_inside;
}

static void
go_back (GtkWidget *root)
{
  g_autoptr (GPtrArray) found = bv_unsaved_list (root);

  if (found->len == 0)
    return;
  reveal (root, g_ptr_array_index (found, 0));
  if (!gtk_widget_grab_focus (g_ptr_array_index (found, 0)))
    gtk_widget_child_focus (g_ptr_array_index (found, 0), GTK_DIR_TAB_FORWARD);
}

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->root);
  g_object_unref (question->data);
  g_free (question);
}

/* A dialog that is taken down with its window is no answer. */
static void
answered_cb (GtkDialog *dialog, int response, gpointer data)
{
  const Question *question = data;
  gboolean is_there = gtk_widget_get_root (question->root) != NULL;

  gtk_widget_hide (GTK_WIDGET (dialog));
  if (is_there && response == GTK_RESPONSE_REJECT)
    {
      bv_unsaved_give_back (question->root);
      question->leave (question->data);
    }
  else if (is_there)
    {
      if (question->stay != NULL)
        question->stay (question->data);
      go_back (question->root);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static char *
describe (GPtrArray *found)
{
  const char *message = bv_unsaved_get_message (g_ptr_array_index (found, 0));
  guint n_more = found->len - 1;

  if (n_more == 0)
    return g_strdup (message);
  /* Translators: the first %s says what is wrong with what was typed in one field. */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s\nAnd %u more field", "%s\nAnd %u more fields", n_more), message,
    n_more);
}

static GtkWidget *
create_dialog (GtkWindow *parent, GPtrArray *found)
{
  g_autofree char *text = describe (found);
  GtkWidget *dialog
    = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT, GTK_MESSAGE_QUESTION,
                              GTK_BUTTONS_NONE, "%s", _ ("What was typed is not saved"));
  GtkWidget *button;

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", text);
  button = gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Drop it"), GTK_RESPONSE_REJECT);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Back to the field"), GTK_RESPONSE_CANCEL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  bv_question_set_title (dialog, _ ("What was typed"));
  gtk_widget_set_name (dialog, "unsaved");
  return dialog;
}

/**
 * bv_unsaved_ask:
 * @root: a widget in a window, which is about to be left
 * @leave: goes on; called with @data after what could not be saved was given up
 * @stay: (nullable): puts back what led away, called with @data before the field has the focus again
 * @data: an object, which is kept as long as the question is open
 *
 * Where something below @root cannot be saved, asks what is to become of it.
 *
 * Returns: whether it asks; if not, nothing is called, and the caller goes on by itself
 */
gboolean
bv_unsaved_ask (GtkWidget *root, BvUnsavedFunc leave, BvUnsavedFunc stay, gpointer data)
{
  g_autoptr (GPtrArray) found = bv_unsaved_list (root);
  GtkWidget *dialog;
  Question *question;

  if (found->len == 0)
    return FALSE;
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (root), leave, stay, g_object_ref (data) };
  dialog = create_dialog (GTK_WINDOW (gtk_widget_get_root (root)), found);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
close_dialog (gpointer dialog)
{
  gtk_window_close (dialog);
}

static gboolean
close_request_cb (GtkWidget *dialog)
{
  return bv_unsaved_ask (dialog, close_dialog, NULL, dialog);
}

/**
 * bv_unsaved_guard:
 * @dialog: a dialog, which is a #BvUnsaved or holds some
 *
 * Asks before it is closed, by Escape or by its bar, what is to become of what was typed there.
 */
void
bv_unsaved_guard (GtkWindow *dialog)
{
  g_signal_connect (dialog, "close-request", G_CALLBACK (close_request_cb), NULL);
}
