/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/copying/criteria-copy-dialog.h"

#include "app/copying/criteria-ticks.h"
#include "app/guide/guide.h"
#include "app/system/dialog-parent.h"
#include "core/text/wording.h"
#include "core/tree/criterion-sum.h"
#include "core/tree/criterion-tree.h"
#include "store/tree/criteria-edit.h"

#include <glib/gi18n-lib.h>

/**
 * BvCriteriaCopyDialog:
 *
 * Asks which criteria of which other group come into a group. They come as new ones, which nobody has
 * answered.
 */
struct _BvCriteriaCopyDialog
{
  GtkWindow parent_instance;
  GtkDropDown *source_list;
  BvCriteriaTicks *ticks;
  GtkLabel *outlook_label;
  GtkLabel *message_label;
  GtkButton *copy_button;

  BvSession *session;
  BvCampaign *head;   /* as it was when the dialog was opened */
  GPtrArray *sources; /* of BvGroup: its groups but that one, in their order */
  const BvGroup *group;
  BvCriterionAdditionFunc added;
  gpointer data; /* an object, which is held */
};

G_DEFINE_FINAL_TYPE (BvCriteriaCopyDialog, bv_criteria_copy_dialog, GTK_TYPE_WINDOW)

static guint
count_leaves (const GPtrArray *criteria)
{
  guint n = 0;

  for (guint i = 0; i < criteria->len; i++)
    n += bv_criterion_tree_count_leaves (g_ptr_array_index (criteria, i));
  return n;
}

static void
show_button (BvCriteriaCopyDialog *self, guint n)
{
  g_autofree char *label
    = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Copy %u criterion", "_Copy %u criteria", n), n)
            : g_strdup (_ ("_Copy"));

  gtk_button_set_label (self->copy_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), n > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button),
                               n > 0 ? _ ("As one action that can be undone (Ctrl+Enter)")
                                     : _ ("Nothing is ticked"));
}

/* What the group sums to then. */
static void
changed_cb (BvCriteriaCopyDialog *self)
{
  g_autoptr (GPtrArray) copies = bv_criteria_ticks_copy (self->ticks);
  g_autofree char *before = bv_wording_points (bv_group_full (self->group));
  g_autofree char *after = bv_wording_points (bv_group_full (self->group) + bv_criterion_sum_list (copies));
  g_autofree char *text = g_strdup_printf (
    _ ("Into “%s”, whose sum goes from %s to %s points. A number that it has already becomes "
       "the next free one."),
    self->group->name, before, after);

  gtk_label_set_label (self->outlook_label, text);
  show_button (self, count_leaves (copies));
}

static const BvGroup *
get_source (BvCriteriaCopyDialog *self)
{
  return g_ptr_array_index (self->sources, gtk_drop_down_get_selected (self->source_list));
}

static void
source_selected_cb (BvCriteriaCopyDialog *self)
{
  if (self->sources != NULL && gtk_drop_down_get_selected (self->source_list) < self->sources->len)
    bv_criteria_ticks_show (self->ticks, get_source (self)->criteria);
}

static void
say (BvCriteriaCopyDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), TRUE);
}

static void
copy_cb (BvCriteriaCopyDialog *self)
{
  g_autoptr (GPtrArray) copies = bv_criteria_ticks_copy (self->ticks);
  BvCriterionPlace place = { .group = self->group->record.id };
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  if (copies->len == 0)
    return;
  if (!bv_criteria_edit_paste (bv_session_get_library (self->session),
                               bv_session_get_campaign (self->session), copies, &place, &rows, &error))
    {
      say (self, error->message);
      return;
    }
  self->added (g_array_index (rows, gint64, 0), self->data);
  bv_dialog_parent_close (GTK_WINDOW (self));
}

