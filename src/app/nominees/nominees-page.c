/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominees-page.h"

#include "app/columns/column-sorter.h"
#include "app/draft/record-draft.h"
#include "app/menu/more-button.h"
#include "app/nominees/nominee-dialog.h"
#include "app/nominees/nominee-removal.h"
#include "app/nominees/nominee-scores.h"
#include "app/page/tabs.h"
#include "app/paste/paste-job.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "core/group-name.h"
#include "core/group.h"
#include "core/nominee.h"
#include "store/campaigns.h"
#include "store/nominee-list.h"

#include <glib/gi18n-lib.h>

/* Of so many the texts are read before the window is there. */
#define TEXTS_AT_ONCE 1000
/* A fraction of what a frame takes. */
#define TEXTS_A_TURN 1000

/**
 * BvNomineesPage:
 *
 * The nominees of the campaign, by group, with their scores.
 */
struct _BvNomineesPage
{
  BvTablePage parent_instance;
  BvTabs *tabs;
  BvNomineeDetails *details;
  BvTable *table;      /* what is shown; NULL: nothing yet */
  BvNomineeList *list; /* whose texts are still being read; NULL: all are there */
  guint source;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *self_column;
  GtkColumnViewColumn *position_column;
  GtkColumnViewColumn *scored_column;
  GtkColumnViewColumn *same_column;
  BvSameFindings *same;
};

static BvPageInterface *parent_page;

static void bv_nominees_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvNomineesPage,
                               bv_nominees_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_nominees_page_be_page))

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

/* Whether anything of those that are shown stands twice. */
static gboolean
has_same (BvNomineesPage *self)
{
  gint64 chosen = bv_tabs_get_chosen (self->tabs);
  guint n_rows = self->table != NULL ? bv_table_get_n_rows (self->table) : 0;

  for (guint i = 0; i < n_rows; i++)
    if ((chosen == 0 || bv_table_get_group (self->table, i) == chosen)
        && bv_table_get_number (self->table, i, BV_NOMINEES_SAME) != BV_NONE)
      return TRUE;
  return FALSE;
}

/* Columns that would say nothing are left out; in a narrow window also those that the details repeat. Of all
 * groups together only the persons have a position. */
static void
show_columns (BvNomineesPage *self)
{
  gboolean compact = bv_table_page_is_compact (BV_TABLE_PAGE (self));
  gint64 chosen = bv_tabs_get_chosen (self->tabs);
  const BvGroup *group = bv_session_find_group (bv_page_get_session (BV_PAGE (self)), chosen);
  gboolean of_persons = group != NULL && group->kind == BV_GROUP_INDIVIDUAL;
  gboolean twice = has_same (self);

  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->unit_column,
                              (of_persons || !compact) && has_text (self, BV_NOMINEES_UNIT));
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->position_column,
                              of_persons && !compact && has_text (self, BV_NOMINEES_POSITION));
  /* Beside the position of persons there is not room for both; what is scored the details tell too. */
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->self_column, !(of_persons && compact));
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->same_column, twice);
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->scored_column, !of_persons || !twice);
}

static void
show_chosen_group (BvNomineesPage *self)
{
  show_columns (self);
  bv_table_page_set_group (BV_TABLE_PAGE (self), bv_tabs_get_chosen (self->tabs));
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

/* Returns: the rows that look different now */
static GArray *
write_scores (BvSession *session, BvTable *table)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    {
      guint entrant = bv_session_find_entrant (session, bv_table_get_id (table, i));

      if (entrant != BV_CONTEST_NO_ENTRANT && bv_nominee_scores_write (table, i, proposal->scores, entrant))
        g_array_append_val (changed, i);
    }
  return changed;
}

/* Returns: the rows that look different now */
static GArray *
write_same (BvNomineesPage *self)
{
  GArray *changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bv_table_get_n_rows (self->table); i++)
    {
      guint n = bv_same_findings_count_open (self->same, bv_table_get_id (self->table, i));
      gint64 number = n > 0 ? (gint64) n : BV_NONE;

      if (bv_table_get_number (self->table, i, BV_NOMINEES_SAME) == number)
        continue;
      bv_table_set_number (self->table, i, BV_NOMINEES_SAME, number);
      g_array_append_val (changed, i);
    }
  return changed;
}

