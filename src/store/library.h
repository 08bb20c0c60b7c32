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
} BvStoreError;

typedef enum
{
  BV_LIBRARY_READ,   /* alongside a writer */
  BV_LIBRARY_WRITE,  /* the one writer */
  BV_LIBRARY_CREATE, /* the one writer; the folder may be absent or empty */
} BvLibraryMode;

/**
 * BvLibrary:
 *
 * A library: one folder with `bangvang.db`, the lock and the vault. All campaigns live in it. A library
 * belongs to one thread at a time; another thread opens its own with %BV_LIBRARY_READ.
 */
typedef struct _BvLibrary BvLibrary;

BvLibrary *bv_library_open (const char *folder, BvLibraryMode mode, GError **error);
void bv_library_close (BvLibrary *library);
const char *bv_library_get_folder (BvLibrary *library);
gboolean bv_library_is_writable (BvLibrary *library);
char *bv_library_get_path (BvLibrary *library, const char *name);
char *bv_library_make_temporary_folder (BvLibrary *library, GError **error);
void bv_library_remove_temporary_folder (const char *folder);
char *bv_library_default_folder (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLibrary, bv_library_close)

G_END_DECLS
