/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criteria-page.h"

#include "app/copying/criteria-copy-dialog.h"
#include "app/criteria/criteria-drag.h"
#include "app/criteria/criteria-look.h"
#include "app/criteria/criteria-offers.h"
#include "app/criteria/criteria-rows.h"
#include "app/criteria/criterion-addition.h"
#include "app/criteria/criterion-clipboard.h"
#include "app/criteria/criterion-details.h"
#include "app/criteria/criterion-moves.h"
#include "app/criteria/criterion-removal.h"
#include "app/criteria/group-moves.h"
#include "app/rules/rule-draft.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "app/table/table-tree.h"
#include "core/text/wording.h"
#include "core/tree/criterion-sum.h"
#include "core/tree/criterion-tree.h"
#include "store/rule-reach.h"

#include <glib/gi18n-lib.h>

/**
 * BvCriteriaPage:
 *
 * The groups of the campaign and the trees of their criteria: a tab of the page of its rules. Rows that are
 * folded up are not in its table, so that it has only what is seen; while something is searched all of them
 * are.
 */
struct _BvCriteriaPage
{
  BvTablePage parent_instance;
  BvCriterionDetails *details;
  BvTableFrame *frame;
  BvCells *name_cells;
  BvCells *max_cells;

  BvCriteriaRows *rows; /* NULL: nothing was read yet */
  BvTableTree *tree;
  GHashTable *nominees; /* (element-type gint64 guint): by group; NULL: not read */
  GHashTable *answers;  /* (element-type gint64 guint): by leaf; NULL: not read */
  gint64 wanted;        /* what is to be seen as soon as it is there; 0: nothing */
};

static BvPageInterface *parent_page;

static void bv_criteria_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvCriteriaPage,
                               bv_criteria_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_criteria_page_be_page))

static BvSession *
get_session (gpointer page)
{
  return bv_page_get_session (BV_PAGE (page));
}

static const BvCriteriaRow *
get_selected_row (BvCriteriaPage *self)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (self));

  return row != NULL && self->rows != NULL ? bv_criteria_rows_find (self->rows, bv_row_get_id (row)) : NULL;
}

/* NULL: no group and no criterion is. */
static const BvCriteriaRow *
get_selected (BvCriteriaPage *self)
{
  const BvCriteriaRow *row = get_selected_row (self);

  return row != NULL && !row->offers ? row : NULL;
}

static void
bv_criteria_page_selected (BvTablePage *page, BvRow *row)
{
  const BvCriteriaRow *selected = get_selected (BV_CRITERIA_PAGE (page));

  bv_criterion_details_show (BV_CRITERIA_PAGE (page)->details, get_session (page),
                             selected != NULL ? selected->id : 0);
}

static gboolean
bv_criteria_page_has_row (BvPage *page)
{
  return get_selected (BV_CRITERIA_PAGE (page)) != NULL;
}

/* What nominees have does not change with the rules: it is read when it did. */
static void
count (BvCriteriaPage *self, const BvChanges *changes)
{
  BvSession *session = get_session (self);
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (GError) error = NULL;

  if (self->answers != NULL && changes != NULL && !bv_changes_touch (changes, "assessment")
      && !bv_changes_touch (changes, "nominee"))
    return;
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->nominees, g_hash_table_unref);
  self->answers = bv_rule_reach_list_answers (library, bv_session_get_campaign (session), &error);
  if (self->answers != NULL)
    self->nominees = bv_rule_reach_list_nominees (library, bv_session_get_campaign (session), &error);
  if (error != NULL)
    bv_session_report (session, error);
}

/* Nothing above it is folded up. */
static void
reveal (BvCriteriaPage *self, const GPtrArray *groups, gint64 criterion)
{
  BvCriterionPlace place;

  while (criterion != 0 && bv_criterion_place_find (groups, criterion, &place))
    {
      criterion = place.section;
      bv_table_tree_open (self->tree, place.section);
      bv_table_tree_open (self->tree, place.group);
    }
}

static void
show (gpointer page)
{
  BvCriteriaPage *self = page;
  const BvCampaign *head = bv_session_get_head (get_session (self));
  BvCriteriaRows *before = self->rows;

  if (head == NULL)
    return;
  reveal (self, head->groups, self->wanted);
  self->rows
    = bv_criteria_rows_new (head, self->nominees, self->answers, bv_table_tree_get_closed (self->tree),
                            !bv_session_is_read_only (get_session (self)));
  bv_table_page_set_table (BV_TABLE_PAGE (self), self->rows->table);
  if (self->wanted != 0 && bv_table_page_select (BV_TABLE_PAGE (self), self->wanted))
    self->wanted = 0;
  bv_criteria_rows_free (before);
  bv_page_notify_counted (BV_PAGE (self));
}

