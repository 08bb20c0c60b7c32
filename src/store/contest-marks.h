/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/contest-draft.h"

G_BEGIN_DECLS

/* Room-private: what nominees have for each leaf, and their holds. */

gboolean
bv_contest_marks_read (BvContestDraft *filling, gint64 campaign, BvContestScope scope, GError **error);
gboolean bv_contest_marks_read_one (BvContestDraft *filling, gint64 nominee, GError **error);

G_END_DECLS
