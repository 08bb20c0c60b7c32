/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-choice.h"

/**
 * bv_seal_choice_new:
 * @session: a session with a campaign
 * @draft: whether it is a draft
 * @reason: (nullable): why it is sealed now
 *
 * Returns: (transfer full): a proposal as the library stands
 */
BvSealChoice *
bv_seal_choice_new (BvSession *session, gboolean draft, const char *reason)
{
  const BvSealChoice choice = { bv_session_get_date (session), draft, reason, 0 };

  return bv_seal_choice_copy (&choice);
}

/**
 * bv_seal_choice_new_again:
 * @sealing: the number of a sealing
 *
 * Returns: (transfer full): the proposal as it was sealed then
 */
BvSealChoice *
bv_seal_choice_new_again (guint sealing)
{
  const BvSealChoice choice = { BV_NONE, FALSE, NULL, sealing };

  return bv_seal_choice_copy (&choice);
}

/**
 * bv_seal_choice_copy:
 * @choice: how a proposal leaves the library
 *
 * Returns: (transfer full): a copy with a reason of its own
 */
BvSealChoice *
bv_seal_choice_copy (const BvSealChoice *choice)
{
  BvSealChoice *copy = g_memdup2 (choice, sizeof *choice);

  copy->reason = g_strdup (choice->reason);
  return copy;
}

/**
 * bv_seal_choice_free:
 * @choice: (transfer full): a copy
 */
void
bv_seal_choice_free (BvSealChoice *choice)
{
  g_free ((char *) choice->reason);
  g_free (choice);
}

/**
 * bv_seal_choice_request:
 * @choice: how a proposal leaves the library
 * @campaign: a campaign's row
 *
 * Returns: what is asked of bv_export_begin(); its reason is that of @choice
 */
BvProposalRequest
bv_seal_choice_request (const BvSealChoice *choice, gint64 campaign)
{
  return (BvProposalRequest){ .campaign = campaign,
                              .date = choice->date,
                              .draft = choice->draft,
                              .reason = choice->reason,
                              .sealing = choice->sealing };
}
