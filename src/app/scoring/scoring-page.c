/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/scoring-page.h"

#include "app/menu/cell-menu.h"
#include "app/menu/more-button.h"
#include "app/page/unsaved.h"
#include "app/paste/paste-job.h"
#include "app/scoring/score-clipboard.h"
#include "app/scoring/score-words.h"
#include "app/scoring/scoring-page-private.h"
#include "core/group-name.h"
#include "core/text/search-words.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvScoringPage:
 *
 * The sheet of scores, a group at a time: typed and verified as in a spreadsheet.
 */

static void bv_scoring_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvScoringPage,
                               bv_scoring_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_scoring_page_be_page))

static BvSession *
get_session (BvScoringPage *self)
{
  return bv_page_get_session (BV_PAGE (self));
}

static guint
count_entrants (const BvProposal *proposal, const BvGroup *group)
{
  guint place = proposal != NULL ? bv_contest_find_group (proposal->contest, group->key) : G_MAXUINT;
  guint n = 0;

  for (guint i = 0; proposal != NULL && i < proposal->contest->entrants->len; i++)
    n += bv_contest_entrant (proposal->contest, i)->group == place;
  return n;
}

static void
show_tabs (BvScoringPage *self)
{
  const BvCampaign *head = bv_session_get_head (get_session (self));
  g_autoptr (GArray) tabs = g_array_new (FALSE, FALSE, sizeof (BvTab));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; head != NULL && i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);
      char *name = bv_group_name_shorten (group->name);
      BvTab tab = { group->record.id, name,
                    (int) count_entrants (bv_session_get_proposal (get_session (self)), group) };

      g_ptr_array_add (names, name);
      g_array_append_val (tabs, tab);
    }
  bv_tabs_set (self->tabs, (const BvTab *) tabs->data, tabs->len);
}

static void
explain (BvScoringPage *self)
{
  const BvNoRowsReason no_criteria
    = { _ ("This group has no criteria yet."), NULL, _ ("Go to _Rules"), "win.page::rules" };
  const BvNoRowsReason no_nominees
    = { _ ("Nobody was nominated in this group yet."), NULL, _ ("Go to _Nominees"), "win.page::nominees" };

  if (bv_score_model_count_columns (self->model) > 0 && bv_scoring_page_explain_filter (self))
    return;
  bv_no_rows_explain (self->no_rows,
                      bv_score_model_count_columns (self->model) == 0 ? &no_criteria : &no_nominees);
}

/* What was refused comes first, then what was just tried. */
static char *
write_cell (BvScoringPage *self)
{
  BvScoreSpot spot = bv_score_sheet_get_cursor (self->sheet);
  const char *message = bv_unsaved_get_message (BV_UNSAVED (self->sheet));
  g_auto (GStrv) lines = message != NULL ? g_strsplit (message, "\n", 2) : NULL;

  if (message != NULL)
    /* Translators: %s says what is wrong. */
    return g_strdup_printf (_ ("Not written: %s"), lines[0]);
  return self->hint != NULL ? g_strdup (self->hint)
                            : bv_score_words_cell (self->model, spot.row, spot.column);
}

/* A screen reader hears it. */
static void
describe_cell (BvScoringPage *self)
{
  g_autofree char *said = write_cell (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said != NULL ? said : _ ("Sheet of scores"), -1);
  bv_scoring_page_show_details (self);
  bv_page_notify_counted (BV_PAGE (self));
}

/* Until it is ranked nobody knows whether there are rows. */
static void
show_sheet (BvScoringPage *self)
{
  gboolean has_cells
    = bv_score_model_count_rows (self->model) > 0 && bv_score_model_count_columns (self->model) > 0;
  gboolean is_known = bv_session_get_proposal (get_session (self)) != NULL;

  self->n_waiting = bv_score_model_count_waiting (bv_session_get_proposal (get_session (self)), 0);
  self->n_here = bv_score_model_count_waiting (bv_session_get_proposal (get_session (self)),
                                               bv_tabs_get_chosen (self->tabs));
  /* A stack shows no child that is hidden, as a note is until it says something. */
  if (!has_cells && is_known)
    explain (self);
  gtk_stack_set_visible_child_name (self->stack, has_cells || !is_known ? "sheet" : "nothing");
  bv_score_sheet_reload (self->sheet);
  describe_cell (self);
  bv_page_notify_selected (BV_PAGE (self));
}

