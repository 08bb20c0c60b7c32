/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_LIST (bv_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidenceList, bv_evidence_list, BV, EVIDENCE_LIST, GtkWidget)

void bv_evidence_list_set_table (BvEvidenceList *list,
                                 BvTable *table,
                                 gint64 criterion,
                                 const char *code,
                                 const char *locked);

const char *bv_evidence_list_get_name (BvTable *table, guint row);

G_END_DECLS