static void
show_same (gpointer data)
{
  BvNomineesPage *self = data;
  g_autoptr (GArray) changed = NULL;

  if (self->table == NULL)
    return;
  changed = write_same (self);
  show_columns (self);
  bv_table_page_show_changed_rows (BV_TABLE_PAGE (self), changed);
  bv_nominee_details_show_same (self->details, self->same);
}

/* @scores: of some of the nominees of the table */
static void
show_scores (BvNomineesPage *self, const BvScores *scores)
{
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < scores->contest->entrants->len; i++)
    {
      guint row = bv_table_find (self->table, bv_contest_entrant (scores->contest, i)->id);

      if (row < bv_table_get_n_rows (self->table) && bv_nominee_scores_write (self->table, row, scores, i))
        g_array_append_val (changed, row);
    }
  bv_table_page_show_changed_rows (BV_TABLE_PAGE (self), changed);
}

/* The rows that are seen have their totals from the first: all others wait for the ranking. What goes wrong
 * here goes wrong there too, and is said there. */
static void
show_first_scores (BvNomineesPage *self, BvSession *session)
{
  g_autoptr (GArray) nominees = bv_table_rows_list_first (bv_table_page_get_rows (BV_TABLE_PAGE (self)));
  g_autoptr (BvContest) contest
    = bv_campaigns_read_entrants (bv_session_get_library (session), bv_session_get_campaign (session),
                                  bv_session_get_date (session), nominees, NULL);
  g_autoptr (BvScores) scores = NULL;

  if (contest == NULL || bv_scores_need_all (contest))
    return;
  scores = bv_scores_compute (contest);
  show_scores (self, scores);
}

static void
stop_reading (BvNomineesPage *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->list, bv_nominee_list_free);
}

static gboolean
read_on (gpointer data)
{
  BvNomineesPage *self = data;
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  if (!bv_nominee_list_read_texts (self->list, bv_session_get_library (session), TEXTS_A_TURN, rows, &error))
    bv_session_report (session, error);
  bv_table_page_show_changed_rows (BV_TABLE_PAGE (self), rows);
  if (error == NULL && !bv_nominee_list_is_whole (self->list))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  stop_reading (self);
  show_columns (self);
  bv_table_page_show_new_texts (BV_TABLE_PAGE (self));
  return G_SOURCE_REMOVE;
}

/* The rows that are seen have their texts from the first; the others get theirs between frames. */
static gboolean
show_first_texts (BvNomineesPage *self, BvNomineeList *list, GError **error)
{
  BvLibrary *library = bv_session_get_library (bv_page_get_session (BV_PAGE (self)));
  g_autoptr (GArray) first = bv_table_rows_list_first (bv_table_page_get_rows (BV_TABLE_PAGE (self)));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < first->len; i++)
    {
      guint row = bv_table_find (self->table, g_array_index (first, gint64, i));

      if (!bv_nominee_list_read_text (list, library, row, error))
        return FALSE;
      g_array_append_val (rows, row);
    }
  show_columns (self);
  bv_table_page_show_changed_rows (BV_TABLE_PAGE (self), rows);
  return TRUE;
}

/* What was seen before, and what stands in the order of its texts, is there at once. */
static gboolean
reads_at_once (BvNomineesPage *self, BvNomineeList *list)
{
  return self->table != NULL || bv_table_rows_is_sorted (bv_table_page_get_rows (BV_TABLE_PAGE (self)))
         || bv_table_get_n_rows (bv_nominee_list_get_table (list)) <= TEXTS_AT_ONCE;
}

static void
show_table (BvNomineesPage *self, BvTable *table)
{
  g_array_unref (write_scores (bv_page_get_session (BV_PAGE (self)), table));
  g_clear_pointer (&self->table, bv_table_unref);
  self->table = bv_table_ref (table);
  g_array_unref (write_same (self));
  show_tabs (self, table);
  show_chosen_group (self);
  bv_table_page_set_table (BV_TABLE_PAGE (self), table);
}

static gboolean
read_table (BvNomineesPage *self, GError **error)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (BvNomineeList) list = bv_nominee_list_read (library, bv_session_get_campaign (session), error);

  if (list == NULL
      || (reads_at_once (self, list) && !bv_nominee_list_read_texts (list, library, G_MAXUINT, NULL, error)))
    return FALSE;
  stop_reading (self);
  show_table (self, bv_nominee_list_get_table (list));
  if (!bv_nominee_list_is_whole (list))
    {
      if (!show_first_texts (self, list, error))
        return FALSE;
      self->list = g_steal_pointer (&list);
      /* Not in the turn in which the details are shown. */
      self->source = g_idle_add_full (G_PRIORITY_LOW, read_on, self, NULL);
    }
  if (bv_session_get_proposal (session) == NULL)
    show_first_scores (self, session);
  return TRUE;
}

