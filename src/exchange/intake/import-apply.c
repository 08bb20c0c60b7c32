/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/import-apply.h"

#include "core/text/wording.h"
#include "exchange/intake/enclosure/enclosure-apply.h"
#include "exchange/intake/import-receipts.h"
#include "exchange/recognise/recognise.h"
#include "store/assessment-edit.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/learned.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 campaign;
  const BvImportPlan *plan;
  BvEnclosureApply *enclosures;
  GPtrArray *kept; /* of bv_import_receipts_keep() */
} Applying;

static gboolean
apply_assessments (BvLibrary *library,
                   const Applying *self,
                   const BvNominee *before,
                   const BvNominee *after,
                   GError **error)
{
  for (guint i = 0; i < after->assessments->len; i++)
    {
      const BvAssessment *then = g_ptr_array_index (after->assessments, i);
      const BvAssessment *now = bv_nominee_find_assessment (before, then->criterion);

      if (now != NULL && bv_record_equal (now, then))
        continue;
      if (!bv_edit_write_assessment (library, self->campaign, before->record.id, then, error))
        return FALSE;
    }
  return TRUE;
}

/* All of a nominee but its assessments, which are written one by one. */
static gboolean
apply_head (BvLibrary *library,
            const Applying *self,
            const BvNominee *before,
            const BvNominee *after,
            GError **error)
{
  const BvField *assessments = bv_entity_find_field (&bv_nominee_entity, "assessments");
  g_autoptr (BvRecord) head = NULL;
  g_autoptr (BvRecord) stored = NULL;
  gboolean is_same = TRUE;

  for (guint i = 0; i < bv_nominee_entity.n_fields; i++)
    is_same = is_same
              && (&bv_nominee_entity.fields[i] == assessments
                  || bv_field_equal (&bv_nominee_entity.fields[i], before, after));
  if (is_same)
    return TRUE;
  stored = bv_edit_read (library, &bv_nominee_entity, before->record.id, error);
  if (stored == NULL)
    return FALSE;
  head = bv_record_copy (after);
  bv_field_copy (assessments, head, stored);
  return bv_edit_update (library, self->campaign, head, error);
}

static gboolean
apply_nominee (BvLibrary *library, const Applying *self, const BvNominee *before, GError **error)
{
  const BvNominee *after = g_hash_table_lookup (self->plan->after, before->key);

  if (after == NULL
      || (apply_head (library, self, before, after, error)
          && apply_assessments (library, self, before, after, error)))
    return TRUE;
  g_prefix_error (error, "%s: ", before->key);
  return FALSE;
}

static gboolean
apply_learned (BvLibrary *library, const BvImportPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) answers = bv_recognise_list_learned (plan);

  return bv_learned_write (library, answers, error);
}

static gboolean
apply (BvLibrary *library, gpointer data, GError **error)
{
  const Applying *self = data;
  const BvImportPlan *plan = self->plan;

  for (guint i = 0; i < plan->campaign->nominees->len; i++)
    if (!apply_nominee (library, self, g_ptr_array_index (plan->campaign->nominees, i), error))
      return FALSE;
  for (guint i = 0; i < plan->added->len; i++)
    {
      g_autoptr (BvRecord) record = bv_record_copy (g_ptr_array_index (plan->added, i));

      if (!bv_edit_add (library, self->campaign, self->campaign, record, error))
        {
          g_prefix_error (error, "%s: ", bv_record_key (record));
          return FALSE;
        }
    }
  return bv_enclosure_apply_attach (self->enclosures, self->campaign, error)
         && apply_learned (library, plan, error)
         && bv_import_receipts_note (library, self->campaign, plan, self->kept, error);
}

static char *
write_values (guint n_files, guint n_values)
{
  g_autofree char *files = bv_wording_number (n_files);
  g_autofree char *values = bv_wording_number (n_values);

  if (n_values == 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Receive %s file: nothing new", "Receive %s files: nothing new", n_files),
      files);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Take in %s file: %s values", "Take in %s files: %s values", n_files),
    files, values);
}

static char *
write_enclosures (guint n_enclosures)
{
  g_autofree char *number = bv_wording_number (n_enclosures);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Take in %s piece of evidence",
                                       "Take in %s pieces of evidence", n_enclosures),
                          number);
}

/* NULL: files are taken in, or a part of a block. */
static char *
write_pasted (const BvImportPlan *plan)
{
  const BvPlannedFile *file = plan->files->len == 1 ? g_ptr_array_index (plan->files, 0) : NULL;
  g_autofree char *rows = NULL;

  if (file == NULL || file->paste == NULL || bv_planned_file_waits (file))
    return NULL;
  rows = bv_wording_number (file->n_rows);
  /* Translators: rows and columns. */
  return g_strdup_printf (_ ("Paste %s × %u cells"), rows, file->n_columns);
}

/* `Take in 195 files: 1.204 values. Take in 400 pieces of evidence` */
static char *
write_label (const BvImportPlan *plan)
{
  char *pasted = write_pasted (plan);
  guint n_values = 0;
  guint n_files = 0;
  guint n_held = 0;
  guint n_enclosures = bv_planned_enclosure_count (plan, BV_ENCLOSURE_NEW);
  g_autofree char *values = NULL;
  g_autofree char *enclosures = NULL;

  if (pasted != NULL)
    return pasted;
  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);

      n_values += bv_planned_file_count_taken (file);
      n_files += file->failure == NULL;
      n_held += file->is_held;
    }
  values = n_files > 0 || n_enclosures == 0
             ? write_values (n_values > 0 ? n_files - n_held : n_files, n_values)
             : NULL;
  enclosures = n_enclosures > 0 ? write_enclosures (n_enclosures) : NULL;
  if (values == NULL || enclosures == NULL)
    return g_strdup (values != NULL ? values : enclosures);
  return g_strconcat (values, ". ", enclosures, NULL);
}

/**
 * bv_import_apply:
 * @library: a library open for writing
 * @campaign: the campaign's row
 * @plan: a plan of its files
 * @progress: (nullable): is told, and may give up before anything is written
 * @action: (out) (optional): the action's number; 0 where nothing changed
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes what is new and what is changed, of all files as one action, with the evidence that came along, and
 * notes in it what was received; what is asked, refused or in conflict is left, and counted there. The
 * originals of the files stay in the vault.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_import_apply (BvLibrary *library,
                 gint64 campaign,
                 const BvImportPlan *plan,
                 const BvProgress *progress,
                 gint64 *action,
                 GError **error)
{
  g_autoptr (GPtrArray) kept = bv_import_receipts_keep (library, plan, progress, error);
  g_autoptr (BvEnclosureApply) enclosures
    = kept != NULL ? bv_enclosure_apply_take (library, plan, error) : NULL;
  Applying applying = { campaign, plan, enclosures, kept };
  g_autofree char *label = write_label (plan);

  if (enclosures != NULL && bv_journal_act (library, label, apply, &applying, action, error))
    return TRUE;
  if (enclosures != NULL)
    bv_enclosure_apply_take_back (enclosures);
  if (kept != NULL)
    bv_import_receipts_take_back (library, kept);
  return FALSE;
}
