/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/answers/answer-list.h"
#include "app/answers/question-panel.h"
#include "app/intake/file-list.h"
#include "app/intake/intake-page.h"
#include "app/intake/intake-preview.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-tree.h"

G_BEGIN_DECLS

/**
 * BvIntakePage:
 *
 * What is to become of files that came back, before anything is written.
 */
struct _BvIntakePage
{
  BvTablePage parent_instance;
  GtkLabel *title_label;
  GtkWidget *refused_button;
  GtkButton *take_button;
  GtkLabel *open_label;
  BvAnswerList *answer_list;
  GtkCheckButton *whole_check;
  GtkExpander *enclosures_expander;
  GtkLabel *enclosures_label;
  BvFileList *files;
  GtkLabel *file_label;
  GtkLabel *remarks_label;
  BvTableFrame *frame;
  BvCells *name_cells;
  BvQuestionPanel *panel;

  BvIntakePreview *intake; /* NULL: nothing is to be taken in */
  BvWork *work;            /* what is done with it; NULL: nothing */
  gboolean takes_whole;    /* of a file in which something waits nothing is written */
  guint next; /* the place from which to go on when it was planned anew; GTK_INVALID_LIST_POSITION: nowhere */
  guint showing;      /* shows the page; 0: it is shown, or was not asked for */
  char *again;        /* the key of the question whose answer was taken back; NULL: of none */
  BvTableTree *tree;  /* of the sections */
  GtkWindow *dropped; /* the window on which files are dropped; not owned */
};

/* What is shown of the intake. */
guint bv_intake_page_count_files (BvIntakePage *self);
void bv_intake_page_focus_selected (BvIntakePage *self);
const BvPlannedFile *bv_intake_page_get_file (BvIntakePage *self);
BvPlanRow bv_intake_page_get_row (BvIntakePage *self, BvRow *row);
GtkSingleSelection *bv_intake_page_get_selection (BvIntakePage *self);
void bv_intake_page_next_file (BvPage *page);
void bv_intake_page_next_open (BvPage *page);
void bv_intake_page_previous_file (BvPage *page);
gboolean bv_intake_page_select_open (BvIntakePage *self, guint from, BvPlanRowTest is_wanted);
gboolean bv_intake_page_select_key (BvIntakePage *self, const char *key);
gboolean bv_intake_page_select_open_file (BvIntakePage *self, BvPlanRowTest is_wanted);
void bv_intake_page_set_intake (BvIntakePage *self, BvIntakePreview *intake);
void bv_intake_page_show_file (BvIntakePage *self);
void bv_intake_page_show_intake (BvIntakePage *self);
void bv_intake_page_show_row (BvIntakePage *self, BvRow *row);
void bv_intake_page_show_rows (gpointer page);
void bv_intake_page_show_selected (BvIntakePage *self);

/* What is done with it. */
void bv_intake_page_answered (BvIntakePage *self, const char *key, const char *answer, const char *title);
void bv_intake_page_drop_intake (BvPage *page);
void bv_intake_page_save_refused (BvPage *page);
void bv_intake_page_take_back_last (BvPage *page);
void bv_intake_page_take_in_all (BvPage *page);
void bv_intake_page_taken_back (BvIntakePage *self, const char *key);
void bv_intake_page_whole_toggled (BvIntakePage *self);

G_END_DECLS
