/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-page.h"

#include "app/menu/cell-menu.h"
#include "app/menu/more-button.h"
#include "app/overview/matrix-legend.h"
#include "app/overview/overview-page-private.h"
#include "core/group-name.h"
#include "core/text/date.h"
#include "core/text/search-words.h"
#include "core/text/vietnamese.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define LEFT_WIDTH 356
#define LEFT_WIDTH_COMPACT 300

/**
 * BvOverviewPage:
 *
 * What is missing in the campaign, at a glance, and the way there: figures, each of which leads to exactly
 * what it counts, and nominees by criteria.
 */

static void bv_overview_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvOverviewPage,
                               bv_overview_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_overview_page_be_page))

static BvSession *
get_session (BvOverviewPage *self)
{
  return bv_page_get_session (BV_PAGE (self));
}

static BvOverviewSought
get_sought (BvOverviewPage *self)
{
  return self->sought | (gtk_check_button_get_active (self->to_do_button) ? BV_OVERVIEW_TO_DO : 0);
}

static guint
count_rows (BvOverviewPage *self, const BvContest *contest, guint group)
{
  g_autoptr (GArray) list = bv_overview_list (self->overview, contest, group, get_sought (self));

  return list->len;
}

/* Each with how many of it are looked for. */
static void
show_tabs (BvOverviewPage *self)
{
  const BvContest *contest = bv_session_get_proposal (get_session (self))->contest;
  g_autoptr (GArray) tabs = g_array_new (FALSE, FALSE, sizeof (BvTab));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvGroup *group = bv_contest_group (contest, i)->group;
      char *name = bv_group_name_shorten (group->name);
      BvTab tab = { group->record.id, name, (int) count_rows (self, contest, i) };

      g_ptr_array_add (names, name);
      g_array_append_val (tabs, tab);
    }
  bv_tabs_set (self->tabs, (const BvTab *) tabs->data, tabs->len);
}

/* A screen reader hears it. */
static void
describe_cell (BvOverviewPage *self)
{
  BvScoreSpot spot = bv_matrix_get_cursor (self->matrix);
  g_autofree char *said = bv_matrix_rows_describe (self->rows, spot.row, spot.column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->matrix), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said != NULL ? said : _ ("Nominees by criteria"), -1);
  bv_page_notify_counted (BV_PAGE (self));
}

static void
explain (BvOverviewPage *self)
{
  const BvNoRowsReason nobody
    = { _ ("Nobody was nominated in this group yet."), NULL, _ ("Go to _Nominees"), "win.page::nominees" };
  const BvNoRowsReason no_criteria
    = { _ ("This group has no criteria yet."), NULL, _ ("Go to _Rules"), "win.page::rules" };
  const BvNoRowsReason nothing
    = { _ ("No nominee of this group is so."), NULL, _ ("_Show all"), "overview.seek(uint32 0)" };

  if (get_sought (self) != BV_OVERVIEW_ALL)
    bv_no_rows_explain (self->no_rows, &nothing);
  else
    bv_no_rows_explain (self->no_rows,
                        bv_matrix_rows_count_columns (self->rows) == 0 ? &no_criteria : &nobody);
}

static void
show_chip (BvOverviewPage *self)
{
  const char *name = bv_overview_page_name_sought (self->sought);
  g_autofree char *text = name != NULL ? g_strdup_printf ("%s ×", name) : NULL;

  gtk_widget_set_visible (self->chip, name != NULL);
  gtk_button_set_label (GTK_BUTTON (self->chip), text != NULL ? text : "");
}

/* Stays with the cell, not with its place. */
static void
show_matrix (BvOverviewPage *self, gboolean keeps)
{
  const BvProposal *proposal = bv_session_get_proposal (get_session (self));
  BvScoreSpot spot = bv_matrix_get_cursor (self->matrix);
  gboolean was = spot.row < bv_matrix_rows_count (self->rows);
  gint64 nominee = was ? bv_matrix_rows_get_entrant (self->rows, spot.row)->id : 0;
  gboolean has_cells;

  self->group = bv_tabs_get_chosen (self->tabs);
  bv_matrix_rows_take (self->rows, proposal, self->overview, self->group, get_sought (self), keeps);
  has_cells = bv_matrix_rows_count (self->rows) > 0 && bv_matrix_rows_count_columns (self->rows) > 0;
  /* A stack shows no child that is hidden, as a note is until it says something. */
  if (!has_cells)
    explain (self);
  gtk_stack_set_visible_child_name (self->stack, has_cells ? "matrix" : "nothing");
  show_chip (self);
  bv_matrix_reload (self->matrix);
  if (was && bv_matrix_rows_find (self->rows, nominee, &spot.row)
      && spot.row != bv_matrix_get_cursor (self->matrix).row)
    bv_matrix_go (self->matrix, spot.row, spot.column);
  describe_cell (self);
  bv_page_notify_selected (BV_PAGE (self));
}

