/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/intake/match/unit-match.h"

G_BEGIN_DECLS

/* Which assessments a file proves. Certain is only what a form names, or a unit and a criterion that the
 * folders name; all that is merely alike is asked. */

typedef enum
{
  BV_PROOF_MATCH_NONE,
  BV_PROOF_MATCH_ASKED,
  BV_PROOF_MATCH_CERTAIN,
} BvProofMatchState;

/* Why a file proves something, or may. */
typedef enum
{
  BV_PROOF_UNNAMED, /* nothing says what it proves */
  BV_PROOF_BY_NAME,
  BV_PROOF_BY_NUMBER,
  BV_PROOF_BY_FOLDERS,
  BV_PROOF_NO_MARKS,
  BV_PROOF_INSIDE,     /* the number stands within its name */
  BV_PROOF_OTHER_UNIT, /* it is named by another unit than the one in whose folder it lies */
  BV_PROOF_SEVERAL,    /* units that it may be of name such a document */
  BV_PROOF_ALIKE,      /* documents whose numbers differ in marks */
  BV_PROOF_UNIT,       /* the folder of no unit for certain */
  BV_PROOF_CRITERION,  /* the folder of no criterion for certain */
  BV_PROOF_TWICE,      /* another file is the document, too */
  BV_PROOF_ANSWERED,   /* somebody says so */
  BV_N_PROOF_REASONS,
} BvProofReason;

/* A document that a form names. */
typedef struct
{
  const char *nominee;   /* a key */
  const char *criterion; /* a code; NULL: all leaves of the nominee */
  const char *unit;      /* the code of the unit whose form it is */
  const char *name;      /* its number, its title, or the name of its file */
  gconstpointer data;    /* of who asks */
} BvProofDocument;

typedef struct
{
  const char *name;           /* of the file */
  const char *const *folders; /* that it lies in, from the outside */
  const char *unit;           /* the code of the unit whose answer it came with; NULL: with none */
} BvProofFile;

/* What a file proves, or may. */
typedef struct
{
  const BvProofDocument *document; /* NULL: no form names it */
  const char *nominee;             /* a key */
  const char *criterion;           /* a code; NULL: all leaves of the nominee, or not known */
} BvProofTarget;

typedef struct
{
  BvProofMatchState state;
  BvProofReason reason;
  GArray *targets; /* of BvProofTarget: all of them where it is certain, else candidates */
} BvProofMatch;

typedef struct _BvProofMatcher BvProofMatcher;

BvProofMatcher *
bv_proof_matcher_new (const GPtrArray *groups, const GPtrArray *nominees, const BvUnitMatcher *units);
void bv_proof_matcher_free (BvProofMatcher *matcher);
void bv_proof_matcher_add (BvProofMatcher *matcher, const BvProofDocument *document);

BvProofMatch *bv_proof_match_find (const BvProofMatcher *matcher, const BvProofFile *file);
void bv_proof_match_free (BvProofMatch *match);
const char *bv_proof_match_reason_title (BvProofReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProofMatcher, bv_proof_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProofMatch, bv_proof_match_free)

G_END_DECLS
