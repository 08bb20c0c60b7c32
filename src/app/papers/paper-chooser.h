/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/papers/paper-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_PAPER_CHOOSER (bv_paper_chooser_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperChooser, bv_paper_chooser, BV, PAPER_CHOOSER, GtkWidget)

void bv_paper_chooser_set_session (BvPaperChooser *chooser, BvSession *session);
void bv_paper_chooser_choose (BvPaperChooser *chooser, BvPaperChoice *choice, GListModel *special);
BvPaperId bv_paper_chooser_get_paper (BvPaperChooser *chooser);
BvPaperChoice *bv_paper_chooser_get_chosen (BvPaperChooser *chooser);

G_END_DECLS
