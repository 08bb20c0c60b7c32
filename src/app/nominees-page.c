/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees-page.h"

#include "app/cells.h"
#include "app/column-sorter.h"
#include "app/group-name.h"
#include "app/nominee-scores.h"
#include "app/row-filter.h"
#include "app/table-model.h"
#include "app/tabs.h"
#include "core/group.h"
#include "store/pages.h"

#include <glib/gi18n-lib.h>

/**
 * BvNomineesPage:
 *
 * The nominees of the campaign, by group, with their scores.
 */
struct _BvNomineesPage
{
  BvPage parent_instance;
  BvTabs *tabs;
  BvNomineeDetails *details;
  GtkWidget *empty_box;
  BvTable *table; /* what is shown; NULL: nothing yet */
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *position_column;
  GtkColumnViewColumn *scored_column;
};

G_DEFINE_FINAL_TYPE (BvNomineesPage, bv_nominees_page, BV_TYPE_PAGE)

static void
show_tabs (BvNomineesPage *self, BvTable *table)
{
  const BvCampaign *head = bv_session_get_head (bv_page_get_session (BV_PAGE (self)));
  g_autoptr (GArray) tabs = g_array_new (FALSE, FALSE, sizeof (BvTab));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = bv_table_get_n_rows (table);
  BvTab all = { 0, _ ("All"), n_rows };

  g_array_append_val (tabs, all);
  for (guint i = 0; head != NULL && i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);
      char *name = bv_group_name_shorten (group->name);
      BvTab tab = { group->record.id, name, 0 };

      for (guint row = 0; row < n_rows; row++)
        tab.count += bv_table_get_group (table, row) == tab.id;
      g_ptr_array_add (names, name);
      g_array_append_val (tabs, tab);
    }
  bv_tabs_set (self->tabs, (const BvTab *) tabs->data, tabs->len);
}

static gboolean
has_text (BvNomineesPage *self, guint column)
{
  return self->table != NULL && bv_table_has_text (self->table, column, bv_tabs_get_chosen (self->tabs));
}

/* Columns that would say nothing are left out; in a narrow window also those that the details repeat. Of all
 * groups together only the persons have a position. */
static void
show_columns (BvNomineesPage *self)
{
  gboolean compact = bv_page_is_compact (BV_PAGE (self));
  gint64 chosen = bv_tabs_get_chosen (self->tabs);
  const BvGroup *group = bv_session_find_group (bv_page_get_session (BV_PAGE (self)), chosen);
  gboolean of_persons = group != NULL && group->kind == BV_GROUP_INDIVIDUAL;

  gtk_column_view_column_set_visible (self->unit_column,
                                      (of_persons || !compact) && has_text (self, BV_NOMINEES_UNIT));
  gtk_column_view_column_set_visible (self->position_column,
                                      of_persons && !compact && has_text (self, BV_NOMINEES_POSITION));
  gtk_column_view_column_set_visible (self->scored_column, !compact);
}

static gboolean
is_empty (BvNomineesPage *self)
{
  gint64 chosen = bv_tabs_get_chosen (self->tabs);
  guint n_rows = bv_table_get_n_rows (self->table);

  for (guint i = 0; i < n_rows; i++)
    if (chosen == 0 || bv_table_get_group (self->table, i) == chosen)
      return FALSE;
  return TRUE;
}

static void
show_chosen_group (BvNomineesPage *self)
{
  show_columns (self);
  gtk_widget_set_visible (self->empty_box, self->table != NULL && is_empty (self));
  bv_page_set_group (BV_PAGE (self), bv_tabs_get_chosen (self->tabs));
}

static void
compact_cb (BvNomineesPage *self)
{
  if (self->table != NULL)
    show_columns (self);
}

static void
chosen_cb (BvNomineesPage *self)
{
  show_chosen_group (self);
}

static void
write_scores (BvSession *session, BvTable *table)
{
  const BvProposal *proposal = bv_session_get_proposal (session);

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    {
      guint entrant = bv_session_find_entrant (session, bv_table_get_id (table, i));

      if (entrant != BV_SESSION_NO_ENTRANT)
        bv_nominee_scores_write (table, i, proposal, entrant);
    }
}

