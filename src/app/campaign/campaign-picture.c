/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-picture.h"

#include "core/group.h"
#include "core/quota.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define BETWEEN 8 /* pixels, between groups and quotas */

static void
add_cell (GtkGrid *grid, int column, int n_columns, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), column == 0);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, n_columns, 1);
}

static void
add_heading (GtkGrid *grid, int row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, row > 0 ? BETWEEN : 0);
  gtk_widget_add_css_class (label, "section");
  gtk_grid_attach (grid, label, 0, row, 3, 1);
}

static void
add_group (GtkGrid *grid, int row, const BvGroup *group)
{
  g_autoptr (GPtrArray) leaves = bv_group_list_leaves (group);
  g_autofree char *n_criteria = g_strdup_printf (_ ("%u criteria"), leaves->len);
  g_autofree char *points = bv_wording_points (bv_group_full (group));
  g_autofree char *full = g_strdup_printf (_ ("%s points"), points);

  add_cell (grid, 0, 1, row, group->name, NULL);
  add_cell (grid, 1, 1, row, n_criteria, "caption");
  add_cell (grid, 2, 1, row, full, "caption");
}

/* The award that is another than the campaign's, and what is given before; empty: neither. */
static char *
describe_quota (const BvCampaign *campaign, const BvQuota *quota)
{
  GString *text = g_string_new (quota->award);

  for (guint i = 0; i < quota->after->len; i++)
    {
      const BvQuotaAfter *before = g_ptr_array_index (quota->after, i);
      const BvQuota *other = bv_record_find (campaign->quotas, before->after);

      if (i > 0)
        g_string_append (text, ", ");
      else
        g_string_append_printf (text, "%s%s ", text->len > 0 ? " · " : "", _ ("after"));
      g_string_append_printf (text, "“%s”", other != NULL ? other->name : before->after);
    }
  return g_string_free (text, FALSE);
}

/* Returns: the row behind it. */
static int
add_quota (GtkGrid *grid, int row, const BvCampaign *campaign, const BvQuota *quota)
{
  g_autofree char *description = describe_quota (campaign, quota);
  g_autofree char *size = bv_wording_number (quota->count != BV_NONE ? quota->count : quota->percent);
  g_autofree char *share = g_strdup_printf (quota->count != BV_NONE ? "%s" : "%s %%", size);

  add_cell (grid, 0, 2, row, quota->name, NULL);
  add_cell (grid, 2, 1, row, share, "caption");
  if (*description == '\0')
    return row + 1;
  add_cell (grid, 0, 2, row + 1, description, "caption");
  return row + 2;
}

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/**
 * bv_campaign_picture_show:
 * @grid: where it is shown; what is in it goes
 * @campaign: a campaign
 *
 * Shows what the campaign is made of: its groups, with how much there is to reach in each, and its quotas,
 * with what each gives and which come before.
 */
void
bv_campaign_picture_show (GtkGrid *grid, const BvCampaign *campaign)
{
  int row = 0;

  clear (grid);
  add_heading (grid, row++, _ ("Groups"));
  for (guint i = 0; i < campaign->groups->len; i++)
    add_group (grid, row++, g_ptr_array_index (campaign->groups, i));
  if (campaign->quotas->len > 0)
    add_heading (grid, row++, _ ("Quotas"));
  for (guint i = 0; i < campaign->quotas->len; i++)
    row = add_quota (grid, row, campaign, g_ptr_array_index (campaign->quotas, i));
}