/* Its group, and where it belongs. */
static char *
write_place (BvSession *session, BvTable *table, guint row)
{
  const BvGroup *group = bv_session_find_group (session, bv_table_get_group (table, row));
  const char *unit = bv_table_get_text (table, row, BV_NOMINEES_UNIT);

  if (group == NULL || *unit == '\0')
    return g_strdup (group != NULL ? group->name : unit);
  return g_strdup_printf ("%s · %s", group->name, unit);
}

static void
bv_nominees_page_selected (BvTablePage *page, BvRow *row)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  BvNomineeList *list = BV_NOMINEES_PAGE (page)->list;
  BvTable *table = row != NULL ? bv_row_get_table (row) : NULL;
  guint index = row != NULL ? bv_row_get_index (row) : 0;
  g_autofree char *place = row != NULL ? write_place (session, table, index) : NULL;

  /* What goes wrong here goes wrong for the other texts too, and is said there. */
  if (row != NULL && list != NULL
      && bv_nominee_list_read_text (list, bv_session_get_library (session), index, NULL))
    bv_row_notify_changed (row);
  if (row == NULL)
    bv_nominee_details_show (BV_NOMINEES_PAGE (page)->details, session, 0, "", "");
  else
    bv_nominee_details_show (BV_NOMINEES_PAGE (page)->details, session, bv_row_get_id (row),
                             bv_table_get_text (table, index, BV_NOMINEES_NAME), place);
  bv_nominee_details_show_same (BV_NOMINEES_PAGE (page)->details, BV_NOMINEES_PAGE (page)->same);
}

/* Whether the rows of the table are others, or only what the details show. */
static gboolean
touches_rows (const BvChanges *changes)
{
  static const char *const tables[] = { "campaign", "group", "nominee", "person", "unit" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (changes == NULL || bv_changes_touch (changes, tables[i]))
      return TRUE;
  return FALSE;
}

static void
bv_nominees_page_refresh (BvPage *page, const BvChanges *changes)
{
  g_autoptr (GError) error = NULL;

  if (!touches_rows (changes) || read_table (BV_NOMINEES_PAGE (page), &error))
    bv_table_page_show_details (BV_TABLE_PAGE (page));
  else
    bv_session_report (bv_page_get_session (page), error);
  bv_same_findings_take_changes (BV_NOMINEES_PAGE (page)->same, bv_page_get_session (page), changes);
}

/* The rows that are there stay: only what the scoring knows is others. */
static void
bv_nominees_page_ranked (BvPage *page)
{
  BvNomineesPage *self = BV_NOMINEES_PAGE (page);
  g_autoptr (GArray) changed = NULL;

  if (self->table != NULL)
    {
      changed = write_scores (bv_page_get_session (page), self->table);
      bv_table_page_show_changed_rows (BV_TABLE_PAGE (page), changed);
    }
  bv_nominee_details_show_scores (self->details);
  bv_same_findings_look (self->same, bv_page_get_session (page));
}

/* What is printed of the selected nominee; else the verification of the group that is shown. */
static BvPaperChoice *
bv_nominees_page_offer_papers (BvPage *page, GListStore *special)
{
  BvSession *session = bv_page_get_session (page);
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));
  const BvGroup *group = bv_session_find_group (session, bv_tabs_get_chosen (BV_NOMINEES_PAGE (page)->tabs));

  if (row != NULL)
    bv_paper_choice_append_nominee (special, session, bv_row_get_id (row));
  if (g_list_model_get_n_items (G_LIST_MODEL (special)) > 0)
    return g_list_model_get_item (G_LIST_MODEL (special), 0);
  return bv_paper_choice_new (BV_PAPER_VERIFICATION, "",
                              &(BvPaperScope){ .group = group != NULL ? group->key : NULL });
}

/* Who was put forward is shown: in the tab of the group, whatever was searched. */
static void
added_cb (BvNomineesPage *self, gint64 group, gint64 nominee)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
  bv_tabs_choose (self->tabs, group);
  bv_table_page_want (BV_TABLE_PAGE (self), nominee);
}

