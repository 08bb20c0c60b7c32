/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/table/table-frame.h"

G_BEGIN_DECLS

/* A row was dropped on another one, each told by what it stands for. */
typedef void (*BvCriteriaDropFunc) (gpointer page, gint64 dragged, gint64 target);

void bv_criteria_drag_listen (BvTableFrame *frame, BvCriteriaDropFunc dropped, GObject *page);

G_END_DECLS
