/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft.h"
#include "app/session.h"

G_BEGIN_DECLS

BvDraft *bv_record_draft_new (BvSession *session, gpointer record);

G_END_DECLS
