/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entity.h"
#include "core/intake/intake-cell.h"
#include "core/intake/typed-error.h"

G_BEGIN_DECLS

/* What stands in a cell, as a value of a field: exactly that, or refused with what to do. Nothing is rounded,
 * nothing guessed. */

typedef enum
{
  BV_TYPED_REFUSED,      /* the error says why */
  BV_TYPED_NOTHING,      /* empty, or a dash */
  BV_TYPED_NOT_ASSIGNED, /* KG: the task was not given */
  BV_TYPED_VALUE,
} BvTypedOutcome;

BvTypedOutcome
bv_typed_value_read (const BvField *field, const BvIntakeCell *cell, gpointer record, GError **error);
BvTypedOutcome
bv_typed_value_read_digits (const BvIntakeCell *cell, guint n_digits, char **digits, GError **error);

G_END_DECLS
