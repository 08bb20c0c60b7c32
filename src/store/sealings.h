/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/**
 * BvSealing:
 *
 * That a proposal was sealed.
 */
typedef struct
{
  guint number;  /* among those of its campaign, from 1 */
  gint64 sealed; /* seconds since 1970 */
  gint64 date;   /* of the ranking */
  char *seal;
  char *reason; /* why it was sealed all the same; empty: nobody had to say */
  char *file;   /* the name of the file it went into */
  char *dump;   /* SHA-256 of the file of the vault that keeps what was sealed; NULL: it was not kept */
  char *chain;  /* the head of the journal's chain before it was sealed; empty: there was none yet */
} BvSealing;

char *bv_sealings_label (const char *file);
gboolean bv_sealings_record (BvLibrary *library, gint64 campaign, const BvSealing *sealing, GError **error);
gboolean bv_sealings_take (BvLibrary *library, gint64 campaign, GPtrArray *sealings, GError **error);
GPtrArray *bv_sealings_list (BvLibrary *library, gint64 campaign, GError **error);
BvSealing *bv_sealings_get (BvLibrary *library, gint64 campaign, guint number, GError **error);
gboolean bv_sealings_find_to_undo (BvLibrary *library, guint *number, gint64 *campaign, GError **error);
gboolean bv_sealings_find (BvLibrary *library,
                           gint64 campaign,
                           gint64 date,
                           const char *seal,
                           BvSealing **sealing,
                           GError **error);
void bv_sealing_free (BvSealing *sealing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvSealing, bv_sealing_free)

G_END_DECLS
