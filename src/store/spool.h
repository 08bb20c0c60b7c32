/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvSpool:
 *
 * Room-private: bytes that are written once, then read from their start as often as is wanted. They stand in
 * memory while they are few, in a work file of the library when they are many; whatever happens, that is gone
 * with the spool. It is written and read by SQLite itself: bv_spool_write() and bv_spool_read() are what its
 * streams ask for.
 */
typedef struct _BvSpool BvSpool;

BvSpool *bv_spool_new (BvLibrary *library, gsize most_in_memory);
void bv_spool_free (BvSpool *spool);
int bv_spool_write (void *spool, const void *bytes, int length);
void bv_spool_rewind (BvSpool *spool);
int bv_spool_read (void *spool, void *bytes, int *length);
gint64 bv_spool_get_length (const BvSpool *spool);
const GError *bv_spool_get_error (const BvSpool *spool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSpool, bv_spool_free)

G_END_DECLS
