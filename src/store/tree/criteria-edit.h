/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/tree/criterion-change.h"
#include "core/tree/criterion-place.h"
#include "store/library.h"

G_BEGIN_DECLS

/* What is done to several criteria at once: each call is one action, checked and labelled. */

gboolean bv_criteria_edit_move (BvLibrary *library,
                                gint64 campaign,
                                const GArray *criteria,
                                const BvCriterionPlace *place,
                                BvMend mend,
                                GError **error);
GPtrArray *
bv_criteria_edit_copy (BvLibrary *library, gint64 campaign, const GArray *criteria, GError **error);
gboolean bv_criteria_edit_paste (BvLibrary *library,
                                 gint64 campaign,
                                 GPtrArray *criteria,
                                 const BvCriterionPlace *place,
                                 GArray **rows,
                                 GError **error);
gboolean bv_criteria_edit_renumber (BvLibrary *library, gint64 campaign, gint64 group, GError **error);

G_END_DECLS
