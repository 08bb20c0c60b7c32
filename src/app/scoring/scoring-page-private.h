/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/pane/score-pane.h"
#include "app/score-tools/return-popover.h"
#include "app/scoring/scoring-page.h"
#include "app/search/no-rows.h"
#include "app/table/details-width.h"

G_BEGIN_DECLS

/* Room-private: what the parts of the page have in common. */

struct _BvScoringPage
{
  GtkWidget parent_instance;
  BvTabs *tabs;
  BvBanner *banner;
  GtkToggleButton *self_button;
  GtkToggleButton *verified_button;
  GtkWidget *filter_button;
  GtkWidget *filter_end; /* takes the filter off */
  GtkStack *stack;
  BvScoreSheet *sheet;
  BvNoRows *no_rows;
  BvScorePane *pane;
  GtkWidget *popover;        /* NULL: nobody asked for it yet */
  GtkWidget *answer_popover; /* the same */

  BvScoreModel *model;
  GArray *returning; /* (element-type BvScorePlace): what the popover asks about; NULL: nothing */
  gint64 answering;  /* the nominee whose score stands in the other popover */
  BvScoreFilter filter;
  char *hint;          /* what is to be said of what was just tried; NULL: the cell is described */
  BvScoreBlock warned; /* of which it was said that evidence is missing */
  gboolean was_warned;
  char *search;
  gint64 group;    /* the row of that which is shown; 0: none */
  guint n_waiting; /* in the campaign, as the model has it */
  guint n_here;    /* in the group */

  BvDetailsWidth details_width;
  int kept_width; /* pixels that the user gave the details before; 0: none */
  gboolean compact;
  gboolean details_hidden;
};

void bv_scoring_page_say (BvScoringPage *page, char *hint);
BvLibrary *bv_scoring_page_open (BvScoringPage *page);
void bv_scoring_page_show_written (BvScoringPage *page);

/* app/pane/scoring-details.c: what stands beside the sheet. */
void bv_scoring_page_be_detailed (BvPageInterface *iface);
void bv_scoring_page_build_details (BvScoringPage *page);
void bv_scoring_page_show_details (BvScoringPage *page);
void bv_scoring_page_show_history (BvPage *page);
void bv_scoring_page_go_to_document (BvPage *page);

/* app/scoring/score-decisions.c: what the page does with cells. */
char *bv_scoring_page_write (BvScoringPage *page, guint row, guint column, const char *text);
void bv_scoring_page_accept (BvPage *page);
void bv_scoring_page_return (BvPage *page);
void bv_scoring_page_clear (BvPage *page);
void bv_scoring_page_go_to_next (BvPage *page);
void bv_scoring_page_go_to_previous (BvPage *page);
BvScorePlace bv_scoring_page_find_place (BvScoringPage *page, guint row, guint column);
GdkRectangle bv_scoring_page_get_place (BvScoringPage *page);

/* app/scoring/score-answers.c: what it does with those that are given more than points. */
char *bv_scoring_page_answer (BvScoringPage *page, guint row, guint column, const char *text);
char *bv_scoring_page_explain (BvScoringPage *page, guint row, guint column, const char *text);
void bv_scoring_page_expect_written (BvScoringPage *page, const BvScorePlace *place);
void bv_scoring_page_open_answer (BvScoringPage *page, guint row, guint column);

/* app/scoring/score-filters.c */
void bv_scoring_page_install_filter (GtkWidgetClass *widget_class);
void bv_scoring_page_set_filter (BvScoringPage *page, BvScoreFilter filter);
void bv_scoring_page_open_filter (BvPage *page);
gboolean bv_scoring_page_explain_filter (BvScoringPage *page);
void bv_scoring_page_take_filter (BvScoringPage *page);

/* app/scoring/score-fills.c */
void bv_scoring_page_fill_down (BvPage *page);
void bv_scoring_page_fill_right (BvPage *page);

G_END_DECLS
