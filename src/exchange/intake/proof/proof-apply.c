/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/proof/proof-apply.h"

#include "core/evidence.h"
#include "core/intake/match/document-name.h"
#include "core/text/date.h"
#include "store/edit.h"
#include "store/vault.h"

#define DAY_LENGTH 10 /* of ISO 8601 */

struct _BvProofApply
{
  BvLibrary *library;
  GPtrArray *proofs; /* of BvPlannedProof: those that are new */
  GPtrArray *items;  /* of BvVaultItem: what the vault has of them */
};

static gboolean
take (BvProofApply *self, const BvPlannedProof *proof, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (proof->path);
  BvVaultItem *item = bv_vault_attach (bv_library_get_folder (self->library), file, NULL, error);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (self->proofs, (gpointer) proof);
  g_ptr_array_add (self->items, item);
  return TRUE;
}

/**
 * bv_proof_apply_take:
 * @library: a library open for writing
 * @plan: a plan; its files have to be there still
 * @error: return location for a %BV_STORE_ERROR
 *
 * Copies all files that are new evidence into the vault.
 *
 * Returns: (transfer full) (nullable): what was taken; %NULL with @error set, and nothing taken, on failure
 */
BvProofApply *
bv_proof_apply_take (BvLibrary *library, const BvImportPlan *plan, GError **error)
{
  g_autoptr (BvProofApply) self = g_new (BvProofApply, 1);

  *self = (BvProofApply){ library, g_ptr_array_new (),
                          g_ptr_array_new_with_free_func ((GDestroyNotify) bv_vault_item_free) };
  for (guint i = 0; i < plan->proofs->len; i++)
    {
      const BvPlannedProof *proof = g_ptr_array_index (plan->proofs, i);

      if (proof->state == BV_PROOF_NEW && !take (self, proof, error))
        {
          bv_proof_apply_take_back (self);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * bv_proof_apply_take_back:
 * @self: what was taken, and no row names
 */
void
bv_proof_apply_take_back (BvProofApply *self)
{
  for (guint i = 0; i < self->items->len; i++)
    bv_vault_take_back (bv_library_get_folder (self->library), g_ptr_array_index (self->items, i));
}

/**
 * bv_proof_apply_free:
 * @self: (transfer full): what was taken
 */
void
bv_proof_apply_free (BvProofApply *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->proofs);
  g_free (self);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* As the form names it, so that it is known by that from now on. */
static void
describe (BvEvidence *piece, const BvPlannedDocument *document)
{
  g_autoptr (BvDocumentName) name = bv_document_name_new (document->name);
  const char *number = bv_document_name_get_number (name);

  if (number != NULL)
    set_text (&piece->number, number);
  if (g_strcmp0 (document->name, number) != 0 && !g_str_equal (document->name, piece->file))
    set_text (&piece->title, document->name);
}

static gint64
find_day (const BvIntakeOrigin *origin)
{
  g_autofree char *day = origin->sent != NULL ? g_strndup (origin->sent, DAY_LENGTH) : NULL;
  gint64 sent = day != NULL ? bv_date_parse_iso (day, FALSE, NULL) : BV_NONE;

  return bv_date_is_valid (sent) ? sent : bv_date_today ();
}

static BvEvidence *
make_piece (const BvPlannedProof *proof, const BvVaultItem *item, const BvPlannedLink *link)
{
  BvEvidence *piece = bv_record_new (&bv_evidence_entity);

  set_text (&piece->file, item->file);
  set_text (&piece->sha256, item->sha256);
  piece->bytes = item->bytes;
  piece->received = find_day (proof->origin);
  if (link->document != NULL)
    describe (piece, link->document);
  return piece;
}

static gboolean
attach (BvProofApply *self, gint64 campaign, guint i, const BvPlannedLink *link, GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (bv_record_free);
  gint64 nominee = bv_edit_find (self->library, campaign, &bv_nominee_entity, campaign, link->nominee, error);

  if (nominee == 0)
    return FALSE;
  g_ptr_array_add (
    pieces, make_piece (g_ptr_array_index (self->proofs, i), g_ptr_array_index (self->items, i), link));
  if (bv_edit_attach (self->library, campaign, nominee, link->criterion, pieces, error))
    return TRUE;
  g_prefix_error (error, "%s: ", ((BvPlannedProof *) g_ptr_array_index (self->proofs, i))->name);
  return FALSE;
}

/**
 * bv_proof_apply_attach:
 * @self: what was taken
 * @campaign: the campaign's row
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Makes them evidence of what they prove, within an action.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_proof_apply_attach (BvProofApply *self, gint64 campaign, GError **error)
{
  for (guint i = 0; i < self->proofs->len; i++)
    {
      const BvPlannedProof *proof = g_ptr_array_index (self->proofs, i);

      for (guint k = 0; k < proof->links->len; k++)
        {
          const BvPlannedLink *link = g_ptr_array_index (proof->links, k);

          if (!link->is_here && !attach (self, campaign, i, link, error))
            return FALSE;
        }
    }
  return TRUE;
}
