/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/workbook/workbook-book.h"

G_BEGIN_DECLS

/* What a workbook says of itself in its properties; each may be NULL. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  const char *company;
  const char *comments;
  const char *status;
} BvWorkbookProperties;

void bv_workbook_properties_set (BvBook *book, const BvWorkbookProperties *properties);
void bv_workbook_properties_add (BvBook *book, const char *name, const char *text);
void bv_workbook_properties_add_flag (BvBook *book, const char *name, gboolean flag);

G_END_DECLS
