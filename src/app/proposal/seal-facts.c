/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-facts.h"

#include "app/session/remarks.h"
#include "store/verify.h"

#include <glib/gi18n-lib.h>

/* Of a session: a set of rows of campaigns. */
#define UNSOUND "bv-unsound-campaigns"

/**
 * bv_seal_facts_read:
 * @session: a session with a campaign
 *
 * What is in the files is read by who seals, beside the window; here only whether they are there, and what
 * was noted of an earlier try. The session reports what goes wrong.
 *
 * Returns: what the library knows of the campaign before it is sealed
 */
BvSealingFacts
bv_seal_facts_read (BvSession *session)
{
  gint64 campaign = bv_session_get_campaign (session);
  GHashTable *unsound = g_object_get_data (G_OBJECT (session), UNSOUND);
  BvSealingFacts facts = { 0, unsound != NULL && g_hash_table_contains (unsound, &campaign) };
  g_autoptr (GError) error = NULL;

  if (!bv_verify_count_absent (bv_session_get_library (session), campaign, &facts.n_absent, &error))
    bv_session_report (session, error);
  return facts;
}

/**
 * bv_seal_facts_note:
 * @job: a job that was to seal
 * @error: why it did not
 *
 * Where only a reason was lacking because the library is not sound, the next try asks for one.
 */
void
bv_seal_facts_note (const BvJob *job, const GError *error)
{
  GHashTable *unsound = g_object_get_data (G_OBJECT (job->session), UNSOUND);

  if (!g_error_matches (error, BV_EXPORT_ERROR, BV_EXPORT_ERROR_UNSOUND))
    return;
  if (unsound == NULL)
    {
      unsound = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (job->session), UNSOUND, unsound, (GDestroyNotify) g_hash_table_unref);
    }
  g_hash_table_add (unsound, g_memdup2 (&job->campaign, sizeof job->campaign));
}

/**
 * bv_seal_facts_show_listed:
 * @export: a proposal that was written
 *
 * Says what was found and kept nothing from being sealed, where anything was.
 */
void
bv_seal_facts_show_listed (const BvExport *export)
{
  g_autofree char *text = export->listed != NULL ? g_strjoinv ("\n", export->listed) : NULL;

  if (text != NULL && *text != '\0')
    bv_remarks_show (_ ("The proposal is sealed; look at this"), text);
}
