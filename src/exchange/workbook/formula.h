/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A formula of a column: the same in every row but for the row's number. */
typedef struct _BvFormula BvFormula;

BvFormula *bv_formula_new (char *template);
void bv_formula_free (BvFormula *formula);
const char *bv_formula_at (BvFormula *formula, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFormula, bv_formula_free)

G_END_DECLS
