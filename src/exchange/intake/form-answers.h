/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/header-find.h"
#include "core/intake/match/person-match.h"
#include "core/intake/match/unit-match.h"
#include "exchange/intake/form-facts.h"
#include "exchange/intake/planned-file.h"

G_BEGIN_DECLS

/* Room-private: a sheet of a form that came back, while a plan is made of it. */
typedef struct
{
  BvImportPlan *plan;
  BvPlannedFile *planned;
  const BvFormFacts *facts; /* NULL: it is no form */
  const BvGroup *group;
  const BvIntakeTable *table;
  const BvHeader *header;
  const BvUnitMatcher *units;
  GHashTable *rows; /* keys of the nominees that have had their row in this sheet */
  guint sheet;
  BvHeaderRules *rules;  /* what titles of criteria mean; NULL: codes alone name them */
  gboolean is_of_office; /* the points in it are given by whoever takes it in */
} BvFormAnswers;

/* Where something stands, and whom it is about. */
typedef struct
{
  guint row;
  const BvNominee *nominee; /* as it is now, or a new one of the plan; NULL: none */
  const char *subject;
} BvFormPlace;

void bv_form_answers_take_self (const BvFormAnswers *answers, const GArray *rows);
void bv_form_answers_take_assessed (const BvFormAnswers *answers, const GArray *rows);
void bv_form_answers_take_persons (const BvFormAnswers *answers, const GArray *rows);

BvNominee *bv_form_answers_put_forward (const BvFormAnswers *answers, const char *unit, const char *person);
BvPersonMatcher *bv_form_answers_know_persons (const BvFormAnswers *answers);

void bv_form_answers_note_unknown (const BvFormAnswers *answers);
void bv_form_answers_note_unknown_once (const BvFormAnswers *answers, const char *name);
gboolean bv_form_answers_go_on (const BvFormAnswers *answers, guint row);
gboolean bv_form_answers_doubt (const BvFormAnswers *answers, guint row, const char *subject);
BvPlannedValue *bv_form_answers_add (const BvFormAnswers *answers,
                                     const BvFormPlace *place,
                                     guint column,
                                     BvPlannedState state,
                                     const char *reason);
void bv_form_answers_take_points (const BvFormAnswers *answers,
                                  const BvFormPlace *place,
                                  guint column,
                                  const BvCriterion *leaf,
                                  const char *field);
void bv_form_answers_take_field (const BvFormAnswers *answers,
                                 const BvFormPlace *place,
                                 guint column,
                                 const char *field);
void bv_form_answers_take_cell (const BvFormAnswers *answers,
                                const BvFormPlace *place,
                                const BvIntakeCell *cell,
                                const char *field);
void bv_form_answers_take_documents (const BvFormAnswers *answers,
                                     const BvFormPlace *place,
                                     guint column,
                                     const BvCriterion *leaf);
void bv_form_answers_take_leaves (const BvFormAnswers *answers, const BvFormPlace *place, const char *field);
const BvNominee *bv_form_answers_find_nominee (const BvFormAnswers *answers,
                                               const char *unit,
                                               const char *person,
                                               guint *n_found);

G_END_DECLS