/* It is seen now, or as soon as it is there. */
static void
bv_criteria_page_open (BvPage *page, gint64 record)
{
  BV_CRITERIA_PAGE (page)->wanted = record;
  if (BV_CRITERIA_PAGE (page)->rows != NULL)
    show (page);
}

static void
bv_criteria_page_refresh (BvPage *page, const BvChanges *changes)
{
  count (BV_CRITERIA_PAGE (page), changes);
  show (BV_CRITERIA_PAGE (page));
  bv_table_page_show_details (BV_TABLE_PAGE (page));
}

static void
bv_criteria_page_set_search (BvPage *page, const char *text)
{
  BvCriteriaPage *self = BV_CRITERIA_PAGE (page);

  if (bv_table_tree_set_searching (self->tree, *text != '\0') && self->rows != NULL)
    show (self);
  parent_page->set_search (page, text);
}

/* `4 groups · 22 criteria`, whatever is folded up. */
static char *
bv_criteria_page_describe (BvPage *page)
{
  const BvCampaign *head = bv_session_get_head (get_session (page));
  guint n_criteria = 0;
  guint n_groups = head != NULL ? head->groups->len : 0;
  g_autofree char *groups = bv_wording_number (n_groups);
  g_autofree char *criteria = NULL;
  g_autofree char *first
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s group", "%s groups", n_groups), groups);
  g_autofree char *second = NULL;

  for (guint i = 0; i < n_groups; i++)
    n_criteria += bv_criterion_sum_count (g_ptr_array_index (head->groups, i));
  criteria = bv_wording_number (n_criteria);
  second
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s criterion", "%s criteria", n_criteria), criteria);
  return g_strconcat (first, " · ", second, NULL);
}

static char *
bv_criteria_page_count (guint n_rows, const char *number)
{
  return g_strdup (number);
}

static gboolean
bv_criteria_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  *reason = (BvNoRowsReason){
    _ ("No groups yet"),
    _ ("A group is judged by one set of criteria: departments, communes, persons."),
    _ ("_Add a group…"),
    "win.add-rule-group",
  };
  return TRUE;
}

static gboolean
bv_criteria_page_edit (BvTablePage *page, BvRow *row, guint column, BvCellDraft *draft)
{
  const BvCampaign *head = bv_session_get_head (get_session (page));
  gint64 id = bv_row_get_id (row);
  gboolean is_group = bv_criterion_tree_find_group (head->groups, id) != NULL;
  const BvEntity *entity = is_group ? &bv_group_entity : &bv_criterion_entity;

  if (column != BV_CRITERIA_NAME || id < 0)
    return FALSE;
  draft->field = bv_entity_find_field (entity, is_group ? "name" : "title");
  draft->draft = NULL;
  bv_rule_draft_show (&draft->draft, GTK_WIDGET (page), get_session (page), entity, id);
  return draft->draft != NULL;
}

/* What is new, or stands elsewhere, is shown, whatever is folded up. */
static void
added_cb (gint64 id, gpointer data)
{
  BV_CRITERIA_PAGE (data)->wanted = id;
}

static gboolean
exchange (BvCriteriaPage *self, guint keyval)
{
  const BvCriteriaRow *row = get_selected (self);
  gboolean writable = bv_session_is_writable (get_session (self));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_c || keyval == GDK_KEY_x) && row->depth > 0)
    bv_criterion_clipboard_copy (GTK_WIDGET (self), get_session (self), row->id, keyval == GDK_KEY_x);
  else if (keyval == GDK_KEY_v && writable)
    bv_criterion_clipboard_paste (GTK_WIDGET (self), get_session (self), row->id, added_cb, self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (BvCriteriaPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (held != GDK_CONTROL_MASK || bv_table_page_get_cell_entry (BV_TABLE_PAGE (self)) != NULL)
    return GDK_EVENT_PROPAGATE;
  return exchange (self, keyval);
}

static void
look_name_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  BvCriteriaPage *self = data;
  const BvCriteriaRow *place = bv_criteria_rows_find (self->rows, bv_row_get_id (row));

  if (place == NULL)
    return;
  bv_criteria_look_call (cell, place, row);
  bv_criteria_look_name (cell, row, place);
}

