/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/wanted.h"
#include "store/changes.h"
#include "store/error.h"

G_BEGIN_DECLS

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

/**
 * BvChangedFunc:
 * @library: the library
 * @changes: the rows that were changed by the last action, undo or redo
 * @data: the caller's
 *
 * Called after the commit, for live refresh.
 */
typedef void (*BvChangedFunc) (BvLibrary *library, const BvChanges *changes, gpointer data);

BvLibrary *bv_library_open (const char *folder, BvLibraryMode mode, GError **error);
gboolean bv_library_fits_folder (const char *folder);
BvLibrary *bv_library_open_copy (const char *database, const char *folder, GError **error);
void bv_library_close (BvLibrary *library);
gboolean bv_library_begin_reading (BvLibrary *library, GError **error);
void bv_library_end_reading (BvLibrary *library);
const char *bv_library_get_folder (BvLibrary *library);
gboolean bv_library_is_current (BvLibrary *library);
gboolean bv_library_is_writable (BvLibrary *library);
void bv_library_set_changed_func (BvLibrary *library, BvChangedFunc changed, gpointer data);
void bv_library_set_wanted_func (BvLibrary *library, BvWantedFunc wanted, gpointer data);
char *bv_library_get_path (BvLibrary *library, const char *name);
char *bv_library_make_temporary_folder (BvLibrary *library, GError **error);
void bv_library_remove_temporary_folder (const char *folder);
char *bv_library_default_folder (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLibrary, bv_library_close)

G_END_DECLS
