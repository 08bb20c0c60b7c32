/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/scoring-page-private.h"

#define DETAILS_WIDTH "details-width"

/* Pixels: a page of paper is read beside the sheet. */
#define USUAL_WIDTH 392

static void
stepped_cb (BvScoringPage *self, int rows)
{
  BvScoreSpot spot = bv_score_sheet_get_cursor (self->sheet);

  if ((rows < 0 && spot.row == 0) || (rows > 0 && spot.row + 1 >= bv_score_model_count_rows (self->model)))
    return;
  bv_score_sheet_go (self->sheet, spot.row + (guint) rows, spot.column);
}

/* Room-private: the pane that the template made begins. */
void
bv_scoring_page_build_details (BvScoringPage *page)
{
  bv_score_pane_set_session (page->pane, bv_page_get_session (BV_PAGE (page)));
  bv_score_pane_set_compact (page->pane, page->compact);
  g_signal_connect_object (page->pane, "stepped", G_CALLBACK (stepped_cb), page, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (page->pane), !page->details_hidden);
  bv_details_width_begin (&page->details_width, GTK_WIDGET (page->pane), page->kept_width, USUAL_WIDTH,
                          page->compact);
}

/* Room-private: the cell is another, or has something else. */
void
bv_scoring_page_show_details (BvScoringPage *page)
{
  BvScoreSpot spot = bv_score_sheet_get_cursor (page->sheet);
  BvScoreBlock block = bv_score_sheet_get_block (page->sheet);
  gboolean single = block.first.row == block.last.row && block.first.column == block.last.column;

  bv_score_pane_show (page->pane, page->model, spot.row, spot.column, single);
}

/* Room-private: who changed the score of the cell. */
void
bv_scoring_page_show_history (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  GdkRectangle place = bv_score_sheet_get_place (self->sheet);
  double x, y;

  if (!bv_score_sheet_commit (self->sheet) || !bv_page_has_row (page))
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->sheet), GTK_WIDGET (self), place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  bv_score_pane_show_history (self->pane, GTK_WIDGET (self), &place);
}

/* Room-private: to what proves the score, and from there back to its cell. */
void
bv_scoring_page_go_to_document (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  BvDocumentList *documents = bv_score_pane_get_documents (self->pane);

  /* Where there are none, what adds them has the focus. */
  if (bv_document_list_has_focus (documents)
      || (bv_document_list_get_chosen (documents) == NULL && bv_page_has_focus (page, BV_PAGE_DETAILS)))
    bv_page_focus_part (page, BV_PAGE_MAIN);
  else if (bv_score_sheet_commit (self->sheet))
    {
      if (self->details_hidden)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.details", NULL);
      bv_score_pane_focus_document (self->pane);
    }
}

static void
set_compact (BvPage *page, gboolean compact)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  self->compact = compact;
  if (self->pane != NULL)
    bv_score_pane_set_compact (self->pane, compact);
}

static void
set_details_visible (BvPage *page, gboolean visible)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  self->details_hidden = !visible;
  if (self->pane != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->pane), visible);
}

static gboolean
is_busy (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);

  return self->pane != NULL && bv_score_pane_is_busy (self->pane);
}

static GVariant *
save_state (BvPage *page)
{
  BvScoringPage *self = BV_SCORING_PAGE (page);
  GVariantDict state;

  if (self->pane == NULL)
    return NULL;
  g_variant_dict_init (&state, NULL);
  if (bv_details_width_get (&self->details_width) > 0)
    g_variant_dict_insert (&state, DETAILS_WIDTH, "i", bv_details_width_get (&self->details_width));
  return g_variant_dict_end (&state);
}

static void
restore_state (BvPage *page, GVariant *state)
{
  g_variant_lookup (state, DETAILS_WIDTH, "i", &BV_SCORING_PAGE (page)->kept_width);
}

/**
 * bv_scoring_page_be_detailed:
 * @iface: the interface of #BvScoringPage
 *
 * Room-private: fills in what the page answers of its details.
 */
void
bv_scoring_page_be_detailed (BvPageInterface *iface)
{
  iface->set_compact = set_compact;
  iface->set_details_visible = set_details_visible;
  iface->is_busy = is_busy;
  iface->save_state = save_state;
  iface->restore_state = restore_state;
}
