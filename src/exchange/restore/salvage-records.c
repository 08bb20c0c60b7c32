/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/salvage-records.h"

#include "store/journal.h"
#include "store/letters.h"
#include "store/sealings.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What is taken over of one campaign, in one action. */
typedef struct
{
  gint64 campaign;
  GPtrArray *sealings;
  GPtrArray *letters;
} Records;

/* What was sealed, and lies in the vault. */
typedef struct
{
  char *key;
  char *title;
  char *dump;
  char *file;
} Sealed;

static void
free_sealed (Sealed *sealed)
{
  g_free (sealed->key);
  g_free (sealed->title);
  g_free (sealed->dump);
  g_free (sealed->file);
  g_free (sealed);
}

/**
 * bv_salvage_records_new_list:
 *
 * Returns: (transfer full): for what is sealed
 */
GPtrArray *
bv_salvage_records_new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_sealed);
}

static gboolean
write_records (BvLibrary *library, gpointer data, GError **error)
{
  const Records *records = data;

  return bv_sealings_take (library, records->campaign, records->sealings, error)
         && bv_letters_record (library, records->campaign, records->letters, error);
}

static void
describe_sealing (gpointer data, gpointer text)
{
  const BvSealing *sealing = data;

  g_string_append_printf (text, "%u %" PRId64 " %" PRId64 "\n%s\n%s\n%s\n%s\n%s\n", sealing->number,
                          sealing->sealed, sealing->date, sealing->seal, sealing->reason, sealing->file,
                          sealing->dump != NULL ? sealing->dump : "", sealing->chain);
}

static void
describe_letter (gpointer data, gpointer text)
{
  const BvLetterRecord *letter = data;

  g_string_append_printf (text, "%s\n%s\n%" PRId64 " %" PRId64 "\n%s\n%s\n%s\n", letter->unit, letter->name,
                          letter->written, letter->n_items, letter->address, letter->subject, letter->file);
}

/* All that they say. */
static char *
describe (const Records *records)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_foreach (records->sealings, describe_sealing, text);
  g_ptr_array_foreach (records->letters, describe_letter, text);
  return g_string_free (text, FALSE);
}

static gboolean
are_as_they_were (const BvSalvageRecords *self, const Records *records, GError **error)
{
  g_autoptr (GPtrArray) sealings = bv_sealings_list (self->library, records->campaign, error);
  g_autoptr (GPtrArray) letters
    = sealings != NULL ? bv_letters_list (self->library, records->campaign, error) : NULL;
  const Records found = { records->campaign, sealings, letters };
  g_autofree char *expected = describe (records);
  g_autofree char *now = letters != NULL ? describe (&found) : NULL;

  return now != NULL && bv_salvage_report_compare (self->salvage, expected, now, error);
}

static void
note_sealed (const BvSalvageRecords *self, const BvWreckCampaign *campaign, const BvSealing *sealing)
{
  Sealed *sealed;

  if (sealing->dump == NULL)
    return;
  sealed = g_new (Sealed, 1);
  sealed->key = g_strdup (campaign->key);
  /* Translators: a campaign, a number, a file name */
  sealed->title
    = g_strdup_printf (_ ("%s: what was sealed as %u (%s)"), campaign->title, sealing->number, sealing->file);
  sealed->dump = g_strdup (sealing->dump);
  sealed->file = g_strdup (sealing->file);
  g_ptr_array_add (self->sealed, sealed);
}

/* Of what cannot be listed nothing is taken. */
static void
leave_all (const BvSalvageRecords *self,
           const BvWreckCampaign *campaign,
           BvSalvageKind kind,
           const char *what,
           GError *cause)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", campaign->title, what);

  bv_salvage_report_leave (self->salvage, kind, campaign->key, title, cause->message);
  g_error_free (cause);
}

static GPtrArray *
read_sealings (const BvSalvageRecords *self, const BvWreckCampaign *campaign)
{
  GError *cause = NULL;
  GPtrArray *sealings = bv_sealings_list (self->wreck, campaign->id, &cause);

  if (sealings != NULL)
    return sealings;
  leave_all (self, campaign, BV_SALVAGE_SEALING, _ ("what was sealed"), cause);
  return g_ptr_array_new ();
}

