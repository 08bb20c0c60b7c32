/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/container/container-budget.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Room-private: a file that was unpacked. */
typedef struct
{
  char *path;  /* where it lies now */
  char *inner; /* where it was, with “/” between folders */
} BvDropFile;

/* Room-private: what an archive or mail held. */
typedef struct
{
  GPtrArray *files; /* of BvDropFile */
  char *sender;     /* NULL: it is no mail, or says none */
  char *sent;
  guint n_left_out;
} BvDropUnpacked;

BvDropUnpacked *bv_drop_unpack (const char *path,
                                const char *folder,
                                BvContainerBudget *budget,
                                GCancellable *cancellable,
                                GError **error);
gboolean bv_drop_fail_writing (const char *folder, int code, GError **error);
void bv_drop_unpacked_free (BvDropUnpacked *unpacked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDropUnpacked, bv_drop_unpacked_free)

G_END_DECLS
