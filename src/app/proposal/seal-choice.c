/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-choice.h"

/**
 * bv_seal_choice_new_draft:
 * @session: a session with a campaign
 *
 * Returns: (transfer full): a draft of the proposal as the library stands
 */
BvSealChoice *
bv_seal_choice_new_draft (BvSession *session)
{
  const BvSealChoice choice = { .date = bv_session_get_date (session), .draft = TRUE };

  return bv_seal_choice_copy (&choice);
}

/**
 * bv_seal_choice_new:
 * @session: a session with a campaign
 * @confirmed: (nullable): the state that was confirmed (exchange/sealed/seal-inquiry.h); %NULL: whatever it
 * is
 * @reason: (nullable): why it is sealed now
 *
 * Returns: (transfer full): the proposal as the library stands, to be sealed if that is what was confirmed
 */
BvSealChoice *
bv_seal_choice_new (BvSession *session, const char *confirmed, const char *reason)
{
  const BvSealChoice choice
    = { .date = bv_session_get_date (session), .reason = reason, .confirmed = confirmed };

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
  const BvSealChoice choice = { .date = BV_NONE, .sealing = sealing };

  return bv_seal_choice_copy (&choice);
}

/**
 * bv_seal_choice_copy:
 * @choice: how a proposal leaves the library
 *
 * Returns: (transfer full): a copy with texts of its own
 */
BvSealChoice *
bv_seal_choice_copy (const BvSealChoice *choice)
{
  BvSealChoice *copy = g_memdup2 (choice, sizeof *choice);

  copy->reason = g_strdup (choice->reason);
  copy->confirmed = g_strdup (choice->confirmed);
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
  g_free ((char *) choice->confirmed);
  g_free (choice);
}

/**
 * bv_seal_choice_request:
 * @choice: how a proposal leaves the library
 * @campaign: a campaign's row
 *
 * Returns: what is asked of bv_export_begin(); its texts are those of @choice
 */
BvProposalRequest
bv_seal_choice_request (const BvSealChoice *choice, gint64 campaign)
{
  return (BvProposalRequest){ .campaign = campaign,
                              .date = choice->date,
                              .draft = choice->draft,
                              .reason = choice->reason,
                              .sealing = choice->sealing,
                              .confirmed = choice->confirmed };
}
