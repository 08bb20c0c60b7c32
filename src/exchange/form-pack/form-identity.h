/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/form/form-plan.h"
#include "exchange/workbook/workbook-book.h"

G_BEGIN_DECLS

/**
 * BvFormIdentity:
 *
 * What a form says of itself in a sheet that nobody sees: column A keys, column B values. Beside whose form
 * it is, which sheet is of which group, and each value that stood in it when it went out, so that what was
 * changed here since is not overwritten.
 */
typedef struct _BvFormIdentity BvFormIdentity;

#define BV_FORM_IDENTITY_SHEET "_bangvang"
#define BV_FORM_IDENTITY_FORMAT "bangvang-form"
#define BV_FORM_IDENTITY_VERSION 1

BvFormIdentity *bv_form_identity_new (const BvFormPlan *plan);
void bv_form_identity_free (BvFormIdentity *identity);
const char *bv_form_identity_name_sheet (BvFormIdentity *identity, const BvFormSheet *sheet);
void bv_form_identity_add_value (BvFormIdentity *identity,
                                 const char *nominee,
                                 const char *criterion,
                                 const char *field,
                                 const char *value);
void
bv_form_identity_add_criterion (BvFormIdentity *identity, const BvGroup *group, const BvCriterion *criterion);
void bv_form_identity_write (const BvFormIdentity *identity, BvBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFormIdentity, bv_form_identity_free)

G_END_DECLS
