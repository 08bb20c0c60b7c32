/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/trial-popover.h"

#include "core/group-name.h"
#include "core/quota-numbers.h"

#include <glib/gi18n-lib.h>

#define MOST_PERCENT 100
#define MOST_NUMBER 1000000
#define NUMBER_CHARS 5

/**
 * BvTrialPopover:
 *
 * Asks for other numbers of a quota, to see what they would lead to. Signal `tried`: one of them is another.
 */
struct _BvTrialPopover
{
  GtkPopover parent_instance;
  GtkLabel *title;
  GtkGrid *grid;
  BvRecord *quota; /* a copy, with the numbers as typed; NULL: none yet */
  GPtrArray *keys; /* of char, by row of the grid; "": the number itself, NULL: under one unit */
};

G_DEFINE_FINAL_TYPE (BvTrialPopover, bv_trial_popover, GTK_TYPE_POPOVER)

static guint tried_signal;

/* Returns: whether what is typed is a number, or nothing where that is no cap */
static gboolean
read_number (GtkEditable *entry, gint64 most, gboolean may_be_none, gint64 *number)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  guint64 value;

  if (*text == '\0')
    {
      *number = BV_NONE;
      return may_be_none;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

static void
set_number (BvQuota *quota, const char *key, gint64 number)
{
  if (key == NULL)
    quota->per_parent = number;
  else if (*key == '\0')
    bv_quota_set_size (quota, number);
  else
    bv_quota_set_cap (quota, key, number);
}

/* What is no number is not tried. */
static void
typed_cb (BvTrialPopover *self, GtkEditable *entry)
{
  BvQuota *quota = (BvQuota *) self->quota;
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "row"));
  const char *key = g_ptr_array_index (self->keys, row);
  gboolean is_size = key != NULL && *key == '\0';
  gint64 most = is_size && quota->percent != BV_NONE ? MOST_PERCENT : MOST_NUMBER;
  gint64 number;

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if (!read_number (entry, most, !is_size, &number))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      return;
    }
  set_number (quota, key, number);
  g_signal_emit (self, tried_signal, 0);
}

/* What is no number stays to be typed again. */
static void
close_cb (BvTrialPopover *self, GtkWidget *entry)
{
  if (!gtk_widget_has_css_class (entry, "error"))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
bv_trial_popover_finalize (GObject *object)
{
  g_clear_pointer (&BV_TRIAL_POPOVER (object)->quota, bv_record_free);
  g_ptr_array_unref (BV_TRIAL_POPOVER (object)->keys);
  G_OBJECT_CLASS (bv_trial_popover_parent_class)->finalize (object);
}

static void
bv_trial_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_TRIAL_POPOVER);
  G_OBJECT_CLASS (bv_trial_popover_parent_class)->dispose (object);
}

static void
bv_trial_popover_class_init (BvTrialPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_trial_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_trial_popover_finalize;
  tried_signal = g_signal_new ("tried", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ranking/trial-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BvTrialPopover, title);
  gtk_widget_class_bind_template_child (widget_class, BvTrialPopover, grid);
}

static void
bv_trial_popover_init (BvTrialPopover *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (BvTrialPopover *self, const char *key, const char *title, gint64 number)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = number != BV_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
  int row = self->keys->len;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), NUMBER_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), NUMBER_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (entry), "row", GUINT_TO_POINTER (row));
  g_ptr_array_add (self->keys, g_strdup (key));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
  gtk_grid_attach (self->grid, entry, 1, row, 1, 1);
}

static void
add_caps (BvTrialPopover *self, const BvQuota *quota, const BvContest *contest)
{
  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvGroup *group = bv_contest_group (contest, i)->group;
      g_autofree char *name = bv_group_name_shorten (group->name);
      /* Translators: %s is the name of a group; the field holds how many of it may be inside the quota. */
      g_autofree char *title = g_strdup_printf (_ ("At most of %s"), name);

      if (bv_quota_has_group (quota, group->key))
        add_row (self, group->key, title, bv_quota_get_cap (quota, group->key));
    }
}

/**
 * bv_trial_popover_show:
 * @popover: the popover
 * @quota: a quota, as it is tried so far
 * @contest: its contest, whose groups are named; neither is needed afterwards
 *
 * Asks for other numbers; the keys go to the first of them if it is on screen.
 */
void
bv_trial_popover_show (BvTrialPopover *popover, const BvQuota *quota, const BvContest *contest)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (popover->grid))) != NULL)
    gtk_grid_remove (popover->grid, child);
  g_ptr_array_set_size (popover->keys, 0);
  g_clear_pointer (&popover->quota, bv_record_free);
  popover->quota = bv_record_copy (quota);
  gtk_label_set_label (popover->title, quota->name);
  add_row (popover, "", quota->percent != BV_NONE ? _ ("Percent") : _ ("Number"), bv_quota_get_size (quota));
  if (quota->groups->len > 1)
    add_caps (popover, quota, contest);
  add_row (popover, NULL, _ ("At most under one unit"), quota->per_parent);
  gtk_widget_grab_focus (gtk_grid_get_child_at (popover->grid, 1, 0));
}

/**
 * bv_trial_popover_get_quota:
 * @popover: a popover that was shown
 *
 * Returns: (transfer none): the quota with the numbers that are typed
 */
const BvQuota *
bv_trial_popover_get_quota (BvTrialPopover *popover)
{
  return (const BvQuota *) popover->quota;
}
