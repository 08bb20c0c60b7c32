/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/intake/file-counts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_FILE_LIST (bv_file_list_get_type ())
G_DECLARE_FINAL_TYPE (BvFileList, bv_file_list, BV, FILE_LIST, GtkWidget)

void bv_file_list_set (BvFileList *list, const BvImportPlan *plan, const GArray *files);
const BvFileCounts *bv_file_list_get_chosen (BvFileList *list);
guint bv_file_list_get_place (BvFileList *list);
void bv_file_list_choose (BvFileList *list, guint place);

G_END_DECLS