/* Proposals are given back behind the signal: nothing of the one before is kept. */
static void
release (BvOverviewPage *self)
{
  bv_matrix_rows_take (self->rows, NULL, NULL, 0, BV_OVERVIEW_ALL, TRUE);
  bv_matrix_reload (self->matrix);
  g_clear_pointer (&self->overview, bv_overview_free);
}

/* All is counted once, from what is in memory. */
static void
take (BvOverviewPage *self, gboolean keeps)
{
  const BvProposal *proposal = bv_session_get_proposal (get_session (self));
  BvScoreSpot spot = bv_matrix_get_cursor (self->matrix);
  gboolean is_empty = proposal != NULL && proposal->contest->entrants->len == 0;

  g_clear_pointer (&self->overview, bv_overview_free);
  gtk_stack_set_visible_child_name (self->whole, is_empty ? "empty" : "all");
  if (proposal == NULL || is_empty)
    {
      release (self);
      return;
    }
  self->overview = bv_overview_new (proposal, bv_date_today ());
  show_tabs (self);
  show_matrix (self, keeps);
  if (keeps && spot.row < bv_matrix_rows_count (self->rows))
    bv_matrix_go (self->matrix, bv_matrix_get_cursor (self->matrix).row, spot.column);
  bv_overview_page_show_figures (self);
}

static void
chosen_cb (BvOverviewPage *self)
{
  if (self->overview == NULL || bv_tabs_get_chosen (self->tabs) == self->group)
    return;
  show_matrix (self, FALSE);
  if (bv_matrix_rows_count (self->rows) > 0)
    bv_matrix_go (self->matrix, 0, 0);
  bv_overview_page_show_figures (self);
}

static void
show_sought (BvOverviewPage *self)
{
  if (self->overview == NULL)
    return;
  show_tabs (self);
  show_matrix (self, FALSE);
  bv_matrix_go (self->matrix, 0, 0);
}

static void
to_do_cb (BvOverviewPage *self)
{
  show_sought (self);
}

/* A group in which there is somebody. */
static gint64
find_group (BvOverviewPage *self, BvOverviewSought sought)
{
  const BvContest *contest = bv_session_get_proposal (get_session (self))->contest;
  gint64 found = 0;

  for (guint i = contest->groups->len; i > 0; i--)
    {
      gint64 group = bv_contest_group (contest, i - 1)->group->record.id;

      if (bv_overview_count (bv_overview_group (self->overview, i - 1), sought) == 0)
        continue;
      if (group == self->group)
        return group;
      found = group;
    }
  return found;
}

/**
 * bv_overview_page_seek:
 * @page: the page, which is shown
 * @group: the row of a group; 0: the one that is shown, or the first in which there is somebody
 * @sought: one thing: whose rows are shown, or %BV_OVERVIEW_ALL
 *
 * Shows exactly those nominees, and goes to the first.
 */
void
bv_overview_page_seek (BvOverviewPage *page, gint64 group, BvOverviewSought sought)
{
  if (page->overview == NULL)
    return;
  page->sought = sought;
  /* Who is late, or waits for a publication, has maybe nothing to do. */
  gtk_check_button_set_active (page->to_do_button, FALSE);
  group = group != 0 ? group : find_group (page, sought);
  if (group != 0)
    bv_tabs_choose (page->tabs, group);
  show_sought (page);
  bv_overview_page_show_figures (page);
  bv_page_focus_part (BV_PAGE (page), BV_PAGE_MAIN);
}

static void
sought_cb (BvOverviewPage *self, gint64 group, guint sought)
{
  bv_overview_page_seek (self, group, sought);
}

static void
seek_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_overview_page_seek (BV_OVERVIEW_PAGE (widget), 0, g_variant_get_uint32 (parameter));
}

static void
moved_cb (BvOverviewPage *self)
{
  describe_cell (self);
}

