/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a document from outside, or a page of it, is not shown: each has its words, which say what to do. */

#define BV_FOLIO_ERROR (bv_folio_error_quark ())
GQuark bv_folio_error_quark (void);

typedef enum
{
  BV_FOLIO_ERROR_ABSENT,   /* there is no such file, or it may not be read */
  BV_FOLIO_ERROR_EMPTY,    /* no byte */
  BV_FOLIO_ERROR_FOREIGN,  /* neither PDF nor picture */
  BV_FOLIO_ERROR_DAMAGED,  /* cut off or changed */
  BV_FOLIO_ERROR_PASSWORD, /* locked */
  BV_FOLIO_ERROR_COSTLY,   /* not within the limits of time and memory */
  BV_FOLIO_ERROR_UNABLE,   /* this build has no reader of PDF */
  BV_FOLIO_ERROR_LAST = BV_FOLIO_ERROR_UNABLE,
} BvFolioError;

gboolean bv_folio_refuse (BvFolioError code, GError **error);

G_END_DECLS
