/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/ranking-page.h"

#include "app/columns/column-sorter.h"
#include "app/menu/more-button.h"
#include "app/page/tabs.h"
#include "app/ranking/ranking-choice.h"
#include "app/ranking/ranking-filter-button.h"
#include "app/ranking/ranking-table.h"
#include "app/ranking/strip-plot.h"
#include "app/ranking/trial-bar.h"
#include "app/ranking/trial-popover.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"

#include <glib/gi18n-lib.h>

/* Of 100 points the total is the percentage. */
#define FULL_AS_PERCENT 10000

/**
 * BvRankingPage:
 *
 * The ranking of every pool, with the quota line, and of every group.
 */
struct _BvRankingPage
{
  BvTablePage parent_instance;
  BvTabs *tabs;
  GtkStack *quota;
  GtkMenuButton *quota_button; /* how many places there are; other numbers are tried in it */
  BvBanner *banner;
  BvRowSpan *span;
  BvRankingFilterButton *filter_button;
  BvTrialBar *trial_bar;
  BvTrialPopover *trial_popover;
  GtkWidget *export_button;
  BvStripPlot *plot;
  BvRankingDetails *details;
  char *no_rows;    /* what was said last of that there are none; NULL: nothing yet */
  gint64 elsewhere; /* where what is searched stands, as was offered last; 0: nowhere */
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *group_column;
  GtkColumnViewColumn *percent_column;
  GtkColumnViewColumn *class_column;
  GtkColumnViewColumn *place_column;
  GtkColumnViewColumn *margin_column;
  GtkColumnViewColumn *notes_column;
};

static void bv_ranking_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvRankingPage,
                               bv_ranking_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_ranking_page_be_page))

static const GPtrArray *
get_pools (BvRankingPage *self)
{
  const BvProposal *proposal = bv_session_get_proposal (bv_page_get_session (BV_PAGE (self)));
  const GPtrArray *tried = self->trial_bar != NULL ? bv_trial_bar_get_pools (self->trial_bar) : NULL;

  if (tried != NULL || proposal == NULL)
    return tried;
  return proposal->pools;
}

static const BvRanking *
find_ranking (BvRankingPage *self, gint64 place)
{
  return bv_ranking_choice_find (bv_session_get_proposal (bv_page_get_session (BV_PAGE (self))),
                                 get_pools (self), place);
}

static const BvRanking *
get_chosen (BvRankingPage *self)
{
  return find_ranking (self, bv_tabs_get_chosen (self->tabs));
}

/* How many places there are, and how many are taken. Where there is no quota the room stays: the tabs beside
 * it do not become a drop-down and back when one is chosen. */
static void
show_quota (BvRankingPage *self, const BvRanking *ranking)
{
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (self->quota,
                                    ranking != NULL && ranking->quota != NULL ? "quota" : "none");
  if (ranking == NULL || ranking->quota == NULL)
    return;
  text = g_strdup_printf (_ ("Quota %02u · inside %02u"), ranking->size, ranking->n_inside);
  gtk_menu_button_set_label (self->quota_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quota_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_banner (BvRankingPage *self, const BvRanking *ranking)
{
  g_autofree char *text = ranking != NULL ? bv_ranking_choice_list_remarks (ranking) : NULL;
  gboolean stops = ranking != NULL && (ranking->unresolved_tie || ranking->overfull);

  bv_banner_set (self->banner, BV_BANNER_ALERT, stops ? text : NULL);
  bv_banner_set (self->banner, BV_BANNER_NOTE, stops ? NULL : text);
}

/* Returns: its place among the entries; G_MAXUINT: it is none of them */
static guint
find_entry (const BvRanking *ranking, gint64 nominee)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    if (bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, i)->entrant)->id == nominee)
      return i;
  return G_MAXUINT;
}

/* One of them is explained; with another beside it both are compared. */
static void
show_entries (BvRankingPage *self, const BvRanking *ranking, guint entry, gint64 beside)
{
  guint other = beside != 0 ? find_entry (ranking, beside) : G_MAXUINT;

  bv_ranking_details_show (self->details, bv_page_get_session (BV_PAGE (self)), ranking, entry);
  if (other != G_MAXUINT && other != entry)
    bv_ranking_details_compare (self->details, ranking, entry, other);
}

static void
show_details (BvRankingPage *self)
{
  const BvRanking *ranking = get_chosen (self);
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (self));
  gint64 beside = bv_row_span_get_other (self->span);

  bv_strip_plot_choose (self->plot, row != NULL ? bv_row_get_id (row) : 0, beside);
  if (ranking == NULL || row == NULL || bv_row_get_index (row) >= ranking->entries->len)
    bv_ranking_details_clear (self->details);
  else
    show_entries (self, ranking, bv_row_get_index (row), beside);
}