static void
go_to_cell (BvPage *page)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);
  BvScoreSpot spot = bv_matrix_get_cursor (self->matrix);

  if (spot.row >= bv_matrix_rows_count (self->rows))
    return;
  self->was_left = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (page), "win.open-cell", "(sxs)", "scoring",
                              bv_matrix_rows_get_entrant (self->rows, spot.row)->id,
                              bv_matrix_rows_get_leaf (self->rows, spot.column)->code);
}

static void
activated_cb (BvOverviewPage *self)
{
  go_to_cell (BV_PAGE (self));
}

static void
session_ranked_cb (BvOverviewPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    release (self);
}

static void
bv_overview_page_set_compact (BvPage *page, gboolean compact)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  self->compact = compact;
  if (self->matrix != NULL)
    gtk_widget_set_size_request (self->left, compact ? LEFT_WIDTH_COMPACT : LEFT_WIDTH, -1);
}

static gboolean
select_at (gpointer matrix, double x, double y)
{
  return bv_matrix_select_at (matrix, x, y);
}

static gboolean
locate (gpointer matrix, GdkRectangle *at)
{
  return bv_matrix_locate (matrix, at);
}

static void
bv_overview_page_build (BvPage *page)
{
  static const BvCellMenuFuncs cells = { select_at, locate };
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  if (self->matrix != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_matrix_set_rows (self->matrix, self->rows);
  bv_cell_menu_listen (GTK_WIDGET (self->matrix), BV_PAGE (self), &cells);
  bv_overview_page_set_compact (page, self->compact);
  g_signal_connect_object (get_session (self), "ranked", G_CALLBACK (session_ranked_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Who comes back from a cell finds the rows as they stood. */
static void
bv_overview_page_ranked (BvPage *page)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  if (self->matrix != NULL)
    take (self, TRUE);
  self->was_left = FALSE;
}

static void
bv_overview_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  if (self->matrix != NULL)
    take (self, changes != NULL || self->was_left);
  self->was_left = FALSE;
}

/* The first row from the cursor on whose name has the words: by @step, where another than this is meant. */
static void
find_name (BvOverviewPage *self, int step)
{
  BvScoreSpot spot = bv_matrix_get_cursor (self->matrix);
  g_autoptr (BvSearchWords) words = bv_search_words_new (self->search);
  guint n = bv_matrix_rows_count (self->rows);

  for (guint i = 0; i < n; i++)
    {
      guint row = (spot.row + (step == 0 ? i : step > 0 ? i + 1 : n - i - 1)) % n;
      g_autofree char *folded = bv_vietnamese_fold (bv_matrix_rows_get_entrant (self->rows, row)->name);

      if (bv_search_words_find (words, folded) == BV_SEARCH_NOWHERE)
        continue;
      bv_matrix_go (self->matrix, row, spot.column);
      return;
    }
}

static void
bv_overview_page_set_search (BvPage *page, const char *text)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  if (self->matrix == NULL || g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  if (*text != '\0')
    find_name (self, 0);
}

static void
bv_overview_page_step (BvPage *page, int rows)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  if (self->search != NULL && *self->search != '\0')
    find_name (self, rows);
}

static gboolean
bv_overview_page_has_row (BvPage *page)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  return self->matrix != NULL && bv_matrix_rows_count (self->rows) > 0
         && bv_matrix_rows_count_columns (self->rows) > 0;
}

static GtkWidget *
bv_overview_page_get_part (BvPage *page, BvPagePart part)
{
  return part == BV_PAGE_MAIN ? GTK_WIDGET (BV_OVERVIEW_PAGE (page)->whole) : NULL;
}

static gboolean
bv_overview_page_focus_part (BvPage *page, BvPagePart part)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);

  if (part != BV_PAGE_MAIN)
    return FALSE;
  if (gtk_stack_get_visible_child_name (self->whole) != NULL
      && g_str_equal (gtk_stack_get_visible_child_name (self->whole), "all")
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "nothing") != 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  return gtk_widget_child_focus (GTK_WIDGET (self->whole), GTK_DIR_TAB_FORWARD);
}

static BvTabs *
bv_overview_page_get_tabs (BvPage *page)
{
  return BV_OVERVIEW_PAGE (page)->tabs;
}

static BvBanner *
bv_overview_page_get_banner (BvPage *page)
{
  return BV_OVERVIEW_PAGE (page)->banner;
}

