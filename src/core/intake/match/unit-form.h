/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/match/likeness.h"
#include "core/intake/match/unit-reason.h"

G_BEGIN_DECLS

/* Room-private: how alike the names of units are. */

#define BV_UNIT_LIKENESS_LEAST 60 /* of what is offered */

/* A name, and what of it is compared with names that are alike. */
typedef struct
{
  char *key;        /* as bv_unit_name_key() makes it */
  char *folded;     /* the same without marks */
  char *sorted;     /* the words of @folded in one order, without the type */
  const char *bare; /* in @key, without the type */
  glong length;     /* letters of @bare */

  /* By which those are known at once that are not alike. */
  BvLikenessLetters letters;      /* of @key */
  BvLikenessLetters bare_letters; /* of @bare */
  guint order;                    /* the same for equal @sorted */
  guint64 words;                  /* a bit for each word of @key, which some share */
  guint64 first_words;            /* of these the first three; all bits where there are fewer words */
} BvUnitForm;

void bv_unit_form_init (BvUnitForm *form, const char *key);
void bv_unit_form_clear (BvUnitForm *form);
gboolean bv_unit_form_may_be_alike (const BvUnitForm *part, const BvUnitForm *name);
guint bv_unit_form_compare (const BvUnitForm *part, const BvUnitForm *name, BvUnitReason *reason);

G_END_DECLS
