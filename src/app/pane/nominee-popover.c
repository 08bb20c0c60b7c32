/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/pane/nominee-popover.h"

#include <glib/gi18n-lib.h>

/* More of them scroll. */
#define MOST_HEIGHT 320
#define NAME_CHARS 44

/**
 * BvNomineePopover:
 *
 * Nominees by name; who is chosen is shown where scores are given.
 */
struct _BvNomineePopover
{
  GtkPopover parent_instance;
  GtkListBox *box;
};

G_DEFINE_FINAL_TYPE (BvNomineePopover, bv_nominee_popover, GTK_TYPE_POPOVER)

static void
activated_cb (BvNomineePopover *self, GtkListBoxRow *row)
{
  gint64 nominee = *(const gint64 *) g_object_get_data (G_OBJECT (row), "nominee");

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(sx)", "scoring", nominee);
}

static void
bv_nominee_popover_class_init (BvNomineePopoverClass *klass)
{
}

static void
bv_nominee_popover_init (BvNomineePopover *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "suggestions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whose scores the document proves"), -1);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bv_nominee_popover_new:
 * @parent: what it stands at, which unparents it
 *
 * Returns: (transfer none): a popover that names nobody yet
 */
GtkWidget *
bv_nominee_popover_new (GtkWidget *parent)
{
  GtkWidget *popover = g_object_new (BV_TYPE_NOMINEE_POPOVER, NULL);

  gtk_widget_set_parent (popover, parent);
  return popover;
}

static void
add_nominee (BvNomineePopover *self, gint64 nominee, const char *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "nominee", g_memdup2 (&nominee, sizeof nominee), g_free);
  gtk_list_box_append (self->box, row);
}

/**
 * bv_nominee_popover_show:
 * @popover: the popover
 * @session: the session
 * @nominees: (element-type gint64): the rows of nominees of its campaign
 */
void
bv_nominee_popover_show (BvNomineePopover *popover, BvSession *session, const GPtrArray *nominees)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (popover->box, 0)) != NULL)
    gtk_list_box_remove (popover->box, GTK_WIDGET (row));
  for (guint i = 0; i < nominees->len; i++)
    {
      gint64 nominee = *(const gint64 *) g_ptr_array_index (nominees, i);
      guint entrant = bv_session_find_entrant (session, nominee);

      if (entrant != BV_CONTEST_NO_ENTRANT)
        add_nominee (popover, nominee, bv_contest_entrant (proposal->contest, entrant)->name);
    }
  gtk_popover_popup (GTK_POPOVER (popover));
}