/* Its rows are others where somebody came or went. */
static void
take_model (BvScoringPage *self, gboolean is_newest)
{
  BvScoreSpot spot = bv_score_sheet_get_cursor (self->sheet);
  gboolean was = spot.row < bv_score_model_count_rows (self->model)
                 && spot.column < bv_score_model_count_columns (self->model);
  gint64 nominee = was ? bv_score_model_get_entrant (self->model, spot.row)->id : 0;
  g_autofree char *leaf = was ? g_strdup (bv_score_model_get_leaf (self->model, spot.column)->code) : NULL;
  gboolean is;

  self->group = bv_tabs_get_chosen (self->tabs);
  bv_score_model_take (self->model, bv_session_get_proposal (get_session (self)), self->group, is_newest);
  is = was && bv_score_model_find_row (self->model, nominee, &spot.row)
       && bv_score_model_find_column (self->model, leaf, &spot.column);
  show_sheet (self);
  bv_score_sheet_follow (self->sheet, is ? &spot : NULL);
}

/* Proposals are given back behind the signal, seen or not: the model must not have one of before. */
static void
take (BvScoringPage *self)
{
  show_tabs (self);
  take_model (self, !bv_session_is_busy (get_session (self)));
}

/* Room-private: what is typed is written first; where that is refused the rows stay. */
void
bv_scoring_page_set_filter (BvScoringPage *page, BvScoreFilter filter)
{
  if (!bv_score_sheet_commit (page->sheet))
    return;
  page->filter = filter;
  bv_score_model_set_filter (page->model, filter);
  bv_scoring_page_take_filter (page);
  take_model (page, FALSE);
  bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN);
}

static void
chosen_cb (BvScoringPage *self)
{
  if (bv_tabs_get_chosen (self->tabs) == self->group)
    return;
  /* What was refused stays, and so does its group. */
  if (!bv_score_sheet_commit (self->sheet))
    {
      bv_tabs_choose (self->tabs, self->group);
      return;
    }
  g_clear_pointer (&self->hint, g_free);
  take_model (self, FALSE);
  if (gtk_stack_get_visible_child_name (self->stack) != NULL && bv_score_model_count_rows (self->model) > 0)
    bv_score_sheet_go (self->sheet, 0, 0);
}

static void
viewed_cb (BvScoringPage *self)
{
  gboolean is_self = gtk_toggle_button_get_active (self->self_button);
  BvScoreEditColumn column = is_self ? BV_SCORE_EDIT_SELF : BV_SCORE_EDIT_VERIFIED;

  if (column != bv_score_sheet_get_column (self->sheet) && !bv_score_sheet_set_column (self->sheet, column))
    gtk_toggle_button_set_active (is_self ? self->verified_button : self->self_button, TRUE);
}

static void
moved_cb (BvScoringPage *self)
{
  g_clear_pointer (&self->hint, g_free);
  self->was_warned = FALSE;
  describe_cell (self);
}

static void
open_nominee (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvScoreSpot spot = bv_score_sheet_get_cursor (self->sheet);

  if (spot.row < bv_score_model_count_rows (self->model))
    gtk_widget_activate_action (GTK_WIDGET (page), "win.open", "(sx)", "nominees",
                                bv_score_model_get_entrant (self->model, spot.row)->id);
}

/* Which cells have no number that is typed over are opened beside their cell. */
static gboolean
begin_cb (BvScoringPage *self, guint row, guint column, gboolean by_typing)
{
  BvScoreCell cell;

  if (!bv_score_model_get_cell (self->model, row, column, &cell))
    return FALSE;
  if (!by_typing && (!cell.is_typed || cell.state == BV_CELL_NOT_ASSIGNED || cell.state == BV_CELL_AWAITING))
    bv_scoring_page_open_answer (self, row, column);
  else if (cell.state == BV_CELL_NOT_ASSIGNED)
    bv_scoring_page_say (self, g_strdup (_ ("This criterion is not assigned to the nominee: F2 opens it")));
  else if (cell.is_typed && cell.state == BV_CELL_AWAITING
           && bv_score_sheet_get_column (self->sheet) == BV_SCORE_EDIT_VERIFIED)
    bv_scoring_page_say (self, g_strdup (_ ("Its result awaits publication: F2 opens it")));
  else
    return bv_scoring_page_open (self) != NULL;
  return FALSE;
}

static char *
typed_cb (BvScoringPage *self, guint row, guint column, const char *text)
{
  return bv_scoring_page_write (self, row, column, text);
}

static char *
explain_cb (BvScoringPage *self, guint row, guint column, const char *text)
{
  return bv_scoring_page_explain (self, row, column, text);
}

/* Room-private: says what came of what was tried, until another cell is selected. */
void
bv_scoring_page_say (BvScoringPage *page, char *hint)
{
  g_free (page->hint);
  page->hint = hint;
  describe_cell (page);
}

