/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/enclosure-apply.h"

#include "core/evidence.h"
#include "core/intake/match/document-name.h"
#include "core/text/date.h"
#include "store/edit.h"
#include "store/vault.h"

#define DAY_LENGTH 10 /* of ISO 8601 */

struct _BvEnclosureApply
{
  BvLibrary *library;
  GPtrArray *enclosures; /* of BvPlannedEnclosure: those that are new */
  GPtrArray *items;      /* of BvVaultItem: what the vault has of them */
};

static gboolean
take (BvEnclosureApply *self, const BvPlannedEnclosure *enclosure, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (enclosure->path);
  BvVaultItem *item = bv_vault_attach (bv_library_get_folder (self->library), file, NULL, error);

  if (item == NULL)
    return FALSE;
  g_ptr_array_add (self->enclosures, (gpointer) enclosure);
  g_ptr_array_add (self->items, item);
  return TRUE;
}

/**
 * bv_enclosure_apply_take:
 * @library: a library open for writing
 * @plan: a plan; its files have to be there still
 * @error: return location for a %BV_STORE_ERROR
 *
 * Copies all files that are new evidence into the vault.
 *
 * Returns: (transfer full) (nullable): what was taken; %NULL with @error set, and nothing taken, on failure
 */
BvEnclosureApply *
bv_enclosure_apply_take (BvLibrary *library, const BvImportPlan *plan, GError **error)
{
  g_autoptr (BvEnclosureApply) self = g_new (BvEnclosureApply, 1);

  *self = (BvEnclosureApply){ library, g_ptr_array_new (),
                              g_ptr_array_new_with_free_func ((GDestroyNotify) bv_vault_item_free) };
  for (guint i = 0; i < plan->enclosures->len; i++)
    {
      const BvPlannedEnclosure *enclosure = g_ptr_array_index (plan->enclosures, i);

      if (enclosure->state == BV_ENCLOSURE_NEW && !take (self, enclosure, error))
        {
          bv_enclosure_apply_take_back (self);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * bv_enclosure_apply_take_back:
 * @self: what was taken, and no row names
 */
void
bv_enclosure_apply_take_back (BvEnclosureApply *self)
{
  for (guint i = 0; i < self->items->len; i++)
    bv_vault_take_back (bv_library_get_folder (self->library), g_ptr_array_index (self->items, i));
}

/**
 * bv_enclosure_apply_free:
 * @self: (transfer full): what was taken
 */
void
bv_enclosure_apply_free (BvEnclosureApply *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->enclosures);
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
make_piece (const BvPlannedEnclosure *enclosure, const BvVaultItem *item, const BvPlannedLink *link)
{
  BvEvidence *piece = bv_record_new (&bv_evidence_entity);

  set_text (&piece->file, item->file);
  set_text (&piece->sha256, item->sha256);
  piece->bytes = item->bytes;
  piece->received = find_day (enclosure->origin);
  if (link->document != NULL)
    describe (piece, link->document);
  return piece;
}

static gboolean
attach (BvEnclosureApply *self, gint64 campaign, guint i, const BvPlannedLink *link, GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (bv_record_free);
  gint64 nominee = bv_edit_find (self->library, campaign, &bv_nominee_entity, campaign, link->nominee, error);

  if (nominee == 0)
    return FALSE;
  g_ptr_array_add (
    pieces, make_piece (g_ptr_array_index (self->enclosures, i), g_ptr_array_index (self->items, i), link));
  if (bv_edit_attach (self->library, campaign, nominee, link->criterion, pieces, error))
    return TRUE;
  g_prefix_error (error, "%s: ", ((BvPlannedEnclosure *) g_ptr_array_index (self->enclosures, i))->name);
  return FALSE;
}

/**
 * bv_enclosure_apply_attach:
 * @self: what was taken
 * @campaign: the campaign's row
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Makes them evidence of what they prove, within an action.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_enclosure_apply_attach (BvEnclosureApply *self, gint64 campaign, GError **error)
{
  for (guint i = 0; i < self->enclosures->len; i++)
    {
      const BvPlannedEnclosure *enclosure = g_ptr_array_index (self->enclosures, i);

      for (guint k = 0; k < enclosure->links->len; k++)
        {
          const BvPlannedLink *link = g_ptr_array_index (enclosure->links, k);

          if (!link->is_here && !attach (self, campaign, i, link, error))
            return FALSE;
        }
    }
  return TRUE;
}
