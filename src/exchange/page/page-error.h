/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a document from outside, or a page of it, is not shown: each has its words, which say what to do. */

#define BV_PAGE_ERROR (bv_page_error_quark ())
GQuark bv_page_error_quark (void);

typedef enum
{
  BV_PAGE_ERROR_ABSENT,   /* there is no such file, or it may not be read */
  BV_PAGE_ERROR_EMPTY,    /* no byte */
  BV_PAGE_ERROR_FOREIGN,  /* neither PDF nor picture */
  BV_PAGE_ERROR_DAMAGED,  /* cut off or changed */
  BV_PAGE_ERROR_PASSWORD, /* locked */
  BV_PAGE_ERROR_COSTLY,   /* not within the limits of time and memory */
  BV_PAGE_ERROR_UNABLE,   /* this build has no reader of PDF */
  BV_PAGE_ERROR_LAST = BV_PAGE_ERROR_UNABLE,
} BvPageError;

gboolean bv_page_refuse (BvPageError code, GError **error);

G_END_DECLS
