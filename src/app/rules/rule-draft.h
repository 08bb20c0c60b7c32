/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/session/session.h"
#include "core/group.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A campaign, group, criterion or quota that is edited: before an edit is saved it says what that leads to,
 * and asks where answers would be lost. */

void
bv_rule_draft_show (BvDraft **place, GtkWidget *form, BvSession *session, const BvEntity *entity, gint64 id);

G_END_DECLS
