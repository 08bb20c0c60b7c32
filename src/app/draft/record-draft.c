/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draft/record-draft.h"

#include "core/check-dates.h"
#include "store/edit.h"

static gpointer
read_record (gconstpointer record, gpointer data, GError **error)
{
  const BvRecord *self = record;

  return bv_edit_read (bv_session_get_library (data), self->entity, self->id, error);
}

static gboolean
save_record (gpointer record, gpointer data, GError **error)
{
  return bv_edit_update (bv_session_get_library (data), bv_session_get_campaign (data), record, error);
}

/* A date that cannot be is warned of at its field. */
static char *
find_warning (gconstpointer record, const BvField *field, gpointer session)
{
  g_autoptr (GPtrArray) findings = bv_check_dates_of (record, bv_session_get_date (session));

  for (guint i = 0; i < findings->len; i++)
    {
      const BvDateFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->field, field->name))
        return g_strdup (finding->text);
    }
  return NULL;
}

/**
 * bv_record_draft_new:
 * @session: a session, which outlives the draft
 * @record: (transfer full): a record that was read with bv_edit_read()
 *
 * Returns: (transfer full): a draft whose edits update the record, one journalled action each; locked where
 * the library is only read
 */
BvDraft *
bv_record_draft_new (BvSession *session, gpointer record)
{
  BvDraft *draft = bv_draft_new (record, read_record, save_record, session);

  bv_draft_set_warn (draft, find_warning);
  bv_draft_set_locked (draft, bv_session_explain_read_only (session));
  return draft;
}

/**
 * bv_record_draft_read:
 * @session: a session, which outlives the draft
 * @entity: an entity
 * @id: a record's row
 *
 * Returns: (transfer full) (nullable): a draft of the record as the library has it now; %NULL: it cannot be
 * read, which is reported
 */
BvDraft *
bv_record_draft_read (BvSession *session, const BvEntity *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = bv_edit_read (bv_session_get_library (session), entity, id, &error);

  if (record != NULL)
    return bv_record_draft_new (session, record);
  bv_session_report (session, error);
  return NULL;
}