static gboolean
has_persons (const BvRanking *ranking)
{
  for (guint i = 0; i < ranking->entries->len; i++)
    if (bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, i)->entrant)->position
        != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_other_full (const BvRanking *ranking)
{
  const BvContest *contest = ranking->scores->contest;

  for (guint i = 0; i < contest->groups->len; i++)
    if (bv_contest_group (contest, i)->full != FULL_AS_PERCENT)
      return TRUE;
  return FALSE;
}

/* Columns that would say nothing are left out. */
static void
show_columns (BvRankingPage *self, const BvRanking *ranking, BvTable *table)
{
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->unit_column, has_persons (ranking));
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->group_column,
                              ranking->quota != NULL && ranking->quota->groups->len > 1);
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->percent_column, has_other_full (ranking));
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->class_column, bv_ranking_has_classes (ranking));
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->place_column, ranking->quota != NULL);
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->margin_column, ranking->quota != NULL);
  bv_table_page_offer_column (BV_TABLE_PAGE (self), self->notes_column,
                              bv_table_has_text (table, BV_RANKING_NOTES, 0));
}

static void
show_filter (BvRankingPage *self, const BvRanking *ranking)
{
  bv_ranking_filter_button_set_ranking (self->filter_button, ranking);
  bv_table_page_set_kind (BV_TABLE_PAGE (self),
                          bv_ranking_table_get_kind (bv_ranking_filter_button_get (self->filter_button)));
  bv_strip_plot_set_ranking (self->plot, ranking, bv_ranking_filter_button_get (self->filter_button));
}

static void
show_ranking (BvRankingPage *self)
{
  const BvRanking *ranking = get_chosen (self);
  g_autoptr (BvTable) table = ranking != NULL ? bv_ranking_table_new (ranking) : bv_table_new (NULL, 0);

  show_banner (self, ranking);
  if (ranking != NULL)
    show_columns (self, ranking, table);
  show_quota (self, ranking);
  bv_table_page_set_table (BV_TABLE_PAGE (self), table);
  show_filter (self, ranking);
  show_details (self);
}

static void
filter_chosen_cb (BvRankingPage *self)
{
  show_filter (self, get_chosen (self));
  show_details (self);
}

/* It can be opened only where one of the pools is shown. */
static void
trial_opened_cb (BvRankingPage *self)
{
  const BvRanking *ranking = get_chosen (self);

  bv_trial_popover_show (self->trial_popover, ranking->quota, ranking->scores->contest);
}

static void
try_quota (BvPage *page)
{
  const BvRanking *ranking = get_chosen (BV_RANKING_PAGE (page));

  if (ranking != NULL && ranking->quota != NULL)
    gtk_menu_button_popup (BV_RANKING_PAGE (page)->quota_button);
}

static void
tried_cb (BvRankingPage *self)
{
  bv_trial_bar_try (self->trial_bar, bv_trial_popover_get_quota (self->trial_popover));
}

static void
trial_changed_cb (BvRankingPage *self)
{
  show_ranking (self);
  gtk_widget_set_tooltip_text (self->export_button, bv_page_withhold (BV_PAGE (self)));
  bv_page_notify_selected (BV_PAGE (self));
}

static const char *
bv_ranking_page_withhold (BvPage *page)
{
  BvRankingPage *self = BV_RANKING_PAGE (page);

  if (self->trial_bar == NULL || bv_trial_bar_get_pools (self->trial_bar) == NULL)
    return NULL;
  return _ ("Other quotas are only tried: write or drop them first");
}

static void
paired_cb (BvRankingPage *self)
{
  bv_table_page_show_details (BV_TABLE_PAGE (self));
}

static void
parted_cb (BvRankingPage *self)
{
  bv_row_span_part (self->span);
}

static void
chosen_cb (BvRankingPage *self)
{
  show_ranking (self);
}

/* Who is hidden by a search is chosen when it is over. */
static void
dot_chosen_cb (BvRankingPage *self, gint64 nominee)
{
  bv_table_page_want (BV_TABLE_PAGE (self), nominee);
}

/* What changed in the library is seen when it is ranked. */
static void
bv_ranking_page_ranked (BvPage *page)
{
  bv_trial_bar_set_session (BV_RANKING_PAGE (page)->trial_bar, bv_page_get_session (page));
  bv_ranking_choice_show (BV_RANKING_PAGE (page)->tabs, bv_session_get_proposal (bv_page_get_session (page)));
  show_ranking (BV_RANKING_PAGE (page));
}

