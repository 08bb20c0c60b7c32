/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/letters-dialog.h"
#include "app/overview/overview-page-private.h"
#include "core/text/date.h"
#include "core/text/wording.h"
#include "store/report-days.h"

#include <glib/gi18n-lib.h>

#define NOTHING "–"

/**
 * bv_overview_page_name_sought:
 * @sought: one thing
 *
 * Returns: (nullable): those of which it is so, as a filter is called; %NULL: everybody
 */
const char *
bv_overview_page_name_sought (BvOverviewSought sought)
{
  switch (sought)
    {
    case BV_OVERVIEW_SILENT:
      return _ ("Nothing sent");
    case BV_OVERVIEW_MISSING:
      return _ ("Missing, overdue");
    case BV_OVERVIEW_LATE:
      return _ ("Late");
    case BV_OVERVIEW_UNPROVEN:
      return _ ("Evidence missing");
    case BV_OVERVIEW_WAITING:
      return _ ("To be verified");
    case BV_OVERVIEW_RETURNED:
      return _ ("Returned");
    case BV_OVERVIEW_AWAITING:
      return _ ("Awaiting publication");
    default:
      return NULL;
    }
}

/* A figure that counts nothing leads nowhere. */
static void
show (BvFigure *figure, guint n, const char *words, const char *note)
{
  g_autofree char *number = bv_wording_number (n);

  bv_figure_set (figure, n > 0 ? number : NOTHING, words, note);
  gtk_widget_set_sensitive (GTK_WIDGET (figure), n > 0);
}

static void
show_days (BvOverviewPage *self, const BvCampaign *campaign)
{
  gint64 n = campaign->considered_on != BV_NONE
               ? bv_date_days_between (bv_date_today (), campaign->considered_on)
               : BV_NONE;
  g_autofree char *date
    = campaign->considered_on != BV_NONE ? bv_date_to_vietnamese (campaign->considered_on) : NULL;
  g_autofree char *count = n != BV_NONE ? bv_wording_number (ABS (n)) : NULL;
  g_autofree char *number = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->days), FALSE);
  if (n == BV_NONE)
    {
      bv_figure_set (self->days, NOTHING, _ ("to the review"), _ ("no day is fixed yet"));
      return;
    }
  number = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong) ABS (n)), count);
  bv_figure_set (self->days, number, n >= 0 ? _ ("to the review") : _ ("since the review"), date);
}

/* How long what was asked for is overdue, or how long there is time. */
static char *
write_due (const BvCampaign *campaign)
{
  gint64 n = campaign->ends != BV_NONE ? bv_date_days_between (campaign->ends, bv_date_today ()) : BV_NONE;
  g_autofree char *count = n != BV_NONE ? bv_wording_number (ABS (n)) : NULL;

  if (n == BV_NONE)
    return g_strdup ("");
  /* Translators: %s is a number. */
  return g_strdup_printf (n > 0 ? _ ("%s days overdue") : _ ("%s days left"), count);
}

/* @format: with %s where the number stands */
static char *
write_count (const char *format, guint n)
{
  g_autofree char *number = bv_wording_number (n);
  GString *text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  return g_string_free (text, FALSE);
}

static void
show_strip (BvOverviewPage *self, const BvCampaign *campaign)
{
  const BvOverviewGroup *all = &self->overview->all;
  g_autofree char *due = write_due (campaign);
  /* Translators: of how many nominees; %s is a number. */
  g_autofree char *nominees
    = write_count (_ ("of %s nominees"), bv_overview_count (all, BV_OVERVIEW_MISSING));
  g_autofree char *evidence = write_count (_ ("%s documents received"), all->n_evidence);
  g_autofree char *returned = write_count (_ ("%s cells returned"), all->cells[BV_CELL_RETURNED]);

  show_days (self, campaign);
  show (self->silent, bv_overview_count (all, BV_OVERVIEW_SILENT), _ ("nominees sent nothing"), due);
  show (self->missing, all->cells[BV_CELL_MISSING], _ ("cells missing, overdue"), nominees);
  show (self->unproven, all->n_unproven, _ ("cells lack evidence"), evidence);
  show (self->waiting, all->n_waiting, _ ("cells to be verified"), returned);
  show (self->awaiting, all->cells[BV_CELL_AWAITING], _ ("cells await publication"),
        all->cells[BV_CELL_AWAITING] > 0 ? _ ("so the ranking is provisional")
                                         : _ ("nothing is provisional"));
}

static void
show_silent_button (BvOverviewPage *self)
{
  guint n = bv_overview_count (&self->overview->all, BV_OVERVIEW_SILENT);
  g_autofree char *number = bv_wording_number (n);
  g_autofree char *text = g_strdup_printf (_ ("%s sent nothing"), number);

  gtk_button_set_label (self->silent_button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->silent_button), n > 0);
}

/* The first pool in which somebody of the group is, or the group alone. */
static const BvRanking *
find_ranking (BvOverviewPage *self, const BvProposal *proposal)
{
  const BvGroup *group = bv_session_find_group (bv_page_get_session (BV_PAGE (self)), self->group);
  guint place = group != NULL ? bv_contest_find_group (proposal->contest, group->key) : G_MAXUINT;

  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);

      for (guint k = 0; k < pool->entries->len; k++)
        if (bv_contest_entrant (proposal->contest, bv_ranking_entry (pool, k)->entrant)->group == place)
          return pool;
    }
  for (guint i = 0; group != NULL && i < proposal->groups->len; i++)
    if (g_str_equal (((const BvRanking *) g_ptr_array_index (proposal->groups, i))->group->key, group->key))
      return g_ptr_array_index (proposal->groups, i);
  return NULL;
}

