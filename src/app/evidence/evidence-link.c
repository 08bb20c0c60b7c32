/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/evidence-link.h"

#include "core/assessment.h"
#include "core/evidence.h"
#include "store/edit.h"

static void
drop_link (BvAssessment *assessment, const char *key)
{
  for (guint i = assessment->evidence->len; i > 0; i--)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i - 1);

      if (g_str_equal (link->evidence, key))
        g_ptr_array_remove_index (assessment->evidence, i - 1);
    }
}

static gboolean
unlink_evidence (BvSession *session, gint64 nominee, const char *criterion, const char *key, GError **error)
{
  BvLibrary *library = bv_session_get_library (session);
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (BvRecord) record
    = (BvRecord *) bv_edit_read_assessment (library, campaign, nominee, criterion, error);

  if (record == NULL)
    return FALSE;
  drop_link ((BvAssessment *) record, key);
  return bv_edit_write_assessment (library, campaign, nominee, (BvAssessment *) record, error);
}

/**
 * bv_evidence_link_remove:
 * @session: a session
 * @nominee: a nominee's row
 * @criterion: the code of a leaf of its group
 * @piece: what no longer proves the score
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes evidence from an assessment, as one action. A document that proves nothing else goes; one that does
 * is only unlinked.
 *
 * Returns: %FALSE with @error set, and nothing changed
 */
gboolean
bv_evidence_link_remove (BvSession *session,
                         gint64 nominee,
                         const char *criterion,
                         const BvLinkedPiece *piece,
                         GError **error)
{
  if (piece->n_uses > 1)
    return unlink_evidence (session, nominee, criterion, piece->key, error);
  return bv_edit_remove (bv_session_get_library (session), bv_session_get_campaign (session),
                         &bv_evidence_entity, piece->id, error);
}
