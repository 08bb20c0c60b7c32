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
  BV_PAPER_ERROR_NOTHING, /* there is nothing that it could say */
} BvPaperError;

/* Everything that can be printed, in the order in which it is listed: its constant, and what its file defines
 * of it. A paper more is a file and a row. */
#define BV_PAPERS(ROW)                      \
  ROW (SUBMISSION, bv_submission_paper)     \
  ROW (SUPPLEMENT, bv_supplement_paper)     \
  ROW (COLLECTIVES, bv_collectives_paper)   \
  ROW (INDIVIDUALS, bv_individuals_paper)   \
  ROW (RANKING, bv_ranking_paper)           \
  ROW (SCORES, bv_scores_paper)             \
  ROW (VERIFICATION, bv_verification_paper) \
  ROW (MISSING, bv_missing_paper)           \
  ROW (ACHIEVEMENT, bv_achievement_paper)   \
  ROW (BALLOT, bv_ballot_paper)             \
  ROW (COUNTING, bv_counting_paper)         \
  ROW (MINUTES, bv_minutes_paper)           \
  ROW (APPRAISAL, bv_appraisal_paper)

#define BV_PAPER_CONSTANT(name, paper) BV_PAPER_##name,
#define BV_PAPER_OBJECT(name, paper) extern const BvPaper paper;

typedef enum
{
  BV_PAPERS (BV_PAPER_CONSTANT) BV_N_PAPERS,
} BvPaperId;

/* A set of papers, as of what goes with a mail, is a guint. */
#define BV_PAPER_SET(paper) (1u << (paper))

G_STATIC_ASSERT (BV_N_PAPERS <= 32);

/* What is wanted of a paper. */
typedef struct
{
  const char *group;   /* key; NULL: all */
  const char *nominee; /* key; NULL: all */
  const char *unit;    /* code; NULL: all */
  gboolean as_annex;   /* of a list: without head and signature, as it stands behind the submission */
  gboolean proposed;   /* of a paper of nominees: only those proposed, in the order of the lists */
} BvPaperScope;

/* How a paper can be narrowed. */
typedef enum
{
  BV_PAPER_BY_GROUP = 1 << 0,
  BV_PAPER_BY_NOMINEE = 1 << 1,
  BV_PAPER_BY_UNIT = 1 << 2,
  BV_PAPER_AS_ANNEX = 1 << 3,
} BvPaperParts;

#define BV_PAPER_BY_ANY (BV_PAPER_BY_GROUP | BV_PAPER_BY_NOMINEE | BV_PAPER_BY_UNIT)

/* What a paper is for. */
typedef enum
{
  BV_PAPER_PROPOSED = 1 << 0, /* it belongs to the proposal: marked DỰ THẢO until that is sealed */
  BV_PAPER_MAILED = 1 << 1,   /* it may go with a mail of the proposal */
  BV_PAPER_WORDED = 1 << 2,   /* the campaign words it: there is something to edit */
  BV_PAPER_FOLLOWS = 1 << 3,  /* it says what differs from what was sealed before, where there is that */
} BvPaperUse;

/* What can be chosen of a paper on screen, beside what is selected there. */
typedef struct
{
  const char *whole;    /* what all of it is called, English msgid; NULL: it is not offered beside parts */
  gboolean whole_first; /* it is likelier wanted than a part */
  gboolean by_group;
} BvPaperChoices;

/* How a paper stands in the dossier, in Vietnamese. */
typedef struct
{
  guint place;                /* from 1; 0: not at all */
  const char *title;          /* in the list of documents */
  const char *stem;           /* of its file, behind the place */
  const char *editable_title; /* of the same as a file for Word; NULL: there is none */
} BvPaperDossier;

typedef struct
{
  const char *name;  /* on the command line */
  const char *title; /* on screen, English msgid */
  const char *help;  /* what it is, English msgid */
  guint takes;       /* a set of BvPaperParts */
  guint use;         /* a set of BvPaperUse */
  BvPaperChoices choices;
  BvPaperDossier dossier;
  BvDocument *(*compose) (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
} BvPaper;

BV_PAPERS (BV_PAPER_OBJECT)

gboolean bv_paper_scope_check (const BvProposal *proposal, const BvPaperScope *scope, GError **error);
gboolean bv_paper_scope_takes (const BvProposal *proposal, const BvPaperScope *scope, guint entrant);

GArray *bv_paper_scope_list (const BvProposal *proposal, const BvPaperScope *scope, GError **error);

const BvPaper *bv_paper_get (BvPaperId paper);
const char *bv_paper_name (BvPaperId paper);
const char *bv_paper_title (BvPaperId paper);
gboolean bv_paper_applies (BvPaperId paper, const BvProposal *proposal);
gboolean bv_paper_takes (BvPaperId paper, const BvPaperScope *scope, GError **error);
BvPaperId bv_paper_find_in_dossier (guint place);
gboolean bv_paper_find (const char *name, BvPaperId *paper, GError **error);
BvDocument *
bv_paper_compose (BvPaperId paper, const BvProposal *proposal, const BvPaperScope *scope, GError **error);

G_END_DECLS