/* Room-private: NULL where nothing can be written now, which is said. */
BvLibrary *
bv_scoring_page_open (BvScoringPage *page)
{
  BvSession *session = get_session (page);
  const char *reason = bv_session_explain_read_only (session);

  if (bv_session_is_writable (session))
    return bv_session_get_library (session);
  bv_scoring_page_say (
    page, g_strdup (reason != NULL ? reason : _ ("Other work is writing: try again in a moment")));
  return NULL;
}

/* Room-private: cells are others now. */
void
bv_scoring_page_show_written (BvScoringPage *page)
{
  g_clear_pointer (&page->hint, g_free);
  page->was_warned = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (page->sheet));
  describe_cell (page);
}

static void
copy_scores (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvScoreBlock block = bv_score_sheet_get_block (self->sheet);
  guint n = (block.last.row - block.first.row + 1) * (block.last.column - block.first.column + 1);

  bv_score_clipboard_copy (GTK_WIDGET (self), self->model, &block, bv_score_sheet_get_column (self->sheet));
  bv_scoring_page_say (
    self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell copied", "%u cells copied", n), n));
}

/* What is pasted goes to the rows that are shown. */
static char **
list_keys (BvScoringPage *self, guint from)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = from; i < bv_score_model_count_rows (self->model); i++)
    g_strv_builder_add (keys, bv_score_model_get_entrant (self->model, i)->key);
  return g_strv_builder_end (keys);
}

static void
paste_scores (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvScoreBlock block = bv_score_sheet_get_block (self->sheet);
  const BvGroup *group = bv_session_find_group (get_session (self), bv_tabs_get_chosen (self->tabs));
  g_auto (GStrv) nominees = list_keys (self, block.first.row);
  const BvPaste paste
    = { .kind = BV_PASTE_SCORES,
        .group = group->key,
        .points
        = (char *) (bv_score_sheet_get_column (self->sheet) == BV_SCORE_EDIT_SELF ? "self" : "verified"),
        .nominee = (char *) bv_score_model_get_entrant (self->model, block.first.row)->key,
        .nominees = nominees,
        .criterion = bv_score_model_get_leaf (self->model, block.first.column)->code };

  if (bv_scoring_page_open (self) != NULL)
    bv_paste_job_start (GTK_WIDGET (self->sheet), get_session (self), &paste);
}

static void
session_ranked_cb (BvScoringPage *self)
{
  if (self->sheet != NULL)
    take (self);
}

static gboolean
select_at (gpointer sheet, double x, double y)
{
  return bv_score_sheet_select_at (sheet, x, y);
}

static gboolean
locate (gpointer sheet, GdkRectangle *at)
{
  *at = bv_score_sheet_get_place (sheet);
  return at->width > 0;
}