static gboolean
read_table (BvNomineesPage *self, GError **error)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  g_autoptr (BvTable) table
    = bv_pages_read_nominees (bv_session_get_library (session), bv_session_get_campaign (session), error);

  if (table == NULL)
    return FALSE;
  write_scores (session, table);
  g_clear_pointer (&self->table, bv_table_unref);
  self->table = bv_table_ref (table);
  show_tabs (self, table);
  show_chosen_group (self);
  bv_page_set_table (BV_PAGE (self), table);
  return TRUE;
}

static const char *
find_place (BvSession *session, BvTable *table, guint row)
{
  const BvGroup *group = bv_session_find_group (session, bv_table_get_group (table, row));
  const char *unit = bv_table_get_text (table, row, BV_NOMINEES_UNIT);

  return *unit == '\0' && group != NULL ? group->name : unit;
}

static void
bv_nominees_page_selected (BvPage *page, BvRow *row)
{
  BvSession *session = bv_page_get_session (page);
  BvTable *table = row != NULL ? bv_row_get_table (row) : NULL;
  guint index = row != NULL ? bv_row_get_index (row) : 0;

  if (row == NULL)
    bv_nominee_details_show (BV_NOMINEES_PAGE (page)->details, session, 0, "", "");
  else
    bv_nominee_details_show (BV_NOMINEES_PAGE (page)->details, bv_page_get_session (page),
                             bv_row_get_id (row), bv_table_get_text (table, index, BV_NOMINEES_NAME),
                             find_place (session, table, index));
}

static void
bv_nominees_page_refresh (BvPage *page)
{
  g_autoptr (GError) error = NULL;

  if (read_table (BV_NOMINEES_PAGE (page), &error))
    bv_page_show_details (page);
  else
    bv_session_report (bv_page_get_session (page), error);
}

static void
bv_nominees_page_ranked (BvPage *page)
{
  g_autoptr (GError) error = NULL;

  if (!read_table (BV_NOMINEES_PAGE (page), &error))
    bv_session_report (bv_page_get_session (page), error);
  bv_nominee_details_show_scores (BV_NOMINEES_PAGE (page)->details);
}

static char *
bv_nominees_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s nominee", "%s nominees", n_rows), number);
}

static void
bv_nominees_page_finalize (GObject *object)
{
  g_clear_pointer (&BV_NOMINEES_PAGE (object)->table, bv_table_unref);
  G_OBJECT_CLASS (bv_nominees_page_parent_class)->finalize (object);
}

static void
bv_nominees_page_class_init (BvNomineesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_nominees_page_finalize;
  page_class->refresh = bv_nominees_page_refresh;
  page_class->ranked = bv_nominees_page_ranked;
  page_class->selected = bv_nominees_page_selected;
  page_class->count = bv_nominees_page_count;
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_TABS);
  g_type_ensure (BV_TYPE_NOMINEE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, position_column);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, scored_column);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
bv_nominees_page_init (BvNomineesPage *self)
{
  g_signal_connect (self, "notify::compact", G_CALLBACK (compact_cb), NULL);
}

/**
 * bv_nominees_page_get_details:
 * @page: the page
 *
 * Returns: (transfer none): the details of the selected nominee
 */
BvNomineeDetails *
bv_nominees_page_get_details (BvNomineesPage *page)
{
  return page->details;
}

/**
 * bv_nominees_page_get_group:
 * @page: the page
 *
 * Returns: the row of the group that is shown; 0: all
 */
gint64
bv_nominees_page_get_group (BvNomineesPage *page)
{
  return bv_tabs_get_chosen (page->tabs);
}

/**
 * bv_nominees_page_choose_group:
 * @page: the page
 * @group: a group's row; 0: all
 */
void
bv_nominees_page_choose_group (BvNomineesPage *page, gint64 group)
{
  bv_tabs_choose (page->tabs, group);
}
