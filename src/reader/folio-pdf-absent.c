/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/folio/folio-error.h"
#include "reader/folio-document.h"

#include <string.h>

static gboolean
is_pdf (const char *path, const char *beginning, gsize length)
{
  return g_strstr_len (beginning, (gssize) length, "%PDF-") != NULL;
}

static gpointer
refuse (const char *path, guint *n_pages, GError **error)
{
  bv_folio_refuse (BV_FOLIO_ERROR_UNABLE, error);
  return NULL;
}

/* Where Poppler is not there a PDF is told, not shown. */
const BvFolioKind bv_folio_pdf = { is_pdf, refuse, NULL, NULL, NULL, NULL };