/* What had the focus before, as the offer of an empty page, may be gone. */
static void
closed_cb (BvPage *page)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    bv_page_focus_part (page, BV_PAGE_MAIN);
}

static void
add_nominee (BvPage *page)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (page), "win.page", "s", bv_page_get_info (page)->key);
  /* Another page asks before it is left. */
  if (!gtk_widget_get_child_visible (GTK_WIDGET (page)))
    return;
  dialog = bv_nominee_dialog_new (window, bv_page_get_session (page),
                                  bv_tabs_get_chosen (BV_NOMINEES_PAGE (page)->tabs));
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (closed_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Those of the clipboard, into the group whose tab is chosen. */
static void
paste_nominees (BvPage *page)
{
  BvSession *session = bv_page_get_session (page);
  const BvGroup *group = bv_session_find_group (session, bv_tabs_get_chosen (BV_NOMINEES_PAGE (page)->tabs));
  const BvPaste paste = { .kind = BV_PASTE_NOMINEES, .group = group != NULL ? group->key : NULL };

  bv_paste_job_start (GTK_WIDGET (page), session, &paste);
}

static void
remove_nominee (BvPage *page)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));

  if (row != NULL)
    bv_nominee_removal_start (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bv_page_get_session (page), bv_row_get_id (row),
      bv_table_get_text (bv_row_get_table (row), bv_row_get_index (row), BV_NOMINEES_NAME));
}

static char *
bv_nominees_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s nominee", "%s nominees", n_rows), number);
}

static gboolean
bv_nominees_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  *reason = (BvNoRowsReason){
    _ ("No nominees yet"),
    _ (
      "First put the units of each group forward: choose the group, search the units, and add all of them at "
      "once. Then add the persons. A list in Excel or Word is copied there and pasted here with Ctrl+V."),
    _ ("_Add nominees…"),
    "win.add-nominee",
  };
  return BV_NOMINEES_PAGE (page)->table != NULL;
}

static char *
bv_nominees_page_name_scope (BvTablePage *page, char **offer)
{
  BvNomineesPage *self = BV_NOMINEES_PAGE (page);
  const BvGroup *group
    = bv_session_find_group (bv_page_get_session (BV_PAGE (page)), bv_tabs_get_chosen (self->tabs));

  if (group == NULL || !bv_table_rows_finds_in (bv_table_page_get_rows (page), self->table))
    return NULL;
  *offer = g_strdup (_ ("Search in _all groups"));
  return bv_group_name_shorten (group->name);
}

static void
bv_nominees_page_widen (BvTablePage *page)
{
  bv_tabs_choose (BV_NOMINEES_PAGE (page)->tabs, 0);
}

/* A collective has its name from its unit. */
static gboolean
bv_nominees_page_edit (BvTablePage *page, BvRow *row, guint column, BvCellDraft *draft)
{
  const BvGroup *group
    = bv_session_find_group (bv_page_get_session (BV_PAGE (page)),
                             bv_table_get_group (bv_row_get_table (row), bv_row_get_index (row)));

  if (group == NULL || group->kind != BV_GROUP_INDIVIDUAL
      || (column != BV_NOMINEES_NAME && column != BV_NOMINEES_POSITION))
    return FALSE;
  draft->path = (BvDraftPath){ bv_entity_find_field (&bv_nominee_entity, "person"), 0 };
  draft->field = bv_entity_find_field (&bv_person_entity, column == BV_NOMINEES_NAME ? "name" : "position");
  draft->draft
    = bv_record_draft_read (bv_page_get_session (BV_PAGE (page)), &bv_nominee_entity, bv_row_get_id (row));
  return draft->draft != NULL;
}

static gboolean
bv_nominees_page_is_busy (BvPage *page)
{
  BvNomineeDetails *details = BV_NOMINEES_PAGE (page)->details;

  return parent_page->is_busy (page) || BV_NOMINEES_PAGE (page)->source != 0
         || bv_same_findings_is_busy (BV_NOMINEES_PAGE (page)->same)
         || (details != NULL && bv_nominee_details_is_busy (details));
}

/* In the tab of all, unless the one that is chosen has it. */
static void
bv_nominees_page_open (BvPage *page, gint64 record)
{
  if (bv_table_page_select (BV_TABLE_PAGE (page), record))
    return;
  bv_tabs_choose (BV_NOMINEES_PAGE (page)->tabs, 0);
  parent_page->open (page, record);
}

