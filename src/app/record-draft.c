/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record-draft.h"

#include "store/editing.h"

static gpointer
read_record (gconstpointer record, gpointer data, GError **error)
{
  const BvRecord *self = record;

  return bv_editing_read (bv_session_get_library (data), bv_session_get_campaign (data), self->entity,
                          self->id, error);
}

static gboolean
save_record (gpointer record, gpointer data, GError **error)
{
  return bv_editing_update (bv_session_get_library (data), bv_session_get_campaign (data), record, error);
}

/**
 * bv_record_draft_new:
 * @session: a session, which outlives the draft
 * @record: (transfer full): a record that was read with bv_editing_read()
 *
 * Returns: (transfer full): a draft whose edits update the record, one journalled action each
 */
BvDraft *
bv_record_draft_new (BvSession *session, gpointer record)
{
  return bv_draft_new (record, read_record, save_record, session);
}
