/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/draft/draft.h"
#include "app/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BV_TYPE_EVIDENCE_POPOVER (bv_evidence_popover_get_type ())
G_DECLARE_FINAL_TYPE (BvEvidencePopover, bv_evidence_popover, BV, EVIDENCE_POPOVER, GtkPopover)

GtkWidget *bv_evidence_popover_new (BvSession *session);
void bv_evidence_popover_show (BvEvidencePopover *popover, GtkWidget *beside, gint64 evidence);
void bv_evidence_popover_refresh (BvEvidencePopover *popover);
BvDraft *bv_evidence_popover_get_draft (BvEvidencePopover *popover);

G_END_DECLS
