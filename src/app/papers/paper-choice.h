/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "print/paper.h"

G_BEGIN_DECLS

#define BV_TYPE_PAPER_CHOICE (bv_paper_choice_get_type ())
G_DECLARE_FINAL_TYPE (BvPaperChoice, bv_paper_choice, BV, PAPER_CHOICE, GObject)

BvPaperChoice *bv_paper_choice_new (BvPaperId paper, const char *title, const BvPaperScope *scope);
BvPaperId bv_paper_choice_get_paper (BvPaperChoice *choice);
const char *bv_paper_choice_get_title (BvPaperChoice *choice);
BvPaperScope bv_paper_choice_get_scope (BvPaperChoice *choice);
gboolean bv_paper_choice_is_same (BvPaperChoice *choice, BvPaperChoice *other);
void bv_paper_choice_append_nominee (GListStore *choices, BvSession *session, gint64 nominee);
void bv_paper_choice_fill (GListStore *choices, BvSession *session, BvPaperId paper, GListModel *special);

G_END_DECLS