static void
bv_scoring_page_build (BvPage *page)
{
  static const BvCellMenuFuncs cells = { select_at, locate };
  BvScoringPage *self = BV_SCORING_PAGE (page);

  if (self->sheet != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_score_sheet_set_model (self->sheet, self->model);
  bv_cell_menu_listen (GTK_WIDGET (self->sheet), BV_PAGE (self), &cells);
  bv_scoring_page_build_details (self);
  bv_scoring_page_take_filter (self);
  g_signal_connect_object (get_session (self), "ranked", G_CALLBACK (session_ranked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bv_scoring_page_refresh (BvPage *page, const BvChanges *changes)
{
  if (BV_SCORING_PAGE (page)->sheet != NULL)
    take (BV_SCORING_PAGE (page));
}

/* The first row from the cursor on whose name has the words: by @step, where another than this is meant. */
static void
find_name (BvScoringPage *self, int step)
{
  guint from = bv_score_sheet_get_cursor (self->sheet).row;
  g_autoptr (BvSearchWords) words = bv_search_words_new (self->search);
  guint n = bv_score_model_count_rows (self->model);

  for (guint i = 0; i < n; i++)
    {
      guint row = (from + (step == 0 ? i : step > 0 ? i + 1 : n - i - 1)) % n;
      g_autofree char *folded = bv_vietnamese_fold (bv_score_model_get_entrant (self->model, row)->name);

      if (bv_search_words_find (words, folded) == BV_SEARCH_NOWHERE)
        continue;
      bv_score_sheet_go (self->sheet, row, bv_score_sheet_get_cursor (self->sheet).column);
      return;
    }
  /* Translators: %s is what was searched. */
  bv_scoring_page_say (self, g_strdup_printf (_ ("No row matches “%s”."), self->search));
}

/* No row is hidden: one goes to the first that is meant. */
static void
bv_scoring_page_set_search (BvPage *page, const char *text)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  if (self->sheet == NULL || g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  if (*text != '\0' && bv_score_model_count_columns (self->model) > 0)
    find_name (self, 0);
}

static void
bv_scoring_page_step (BvPage *page, int rows)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  if (self->search != NULL && *self->search != '\0' && bv_score_model_count_columns (self->model) > 0)
    find_name (self, rows);
}

static gboolean
bv_scoring_page_has_row (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  return self->sheet != NULL && bv_score_model_count_rows (self->model) > 0
         && bv_score_model_count_columns (self->model) > 0;
}

static void
bv_scoring_page_open_record (BvPage *page, gint64 record)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  guint entrant = bv_session_find_entrant (get_session (self), record);
  const BvContest *contest;
  guint row;

  if (entrant == BV_CONTEST_NO_ENTRANT)
    return;
  /* Nothing was shown yet: it is about to be. */
  if (self->group == 0)
    take (self);
  contest = bv_session_get_proposal (get_session (self))->contest;
  bv_tabs_choose (self->tabs,
                  bv_contest_group (contest, bv_contest_entrant (contest, entrant)->group)->group->record.id);
  /* Who is led to somebody sees him. */
  if (!bv_score_model_find_row (self->model, record, &row) && self->filter != BV_SCORE_FILTER_NONE)
    bv_scoring_page_set_filter (self, BV_SCORE_FILTER_NONE);
  if (bv_score_model_find_row (self->model, record, &row))
    bv_score_sheet_go (self->sheet, row, bv_score_sheet_get_cursor (self->sheet).column);
}

static void
bv_scoring_page_open_part (BvPage *page, gint64 record, const char *code)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  guint row;
  guint column;

  if (bv_score_model_find_row (self->model, record, &row)
      && bv_score_model_find_column (self->model, code, &column))
    bv_score_sheet_go (self->sheet, row, column);
}

/* Nothing on the page wanted the key. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return gtk_widget_activate_action (widget, "win.back", NULL);
}

static GtkWidget *
bv_scoring_page_get_part (BvPage *page, BvPagePart part)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  return part == BV_PAGE_MAIN ? GTK_WIDGET (self->stack) : GTK_WIDGET (self->pane);
}

static gboolean
bv_scoring_page_focus_part (BvPage *page, BvPagePart part)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  if (part != BV_PAGE_MAIN)
    return gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->sheet)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static BvTabs *
bv_scoring_page_get_tabs (BvPage *page)
{
  return BV_SCORING_PAGE (page)->tabs;
}

static BvBanner *
bv_scoring_page_get_banner (BvPage *page)
{
  return BV_SCORING_PAGE (page)->banner;
}

static guint
bv_scoring_page_count (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  BvSession *session = bv_page_get_session (page);

  if (self->sheet != NULL || session == NULL)
    return self->n_waiting;
  return bv_score_model_count_waiting (bv_session_get_proposal (session), 0);
}

/* `28 nominees · 32 cells wait · Sở Y tế, 2 …` */
static char *
bv_scoring_page_describe (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  guint n_rows = bv_score_model_count_rows (self->model);
  g_autofree char *rows = bv_wording_number (n_rows);
  g_autofree char *waiting = bv_wording_number (self->n_here);
  g_autofree char *cell = NULL;

  if (self->sheet == NULL || n_rows == 0)
    return NULL;
  cell = write_cell (self);
  /* Translators: how many nominees, how many cells, and what is said of one of these. */
  return g_strdup_printf (_ ("%s nominees · %s waiting · %s"), rows, waiting, cell != NULL ? cell : "");
}

static void
bv_scoring_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "campaign", "criterion", "group", NULL };
  static const BvPageAction actions[] = {
    { "accept-scores", N_ ("Accept the score and go to the next that waits"), "<Control>Return",
      bv_scoring_page_accept, .of_row = TRUE, .of_page = TRUE },
    { "return-scores", N_ ("Return the score with a reason…"), "<Control>BackSpace", bv_scoring_page_return,
      .of_row = TRUE, .of_page = TRUE },
    { "clear-scores", N_ ("Clear the selected scores"), "Delete", bv_scoring_page_clear, .of_row = TRUE,
      .of_page = TRUE },
    { "copy-scores", N_ ("Copy the selected scores"), "<Control>c", copy_scores, TRUE, TRUE,
      .of_page = TRUE },
    { "paste-scores", N_ ("Paste scores"), "<Control>v", paste_scores, .of_row = TRUE, .of_page = TRUE },
    { "fill-scores-down", N_ ("Fill down with the scores above"), "<Control>d", bv_scoring_page_fill_down,
      .of_row = TRUE, .of_page = TRUE },
    { "fill-scores-right", N_ ("Fill right with the scores at the left"), "<Control>r",
      bv_scoring_page_fill_right, .of_row = TRUE, .of_page = TRUE },
    { "filter-scores", N_ ("Filter the nominees"), "<Control>l", bv_scoring_page_open_filter, TRUE,
      .of_page = TRUE },
    { "next-waiting", N_ ("Next cell that waits"), "<Control>j", bv_scoring_page_go_to_next, TRUE,
      .of_page = TRUE },
    { "previous-waiting", N_ ("Previous cell that waits"), "<Control><Shift>j",
      bv_scoring_page_go_to_previous, TRUE, .of_page = TRUE },
    { "score-history", N_ ("History of the score"), "<Control>h", bv_scoring_page_show_history, TRUE,
      .of_page = TRUE },
    { "go-to-document", N_ ("To the documents of the score, and back"), "<Control>m",
      bv_scoring_page_go_to_document, TRUE, .of_page = TRUE },
    { "open-scored", N_ ("Open the nominee"), NULL, open_nominee, TRUE, TRUE, .of_page = TRUE },
  };
  static const BvPageInfo info = {
    .key = "scoring",
    .title = N_ ("Scoring"),
    .icon_name = "bv-scoring-symbolic",
    .guide = "04-cham-diem.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  iface->info = &info;
  iface->build = bv_scoring_page_build;
  iface->refresh = bv_scoring_page_refresh;
  iface->set_search = bv_scoring_page_set_search;
  iface->step = bv_scoring_page_step;
  iface->has_row = bv_scoring_page_has_row;
  iface->open = bv_scoring_page_open_record;
  iface->open_part = bv_scoring_page_open_part;
  iface->get_part = bv_scoring_page_get_part;
  iface->focus_part = bv_scoring_page_focus_part;
  iface->get_tabs = bv_scoring_page_get_tabs;
  iface->get_banner = bv_scoring_page_get_banner;
  iface->count = bv_scoring_page_count;
  iface->describe = bv_scoring_page_describe;
  bv_scoring_page_be_detailed (iface);
}

