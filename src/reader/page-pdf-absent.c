/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/page/page-error.h"
#include "reader/page-document.h"

#include <string.h>

static gboolean
is_pdf (const char *path, const char *beginning, gsize length)
{
  return g_strstr_len (beginning, (gssize) length, "%PDF-") != NULL;
}

static gpointer
refuse (const char *path, guint *n_pages, GError **error)
{
  bv_page_refuse (BV_PAGE_ERROR_UNABLE, error);
  return NULL;
}

/* Where Poppler is not there a PDF is told, not shown. */
const BvPageKind bv_page_pdf = { is_pdf, refuse, NULL, NULL, NULL, NULL };
