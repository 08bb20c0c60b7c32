/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/evidence/evidence-popover.h"
#include "app/pane/score-pane.h"
#include "app/pane/twin-line.h"
#include "app/viewer/paper-view.h"

G_BEGIN_DECLS

/* Room-private: what the parts of the pane have in common. */

struct _BvScorePane
{
  GtkWidget parent_instance;
  GtkWidget *head;
  GtkLabel *name_label;
  GtkLabel *total_label;
  GtkLabel *leaf_label;
  GtkLabel *max_label;
  GtkLabel *self_label;
  GtkLabel *verified_title;
  GtkLabel *verified_label;
  GtkLabel *explanation_label;
  GtkLabel *note_label;
  GtkWidget *accept_button;
  GtkLabel *accept_label;
  GtkWidget *accept_key;
  GtkWidget *return_key;
  GtkWidget *papers;
  BvDocumentList *list;
  BvTwinLine *twin_line;
  GtkLabel *nothing_label;
  GtkWidget *add_button;
  GtkWidget *link_button;
  GtkWidget *paper;
  BvPaperView *paper_view;

  BvSession *session;
  gint64 nominee;   /* 0: no cell is shown */
  gint64 criterion; /* the row of its leaf */
  char *code;       /* of the leaf */
  char *name;       /* of the nominee */
  gint64 wanted;    /* pieces of evidence that the leaf asks for */

  BvScorePapers *known; /* what was read of the cell; NULL: nothing yet */
  gboolean is_stale;    /* something is to be read when the pane is seen */
  gboolean had_focus;   /* the list, before it was emptied */
  guint n_before;       /* documents, before one is added that is to be chosen; G_MAXUINT: none is */
  guint source;

  GtkWidget *menu;                /* of a document; NULL until it was asked for */
  GtkWidget *linking;             /* the popover of stored documents; NULL until it was asked for */
  GtkWidget *users;               /* the popover of nominees; NULL until it was asked for */
  GtkWidget *history;             /* the popover of what was before; NULL until it was asked for */
  BvEvidencePopover *particulars; /* of a document; NULL until it was asked for */
};

void bv_score_pane_reload (BvScorePane *pane);

/* app/pane/pane-documents.c: what is done with the documents. */
void bv_score_pane_install_documents (GtkWidgetClass *widget_class);
void bv_score_pane_listen_to_documents (BvScorePane *pane);
void bv_score_pane_update_documents (BvScorePane *pane);
void bv_score_pane_close_popovers (BvScorePane *pane);

G_END_DECLS
