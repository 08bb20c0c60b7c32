/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-question.h"

G_BEGIN_DECLS

/* What somebody answered in a preview, and may take back until it is written. */
typedef struct
{
  char *key;
  char *answer;
  char *title; /* “xã Tân An, TC”: UBND xã Tân An */
} BvGivenAnswer;

GPtrArray *bv_given_answers_new (void);
GPtrArray *bv_given_answers_copy (const GPtrArray *answers);
void bv_given_answers_put (GPtrArray *answers, const char *key, const char *answer, const char *title);
void bv_given_answers_take_back (GPtrArray *answers, const char *key);
void bv_given_answers_give (const GPtrArray *answers, BvIntakeQuestions *questions);

G_END_DECLS