static GPtrArray *
read_letters (const BvSalvageRecords *self, const BvWreckCampaign *campaign)
{
  GError *cause = NULL;
  GPtrArray *letters = bv_letters_list (self->wreck, campaign->id, &cause);

  if (letters != NULL)
    return letters;
  leave_all (self, campaign, BV_SALVAGE_LETTER, _ ("the letters on record"), cause);
  return g_ptr_array_new ();
}

/* The journal knows of them what their rows do not say any more. */
static char *
describe_loss (const BvWreckCampaign *campaign, const BvWreckLoss *loss)
{
  const char *label = loss->label != NULL ? loss->label : "?";
  g_autofree char *when = bv_salvage_report_write_time (loss->time);

  if (loss->kind == BV_WRECK_LETTER)
    /* Translators: a campaign, what the journal calls the action, when that was */
    return g_strdup_printf (_ ("%s: a letter of “%s” (%s)"), campaign->title, label, when);
  /* Translators: a campaign, what the journal calls the action, when that was */
  return g_strdup_printf (_ ("%s: %s (%s)"), campaign->title, label, when);
}

static void
tell_losses (const BvSalvageRecords *self, const BvWreckCampaign *campaign)
{
  static const BvSalvageKind kinds[] = {
    [BV_WRECK_SEALING] = BV_SALVAGE_SEALING,
    [BV_WRECK_LETTER] = BV_SALVAGE_LETTER,
    [BV_WRECK_HANDOUT] = BV_SALVAGE_INBOX,
    [BV_WRECK_RECEIPT] = BV_SALVAGE_INBOX,
  };

  for (guint i = 0; i < self->facts->losses->len; i++)
    {
      const BvWreckLoss *loss = self->facts->losses->pdata[i];
      g_autofree char *title = NULL;

      if (loss->kind == BV_WRECK_TEMPLATE || loss->campaign != campaign->id)
        continue;
      title = describe_loss (campaign, loss);
      bv_salvage_report_leave (self->salvage, kinds[loss->kind], campaign->key, title,
                               _ ("its row is damaged or missing"));
    }
}

static gboolean
take (const BvSalvageRecords *self, const BvWreckCampaign *campaign, Records *records, GError **error)
{
  /* Translators: a campaign */
  g_autofree char *label = g_strdup_printf (_ ("Take over what was sealed and written: %s"), campaign->title);

  return (records->sealings->len == 0 && records->letters->len == 0)
         || (bv_journal_act (self->library, label, write_records, records, NULL, error)
             && are_as_they_were (self, records, error));
}

/**
 * bv_salvage_records_take:
 * @records: where from and where to
 * @campaign: a campaign that is taken over
 * @id: its row in the new library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Takes over which proposals of the campaign were sealed and which letters were written, with their numbers
 * and times, as one action of the new journal. A row of them that is damaged is told, and left.
 *
 * Returns: %FALSE with @error set where the new library cannot take them
 */
gboolean
bv_salvage_records_take (const BvSalvageRecords *records,
                         const BvWreckCampaign *campaign,
                         gint64 id,
                         GError **error)
{
  g_autoptr (GPtrArray) sealings = read_sealings (records, campaign);
  g_autoptr (GPtrArray) letters = read_letters (records, campaign);
  Records taken = { id, sealings, letters };

  tell_losses (records, campaign);
  if (!take (records, campaign, &taken, error))
    return FALSE;
  for (guint i = 0; i < sealings->len; i++)
    note_sealed (records, campaign, sealings->pdata[i]);
  records->salvage->n_sealings += sealings->len;
  records->salvage->n_letters += letters->len;
  return TRUE;
}

/**
 * bv_salvage_records_check_files:
 * @sealed: what was taken over that has a file
 * @from: the folder of the damaged library
 * @to: the folder of the new one, whose vault has what is whole
 * @salvage: is told what is not there
 *
 * Without its file a sealing stays on record, but cannot be written again.
 */
void
bv_salvage_records_check_files (GPtrArray *sealed, const char *from, const char *to, BvSalvage *salvage)
{
  for (guint i = 0; i < sealed->len; i++)
    {
      const Sealed *one = g_ptr_array_index (sealed, i);

      if (bv_vault_has (to, one->dump, one->file))
        salvage->n_sealed++;
      else
        bv_salvage_report_leave (salvage, BV_SALVAGE_SEALED, one->key, one->title,
                                 bv_vault_has (from, one->dump, one->file)
                                   ? _ ("its file is damaged; that it was sealed is on record")
                                   : _ ("its file is not there; that it was sealed is on record"));
    }
}
