/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/distinct.h"

G_BEGIN_DECLS

/* Neighbours in the order of an agreement. */
typedef struct
{
  guint first;
  guint length;
} BvAgreementSpan;

#define BV_AGREEMENT_SPANS 3

/* Nominees of which each agrees with each other. They lie in up to three places of the order, so that those
 * who agree with many (a person without a birth) are kept once. */
typedef struct
{
  BvAgreementSpan spans[BV_AGREEMENT_SPANS];
  gconstpointer source; /* of evidence its BvEvidence, of an award its BvAward; else NULL */
} BvAgreementSet;

/**
 * BvAgreement:
 *
 * Which nominees of a campaign agree in one kind of what must not be the same twice (RULES.md).
 */
typedef struct
{
  BvSameKind kind;
  GArray *order; /* of guint: nominees, by their place in the campaign */
  GArray *sets;  /* of BvAgreementSet */
  guint *links;  /* of each nominee one that it agrees with over others; itself: none */
} BvAgreement;

BvAgreement *bv_agreement_new (BvSameKind kind, guint n_nominees);
void bv_agreement_free (BvAgreement *agreement);
BvAgreementSpan bv_agreement_close_span (BvAgreement *agreement, guint first);
void bv_agreement_add_set (BvAgreement *agreement, const BvAgreementSet *set);
void bv_agreement_add_span (BvAgreement *agreement, guint first, gconstpointer source);
guint bv_agreement_root (const BvAgreement *agreement, guint nominee);
guint bv_agreement_set_size (const BvAgreementSet *set);
guint bv_agreement_set_nominee (const BvAgreement *agreement, const BvAgreementSet *set, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvAgreement, bv_agreement_free)

G_END_DECLS
