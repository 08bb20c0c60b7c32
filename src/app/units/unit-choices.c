/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/units/unit-choices.h"

#include "app/draft/record-draft.h"
#include "core/campaign.h"
#include "core/unit.h"
#include "store/edit.h"
#include "store/lists.h"

/* Two may have the same name. */
static void
add_units (BvCandidates *candidates, BvSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) table
    = bv_lists_read_unit_names (bv_session_get_library (session), bv_session_get_campaign (session), &error);

  if (table == NULL)
    bv_session_report (session, error);
  for (guint i = 0; table != NULL && i < bv_table_get_n_rows (table); i++)
    {
      const char *code = bv_table_get_text (table, i, BV_UNITS_CODE);
      g_autofree char *title = g_strdup_printf ("%s (%s)", bv_table_get_text (table, i, BV_UNITS_NAME), code);

      bv_candidates_add (candidates, code, title);
    }
}

/* Units do not enter groups of individuals. */
static void
add_groups (BvCandidates *candidates, BvSession *session)
{
  const BvCampaign *head = bv_session_get_head (session);

  for (guint i = 0; head != NULL && i < head->groups->len; i++)
    {
      const BvGroup *group = g_ptr_array_index (head->groups, i);

      if (group->kind != BV_GROUP_INDIVIDUAL)
        bv_candidates_add (candidates, group->key, group->name);
    }
}

/**
 * bv_unit_choices_list:
 * @record: the record of a draft
 * @field: a reference of it to a unit or a group
 * @session: the session
 *
 * A #BvDraftListFunc.
 *
 * Returns: (transfer full): the units, or the groups of collectives, of the campaign
 */
BvCandidates *
bv_unit_choices_list (gconstpointer record, const BvField *field, gpointer session)
{
  BvCandidates *candidates;

  if (field->type != BV_FIELD_REFERENCE)
    return bv_record_draft_list_texts (record, field, session);
  candidates = bv_candidates_new ();
  if (field->target == &bv_unit_entity)
    add_units (candidates, session);
  else
    add_groups (candidates, session);
  return candidates;
}

/**
 * bv_unit_choices_find:
 * @session: a session with a campaign
 * @entity: units or groups
 * @key: what was chosen
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: its row in the library; 0 with @error set: there is none any more
 */
gint64
bv_unit_choices_find (BvSession *session, const BvEntity *entity, const char *key, GError **error)
{
  gint64 campaign = bv_session_get_campaign (session);

  return bv_edit_find (bv_session_get_library (session), campaign, entity, campaign, key, error);
}