static void
look_max_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  BvCriteriaPage *self = data;
  const BvCriteriaRow *place = bv_criteria_rows_find (self->rows, bv_row_get_id (row));

  if (place != NULL)
    bv_criteria_look_max (cell, place);
}

/* A criterion comes into a group or section, or behind a leaf; a group takes the place of another. */
static void
dropped_cb (gpointer data, gint64 dragged, gint64 target)
{
  BvCriteriaPage *self = data;
  BvSession *session = get_session (self);
  const GPtrArray *groups = bv_session_get_head (session)->groups;
  BvCriterionPlace place;

  if (!bv_session_is_writable (session))
    return;
  if (bv_criterion_tree_find_group (groups, dragged) != NULL
      && bv_group_moves_drop (session, dragged, target))
    self->wanted = dragged;
  if (bv_criterion_tree_find (groups, dragged) == NULL
      || !bv_criterion_moves_find_place (session, target, &place))
    return;
  bv_criterion_moves_put (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), session, dragged, &place,
                          added_cb, self);
}

static void
listen (BvCriteriaPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (bv_table_frame_get_scroller (self->frame), keys);
  bv_table_tree_listen (self->tree, self->frame, self->name_cells);
  bv_table_tree_set_mover (self->tree, bv_criteria_page_move);
  bv_criteria_drag_listen (self->frame, dropped_cb, G_OBJECT (self));
  bv_criteria_offers_listen (BV_TABLE_PAGE (self), self->frame);
}

static void
bv_criteria_page_build (BvPage *page)
{
  BvCriteriaPage *self = BV_CRITERIA_PAGE (page);
  gboolean was_built = self->frame != NULL;

  parent_page->build (page);
  if (was_built)
    return;
  bv_cells_set_look (self->name_cells, look_name_cb, self);
  bv_cells_set_look (self->max_cells, look_max_cb, self);
  listen (self);
}

static void
bv_criteria_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[]
    = { "assessment", "campaign", "criterion", "group", "group_class", "nominee", NULL };
  static const BvPageAction actions[]
    = { BV_TABLE_PAGE_EDIT,
        { "remove-rule", N_ ("Remove what is selected"), "Delete", NULL, .of_row = TRUE } };
  static const BvPageInfo info = {
    .key = "criteria",
    .title = N_ ("Criteria"),
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->build = bv_criteria_page_build;
  iface->open = bv_criteria_page_open;
  iface->refresh = bv_criteria_page_refresh;
  iface->set_search = bv_criteria_page_set_search;
  iface->describe = bv_criteria_page_describe;
  iface->has_row = bv_criteria_page_has_row;
}

static void
bv_criteria_page_finalize (GObject *object)
{
  BvCriteriaPage *self = BV_CRITERIA_PAGE (object);

  bv_criteria_rows_free (self->rows);
  bv_table_tree_free (self->tree);
  g_clear_pointer (&self->nominees, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  G_OBJECT_CLASS (bv_criteria_page_parent_class)->finalize (object);
}

static void
bv_criteria_page_class_init (BvCriteriaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_criteria_page_finalize;
  page_class->selected = bv_criteria_page_selected;
  page_class->count = bv_criteria_page_count;
  page_class->edit = bv_criteria_page_edit;
  page_class->explain = bv_criteria_page_explain;
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_CRITERION_DETAILS);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/criteria/criteria-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvCriteriaPage, frame);
  gtk_widget_class_bind_template_child_full (widget_class, "cells_0", FALSE,
                                             G_STRUCT_OFFSET (BvCriteriaPage, name_cells));
  gtk_widget_class_bind_template_child_full (widget_class, "cells_2", FALSE,
                                             G_STRUCT_OFFSET (BvCriteriaPage, max_cells));
}

static void
bv_criteria_page_init (BvCriteriaPage *self)
{
  self->tree = bv_table_tree_new (BV_TABLE_PAGE (self), show);
}

/**
 * bv_criteria_page_add:
 * @page: the criteria of a campaign that can be changed
 *
 * Asks for a new criterion in the group or section that is selected, or beside the leaf that is, or for what
 * the row that is selected offers; of a campaign without groups for a group.
 */