static gboolean
key_pressed_cb (BvCriteriaCopyDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    gtk_window_close (GTK_WINDOW (self));
  else if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    copy_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
bv_criteria_copy_dialog_finalize (GObject *object)
{
  BvCriteriaCopyDialog *self = BV_CRITERIA_COPY_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->data);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  bv_record_free (self->head);
  G_OBJECT_CLASS (bv_criteria_copy_dialog_parent_class)->finalize (object);
}

static void
bv_criteria_copy_dialog_class_init (BvCriteriaCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_criteria_copy_dialog_finalize;
  g_type_ensure (BV_TYPE_CRITERIA_TICKS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/copying/criteria-copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaCopyDialog, source_list);
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaCopyDialog, ticks);
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaCopyDialog, outlook_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaCopyDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaCopyDialog, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
}

static void
bv_criteria_copy_dialog_init (BvCriteriaCopyDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  bv_guide_add_to_dialog (GTK_WINDOW (self), "11-phong-trao.html");
}

/* “Sở, ban, ngành tỉnh · 6 criteria · 100,00 points” */
static char *
describe (const BvGroup *group)
{
  guint n = count_leaves (group->criteria);
  g_autofree char *number = bv_wording_number (n);
  g_autofree char *criteria
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s criterion", "%s criteria", n), number);
  g_autofree char *points = bv_wording_points (bv_group_full (group));
  g_autofree char *sum = g_strdup_printf (_ ("%s points"), points);

  return g_strjoin (" · ", group->name, criteria, sum, NULL);
}

/* The one with most criteria is likeliest meant. */
static void
list_sources (BvCriteriaCopyDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < self->head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (self->head->groups, i);
      g_autofree char *title = describe (group);

      if (group == self->group || group->criteria->len == 0)
        continue;
      g_ptr_array_add (self->sources, (gpointer) group);
      gtk_string_list_append (titles, title);
    }
  for (guint i = 1; i < self->sources->len; i++)
    if (count_leaves (((const BvGroup *) g_ptr_array_index (self->sources, i))->criteria)
        > count_leaves (((const BvGroup *) g_ptr_array_index (self->sources, chosen))->criteria))
      chosen = i;
  gtk_drop_down_set_model (self->source_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->source_list, chosen);
}

/**
 * bv_criteria_copy_dialog_explain:
 * @session: a session
 * @group: a group's row
 *
 * Returns: (transfer none) (nullable): why no criteria can be copied there from another group; %NULL: they
 * can
 */
const char *
bv_criteria_copy_dialog_explain (BvSession *session, gint64 group)
{
  const BvCampaign *head = bv_session_get_head (session);
  gboolean has_source = FALSE;

  if (bv_session_explain_read_only (session) != NULL)
    return bv_session_explain_read_only (session);
  if (head == NULL || head->groups->len < 2)
    return _ ("There is no other group to copy from");
  for (guint i = 0; i < head->groups->len; i++)
    {
      const BvGroup *other = g_ptr_array_index (head->groups, i);

      has_source |= other->record.id != group && other->criteria->len > 0;
    }
  return has_source ? NULL : _ ("No other group has criteria yet");
}

/**
 * bv_criteria_copy_dialog_open:
 * @parent: the window
 * @session: its session, of which bv_criteria_copy_dialog_explain() says nothing
 * @group: the row of the group into which they come
 * @added: hears of the first that came
 * @data: (type GObject): for @added
 *
 * Asks which criteria are copied; nothing happens where no other group has any.
 */
void
bv_criteria_copy_dialog_open (GtkWindow *parent,
                              BvSession *session,
                              gint64 group,
                              BvCriterionAdditionFunc added,
                              gpointer data)
{
  BvCriteriaCopyDialog *self = g_object_new (BV_TYPE_CRITERIA_COPY_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->head = bv_record_copy (bv_session_get_head (session));
  self->sources = g_ptr_array_new ();
  self->group = bv_criterion_tree_find_group (self->head->groups, group);
  self->added = added;
  self->data = g_object_ref (data);
  if (self->group != NULL)
    list_sources (self);
  if (self->sources->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  source_selected_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->source_list));
}
