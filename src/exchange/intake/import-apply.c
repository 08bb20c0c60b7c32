/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/import-apply.h"

#include "core/text/wording.h"
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
  return apply_learned (library, plan, error);
}

/* `Take in 195 files: 1.204 values` */
static char *
write_label (const BvImportPlan *plan)
{
  guint n_values = 0;
  guint n_files = 0;
  g_autofree char *files = NULL;
  g_autofree char *values = NULL;

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);
      guint n
        = bv_planned_file_count (file, BV_PLANNED_NEW) + bv_planned_file_count (file, BV_PLANNED_CHANGED);

      n_values += n;
      n_files += n > 0;
    }
  /* All that the answers did was to leave something out. */
  if (n_values == 0)
    return g_strdup (_ ("Answers about tables from outside"));
  files = bv_wording_number (n_files);
  values = bv_wording_number (n_values);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Take in %s file: %s values", "Take in %s files: %s values", n_files),
    files, values);
}

/**
 * bv_import_apply:
 * @library: a library open for writing
 * @campaign: the campaign's row
 * @plan: a plan of its files
 * @action: (out) (optional): the action's number; 0 where nothing changed
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Writes what is new and what is changed, of all files as one action; what is asked, refused or in conflict
 * is left.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_import_apply (BvLibrary *library,
                 gint64 campaign,
                 const BvImportPlan *plan,
                 gint64 *action,
                 GError **error)
{
  Applying applying = { campaign, plan };
  g_autofree char *label = write_label (plan);

  return bv_journal_act (library, label, apply, &applying, action, error);
}
