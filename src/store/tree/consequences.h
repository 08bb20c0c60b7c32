/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many of those whose points lie above a maximum are named. */
#define BV_CONSEQUENCES_NAMED 12

/* Points that somebody has, above a maximum that is to be. */
typedef struct
{
  gint64 nominee; /* its row */
  char *name;     /* the person, else the unit */
  char *criterion;
  gint64 points; /* 1/100: the highest of those that were given */
  gint64 max;
} BvExcess;

/**
 * BvConsequences:
 *
 * What a change of the rules of a campaign means, before it is made. An answer is what is stored of one
 * nominee and one criterion.
 */
typedef struct
{
  guint n_kept;        /* answers that stay as they are */
  guint n_lost;        /* answers of which all or a part has no place any more */
  guint n_gone;        /* nominees that go, with their answers */
  guint n_ranked;      /* nominees who may come to another place */
  guint n_above;       /* answers with points above a maximum that is to be */
  GPtrArray *excesses; /* of BvExcess: the first of these, at most BV_CONSEQUENCES_NAMED */
} BvConsequences;

BvConsequences *bv_consequences_new (void);
void bv_consequences_free (BvConsequences *consequences);
gboolean bv_consequences_are_harmless (const BvConsequences *consequences);
char *bv_consequences_write (const BvConsequences *consequences);
char *bv_consequences_write_loss (const BvConsequences *consequences);
char *bv_consequences_write_excesses (const BvConsequences *consequences, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvConsequences, bv_consequences_free)

G_END_DECLS
