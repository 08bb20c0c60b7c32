/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-facts.h"

#include "store/verify.h"

/**
 * bv_seal_facts_read:
 * @session: a session with a campaign
 *
 * What is in the files is read by who seals, beside the window; here only whether they are there. The session
 * reports what goes wrong.
 *
 * Returns: what the library knows of the campaign before it is sealed
 */
BvSealingFacts
bv_seal_facts_read (BvSession *session)
{
  BvSealingFacts facts = { 0, 0 };
  g_autoptr (GError) error = NULL;

  if (!bv_verify_count_absent (bv_session_get_library (session), bv_session_get_campaign (session),
                               &facts.n_absent, &error))
    bv_session_report (session, error);
  return facts;
}
