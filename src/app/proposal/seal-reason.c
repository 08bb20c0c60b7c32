/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-reason.h"

#include "store/sealings.h"

#define KEPT "bv-seal-reason"

/* Why a campaign is sealed now, as typed: the file may not be written after all, and nobody types a reason
 * twice. */
typedef struct
{
  gint64 campaign;
  guint n_sealings; /* of the campaign when it was typed: with the next one it is used */
  char *text;
} Reason;

static void
reason_free (gpointer data)
{
  Reason *reason = data;

  g_free (reason->text);
  g_free (reason);
}

/* Where they cannot be counted nothing can be sealed either. */
static guint
count_sealings (BvSession *session)
{
  g_autoptr (GPtrArray) sealings
    = bv_sealings_list (bv_session_get_library (session), bv_session_get_campaign (session), NULL);

  return sealings != NULL ? sealings->len : 0;
}

/**
 * bv_seal_reason_keep:
 * @session: a session with a campaign
 * @reason: why it is to be sealed now, as far as typed; empty: nothing
 *
 * Keeps a reason, in place of the one before, until its campaign is sealed or the program ends.
 */
void
bv_seal_reason_keep (BvSession *session, const char *reason)
{
  Reason *kept = g_new (Reason, 1);

  *kept = (Reason){ bv_session_get_campaign (session), count_sealings (session), g_strdup (reason) };
  g_object_set_data_full (G_OBJECT (session), KEPT, kept, reason_free);
}

/**
 * bv_seal_reason_find:
 * @session: a session with a campaign
 *
 * Returns: (transfer none): the reason that was typed for the next sealing of the campaign; empty: none
 */
const char *
bv_seal_reason_find (BvSession *session)
{
  const Reason *kept = g_object_get_data (G_OBJECT (session), KEPT);

  if (kept == NULL || kept->campaign != bv_session_get_campaign (session)
      || kept->n_sealings != count_sealings (session))
    return "";
  return kept->text;
}
