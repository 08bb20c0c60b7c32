/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence-intake.h"

#include "store/records.h"
#include "store/statement.h"

/* Gives @piece the key of the same content; NULL: the campaign has none. */
static gboolean
find_same_content (BvLibrary *library, gint64 campaign, BvEvidence *piece, GError **error)
{
  return bv_statement_read_text (library, "SELECT key FROM evidence WHERE campaign = ?1 AND sha256 = ?2",
                                 &piece->key, error, "is", campaign, piece->sha256);
}

static gboolean
take_new_key (BvLibrary *library, gint64 campaign, BvEvidence *piece, GError **error)
{
  gint64 last = 0;

  if (!bv_statement_read_number (library,
                                 "SELECT ifnull (max (CAST (substr (key, 2) AS INTEGER)), 0) "
                                 "FROM evidence WHERE campaign = ?1 AND key GLOB 'e[0-9]*'",
                                 &last, error, "i", campaign))
    return FALSE;
  piece->key = g_strdup_printf ("e%" G_GINT64_FORMAT, last + 1);
  return TRUE;
}

/**
 * bv_evidence_intake_add:
 * @library: a library, in an action
 * @campaign: a campaign's row
 * @keys: of the campaign
 * @piece: a piece whose content the vault has taken; it is given its key
 * @error: return location for a %BV_STORE_ERROR
 *
 * Adds a piece of evidence to the campaign. The same content is one piece, however often it is attached:
 * where the campaign has it already, nothing is added, and @piece has the key of that.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_evidence_intake_add (BvLibrary *library,
                        gint64 campaign,
                        BvKeyMap *keys,
                        BvEvidence *piece,
                        GError **error)
{
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { campaign };

  g_free (piece->key);
  if (!find_same_content (library, campaign, piece, error))
    return FALSE;
  if (piece->key != NULL)
    return TRUE;
  if (!take_new_key (library, campaign, piece, error)
      || !bv_records_insert (library, piece, keys, owners, BV_NONE, error))
    return FALSE;
  bv_key_map_add (keys, &bv_evidence_entity, 0, piece->key, piece->record.id);
  return TRUE;
}
