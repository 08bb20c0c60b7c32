/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/session/session.h"

G_BEGIN_DECLS

BvDraft *bv_record_draft_new (BvSession *session, gpointer record);
BvCandidates *bv_record_draft_list_texts (gconstpointer record, const BvField *field, gpointer session);
BvDraft *bv_record_draft_new_apart (BvSession *session, gpointer record);
BvDraft *bv_record_draft_read (BvSession *session, const BvEntity *entity, gint64 id);

G_END_DECLS
