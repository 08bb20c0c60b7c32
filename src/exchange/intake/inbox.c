/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/inbox.h"

#include "core/form/form-plan.h"
#include "core/missing.h"
#include "store/proposals.h"

/* More of what is missing than that is counted alone. */
#define MOST_MISSING 12

/* The inbox while it is made. */
typedef struct
{
  BvInbox *inbox;
  GPtrArray *all;    /* of BvInboxEntry, whatever their section */
  GHashTable *known; /* code → BvInboxEntry */
} Making;

static void
entry_free (gpointer data)
{
  BvInboxEntry *entry = data;

  g_free (entry->unit);
  g_free (entry->name);
  g_free (entry->above);
  g_free (entry->email);
  g_ptr_array_unref (entry->missing);
  g_ptr_array_unref (entry->handouts);
  g_ptr_array_unref (entry->letters);
  g_ptr_array_unref (entry->receipts);
  g_free (entry);
}

static BvInboxEntry *
add_entry (Making *self, const char *unit, const char *name)
{
  BvInboxEntry *entry = g_new0 (BvInboxEntry, 1);

  entry->unit = g_strdup (unit);
  entry->name = g_strdup (name);
  entry->above = g_strdup ("");
  entry->email = g_strdup ("");
  entry->missing = g_ptr_array_new_with_free_func (g_free);
  entry->handouts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_handout_free);
  entry->letters = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_letter_record_free);
  entry->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_receipt_free);
  g_ptr_array_add (self->all, entry);
  if (unit != NULL)
    g_hash_table_insert (self->known, entry->unit, entry);
  return entry;
}

/* A unit stays on record where the campaign has it no more. */
static BvInboxEntry *
find_entry (Making *self, const char *unit, const char *name)
{
  BvInboxEntry *entry = unit != NULL ? g_hash_table_lookup (self->known, unit) : NULL;

  return entry != NULL ? entry : add_entry (self, unit, name);
}

static const char *
name_above (const BvProposal *proposal, const BvUnit *unit)
{
  const BvUnit *above = unit->parent != NULL ? bv_proposal_find_unit (proposal, unit->parent) : NULL;

  return above != NULL ? above->name : "";
}

static void
take_missing (BvInboxEntry *entry, const BvProposal *proposal, const BvMissingUnit *owing)
{
  entry->n_missing = owing->items->len;
  for (guint i = 0; i < MIN (owing->items->len, MOST_MISSING); i++)
    {
      const BvMissingItem *item = g_ptr_array_index (owing->items, i);
      const char *name = bv_contest_entrant (proposal->contest, item->entrant)->name;
      g_autofree char *subject = bv_missing_item_subject (item);

      if (g_strcmp0 (name, entry->name) == 0)
        g_ptr_array_add (entry->missing, g_strdup_printf ("%s: %s", subject, item->words));
      else
        g_ptr_array_add (entry->missing, g_strdup_printf ("%s · %s: %s", name, subject, item->words));
    }
}

/* Who is asked for something. */
static void
take_asked (Making *self, const BvProposal *proposal)
{
  g_autoptr (GPtrArray) plans = bv_form_plan_list (proposal->campaign, NULL);
  g_autoptr (BvMissing) missing = bv_missing_new (proposal, NULL, NULL);

  self->inbox->n_asked = plans->len;
  for (guint i = 0; i < plans->len; i++)
    {
      const BvFormPlan *plan = g_ptr_array_index (plans, i);
      BvInboxEntry *entry = add_entry (self, plan->unit->code, plan->unit->name);
      const BvMissingUnit *owing = bv_missing_find (missing, plan->unit->code);

      entry->is_asked = TRUE;
      g_free (entry->above);
      entry->above = g_strdup (name_above (proposal, plan->unit));
      g_free (entry->email);
      entry->email = g_strdup (plan->unit->email);
      if (owing != NULL)
        take_missing (entry, proposal, owing);
    }
}

