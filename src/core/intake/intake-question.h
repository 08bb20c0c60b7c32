/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What cannot be told from tables from outside, and is asked: once for all places where it is the same. */
typedef enum
{
  BV_ASKED_SIGNS,     /* whether texts are in old signs */
  BV_ASKED_SHEET,     /* whether a sheet is an answer, or an example */
  BV_ASKED_FILE_UNIT, /* whose a file is */
  BV_ASKED_COLUMN,    /* what a column holds */
  BV_ASKED_POINTS,    /* whose points a table has */
  BV_ASKED_SUBJECT,   /* whether a name is a person's or a unit's */
  BV_ASKED_UNIT,
  BV_ASKED_GROUP,
  BV_ASKED_PERSON,
  BV_ASKED_CONFLICT, /* which of two values holds */
  BV_ASKED_PROOF,    /* what a file proves */
  BV_N_ASKED,
} BvAskedKind;

/* The answer to questions of most kinds: what it is about is left out. */
#define BV_ANSWER_LEAVE_OUT "-"

/* The answers to a conflict; what is said of all of a file is said of this. */
#define BV_ANSWER_OURS "ours"
#define BV_ANSWER_THEIRS "theirs"
#define BV_ANSWER_FOR_ALL "*"

typedef struct
{
  char *answer; /* as it is given */
  char *title;  /* what it means, as people read it */
  char *reason; /* translated: why it may be meant; NULL: nothing speaks for it */
} BvIntakeChoice;

typedef struct
{
  BvAskedKind kind;
  char *scope;        /* within what the answer holds; empty: everywhere */
  char *said;         /* the same for all places that the answer is for */
  char *key;          /* by which the answer is given: kind, scope and said */
  char *shown;        /* as it was written where it was met first */
  char *refused;      /* an answer that was given, and is none; NULL: none was */
  char **samples;     /* before → after; NULL: none */
  GPtrArray *choices; /* of BvIntakeChoice, the likest first */
} BvIntakeQuestion;

/* What was answered. */
typedef struct
{
  char *kind; /* bv_asked_kind_get_name() */
  char *scope;
  char *said;
  char *meant;
} BvIntakeAnswer;

/**
 * BvIntakeQuestions:
 *
 * What is asked of all files that are taken in together, what was answered now, and what was learned before.
 */
typedef struct _BvIntakeQuestions BvIntakeQuestions;

const char *bv_asked_kind_get_name (BvAskedKind kind);
const char *bv_asked_kind_get_title (BvAskedKind kind);
gboolean bv_asked_kind_is_of_unit (BvAskedKind kind);
gboolean bv_asked_kind_can_leave_out (BvAskedKind kind);
char *bv_intake_question_key (BvAskedKind kind, const char *scope, const char *said);

BvIntakeQuestions *bv_intake_questions_new (void);
void bv_intake_questions_free (BvIntakeQuestions *questions);
void bv_intake_questions_learn (BvIntakeQuestions *questions, const BvIntakeAnswer *answer);
void bv_intake_questions_answer (BvIntakeQuestions *questions, const char *key, const char *answer);

const char *bv_intake_questions_find (BvIntakeQuestions *questions,
                                      BvAskedKind kind,
                                      const char *scope,
                                      const char *said);
BvIntakeQuestion *bv_intake_questions_ask (BvIntakeQuestions *questions,
                                           BvAskedKind kind,
                                           const char *scope,
                                           const char *said,
                                           const char *shown);
void bv_intake_question_offer (BvIntakeQuestion *question,
                               const char *answer,
                               const char *title,
                               const char *reason);

guint bv_intake_questions_count_uses (const BvIntakeQuestions *questions);
void bv_intake_questions_take_back_uses (BvIntakeQuestions *questions, guint n_uses);
void bv_intake_questions_settle (BvIntakeQuestions *questions,
                                 BvAskedKind kind,
                                 const char *scope,
                                 const char *said,
                                 const char *meant);

const GPtrArray *bv_intake_questions_list (const BvIntakeQuestions *questions);
GPtrArray *bv_intake_questions_list_learned (const BvIntakeQuestions *questions, const char *kind);
GPtrArray *bv_intake_questions_list_new (const BvIntakeQuestions *questions);
GPtrArray *bv_intake_questions_list_unasked (const BvIntakeQuestions *questions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntakeQuestions, bv_intake_questions_free)

void bv_intake_answer_free (gpointer data);

G_END_DECLS
