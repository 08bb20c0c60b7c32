/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/scoring/score-sheet.h"

G_BEGIN_DECLS

/* Cells of the sheet go to the clipboard, as they are seen. */

void bv_score_clipboard_copy (GtkWidget *widget,
                              const BvScoreModel *model,
                              const BvScoreBlock *block,
                              BvScoreEditColumn column);

G_END_DECLS