/* Of the details the first score comes first: what stands twice is above it. */
static gboolean
bv_nominees_page_focus_part (BvPage *page, BvPagePart part)
{
  BvCriteriaList *criteria = bv_nominee_details_get_criteria (BV_NOMINEES_PAGE (page)->details);

  if (part != BV_PAGE_DETAILS)
    return parent_page->focus_part (page, part);
  bv_criteria_list_fill (criteria);
  return gtk_widget_child_focus (GTK_WIDGET (criteria), GTK_DIR_TAB_FORWARD)
         || parent_page->focus_part (page, part);
}

static void
show_history (BvPage *page)
{
  bv_nominee_details_show_history (BV_NOMINEES_PAGE (page)->details);
}

static BvTabs *
bv_nominees_page_get_tabs (BvPage *page)
{
  return BV_NOMINEES_PAGE (page)->tabs;
}

static void
bv_nominees_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "achievement_report",
                                        "assessment",
                                        "award",
                                        "campaign",
                                        "criterion",
                                        "decision",
                                        "distinct",
                                        "evidence_link",
                                        "distinct_nominee",
                                        "evidence",
                                        "group",
                                        "hold",
                                        "initiative",
                                        "nominee",
                                        "person",
                                        "quota",
                                        "quota_decision",
                                        "report",
                                        "quota_group",
                                        "result",
                                        "unit",
                                        "vote",
                                        NULL };
  static const BvPageAction actions[]
    = { { "add-nominee", N_ ("Add a nominee"), "<Control>n", add_nominee },
        BV_TABLE_PAGE_ROWS,
        BV_TABLE_PAGE_EDIT,
        { "remove-nominee", N_ ("Remove the selected nominee"), "Delete", remove_nominee, .of_row = TRUE },
        { "paste-nominees", N_ ("Put forward the nominees of a block from Excel or Word"), NULL,
          paste_nominees, .of_page = TRUE },
        { "nominee-history", N_ ("History of the score"), "<Control>h", show_history, TRUE, .of_key = TRUE },
        BV_TABLE_PAGE_COLUMNS };
  static const BvPageInfo info = {
    .key = "nominees",
    .title = N_ ("Nominees"),
    .icon_name = "bv-nominees-symbolic",
    .guide = "03-de-cu.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->is_busy = bv_nominees_page_is_busy;
  iface->focus_part = bv_nominees_page_focus_part;
  iface->open = bv_nominees_page_open;
  iface->get_tabs = bv_nominees_page_get_tabs;
  iface->refresh = bv_nominees_page_refresh;
  iface->ranked = bv_nominees_page_ranked;
  iface->offer_papers = bv_nominees_page_offer_papers;
}

static void
bv_nominees_page_dispose (GObject *object)
{
  stop_reading (BV_NOMINEES_PAGE (object));
  bv_same_findings_stop (BV_NOMINEES_PAGE (object)->same);
  G_OBJECT_CLASS (bv_nominees_page_parent_class)->dispose (object);
}

static void
bv_nominees_page_finalize (GObject *object)
{
  g_clear_pointer (&BV_NOMINEES_PAGE (object)->table, bv_table_unref);
  g_clear_pointer (&BV_NOMINEES_PAGE (object)->same, bv_same_findings_free);
  G_OBJECT_CLASS (bv_nominees_page_parent_class)->finalize (object);
}

static void
bv_nominees_page_class_init (BvNomineesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nominees_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_nominees_page_finalize;
  page_class->selected = bv_nominees_page_selected;
  page_class->count = bv_nominees_page_count;
  page_class->edit = bv_nominees_page_edit;
  page_class->explain = bv_nominees_page_explain;
  page_class->name_scope = bv_nominees_page_name_scope;
  page_class->widen = bv_nominees_page_widen;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_TABS);
  g_type_ensure (BV_TYPE_NOMINEE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominees/nominees-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, self_column);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, position_column);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, scored_column);
  gtk_widget_class_bind_template_child (widget_class, BvNomineesPage, same_column);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
bv_nominees_page_init (BvNomineesPage *self)
{
  self->same = bv_same_findings_new (show_same, self);
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
 * bv_nominees_page_choose_group:
 * @page: the page
 * @group: a group's row; 0: all
 */
void
bv_nominees_page_choose_group (BvNomineesPage *page, gint64 group)
{
  bv_tabs_choose (page->tabs, group);
}
