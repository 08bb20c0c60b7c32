/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook/workbook-book.h"

G_BEGIN_DECLS

/* What a workbook is made of. */
typedef struct
{
  const BvProposal *proposal; /* NULL: it is none */
  guint n_rows;               /* how many there will be, nearly */
  void (*fill) (BvBook *book, gpointer data);
  gpointer data;
} BvWorkbookContent;

char *bv_workbook_file_write (const BvWorkbookContent *content,
                              const char *path,
                              const char *temporary_folder,
                              const BvProgress *progress,
                              guint *n_cut,
                              GError **error);

G_END_DECLS
