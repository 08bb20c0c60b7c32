/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/salvage-inbox.h"

#include "store/inbox/handouts.h"
#include "store/inbox/receipts.h"
#include "store/journal.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is taken over of the inbox of one campaign, in one action. */
typedef struct
{
  gint64 campaign;
  GPtrArray *handouts;
  GPtrArray *receipts;
} Inbox;

static gboolean
write_inbox (BvLibrary *library, gpointer data, GError **error)
{
  const Inbox *inbox = data;

  return bv_handouts_record (library, inbox->campaign, inbox->handouts, error)
         && bv_receipts_take (library, inbox->campaign, inbox->receipts, error);
}

static void
describe_handout (gpointer data, gpointer text)
{
  const BvHandout *handout = data;

  g_string_append_printf (text, "%s\n%s\n%" PRId64 " %d\n%s\n%s\n%s\n", handout->unit, handout->name,
                          handout->handed, handout->way, handout->address, handout->file, handout->form);
}

static void
describe_receipt (gpointer data, gpointer text)
{
  const BvReceipt *receipt = data;

  g_string_append_printf (text,
                          "%s\n%s\n%" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %d\n%s\n%s\n%s\n%s\n",
                          receipt->unit != NULL ? receipt->unit : "?", receipt->name, receipt->version,
                          receipt->received, receipt->bytes, receipt->sent, receipt->state, receipt->file,
                          receipt->sha256, receipt->container, receipt->sender);
  g_string_append_printf (text, "%" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 "\n%s\n",
                          receipt->n_rows, receipt->n_values, receipt->n_asked, receipt->n_conflicts,
                          receipt->n_refused, receipt->remark);
}

/* All that it says. */
static char *
describe (const Inbox *inbox)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_foreach (inbox->handouts, describe_handout, text);
  g_ptr_array_foreach (inbox->receipts, describe_receipt, text);
  return g_string_free (text, FALSE);
}

static gboolean
is_as_it_was (const BvSalvageRecords *self, const Inbox *inbox, GError **error)
{
  g_autoptr (GPtrArray) handouts = bv_handouts_list (self->library, inbox->campaign, error);
  g_autoptr (GPtrArray) receipts
    = handouts != NULL ? bv_receipts_list (self->library, inbox->campaign, error) : NULL;
  const Inbox found = { inbox->campaign, handouts, receipts };
  g_autofree char *expected = describe (inbox);
  g_autofree char *now = receipts != NULL ? describe (&found) : NULL;

  return now != NULL && bv_salvage_report_compare (self->salvage, expected, now, error);
}

/* Of what cannot be listed nothing is taken. */
static GPtrArray *
list (const BvSalvageRecords *self,
      const BvWreckCampaign *campaign,
      GPtrArray *(*read) (BvLibrary *library, gint64 campaign, GError **error))
{
  g_autoptr (GError) cause = NULL;
  GPtrArray *records = read (self->wreck, campaign->id, &cause);
  g_autofree char *title = NULL;

  if (records != NULL)
    return records;
  /* Translators: a campaign */
  title = g_strdup_printf (_ ("%s: what is in the inbox"), campaign->title);
  bv_salvage_report_leave (self->salvage, BV_SALVAGE_INBOX, campaign->key, title, cause->message);
  return g_ptr_array_new ();
}

static gboolean
take (const BvSalvageRecords *self, const BvWreckCampaign *campaign, Inbox *inbox, GError **error)
{
  /* Translators: a campaign */
  g_autofree char *label
    = g_strdup_printf (_ ("Take over what was handed out and received: %s"), campaign->title);

  return (inbox->handouts->len == 0 && inbox->receipts->len == 0)
         || (bv_journal_act (self->library, label, write_inbox, inbox, NULL, error)
             && is_as_it_was (self, inbox, error));
}

/**
 * bv_salvage_inbox_take:
 * @records: where from and where to
 * @campaign: a campaign that is taken over
 * @id: its row in the new library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes over which forms of the campaign were handed out and which answers received, as one action of the new
 * journal.
 *
 * Returns: %FALSE with @error set where the new library cannot take them
 */
gboolean
bv_salvage_inbox_take (const BvSalvageRecords *records,
                       const BvWreckCampaign *campaign,
                       gint64 id,
                       GError **error)
{
  g_autoptr (GPtrArray) handouts = list (records, campaign, bv_handouts_list);
  g_autoptr (GPtrArray) receipts = list (records, campaign, bv_receipts_list);
  Inbox inbox = { id, handouts, receipts };

  if (!take (records, campaign, &inbox, error))
    return FALSE;
  records->salvage->n_handouts += handouts->len;
  records->salvage->n_receipts += receipts->len;
  return TRUE;
}
