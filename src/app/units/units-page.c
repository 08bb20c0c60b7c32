/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/units-page.h"

#include "app/columns/column-sorter.h"
#include "app/draft/record-draft.h"
#include "app/form/removal.h"
#include "app/menu/more-button.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "app/table/table-tree.h"
#include "app/units/unit-details.h"
#include "app/units/unit-entry.h"
#include "app/units/unit-paste.h"
#include "app/units/unit-steps.h"
#include "app/units/unit-tree.h"
#include "core/group-name.h"
#include "core/text/wording.h"
#include "core/unit.h"
#include "store/lists.h"
#include "store/registry/unit-place.h"

#include <glib/gi18n-lib.h>

/**
 * BvUnitsPage:
 *
 * The units that take part in the campaign, each below the one that it stands under. Rows that are folded up
 * are not in its table, so that it has only what is seen; while something is searched all of them are.
 */
struct _BvUnitsPage
{
  BvTablePage parent_instance;
  BvUnitDetails *details;
  BvTableFrame *frame;
  BvRowOrder *order;
  BvCells *name_cells;
  GtkColumnViewColumn *parent_column;
  GtkColumnViewColumn *contact_column;

  BvTable *units; /* all of them, as they are read; NULL: nothing was read yet */
  BvTableTree *tree;
  gboolean nested; /* some stand under others */
  gint64 wanted;   /* what is to be seen as soon as it is there; 0: nothing */
};

static BvPageInterface *parent_page;

static void bv_units_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvUnitsPage,
                               bv_units_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_units_page_be_page))

static void
bv_units_page_selected (BvTablePage *page, BvRow *row)
{
  const char *groups = row != NULL
                         ? bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_UNITS_GROUPS)
                         : NULL;

  bv_unit_details_show (BV_UNITS_PAGE (page)->details, bv_page_get_session (BV_PAGE (page)),
                        row != NULL ? bv_row_get_id (row) : 0, groups);
}

/* A unit's groups are separated by semicolons. */
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

/* Nothing above it is folded up. */
static void
reveal (BvUnitsPage *self, gint64 unit)
{
  guint n_units = bv_table_get_n_rows (self->units);
  guint place = bv_table_find (self->units, unit);

  for (guint i = 0; i < n_units && place != BV_TABLE_NOT_FOUND; i++)
    {
      gint64 above = bv_table_get_number (self->units, place, BV_UNITS_ABOVE);

      bv_table_tree_open (self->tree, above);
      place = bv_table_find (self->units, above);
    }
}

static void
show (gpointer page)
{
  BvUnitsPage *self = page;
  g_autoptr (BvTable) table = NULL;

  if (self->wanted != 0)
    reveal (self, self->wanted);
  table = bv_unit_tree_new (self->units, bv_table_tree_get_closed (self->tree), &self->nested);
  /* The tree says it. */
  bv_table_page_offer_column (page, self->parent_column,
                              !self->nested && bv_table_has_text (self->units, BV_UNITS_PARENT, 0));
  bv_table_page_set_table (page, table);
  if (self->wanted != 0 && bv_table_page_select (page, self->wanted))
    self->wanted = 0;
  bv_page_notify_counted (page);
}

/* It is seen now, or as soon as it is there. */
static void
want (BvUnitsPage *self, gint64 unit)
{
  self->wanted = unit;
  if (self->units != NULL)
    show (self);
}

static void
bv_units_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvUnitsPage *self = BV_UNITS_PAGE (page);
  BvSession *session = bv_page_get_session (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table
    = bv_lists_read_units (bv_session_get_library (session), bv_session_get_campaign (session), &error);

  if (table == NULL)
    {
      bv_session_report (session, error);
      return;
    }
  shorten_groups (table);
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->contact_column,
                              bv_table_has_text (table, BV_UNITS_CONTACT, 0));
  g_clear_pointer (&self->units, bv_table_unref);
  self->units = g_steal_pointer (&table);
  show (self);
  /* What is not there now is waited for no longer. */
  self->wanted = 0;
  bv_table_page_show_details (BV_TABLE_PAGE (page));
}

static void
bv_units_page_set_search (BvPage *page, const char *text)
{
  BvUnitsPage *self = BV_UNITS_PAGE (page);

  if (bv_table_tree_set_searching (self->tree, *text != '\0') && self->units != NULL)
    show (self);
  parent_page->set_search (page, text);
}

static void
bv_units_page_open (BvPage *page, gint64 record)
{
  want (BV_UNITS_PAGE (page), record);
}