/* Until somebody decides it nothing can be sealed. */
static char *
bv_ranking_page_alarm (BvPage *page)
{
  BvSession *session = bv_page_get_session (page);
  const BvProposal *proposal = session != NULL ? bv_session_get_proposal (session) : NULL;

  for (guint i = 0; proposal != NULL && i < proposal->pools->len; i++)
    if (bv_ranking_has_own_tie (g_ptr_array_index (proposal->pools, i)))
      return g_strdup (_ ("A tie at the quota line"));
  return NULL;
}

static void
bv_ranking_page_refresh (BvPage *page, const BvChanges *changes)
{
  bv_ranking_page_ranked (page);
}

/* The ranking that is shown: of a group, or of the pools. */
static BvPaperChoice *
bv_ranking_page_offer_papers (BvPage *page, GListStore *special)
{
  const BvRanking *ranking = get_chosen (BV_RANKING_PAGE (page));
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));
  BvPaperScope scope = { 0 };

  if (ranking != NULL && row != NULL)
    bv_paper_choice_append_nominee (special, bv_page_get_session (page), bv_row_get_id (row));
  if (ranking != NULL && ranking->quota == NULL)
    scope.group = ranking->group->key;
  return bv_paper_choice_new (BV_PAPER_RANKING, "", &scope);
}

static void
bv_ranking_page_selected (BvTablePage *page, BvRow *row)
{
  show_details (BV_RANKING_PAGE (page));
}

static char *
bv_ranking_page_count (guint n_rows, const char *number)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s nominee in the ranking", "%s nominees in the ranking", n_rows), number);
}

static gboolean
explain_filter (BvRankingPage *self, BvRankingFilter filter, BvNoRowsReason *reason)
{
  g_free (self->no_rows);
  /* Translators: %s says which rows: “Near the line”. */
  self->no_rows = g_strdup_printf (_ ("No row is among “%s”."), _ (bv_ranking_filter_title (filter)));
  *reason = (BvNoRowsReason){ NULL, self->no_rows, _ ("_Show all rows"), "win.all-rows" };
  return TRUE;
}

static gboolean
bv_ranking_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  BvRankingPage *self = BV_RANKING_PAGE (page);
  BvRankingFilter filter = bv_ranking_filter_button_get (self->filter_button);

  if (filter != BV_RANKING_FILTER_NONE && get_chosen (self) != NULL)
    return explain_filter (self, filter, reason);
  *reason = (BvNoRowsReason){
    _ ("Nothing to rank yet: there are no nominees."),
    NULL,
    _ ("Go to _Nominees"),
    "win.page::nominees",
  };
  return bv_session_get_proposal (bv_page_get_session (BV_PAGE (page))) != NULL;
}

/* Returns: the place of the first other ranking where what is searched stands; 0: there is none */
static gint64
find_elsewhere (BvRankingPage *self)
{
  const BvRanking *ranking;

  for (gint64 i = 1; (ranking = find_ranking (self, i)) != NULL; i++)
    {
      g_autoptr (BvTable) table = bv_ranking_table_new (ranking);

      if (i != bv_tabs_get_chosen (self->tabs)
          && bv_table_rows_finds_in (bv_table_page_get_rows (BV_TABLE_PAGE (self)), table))
        return i;
    }
  return 0;
}

/* What is searched stands in this ranking, but not among the rows that are shown. */
static gboolean
is_filtered_out (BvRankingPage *self, const BvRanking *ranking)
{
  BvTableRows *rows = bv_table_page_get_rows (BV_TABLE_PAGE (self));

  return ranking != NULL && bv_ranking_filter_button_get (self->filter_button) != BV_RANKING_FILTER_NONE
         && bv_table_rows_finds_in (rows, bv_table_model_get_table (rows->model));
}

static char *
bv_ranking_page_name_scope (BvTablePage *page, char **offer)
{
  BvRankingPage *self = BV_RANKING_PAGE (page);
  const BvRanking *ranking = get_chosen (self);
  g_autofree char *name = NULL;

  if (is_filtered_out (self, ranking))
    {
      *offer = g_strdup (_ ("Show all rows"));
      return g_strdup (_ (bv_ranking_filter_title (bv_ranking_filter_button_get (self->filter_button))));
    }
  self->elsewhere = ranking != NULL ? find_elsewhere (self) : 0;
  if (self->elsewhere == 0)
    return NULL;
  name = bv_ranking_choice_name (find_ranking (self, self->elsewhere));
  /* Translators: %s is the name of a ranking. */
  *offer = g_strdup_printf (_ ("Show it in %s"), name);
  return bv_ranking_choice_name (ranking);
}

