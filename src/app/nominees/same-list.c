/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/same-list.h"

#include "app/nominees/same-row.h"

/* Takes the row that tells of @group out of @old; %NULL: there is none. */
static GtkWidget *
take_row (GPtrArray *old, const BvIdentity *identity, const BvSameGroup *group)
{
  for (guint i = 0; i < old->len; i++)
    {
      BvSameRow *row = g_ptr_array_index (old, i);

      if (!bv_same_row_is_about (row, identity, group))
        continue;
      g_ptr_array_remove_index (old, i);
      return GTK_WIDGET (row);
    }
  return NULL;
}

/* Puts the rows of those that were looked at, or were not, behind @last; returns the last of them. */
static GtkWidget *
show_rows (GtkBox *list,
           BvSession *session,
           const BvSameFindings *findings,
           gint64 nominee,
           gboolean silenced,
           GPtrArray *old,
           GtkWidget *last)
{
  const BvIdentity *identity = bv_same_findings_get_identity (findings);
  const GPtrArray *groups = bv_same_findings_list (findings, nominee);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const BvSameGroup *group = g_ptr_array_index (groups, i);
      GtkWidget *row;

      if (group->silenced != silenced)
        continue;
      row = take_row (old, identity, group);
      if (row != NULL)
        {
          bv_same_row_show (BV_SAME_ROW (row), identity, group, nominee);
          gtk_box_reorder_child_after (list, row, last);
        }
      else
        {
          row = bv_same_row_new (session, identity, group, nominee);
          gtk_box_insert_child_after (list, row, last);
        }
      last = row;
    }
  return last;
}

/**
 * bv_same_list_show:
 * @list: holds a #BvSameRow each
 * @session: the session
 * @findings: what is the same twice in the campaign
 * @nominee: the nominee whose rows are listed, as before
 *
 * Lists what the nominee has that another has too; what nobody has looked at comes first. The rows of what
 * was listed before stay, with what is being typed there.
 */
void
bv_same_list_show (GtkBox *list, BvSession *session, const BvSameFindings *findings, gint64 nominee)
{
  g_autoptr (GPtrArray) old = g_ptr_array_new ();
  GtkWidget *last;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (old, child);
  last = show_rows (list, session, findings, nominee, FALSE, old, NULL);
  show_rows (list, session, findings, nominee, TRUE, old, last);
  for (guint i = 0; i < old->len; i++)
    gtk_box_remove (list, g_ptr_array_index (old, i));
}
