/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records that a reference may name, by key and title, each once. */

typedef struct _BvCandidates BvCandidates;

BvCandidates *bv_candidates_new (void);
void bv_candidates_free (BvCandidates *candidates);
gboolean bv_candidates_equal (const BvCandidates *a, const BvCandidates *b);
guint bv_candidates_count (const BvCandidates *candidates);
void bv_candidates_add (BvCandidates *candidates, const char *key, const char *title);
guint bv_candidates_find (const BvCandidates *candidates, const char *key);
const char *bv_candidates_key (const BvCandidates *candidates, guint index);
const char *bv_candidates_title (const BvCandidates *candidates, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCandidates, bv_candidates_free)

G_END_DECLS
