/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposed-list.h"
#include "print/document.h"

G_BEGIN_DECLS

/* What stands over a part, NULL for nothing, and in the cells of an entry. */
typedef char *(*BvListPartWriter) (const BvProposedList *list, guint part);
typedef char **(*BvListRowWriter) (const BvProposedList *list, guint entry);

void bv_list_rows_add (BvBlock *table,
                       const BvProposedList *list,
                       BvListPartWriter write_part,
                       BvListRowWriter write_row);

G_END_DECLS