/* (element-type gint64): those that are searched, or all, whatever is folded up. */
static GArray *
list_units (BvUnitsPage *self)
{
  guint n_units = self->units != NULL ? bv_table_get_n_rows (self->units) : 0;
  GArray *units;

  if (bv_table_tree_get_closed (self->tree) == NULL)
    return bv_table_rows_list_found (bv_table_page_get_rows (BV_TABLE_PAGE (self)));
  units = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_units);
  for (guint i = 0; i < n_units; i++)
    {
      gint64 id = bv_table_get_id (self->units, i);

      g_array_append_val (units, id);
    }
  return units;
}

static char *
bv_units_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit", "%s units", n_rows), number);
}

/* `187 units`, whatever is folded up; `12 of 187 units`. */
static char *
bv_units_page_describe (BvPage *page)
{
  BvUnitsPage *self = BV_UNITS_PAGE (page);
  guint n_units = self->units != NULL ? bv_table_get_n_rows (self->units) : 0;
  g_autoptr (GArray) listed = list_units (self);
  g_autofree char *number = bv_wording_number (n_units);
  g_autofree char *found = bv_wording_number (listed->len);
  g_autofree char *text = bv_units_page_count (n_units, number);

  return listed->len == n_units ? g_steal_pointer (&text) : g_strdup_printf (_ ("%s of %s"), found, text);
}

static void
look_name_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  if (BV_UNITS_PAGE (data)->nested)
    bv_table_tree_look (cell, row, bv_table_get_depth (bv_row_get_table (row), bv_row_get_index (row)));
}

static gint64
get_selected (BvPage *page)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));

  return row != NULL ? bv_row_get_id (row) : 0;
}

static void
report_other_order (BvSession *session)
{
  g_autoptr (GError) error = g_error_new_literal (
    G_IO_ERROR, G_IO_ERROR_FAILED,
    _ (
      "A unit is moved among those beside it, which are seen in their own order only: end the search, and in Columns… choose “As at first”"));

  bv_session_report (session, error);
}

/* It stays selected where it stands now, whatever was folded up there. What is beside it is seen only where
 * the units stand in their own order. */
static void
move (BvPage *page, BvTreeStep step)
{
  BvSession *session = bv_page_get_session (page);
  BvUnitsPage *self = BV_UNITS_PAGE (page);
  gint64 unit = get_selected (page);
  g_autoptr (GError) error = NULL;
  gboolean moved = FALSE;

  if (!bv_session_is_writable (session))
    return;
  if (bv_row_order_is_by_column (self->order) || bv_table_tree_get_closed (self->tree) == NULL)
    {
      report_other_order (session);
      return;
    }
  if (!bv_unit_place_step (bv_session_get_library (session), bv_session_get_campaign (session), unit, step,
                           &moved, &error))
    bv_session_report (session, error);
  if (moved)
    self->wanted = unit;
}

static void
bv_units_page_build (BvPage *page)
{
  BvUnitsPage *self = BV_UNITS_PAGE (page);
  gboolean was_built = self->frame != NULL;

  parent_page->build (page);
  if (was_built)
    return;
  bv_cells_set_look (self->name_cells, look_name_cb, self);
  bv_table_tree_listen (self->tree, self->frame, self->name_cells);
  bv_table_tree_set_mover (self->tree, move);
}

/* What the selected unit still owes; else what all units do. */
static BvPaperChoice *
bv_units_page_offer_papers (BvPage *page, GListStore *special)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));
  BvPaperScope scope = { 0 };
  g_autoptr (BvPaperChoice) choice = NULL;

  if (row == NULL)
    return bv_paper_choice_new (BV_PAPER_MISSING, "", NULL);
  scope.unit = bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_UNITS_CODE);
  choice = bv_paper_choice_new (
    BV_PAPER_MISSING, bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_UNITS_NAME),
    &scope);
  g_list_store_append (special, choice);
  return g_steal_pointer (&choice);
}

static gboolean
bv_units_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  *reason = (BvNoRowsReason){
    _ ("No units yet"),
    _ ("A registry or a campaign file brings the units that take part; or add them here. A list in Excel or "
       "Word (code, name, type, unit above) is copied there and pasted here with Ctrl+V."),
    _ ("_Add a unit…"),
    "win.add-unit",
  };
  return TRUE;
}

static gboolean
bv_units_page_edit (BvTablePage *page, BvRow *row, guint column, BvCellDraft *draft)
{
  static const char *const fields[BV_UNITS_N_COLUMNS] = {
    [BV_UNITS_NAME] = "name",
    [BV_UNITS_TYPE] = "type",
    [BV_UNITS_CONTACT] = "contact",
  };

  if (fields[column] == NULL)
    return FALSE;
  draft->field = bv_entity_find_field (&bv_unit_entity, fields[column]);
  draft->draft
    = bv_record_draft_read (bv_page_get_session (BV_PAGE (page)), &bv_unit_entity, bv_row_get_id (row));
  return draft->draft != NULL;
}

