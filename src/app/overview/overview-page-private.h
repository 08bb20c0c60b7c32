/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/overview/figure.h"
#include "app/overview/group-figures.h"
#include "app/overview/overview-page.h"
#include "app/overview/receipt-chart.h"
#include "app/overview/total-chart.h"
#include "app/search/no-rows.h"

G_BEGIN_DECLS

/* Room-private: what the parts of the page have in common. */

struct _BvOverviewPage
{
  GtkWidget parent_instance;
  BvBanner *banner;
  GtkStack *whole; /* all, or that there is nobody yet */
  GtkWidget *left;
  BvFigure *days;
  BvFigure *silent;
  BvFigure *missing;
  BvFigure *unproven;
  BvFigure *waiting;
  BvFigure *awaiting;
  BvGroupFigures *groups;
  GtkButton *silent_button;
  GtkLabel *totals_title;
  BvTotalChart *totals;
  GtkWidget *receipts_title;
  BvReceiptChart *receipts;
  GtkBox *steps;
  BvTabs *tabs;
  GtkWidget *chip;
  GtkCheckButton *to_do_button;
  GtkStack *stack; /* the matrix, or that nobody is so */
  BvMatrix *matrix;
  BvNoRows *no_rows;

  BvOverview *overview; /* NULL: nothing is ranked, or not yet */
  BvMatrixRows *rows;
  BvOverviewSought sought; /* one thing; that something is to be done is asked beside it */
  gint64 group;            /* the row of that which is shown; 0: none */
  char *search;
  gboolean compact;
  gboolean was_left; /* for a cell of another page: then the order stays */
};

/* app/overview/overview-figures.c: what stands above and beside the matrix. */
void bv_overview_page_show_figures (BvOverviewPage *page);
void bv_overview_page_write_letters (BvOverviewPage *page);
const char *bv_overview_page_name_sought (BvOverviewSought sought);

G_END_DECLS
