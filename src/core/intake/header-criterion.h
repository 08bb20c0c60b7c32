/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/header-sense.h"

G_BEGIN_DECLS

/* Room-private: which criterion a title names. */

/* A criterion, with what titles are compared with. */
typedef struct _BvHeaderCriterion BvHeaderCriterion;

BvHeaderCriterion *bv_header_criterion_new (const BvCriterion *criterion);
void bv_header_criterion_free (gpointer data);
const BvCriterion *bv_header_criterion_get (const BvHeaderCriterion *named);
BvHeaderMeaning bv_header_criterion_find (const GPtrArray *criteria, const char *title);

G_END_DECLS