static void
bv_ranking_page_widen (BvTablePage *page)
{
  BvRankingPage *self = BV_RANKING_PAGE (page);

  if (is_filtered_out (self, get_chosen (self)))
    bv_ranking_filter_button_choose (self->filter_button, BV_RANKING_FILTER_NONE);
  else
    bv_tabs_choose (self->tabs, self->elsewhere);
}

static void
open_filter (BvPage *page)
{
  bv_ranking_filter_button_open (BV_RANKING_PAGE (page)->filter_button);
}

static void
show_all_rows (BvPage *page)
{
  bv_ranking_filter_button_choose (BV_RANKING_PAGE (page)->filter_button, BV_RANKING_FILTER_NONE);
}

static void
open_nominee (BvPage *page)
{
  BvRow *row = bv_table_page_get_selected (BV_TABLE_PAGE (page));

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.open", "(sx)", "nominees", bv_row_get_id (row));
}

static BvTabs *
bv_ranking_page_get_tabs (BvPage *page)
{
  return BV_RANKING_PAGE (page)->tabs;
}

static void
bv_ranking_page_be_page (BvPageInterface *iface)
{
  static const BvPageAction actions[]
    = { { "open-nominee", N_ ("Open the nominee"), "Return", open_nominee, TRUE, TRUE },
        { "filter", N_ ("Show only some of the rows"), "<Control>l", open_filter, TRUE, .of_page = TRUE },
        { "try-quota", N_ ("Try other quotas…"), NULL, try_quota, TRUE, .of_page = TRUE },
        { "all-rows", N_ ("Show all rows"), NULL, show_all_rows, TRUE, .of_key = TRUE },
        BV_TABLE_PAGE_ROWS,
        BV_TABLE_PAGE_EDIT,
        BV_TABLE_PAGE_COLUMNS };
  static const BvPageInfo info = {
    .key = "ranking",
    .title = N_ ("Ranking"),
    .icon_name = "bv-ranking-symbolic",
    .guide = "07-xep-hang.html",
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  iface->info = &info;
  iface->get_tabs = bv_ranking_page_get_tabs;
  iface->alarm = bv_ranking_page_alarm;
  iface->refresh = bv_ranking_page_refresh;
  iface->ranked = bv_ranking_page_ranked;
  iface->withhold = bv_ranking_page_withhold;
  iface->offer_papers = bv_ranking_page_offer_papers;
}

static void
bv_ranking_page_finalize (GObject *object)
{
  g_free (BV_RANKING_PAGE (object)->no_rows);
  G_OBJECT_CLASS (bv_ranking_page_parent_class)->finalize (object);
}

static void
bv_ranking_page_class_init (BvRankingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_ranking_page_finalize;
  page_class->selected = bv_ranking_page_selected;
  page_class->count = bv_ranking_page_count;
  page_class->explain = bv_ranking_page_explain;
  page_class->name_scope = bv_ranking_page_name_scope;
  page_class->widen = bv_ranking_page_widen;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  g_type_ensure (BV_TYPE_TABS);
  g_type_ensure (BV_TYPE_RANKING_DETAILS);
  g_type_ensure (BV_TYPE_RANKING_FILTER_BUTTON);
  g_type_ensure (BV_TYPE_STRIP_PLOT);
  g_type_ensure (BV_TYPE_TRIAL_BAR);
  g_type_ensure (BV_TYPE_TRIAL_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ranking/ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, quota);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, quota_button);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, trial_popover);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, trial_bar);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, plot);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, span);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, details);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, group_column);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, percent_column);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, class_column);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, place_column);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, margin_column);
  gtk_widget_class_bind_template_child (widget_class, BvRankingPage, notes_column);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dot_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, paired_cb);
  gtk_widget_class_bind_template_callback (widget_class, tried_cb);
  gtk_widget_class_bind_template_callback (widget_class, trial_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, trial_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, parted_cb);
}

static void
bv_ranking_page_init (BvRankingPage *self)
{
}

/**
 * bv_ranking_page_choose:
 * @page: the page
 * @ranking: the place of a ranking: pools first, then groups
 */
void
bv_ranking_page_choose (BvRankingPage *page, guint ranking)
{
  bv_tabs_choose (page->tabs, ranking + 1);
}

/**
 * bv_ranking_page_get_details:
 * @page: the page
 *
 * Returns: (transfer none): why the selected entry stands where it stands
 */
BvRankingDetails *
bv_ranking_page_get_details (BvRankingPage *page)
{
  return page->details;
}
