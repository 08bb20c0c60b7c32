/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/evidence-state.h"

#include "store/edit.h"

/**
 * bv_evidence_state_set:
 * @session: a session
 * @evidence: a piece's row
 * @state: what becomes of it
 *
 * Accepts or rejects the piece, as one action; one of which that is so already stays as it is. Why it cannot
 * be is reported.
 */
void
bv_evidence_state_set (BvSession *session, gint64 evidence, BvEvidenceState state)
{
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) record = bv_edit_read (library, &bv_evidence_entity, evidence, &error);
  BvEvidence *piece = (BvEvidence *) record;

  if (piece != NULL && piece->state == (gint64) state)
    return;
  if (piece != NULL)
    piece->state = state;
  if (piece == NULL || !bv_edit_update (library, bv_session_get_campaign (session), record, &error))
    bv_session_report (session, error);
}