static void
show_totals (BvOverviewPage *self, const BvProposal *proposal)
{
  const BvRanking *ranking = find_ranking (self, proposal);
  g_autofree char *number = bv_wording_number (ranking != NULL ? ranking->entries->len : 0);
  /* Translators: the title of a chart; %s is a number. */
  g_autofree char *title = g_strdup_printf (_ ("Totals of %s nominees"), number);

  gtk_label_set_label (self->totals_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->totals_title), ranking != NULL && ranking->entries->len > 0);
  bv_total_chart_set (self->totals, ranking);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Each once, of all groups. */
static GArray *
list_due (const BvContest *contest)
{
  GArray *due = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = 0;

  for (guint i = 0; i < contest->groups->len; i++)
    {
      const BvContestGroup *group = bv_contest_group (contest, i);

      for (guint k = 0; k < group->leaves->len; k++)
        {
          const BvCriterion *leaf = g_ptr_array_index (group->leaves, k);

          if (bv_criterion_count_due (leaf) > 0)
            g_array_append_vals (due, leaf->due->data, bv_criterion_count_due (leaf));
        }
    }
  g_array_sort (due, compare_dates);
  for (guint i = 0; i < due->len; i++)
    if (n == 0 || g_array_index (due, gint64, n - 1) != g_array_index (due, gint64, i))
      g_array_index (due, gint64, n++) = g_array_index (due, gint64, i);
  g_array_set_size (due, n);
  return due;
}

static void
show_receipts (BvOverviewPage *self, const BvContest *contest)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  g_autoptr (GArray) due = list_due (contest);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days
    = bv_report_days_read (bv_session_get_library (session), bv_session_get_campaign (session), &error);

  if (days == NULL)
    {
      bv_session_report (session, error);
      return;
    }
  gtk_widget_set_visible (self->receipts_title, days->len > 0 || due->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->receipts), days->len > 0 || due->len > 0);
  bv_receipt_chart_set (self->receipts, days, due);
}

static void
add_step (BvOverviewPage *self, const char *text, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-action");
  gtk_widget_add_css_class (button, "flush");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->steps, button);
}

static void
add_counted_step (BvOverviewPage *self, const char *format, guint n, const char *action)
{
  g_autofree char *text = write_count (format, n);

  if (n > 0)
    add_step (self, text, action);
}

static void
show_steps (BvOverviewPage *self, const BvProposal *proposal)
{
  const BvOverviewGroup *all = &self->overview->all;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  /* Translators: of the next things to do; %s is a number. */
  add_counted_step (self, _ ("Verify %s cells that wait"), all->n_waiting, "win.page::scoring");
  for (guint i = 0; i < proposal->pools->len; i++)
    {
      const BvRanking *pool = g_ptr_array_index (proposal->pools, i);
      g_autofree char *text = g_strdup_printf (_ ("Settle the tie at the line, %s"), pool->quota->name);

      if (bv_ranking_has_own_tie (pool))
        add_step (self, text, "win.page::ranking");
    }
  add_counted_step (self, _ ("See the %s that sent nothing"), bv_overview_count (all, BV_OVERVIEW_SILENT),
                    "overview.seek(uint32 1)");
  add_counted_step (self, _ ("Follow up evidence of %s cells"), all->n_unproven, "overview.seek(uint32 8)");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->steps)) == NULL)
    add_step (self, _ ("Nothing is left to do: see the ranking"), "win.page::ranking");
}

/**
 * bv_overview_page_show_figures:
 * @page: the page, whose campaign was counted
 *
 * Room-private: shows what stands above and beside the matrix.
 */
void
bv_overview_page_show_figures (BvOverviewPage *page)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  const BvProposal *proposal = bv_session_get_proposal (session);

  show_strip (page, proposal->contest->campaign);
  show_silent_button (page);
  bv_group_figures_set (page->groups, page->overview, proposal->contest);
  show_totals (page, proposal);
  show_receipts (page, proposal->contest);
  show_steps (page, proposal);
}

/* Returns: (transfer full): the keys of the nominees that are sought */
static GStrv
list_sought (const BvOverviewPage *self, const BvContest *contest)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < self->overview->rows->len; i++)
    {
      const BvOverviewRow *row = bv_overview_row (self->overview, i);

      if (!row->withdrawn && (row->is & self->sought) != 0)
        g_strv_builder_add (keys, bv_contest_entrant (contest, i)->key);
    }
  return g_strv_builder_end (keys);
}

/* Room-private: asks to whom it is written what is missing; chosen are the units that answer for the nominees
 * that are sought, all where none are. */
void
bv_overview_page_write_letters (BvOverviewPage *page)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  const BvProposal *proposal = bv_session_get_proposal (session);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  g_auto (GStrv) sought = NULL;

  if (proposal != NULL && page->overview != NULL && page->sought != BV_OVERVIEW_ALL)
    sought = list_sought (page, proposal->contest);
  g_object_unref (sought != NULL
                    ? bv_letters_dialog_start_about (window, session, (const char *const *) sought)
                    : bv_letters_dialog_start (window, session));
}
