/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/intake-file.h"

G_BEGIN_DECLS

/* What sheets of a form ask for. */
typedef enum
{
  BV_FORM_FACT_NONE,
  BV_FORM_FACT_SELF,
  BV_FORM_FACT_ASSESSED,
  BV_FORM_FACT_PERSONS,
} BvFormFactKind;

/**
 * BvFormFacts:
 *
 * What a form that came back says of itself, wherever the sheet for that was moved.
 */
typedef struct _BvFormFacts BvFormFacts;

BvFormFacts *bv_form_facts_find (const BvIntakeFile *file);
void bv_form_facts_free (BvFormFacts *facts);
const char *bv_form_facts_get (const BvFormFacts *facts, const char *key);
GPtrArray *bv_form_facts_list_sheets (const BvFormFacts *facts);
const char *bv_form_facts_find_group (const BvFormFacts *facts, const char *sheet, BvFormFactKind *kind);
const char *bv_form_facts_find_value (const BvFormFacts *facts,
                                      const char *nominee,
                                      const char *criterion,
                                      const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFormFacts, bv_form_facts_free)

G_END_DECLS
