/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/restore/salvage-report.h"

#include "core/text/wording.h"
#include "store/error.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

static void
free_loss (BvSalvageLoss *loss)
{
  g_free (loss->key);
  g_free (loss->title);
  g_free (loss->reason);
  g_free (loss);
}

/**
 * bv_salvage_report_new:
 *
 * Returns: (transfer full): nothing is taken over yet, and nothing left
 */
BvSalvage *
bv_salvage_report_new (void)
{
  BvSalvage *salvage = g_new0 (BvSalvage, 1);

  salvage->left = g_ptr_array_new_with_free_func ((GDestroyNotify) free_loss);
  return salvage;
}

/**
 * bv_salvage_report_free:
 * @salvage: (transfer full): what was taken over
 */
void
bv_salvage_report_free (BvSalvage *salvage)
{
  g_free (salvage->source);
  g_free (salvage->folder);
  g_free (salvage->aside);
  g_clear_pointer (&salvage->taken, bv_backup_facts_free);
  g_ptr_array_unref (salvage->left);
  g_strfreev (salvage->notes);
  g_free (salvage);
}

/**
 * bv_salvage_report_leave:
 * @salvage: what is taken over
 * @kind: what is not
 * @key: (nullable): the key of its campaign; %NULL: it cannot be read
 * @title: (nullable): how it is called
 * @reason: why it is left
 */
void
bv_salvage_report_leave (BvSalvage *salvage,
                         BvSalvageKind kind,
                         const char *key,
                         const char *title,
                         const char *reason)
{
  BvSalvageLoss *loss = g_new (BvSalvageLoss, 1);

  *loss = (BvSalvageLoss){ kind, g_strdup (key), g_strdup (title), g_strdup (reason) };
  g_ptr_array_add (salvage->left, loss);
}

/**
 * bv_salvage_report_compare:
 * @salvage: a salvage
 * @read: what a part of the damaged library says
 * @found: what the same part of the new one says
 * @error: return location
 *
 * Returns: whether they say the same; else @error is set to a %BV_STORE_ERROR_DATABASE
 */
gboolean
bv_salvage_report_compare (const BvSalvage *salvage, const char *read, const char *found, GError **error)
{
  g_autofree char *shown = bv_shown_path_write (salvage->source);

  if (g_str_equal (read, found))
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_DATABASE,
               _ ("%s: what was taken over is not what was read: nothing was changed"), shown);
  return FALSE;
}

/**
 * bv_salvage_report_write_time:
 * @time: seconds since 1970
 *
 * Returns: (transfer full): when that was
 */
char *
bv_salvage_report_write_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);

  return local != NULL ? g_date_time_format (local, "%d/%m/%Y %H:%M") : g_strdup ("?");
}

/**
 * bv_salvage_report_name_kind:
 * @kind: what was left
 *
 * Returns: what a program calls it
 */
const char *
bv_salvage_report_name_kind (BvSalvageKind kind)
{
  static const char *const names[] = {
    [BV_SALVAGE_CAMPAIGN] = "campaign", [BV_SALVAGE_SEALING] = "sealing",   [BV_SALVAGE_LETTER] = "letter",
    [BV_SALVAGE_SEALED] = "sealed",     [BV_SALVAGE_TEMPLATE] = "template", [BV_SALVAGE_INBOX] = "inbox",
  };

  return names[kind];
}

static void
describe_templates (guint n_templates, GString *text)
{
  g_autofree char *number = bv_wording_number (n_templates);

  if (n_templates > 0)
    /* Translators: a number */
    g_string_append_printf (text, _ ("Own templates: %s taken over.\n"), number);
}

static void
describe_inbox (const BvSalvage *salvage, GString *text)
{
  g_autofree char *handouts = bv_wording_number (salvage->n_handouts);
  g_autofree char *receipts = bv_wording_number (salvage->n_receipts);

  if (salvage->n_handouts + salvage->n_receipts > 0)
    /* Translators: numbers */
    g_string_append_printf (text, _ ("Inbox: %s forms handed out and %s answers received are taken over.\n"),
                            handouts, receipts);
}

static void
describe_taken (const BvBackupFacts *taken, GString *text)
{
  for (guint i = 0; i < taken->campaigns->len; i++)
    {
      const BvBackupCampaign *campaign = taken->campaigns->pdata[i];
      g_autofree char *nominees = bv_wording_number (campaign->nominees);
      g_autofree char *verified = bv_wording_number (campaign->verified);

      /* Translators: a campaign, numbers of nominees and of scores */
      g_string_append_printf (text, _ ("%s: taken over whole: %s nominees, %s verified scores.\n"),
                              campaign->title, nominees, verified);
    }
}

static void
describe_left (GPtrArray *left, GString *text)
{
  for (guint i = 0; i < left->len; i++)
    {
      const BvSalvageLoss *loss = left->pdata[i];
      const char *name = loss->title != NULL && *loss->title != '\0' ? loss->title : loss->key;

      /* Translators: a campaign, and why */
      g_string_append_printf (text, _ ("%s: not taken over: %s.\n"),
                              name != NULL ? name : _ ("A campaign whose name cannot be read"), loss->reason);
    }
}

/**
 * bv_salvage_report_describe:
 * @salvage: what was taken over
 *
 * Returns: (transfer full): a line for each campaign, taken or not, and for what else was left, one for what
 * was sealed and written, one each for the inbox and templates, where there are any, and one for the evidence
 */
char *
bv_salvage_report_describe (const BvSalvage *salvage)
{
  GString *text = g_string_new (NULL);
  g_autofree char *files = bv_wording_number (salvage->n_files);
  g_autofree char *absent = bv_wording_number (salvage->n_absent);
  g_autofree char *sealings = bv_wording_number (salvage->n_sealings);
  g_autofree char *sealed = bv_wording_number (salvage->n_sealed);
  g_autofree char *letters = bv_wording_number (salvage->n_letters);

  describe_taken (salvage->taken, text);
  describe_left (salvage->left, text);
  /* Translators: numbers */
  g_string_append_printf (
    text,
    _ ("Sealings on record: %s taken over, of which %s can be written again; letters on "
       "record: %s taken over.\n"),
    sealings, sealed, letters);
  describe_inbox (salvage, text);
  describe_templates (salvage->n_templates, text);
  /* Translators: numbers of files */
  g_string_append_printf (text, _ ("Files of evidence: %s taken over, %s not there."), files, absent);
  return g_string_free (text, FALSE);
}
