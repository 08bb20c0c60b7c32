/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who has a text that another may have too. */
typedef struct
{
  guint hash;  /* equal for equal texts */
  guint place; /* of the nominee or the piece of evidence, in the campaign */
  const char *text;
} BvTwin;

typedef guint (*BvTwinsHashFunc) (const char *text);

/**
 * BvTwins:
 *
 * Who may have the same text as another: a cheap sieve before texts are compared. Nobody is lost in it, and
 * most of those who are alone are.
 */
typedef struct _BvTwins BvTwins;

guint bv_twins_hash_key (const char *key);
BvTwins *bv_twins_new (guint expected, BvTwinsHashFunc hash);
void bv_twins_free (BvTwins *twins);
void bv_twins_add (BvTwins *twins, guint place, const char *text);
void bv_twins_mark (BvTwins *twins, guint hash);
gboolean bv_twins_has (BvTwins *twins, guint hash);
const BvTwin *bv_twins_next (BvTwins *twins, guint *cursor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTwins, bv_twins_free)

G_END_DECLS