/* `28 nominees · 8 with something to do · Sở Y tế, 2 …` */
static char *
bv_overview_page_describe (BvPage *page)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (page);
  guint n = bv_matrix_rows_count (self->rows);
  g_autofree char *rows = bv_wording_number (n);
  g_autofree char *to_do = NULL;
  g_autofree char *cell = NULL;
  BvScoreSpot spot;
  guint n_to_do = 0;

  if (self->overview == NULL || n == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    n_to_do += bv_matrix_rows_get_counts (self->rows, i)->n_to_do > 0;
  to_do = bv_wording_number (n_to_do);
  spot = bv_matrix_get_cursor (self->matrix);
  cell = bv_matrix_rows_describe (self->rows, spot.row, spot.column);
  /* Translators: how many nominees, how many of which something is to be done, and what is said of a cell. */
  return g_strdup_printf (_ ("%s nominees · %s with something to do · %s · Enter: to this cell"), rows, to_do,
                          cell != NULL ? cell : "");
}

static void
bv_overview_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "campaign", "criterion", "group", NULL };
  static const BvPageAction actions[] = {
    { "go-to-cell", N_ ("Go to the cell on the sheet of scores"), NULL, go_to_cell, TRUE, TRUE,
      .of_page = TRUE },
  };
  static const BvPageInfo info = {
    .key = "overview",
    .title = N_ ("Overview"),
    .icon_name = "bv-overview-symbolic",
    .guide = "13-tong-quan.html",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  iface->info = &info;
  iface->build = bv_overview_page_build;
  iface->refresh = bv_overview_page_refresh;
  iface->ranked = bv_overview_page_ranked;
  iface->set_search = bv_overview_page_set_search;
  iface->set_compact = bv_overview_page_set_compact;
  iface->step = bv_overview_page_step;
  iface->has_row = bv_overview_page_has_row;
  iface->get_part = bv_overview_page_get_part;
  iface->focus_part = bv_overview_page_focus_part;
  iface->get_tabs = bv_overview_page_get_tabs;
  iface->get_banner = bv_overview_page_get_banner;
  iface->describe = bv_overview_page_describe;
}

static void
bv_overview_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (bv_overview_page_parent_class)->dispose (object);
}

static void
bv_overview_page_finalize (GObject *object)
{
  BvOverviewPage *self = BV_OVERVIEW_PAGE (object);

  bv_matrix_rows_free (self->rows);
  g_clear_pointer (&self->overview, bv_overview_free);
  g_free (self->search);
  G_OBJECT_CLASS (bv_overview_page_parent_class)->finalize (object);
}

static void
bind_figures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, days);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, silent);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, missing);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, unproven);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, awaiting);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, left);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, groups);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, silent_button);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, totals_title);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, totals);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, receipts_title);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, receipts);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, steps);
}

static void
bind_matrix (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, banner);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, whole);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, chip);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, to_do_button);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, BvOverviewPage, no_rows);
  gtk_widget_class_bind_template_callback (widget_class, bv_overview_page_write_letters);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, sought_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_do_cb);
}

static void
bv_overview_page_class_init (BvOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_overview_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_overview_page_finalize;
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_FIGURE);
  g_type_ensure (BV_TYPE_GROUP_FIGURES);
  g_type_ensure (BV_TYPE_MATRIX);
  g_type_ensure (BV_TYPE_MATRIX_LEGEND);
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_NO_ROWS);
  g_type_ensure (BV_TYPE_RECEIPT_CHART);
  g_type_ensure (BV_TYPE_TABS);
  g_type_ensure (BV_TYPE_TOTAL_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/overview/overview-page.ui");
  bind_figures (widget_class);
  bind_matrix (widget_class);
  gtk_widget_class_install_action (widget_class, "overview.seek", "u", seek_action_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_overview_page_init (BvOverviewPage *self)
{
  self->rows = bv_matrix_rows_new ();
}

/**
 * bv_overview_page_get_matrix:
 * @page: the page, which was shown
 *
 * Returns: (transfer none): its matrix
 */
BvMatrix *
bv_overview_page_get_matrix (BvOverviewPage *page)
{
  return page->matrix;
}

/**
 * bv_overview_page_get_rows:
 * @page: the page
 *
 * Returns: (transfer none): what its matrix shows
 */
const BvMatrixRows *
bv_overview_page_get_rows (BvOverviewPage *page)
{
  return page->rows;
}
