/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BV_STORE_ERROR (bv_store_error_quark ())
GQuark bv_store_error_quark (void);

typedef enum
{
  BV_STORE_ERROR_DATABASE,  /* SQLite says so */
  BV_STORE_ERROR_LOCKED,    /* somebody else writes */
  BV_STORE_ERROR_FORMAT,    /* not a library, or of a newer program */
  BV_STORE_ERROR_NOT_FOUND, /* no such campaign, record, action or file */
  BV_STORE_ERROR_EXISTS,    /* the key is taken */
  BV_STORE_ERROR_CONFLICT,  /* later changes stand in the way of an undo */
  BV_STORE_ERROR_FILE,      /* the vault or a file given to it */
  BV_STORE_ERROR_DAMAGED,   /* what stands in the database is not what the program wrote */
  BV_STORE_ERROR_COPIED,    /* the library was copied while it was open */
  BV_STORE_ERROR_LOSS,      /* answers would be lost, or points lie above a maximum: to be asked for */
} BvStoreError;

G_END_DECLS
