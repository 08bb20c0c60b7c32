/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A nominee, by its place in the campaign, with a text that another may have too. */
typedef struct
{
  guint hash;
  guint nominee;
  const char *text;
} BvTwin;

/**
 * BvTwins:
 *
 * Who may have the same text as another: a cheap sieve before texts are compared. Nobody is lost in it, and
 * most of those who are alone are.
 */
typedef struct _BvTwins BvTwins;

BvTwins *bv_twins_new (guint expected);
void bv_twins_free (BvTwins *twins);
void bv_twins_add (BvTwins *twins, guint hash, guint nominee, const char *text);
void bv_twins_mark (BvTwins *twins, guint hash);
gboolean bv_twins_has (const BvTwins *twins, guint hash);
const BvTwin *bv_twins_next (const BvTwins *twins, guint *cursor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvTwins, bv_twins_free)

G_END_DECLS