void
bv_criteria_page_add (BvPage *page)
{
  BvCriteriaPage *self = BV_CRITERIA_PAGE (page);
  const BvCriteriaRow *row = get_selected_row (self);
  gint64 id;

  if (row == NULL || (row->offers && row->group == 0))
    {
      bv_criteria_page_add_group (page);
      return;
    }
  id = row->offers ? row->group : row->id;
  if (row->holds)
    bv_table_tree_fold (self->tree, id, TRUE);
  bv_criterion_addition_start (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), get_session (page), id,
                               added_cb, page);
}

/**
 * bv_criteria_page_add_group:
 * @page: the criteria of a campaign that can be changed
 *
 * Asks for a new group.
 */
void
bv_criteria_page_add_group (BvPage *page)
{
  bv_criterion_addition_start_group (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), get_session (page),
                                     added_cb, page);
}

/* That of what is selected; of what offers to add a group the last one; 0: there is none. */
static gint64
get_group (BvCriteriaPage *self)
{
  const BvCriteriaRow *row = get_selected_row (self);
  const BvCampaign *head = bv_session_get_head (get_session (self));

  if (row != NULL && row->group != 0)
    return row->group;
  return head != NULL && head->groups->len > 0
           ? ((const BvRecord *) g_ptr_array_index (head->groups, head->groups->len - 1))->id
           : 0;
}

/**
 * bv_criteria_page_explain_copy:
 * @page: the criteria
 *
 * Returns: (transfer none) (nullable): why nothing can be copied into the selected group; %NULL: it can be
 */
const char *
bv_criteria_page_explain_copy (BvCriteriaPage *page)
{
  return bv_criteria_copy_dialog_explain (get_session (page), get_group (page));
}

/**
 * bv_criteria_page_copy:
 * @page: the criteria of a campaign that can be changed
 *
 * Asks which criteria of another group come into the selected one, or that of what is selected.
 */
void
bv_criteria_page_copy (BvCriteriaPage *page)
{
  bv_criteria_copy_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), get_session (page),
                                get_group (page), added_cb, page);
}

/**
 * bv_criteria_page_remove:
 * @page: the criteria of a campaign that can be changed
 *
 * Removes the selected group or criterion with all below it.
 */
void
bv_criteria_page_remove (BvPage *page)
{
  const BvCriteriaRow *row = get_selected (BV_CRITERIA_PAGE (page));

  if (row != NULL)
    bv_criterion_removal_start (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), get_session (page),
                                row->id);
}

/**
 * bv_criteria_page_set_open:
 * @page: the criteria
 * @id: the row of a group or section
 * @open: whether what stands below it is shown
 *
 * Returns: whether it is shown itself
 */
gboolean
bv_criteria_page_set_open (BvCriteriaPage *page, gint64 id, gboolean open)
{
  if (bv_criteria_rows_find (page->rows, id) == NULL)
    return FALSE;
  bv_table_tree_fold (page->tree, id, open);
  return TRUE;
}

/**
 * bv_criteria_page_warn:
 * @page: the criteria
 *
 * Returns: (transfer full) (nullable): which groups have another sum than is meant; %NULL: none
 */
char *
bv_criteria_page_warn (BvCriteriaPage *page)
{
  const BvCampaign *head = bv_session_get_head (get_session (page));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; head != NULL && i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);
      g_autofree char *sum = bv_wording_points (bv_group_full (group));

      if (group->criteria->len > 0 && bv_criterion_sum_differs (group, bv_group_full (group)))
        {
          g_string_append (text, text->len > 0 ? "\n" : "");
          g_string_append_printf (
            text,
            _ ("The criteria of “%s” sum to %s points. They can be used so; where groups "
               "compete, percents decide instead of totals."),
            group->name, sum);
        }
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * bv_criteria_page_move:
 * @page: the criteria of a campaign
 * @step: where the selected one goes, with all below it; a group goes up and down
 */
void
bv_criteria_page_move (BvPage *page, BvTreeStep step)
{
  const BvCriteriaRow *row = get_selected (BV_CRITERIA_PAGE (page));
  gint64 id = row != NULL ? row->id : 0;

  if (row != NULL && bv_session_is_writable (get_session (page))
      && (row->depth > 0 ? bv_criterion_moves_step (get_session (page), id, step)
                         : bv_group_moves_step (get_session (page), id, step)))
    BV_CRITERIA_PAGE (page)->wanted = id;
}
