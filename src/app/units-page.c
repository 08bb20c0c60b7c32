/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units-page.h"

#include "app/cells.h"
#include "app/column-sorter.h"
#include "app/group-name.h"
#include "app/row-filter.h"
#include "app/table-model.h"
#include "app/unit-details.h"
#include "store/pages.h"

#include <glib/gi18n-lib.h>

/**
 * BvUnitsPage:
 *
 * The units that take part in the campaign.
 */
struct _BvUnitsPage
{
  BvPage parent_instance;
  BvUnitDetails *details;
  GtkColumnViewColumn *parent_column;
  GtkColumnViewColumn *contact_column;
};

G_DEFINE_FINAL_TYPE (BvUnitsPage, bv_units_page, BV_TYPE_PAGE)

static void
bv_units_page_selected (BvPage *page, BvRow *row)
{
  bv_unit_details_show (BV_UNITS_PAGE (page)->details, bv_page_get_session (page),
                        row != NULL ? bv_row_get_id (row) : 0);
}

/* A unit's groups are parted by semicolons. */
static void
shorten_groups (BvTable *table)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    {
      g_auto (GStrv) names = g_strsplit (bv_table_get_text (table, i, BV_UNITS_GROUPS), "; ", -1);
      g_autofree char *text = NULL;

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *name = names[j];

          names[j] = bv_group_name_shorten (name);
        }
      text = g_strjoinv ("; ", names);
      bv_table_set_text (table, i, BV_UNITS_GROUPS, text, NULL);
    }
}

static void
bv_units_page_refresh (BvPage *page)
{
  BvUnitsPage *self = BV_UNITS_PAGE (page);
  BvSession *session = bv_page_get_session (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table
    = bv_pages_read_units (bv_session_get_library (session), bv_session_get_campaign (session), &error);

  if (table == NULL)
    {
      bv_session_report (session, error);
      return;
    }
  shorten_groups (table);
  gtk_column_view_column_set_visible (self->parent_column, bv_table_has_text (table, BV_UNITS_PARENT, 0));
  gtk_column_view_column_set_visible (self->contact_column, bv_table_has_text (table, BV_UNITS_CONTACT, 0));
  bv_page_set_table (page, table);
  bv_page_show_details (page);
}

static void
bv_units_page_ranked (BvPage *page)
{
}

static char *
bv_units_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", n_rows), number);
}

static void
bv_units_page_class_init (BvUnitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  page_class->refresh = bv_units_page_refresh;
  page_class->ranked = bv_units_page_ranked;
  page_class->selected = bv_units_page_selected;
  page_class->count = bv_units_page_count;
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_UNIT_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bangvang/BangVang/ui/units-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, parent_column);
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, contact_column);
}

static void
bv_units_page_init (BvUnitsPage *self)
{
}
