/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/report-edit.h"

#include "core/nominee.h"
#include "store/edit.h"
#include "store/evidence-intake.h"
#include "store/journal.h"
#include "store/records.h"

#include <glib/gi18n-lib.h>

/* The report of one nominee, and the file that it gets. */
typedef struct
{
  gint64 campaign;
  BvNominee *before;
  BvNominee *after;
  BvEvidence *piece;
} Edit;

static void
edit_clear (Edit *edit)
{
  g_clear_pointer (&edit->before, bv_record_free);
  g_clear_pointer (&edit->after, bv_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
attach (BvLibrary *library, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (BvKeyMap) keys = bv_key_map_open (library, edit->campaign);
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { edit->campaign };
  BvAchievementReport *report;

  if (!bv_evidence_intake_add (library, edit->campaign, keys, edit->piece, error))
    return FALSE;
  if (edit->after->report == NULL)
    bv_record_add_child (edit->after, bv_entity_find_field (&bv_nominee_entity, "report"));
  report = edit->after->report;
  g_free (report->evidence);
  report->evidence = g_strdup (edit->piece->key);
  if (report->received == BV_NONE)
    report->received = edit->piece->received;
  return bv_records_update (library, edit->before, edit->after, keys, owners, error);
}

/**
 * bv_report_edit_attach:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @piece: a piece of evidence whose content the vault has taken; it is given its key
 * @error: return location for a %BV_STORE_ERROR
 *
 * Adds the file of a nominee's report of achievements, in the place of one that there was, as one action. A
 * day of receipt that is not known becomes that of @piece.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_report_edit_attach (BvLibrary *library, gint64 campaign, gint64 nominee, BvEvidence *piece, GError **error)
{
  g_auto (Edit) edit = { .campaign = campaign, .piece = piece };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  edit.before = bv_edit_read (library, &bv_nominee_entity, nominee, error);
  if (edit.before == NULL)
    return FALSE;
  edit.after = bv_record_copy (edit.before);
  edit.after->record.ordinal = edit.before->record.ordinal;
  name = bv_edit_name_nominee (library, nominee);
  label = g_strdup_printf (_ ("Attach the report of achievements: %s"), name);
  return bv_journal_act (library, label, attach, &edit, NULL, error);
}