static void
bv_scoring_page_dispose (GObject *object)
{
  BvScoringPage *self = BV_SCORING_PAGE (object);
  GtkWidget *child;

  self->pane = NULL;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->answer_popover, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_SCORING_PAGE);
  G_OBJECT_CLASS (bv_scoring_page_parent_class)->dispose (object);
}

static void
bv_scoring_page_finalize (GObject *object)
{
  BvScoringPage *self = BV_SCORING_PAGE (object);

  bv_score_model_free (self->model);
  g_clear_pointer (&self->returning, g_array_unref);
  g_free (self->hint);
  g_free (self->search);
  G_OBJECT_CLASS (bv_scoring_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/scoring/scoring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, self_button);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, verified_button);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, filter_end);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, no_rows);
  gtk_widget_class_bind_template_child (widget_class, BvScoringPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, viewed_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, explain_cb);
}

static void
bv_scoring_page_class_init (BvScoringPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_scoring_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_scoring_page_finalize;
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_NO_ROWS);
  g_type_ensure (BV_TYPE_SCORE_PANE);
  g_type_ensure (BV_TYPE_SCORE_SHEET);
  g_type_ensure (BV_TYPE_TABS);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  bv_scoring_page_install_filter (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_scoring_page_init (BvScoringPage *self)
{
  self->model = bv_score_model_new ();
}

/**
 * bv_scoring_page_get_sheet:
 * @page: the page, which was shown
 *
 * Returns: (transfer none): its sheet
 */
BvScoreSheet *
bv_scoring_page_get_sheet (BvScoringPage *page)
{
  return page->sheet;
}

/**
 * bv_scoring_page_get_model:
 * @page: the page
 *
 * Returns: (transfer none): what its sheet shows
 */
const BvScoreModel *
bv_scoring_page_get_model (BvScoringPage *page)
{
  return page->model;
}

/**
 * bv_scoring_page_get_pane:
 * @page: the page, which was shown
 *
 * Returns: (transfer none): what stands beside its sheet
 */
BvScorePane *
bv_scoring_page_get_pane (BvScoringPage *page)
{
  return page->pane;
}

/**
 * bv_scoring_page_get_hint:
 * @page: the page
 *
 * Returns: (transfer none) (nullable): what it says of what was tried; %NULL: nothing
 */
const char *
bv_scoring_page_get_hint (BvScoringPage *page)
{
  return page->hint;
}
