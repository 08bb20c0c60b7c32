/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/proposal.h"
#include "print/document.h"

G_BEGIN_DECLS

#define BV_PAPER_ERROR (bv_paper_error_quark ())
GQuark bv_paper_error_quark (void);

typedef enum
{
  BV_PAPER_ERROR_UNKNOWN, /* no such paper, group, nominee or unit */
  BV_PAPER_ERROR_SCOPE,   /* the paper is not made of what was asked for */
} BvPaperError;

/* Everything that can be printed, by the names of `bangvang-cli print --list`. */
typedef enum
{
  BV_PAPER_COLLECTIVES,  /* Phụ lục I */
  BV_PAPER_INDIVIDUALS,  /* Phụ lục II */
  BV_PAPER_RANKING,      /* of each pool, or of one group */
  BV_PAPER_SCORES,       /* of a group: leaf × nominee */
  BV_PAPER_VERIFICATION, /* of one nominee, or of each of a group */
  BV_PAPER_MISSING,      /* of each unit, or of one */
  BV_PAPER_BALLOT,       /* of the council */
  BV_PAPER_MINUTES,      /* of the council's meeting */
  BV_PAPER_SUBMISSION,   /* Tờ trình */
  BV_N_PAPERS,
} BvPaperId;

/* What is wanted of a paper. */
typedef struct
{
  const char *group;   /* key; NULL: all */
  const char *nominee; /* key; NULL: all */
  const char *unit;    /* code; NULL: all */
} BvPaperScope;

/* By what the making of a paper can be narrowed. */
typedef enum
{
  BV_PAPER_BY_GROUP = 1 << 0,
  BV_PAPER_BY_NOMINEE = 1 << 1,
  BV_PAPER_BY_UNIT = 1 << 2,
} BvPaperParts;

gboolean bv_paper_scope_check (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
gboolean bv_paper_scope_takes (const BvProposal *proposal, const BvPaperScope *scope, guint entrant);

const char *bv_paper_name (BvPaperId paper);
const char *bv_paper_title (BvPaperId paper);
gboolean bv_paper_takes (BvPaperId paper, const BvPaperScope *scope, GError **error);
gboolean bv_paper_find (const char *name, BvPaperId *paper, GError **error);
BvDocument *
bv_paper_compose (BvPaperId paper, const BvProposal *proposal, const BvPaperScope *scope, GError **error);

G_END_DECLS
