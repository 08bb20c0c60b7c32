/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/group.h"
#include "core/tree/criterion-change.h"
#include "store/library.h"
#include "store/tree/consequences.h"

G_BEGIN_DECLS

/* Room-private: the answers that a change of the rules concerns are counted, and, in an action, mended. */

gboolean bv_answers_count (BvLibrary *library,
                           gint64 campaign,
                           const BvCriterion *before,
                           const BvCriterion *after,
                           BvConsequences *consequences,
                           GError **error);
gboolean bv_answers_mend (BvLibrary *library,
                          gint64 campaign,
                          const BvCriterion *before,
                          const BvCriterion *after,
                          BvMend mend,
                          GError **error);
gboolean bv_answers_count_below (BvLibrary *library, gint64 criterion, guint *n, GError **error);
gboolean bv_answers_count_misplaced (BvLibrary *library,
                                     const BvGroup *before,
                                     const BvGroup *after,
                                     BvConsequences *consequences,
                                     GError **error);
gboolean
bv_answers_drop_nominees (BvLibrary *library, const BvGroup *before, const BvGroup *after, GError **error);
gboolean bv_answers_allow (const BvConsequences *consequences, BvMend mend, GError **error);

G_END_DECLS
