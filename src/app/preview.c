/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preview.h"

#include "store/pages.h"

#define PREVIEW "bv-preview"

static void
add (GListStore *special, BvPaperId paper, const char *title, const BvPaperScope *scope)
{
  g_autoptr (BvPaperChoice) choice = bv_paper_choice_new (paper, title, scope);

  g_list_store_append (special, choice);
}

static void
add_nominee (GListStore *special, BvSession *session, gint64 nominee)
{
  const BvProposal *proposal = bv_session_get_proposal (session);
  guint place = bv_session_find_entrant (session, nominee);
  const BvEntrant *entrant;

  if (place == BV_SESSION_NO_ENTRANT)
    return;
  entrant = bv_contest_entrant (proposal->contest, place);
  add (special, BV_PAPER_VERIFICATION, entrant->name, &(BvPaperScope){ .nominee = entrant->key });
  add (special, BV_PAPER_MISSING, entrant->unit_name, &(BvPaperScope){ .unit = entrant->unit_code });
}

static GListStore *
list_special (BvWindow *window)
{
  BvSession *session = bv_window_get_session (window);
  BvPage *page = bv_window_get_visible_page (window);
  BvRow *row = bv_page_get_selected (page);
  GListStore *special = g_list_store_new (BV_TYPE_PAPER_CHOICE);

  if (row != NULL && page == bv_window_get_page (window, "units"))
    {
      BvTable *table = bv_row_get_table (row);
      guint index = bv_row_get_index (row);

      add (special, BV_PAPER_MISSING, bv_table_get_text (table, index, BV_UNITS_NAME),
           &(BvPaperScope){ .unit = bv_table_get_text (table, index, BV_UNITS_CODE) });
    }
  else if (row != NULL)
    {
      add_nominee (special, session, bv_row_get_id (row));
    }
  return special;
}

static BvPaperChoice *
choose_by_group (BvPaperId paper, const BvGroup *group)
{
  return bv_paper_choice_new (paper, "", &(BvPaperScope){ .group = group != NULL ? group->key : NULL });
}

/* What is most likely wanted where the user is. */
static BvPaperChoice *
choose_first (BvWindow *window, GListModel *special)
{
  BvPage *page = bv_window_get_visible_page (window);
  gint64 group;

  if (page == bv_window_get_page (window, "ranking"))
    return choose_by_group (BV_PAPER_RANKING, bv_ranking_page_get_group (BV_RANKING_PAGE (page)));
  if (g_list_model_get_n_items (special) > 0)
    return g_list_model_get_item (special, 0);
  if (page == bv_window_get_page (window, "units"))
    return bv_paper_choice_new (BV_PAPER_MISSING, "", NULL);
  group = bv_nominees_page_get_group (BV_NOMINEES_PAGE (page));
  return choose_by_group (BV_PAPER_VERIFICATION,
                          bv_session_find_group (bv_window_get_session (window), group));
}

static void
forget_cb (BvWindow *window)
{
  g_object_set_data (G_OBJECT (window), PREVIEW, NULL);
}

/**
 * bv_preview_open:
 * @window: the window, with a campaign
 *
 * Shows what can be printed, in the one preview of the window.
 *
 * Returns: (transfer none): the preview
 */
BvPreviewWindow *
bv_preview_open (BvWindow *window)
{
  g_autoptr (GListStore) special = list_special (window);
  g_autoptr (BvPaperChoice) first = choose_first (window, G_LIST_MODEL (special));
  GtkWidget *preview = g_object_get_data (G_OBJECT (window), PREVIEW);

  if (preview == NULL)
    {
      preview = bv_preview_window_new (GTK_WINDOW (window), bv_window_get_session (window));
      g_object_set_data (G_OBJECT (window), PREVIEW, preview);
      g_signal_connect_object (preview, "destroy", G_CALLBACK (forget_cb), window, G_CONNECT_SWAPPED);
    }
  bv_preview_window_show (BV_PREVIEW_WINDOW (preview), first, G_LIST_MODEL (special));
  gtk_window_present (GTK_WINDOW (preview));
  return BV_PREVIEW_WINDOW (preview);
}
