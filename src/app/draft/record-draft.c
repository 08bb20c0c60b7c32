/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draft/record-draft.h"

#include "core/check-dates.h"
#include "store/edit.h"
#include "store/lists.h"

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
 * bv_record_draft_list_texts:
 * @record: the record of a draft
 * @field: a text that many records have, of it or of a child
 * @session: the session
 *
 * A #BvDraftListFunc.
 *
 * Returns: (transfer full): the positions that persons have
 */
BvCandidates *
bv_record_draft_list_texts (gconstpointer record, const BvField *field, gpointer session)
{
  BvCandidates *candidates = bv_candidates_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) texts = bv_lists_list_positions (bv_session_get_library (session), &error);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    bv_candidates_add (candidates, texts[i], texts[i]);
  if (texts == NULL)
    bv_session_report (session, error);
  return candidates;
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
  bv_draft_set_candidates (draft, bv_record_draft_list_texts);
  bv_draft_set_locked (draft, bv_session_explain_read_only (session));
  return draft;
}

static gboolean
keep (gpointer record, gpointer data, GError **error)
{
  return TRUE;
}

/**
 * bv_record_draft_new_apart:
 * @session: a session, which outlives the draft
 * @record: (transfer full): a record that is in no library yet
 *
 * Returns: (transfer full): a draft whose edits stay in it, with the warnings and the suggestions of those in
 * the library
 */
BvDraft *
bv_record_draft_new_apart (BvSession *session, gpointer record)
{
  BvDraft *draft = bv_draft_new (record, bv_draft_read_apart, keep, session);

  bv_draft_set_warn (draft, find_warning);
  bv_draft_set_candidates (draft, bv_record_draft_list_texts);
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