static void
ended_cb (gint64 unit, gpointer page)
{
  want (page, unit);
}

static BvUnitStep
get_step (BvPage *page)
{
  return (BvUnitStep){ GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bv_page_get_session (page),
                       get_selected (page), ended_cb, page };
}

static void
add_unit (BvPage *page)
{
  BvUnitStep step = get_step (page);

  bv_unit_steps_add (&step);
}

static void
paste_units (BvPage *page)
{
  BvUnitStep step = get_step (page);

  bv_unit_paste_start (&step);
}

static void
do_step (BvPage *page, void (*start) (const BvUnitStep *step))
{
  BvUnitStep step = get_step (page);

  if (step.unit != 0)
    start (&step);
}

static void
change_unit (BvPage *page)
{
  do_step (page, bv_unit_steps_change);
}

static void
merge_unit (BvPage *page)
{
  do_step (page, bv_unit_steps_merge);
}

static void
split_unit (BvPage *page)
{
  do_step (page, bv_unit_steps_split);
}

static void
close_unit (BvPage *page)
{
  do_step (page, bv_unit_steps_close);
}

static void
enter_group (BvPage *page)
{
  gint64 unit = get_selected (page);

  if (unit != 0)
    bv_unit_entry_start (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bv_page_get_session (page),
                         unit, list_units (BV_UNITS_PAGE (page)));
}

/* Nothing is lost that an undo would not bring back; whose nominees are judged stays. */
static void
remove_unit (BvPage *page)
{
  gint64 unit = get_selected (page);

  if (unit != 0)
    bv_removal_do (bv_page_get_session (page), &bv_unit_entity, unit);
}

static void
bv_units_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "group", "nominee", "participation", "unit", NULL };
  static const BvPageAction actions[]
    = { BV_TABLE_PAGE_ROWS,
        BV_TABLE_PAGE_EDIT,
        { "remove-unit", N_ ("Remove the selected unit"), "Delete", remove_unit, .of_row = TRUE },
        { "enter-group", N_ ("Units enter a group"), NULL, enter_group, .of_row = TRUE, .of_page = TRUE },
        { "change-unit", N_ ("Change the selected unit from a day"), NULL, change_unit, .of_row = TRUE,
          .of_page = TRUE },
        { "merge-unit", N_ ("Merge the selected unit with others"), NULL, merge_unit, .of_row = TRUE,
          .of_page = TRUE },
        { "split-unit", N_ ("Split the selected unit"), NULL, split_unit, .of_row = TRUE, .of_page = TRUE },
        { "close-unit", N_ ("Close the selected unit on a day"), NULL, close_unit, .of_row = TRUE,
          .of_page = TRUE },
        { "add-unit", N_ ("Add a unit"), "<Control>n", add_unit, .of_page = TRUE },
        { "paste-units", N_ ("Add the units of a block from Excel or Word"), NULL, paste_units,
          .of_page = TRUE },
        BV_TABLE_PAGE_COLUMNS };
  static const BvPageInfo info = {
    .key = "units",
    .title = N_ ("Units"),
    .icon_name = "bv-units-symbolic",
    .guide = "02-don-vi.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
    .of_setup = TRUE,
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->build = bv_units_page_build;
  iface->refresh = bv_units_page_refresh;
  iface->set_search = bv_units_page_set_search;
  iface->describe = bv_units_page_describe;
  iface->open = bv_units_page_open;
  iface->offer_papers = bv_units_page_offer_papers;
}

static void
bv_units_page_finalize (GObject *object)
{
  BvUnitsPage *self = BV_UNITS_PAGE (object);

  g_clear_pointer (&self->units, bv_table_unref);
  bv_table_tree_free (self->tree);
  G_OBJECT_CLASS (bv_units_page_parent_class)->finalize (object);
}

static void
bv_units_page_class_init (BvUnitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_units_page_finalize;
  page_class->selected = bv_units_page_selected;
  page_class->count = bv_units_page_count;
  page_class->edit = bv_units_page_edit;
  page_class->explain = bv_units_page_explain;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_UNIT_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/units/units-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, frame);
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, order);
  gtk_widget_class_bind_template_child_full (widget_class, "cells_1", FALSE,
                                             G_STRUCT_OFFSET (BvUnitsPage, name_cells));
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, parent_column);
  gtk_widget_class_bind_template_child (widget_class, BvUnitsPage, contact_column);
}

static void
bv_units_page_init (BvUnitsPage *self)
{
  self->tree = bv_table_tree_new (BV_TABLE_PAGE (self), show);
}
