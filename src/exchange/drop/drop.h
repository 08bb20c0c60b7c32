/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/intake-origin.h"
#include "store/library.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that was found. */
typedef struct
{
  char *path; /* where it can be read while the drop is there */
  BvIntakeOrigin *origin;
  GError *failure; /* why what is in it is not known; NULL: it is a file to be read */
} BvDropItem;

/**
 * BvDrop:
 *
 * What was handed over together: files, folders, archives and mails, and whatever these hold, each file once.
 */
typedef struct _BvDrop BvDrop;

BvDrop *bv_drop_new (BvLibrary *library);
void bv_drop_free (BvDrop *drop);
gboolean bv_drop_add (BvDrop *drop, const char *path, GCancellable *cancellable, GError **error);
const GPtrArray *bv_drop_get_items (const BvDrop *drop);
guint bv_drop_count_left_out (const BvDrop *drop);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDrop, bv_drop_free)

G_END_DECLS