static gboolean
take_records (Making *self, BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) handouts = bv_handouts_list (library, campaign, error);
  g_autoptr (GPtrArray) receipts = handouts != NULL ? bv_receipts_list (library, campaign, error) : NULL;

  if (receipts == NULL)
    return FALSE;
  for (guint i = 0; i < handouts->len; i++)
    {
      const BvHandout *handout = g_ptr_array_index (handouts, i);

      g_ptr_array_add (find_entry (self, handout->unit, handout->name)->handouts, bv_handout_copy (handout));
    }
  for (guint i = 0; i < receipts->len; i++)
    {
      const BvReceipt *receipt = g_ptr_array_index (receipts, i);
      const char *name = *receipt->name != '\0' ? receipt->name : receipt->file;

      g_ptr_array_add (find_entry (self, receipt->unit, name)->receipts, bv_receipt_copy (receipt));
    }
  self->inbox->is_begun = handouts->len + receipts->len > 0;
  return TRUE;
}

/* Whoever was never asked for anything is not on the board for a letter alone. */
static gboolean
take_letters (Making *self, BvLibrary *library, gint64 campaign, GError **error)
{
  g_autoptr (GPtrArray) letters = bv_letters_list (library, campaign, error);

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      const BvLetterRecord *letter = g_ptr_array_index (letters, i);
      BvInboxEntry *entry = g_hash_table_lookup (self->known, letter->unit);

      if (entry != NULL)
        g_ptr_array_add (entry->letters, bv_letter_record_copy (letter));
    }
  return letters != NULL;
}

static void
sort_into_sections (Making *self)
{
  for (guint section = 0; section < BV_N_INBOX_SECTIONS; section++)
    for (guint i = 0; i < self->all->len; i++)
      {
        BvInboxEntry *entry = g_ptr_array_index (self->all, i);
        const BvReceipt *last = bv_inbox_entry_get_last (entry);

        entry->section = last == NULL                       ? BV_INBOX_WAITED
                         : bv_receipt_count_open (last) > 0 ? BV_INBOX_TO_SEE
                                                            : BV_INBOX_RECEIVED;
        if (entry->section != section)
          continue;
        g_ptr_array_add (self->inbox->entries, entry);
        self->inbox->counts[section]++;
      }
}

/**
 * bv_inbox_read:
 * @library: a library
 * @campaign: a campaign's row
 * @date: the ranking's, on which it is looked what is missing
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads who is asked for something in the campaign, and what came back. For a thread of its own: it reads the
 * campaign as a whole.
 *
 * Returns: (transfer full) (nullable): the inbox; %NULL with @error set on failure
 */
BvInbox *
bv_inbox_read (BvLibrary *library, gint64 campaign, gint64 date, GError **error)
{
  g_autoptr (BvProposal) proposal = bv_proposals_read (library, campaign, date, error);
  g_autoptr (BvInbox) inbox = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  Making making = { NULL, all, known };

  if (proposal == NULL)
    return NULL;
  inbox = making.inbox = g_new0 (BvInbox, 1);
  inbox->entries = g_ptr_array_new_with_free_func (entry_free);
  take_asked (&making, proposal);
  if (!take_records (&making, library, campaign, error) || !take_letters (&making, library, campaign, error))
    {
      g_ptr_array_set_free_func (all, entry_free);
      return NULL;
    }
  sort_into_sections (&making);
  return g_steal_pointer (&inbox);
}

/**
 * bv_inbox_free:
 * @inbox: (transfer full): an inbox
 */
void
bv_inbox_free (BvInbox *inbox)
{
  g_ptr_array_unref (inbox->entries);
  g_free (inbox);
}

/**
 * bv_inbox_entry_get_last:
 * @entry: a unit
 *
 * Returns: (transfer none) (nullable): its newest answer that was not discarded
 */
const BvReceipt *
bv_inbox_entry_get_last (const BvInboxEntry *entry)
{
  const BvReceipt *last = NULL;

  for (guint i = 0; i < entry->receipts->len; i++)
    {
      const BvReceipt *receipt = g_ptr_array_index (entry->receipts, i);

      if (receipt->state != BV_RECEIPT_DISCARDED && (last == NULL || receipt->version > last->version))
        last = receipt;
    }
  return last;
}
