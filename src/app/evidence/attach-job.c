/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/evidence/attach-job.h"

#include "app/session/job.h"
#include "core/text/date.h"
#include "store/edit.h"
#include "store/lists.h"
#include "store/report-edit.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* Files on their way into the vault, and what they are to prove. */
typedef struct
{
  gint64 nominee;
  char *criterion;  /* NULL: they are the report of achievements */
  GPtrArray *files; /* of GFile */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->criterion);
  g_ptr_array_unref (request->files);
  g_free (request);
}

static BvEvidence *
create_evidence (const BvVaultItem *item)
{
  BvEvidence *evidence = bv_record_new (&bv_evidence_entity);

  g_free (evidence->file);
  evidence->file = g_strdup (item->file);
  evidence->sha256 = g_strdup (item->sha256);
  evidence->bytes = item->bytes;
  evidence->received = bv_date_today ();
  return evidence;
}

static gpointer
take_files (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Request *request = job->input;
  BvProgress progress = bv_work_get_progress (job->work);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 0; i < request->files->len; i++)
    {
      g_autoptr (BvVaultItem) item
        = bv_vault_attach (job->folder, g_ptr_array_index (request->files, i), cancellable, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (evidence, create_evidence (item));
      bv_progress_tell (&progress, (i + 1.0) / request->files->len);
    }
  return g_steal_pointer (&evidence);
}

static gboolean
is_linked (const BvAssessment *assessment, const char *key)
{
  for (guint i = 0; i < assessment->evidence->len; i++)
    if (g_str_equal (((BvEvidenceLink *) g_ptr_array_index (assessment->evidence, i))->evidence, key))
      return TRUE;
  return FALSE;
}

static guint
find_content (BvTable *table, const BvEvidence *piece)
{
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    if (g_strcmp0 (bv_table_get_text (table, i, BV_EVIDENCE_COLUMN_SHA256), piece->sha256) == 0)
      return i;
  return BV_TABLE_NOT_FOUND;
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
}

/* Takes what proves the score already out of @evidence, and says so. */
static void
drop_linked (GPtrArray *evidence, const BvAssessment *assessment, BvTable *table, GString *text)
{
  for (guint i = 0; i < evidence->len;)
    {
      const BvEvidence *piece = g_ptr_array_index (evidence, i);
      guint row = find_content (table, piece);
      g_autofree char *sentence = NULL;

      if (row == BV_TABLE_NOT_FOUND
          || !is_linked (assessment, bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_KEY)))
        {
          i++;
          continue;
        }
      sentence = g_strdup_printf (_ ("Attached already: %s"),
                                  bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_FILE));
      append_sentence (text, sentence);
      g_ptr_array_remove_index (evidence, i);
    }
}

/* Says what the campaign has under another name. */
static void
append_other_names (GPtrArray *evidence, BvTable *table, GString *text)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const BvEvidence *piece = g_ptr_array_index (evidence, i);
      guint row = find_content (table, piece);
      const char *file
        = row != BV_TABLE_NOT_FOUND ? bv_table_get_text (table, row, BV_EVIDENCE_COLUMN_FILE) : "";
      g_autofree char *sentence = NULL;

      if (*file == '\0' || g_str_equal (file, piece->file))
        continue;
      sentence = g_strdup_printf (_ ("the campaign has %s already, as %s"), piece->file, file);
      append_sentence (text, sentence);
    }
}

/* A nominee has one report, of one file. */
static gboolean
link_report (const BvJob *job, GPtrArray *evidence, GError **error)
{
  const Request *request = job->input;

  return bv_report_edit_attach (bv_session_get_library (job->session), job->campaign, request->nominee,
                                g_ptr_array_index (evidence, 0), error);
}

static gboolean
link_files (const BvJob *job, GPtrArray *evidence, GString *text, GError **error)
{
  const Request *request = job->input;
  BvLibrary *library = bv_session_get_library (job->session);
  g_autoptr (BvTable) before = NULL;
  g_autoptr (BvTable) after = NULL;
  g_autoptr (BvRecord) assessment = NULL;

  if (request->criterion == NULL)
    return link_report (job, evidence, error);
  before = bv_lists_read_evidence (library, request->nominee, error);
  if (before == NULL)
    return FALSE;
  assessment = (BvRecord *) bv_edit_read_assessment (library, job->campaign, request->nominee,
                                                     request->criterion, error);
  if (assessment == NULL)
    return FALSE;
  drop_linked (evidence, (BvAssessment *) assessment, before, text);
  if (evidence->len == 0)
    return TRUE;
  if (!bv_edit_attach (library, job->campaign, request->nominee, request->criterion, evidence, error))
    return FALSE;
  after = bv_lists_read_evidence (library, request->nominee, error);
  if (after != NULL)
    append_other_names (evidence, after, text);
  return after != NULL;
}

static void
link_and_tell (const BvJob *job, gpointer result)
{
  GPtrArray *evidence = result;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *attached = NULL;

  if (!link_files (job, evidence, notes, &error))
    {
      bv_work_fail (job->work, error);
      return;
    }
  attached = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u file attached", "%u files attached", evidence->len), evidence->len);
  if (evidence->len > 0)
    append_sentence (text, attached);
  if (notes->len == 0)
    {
      /* The journal says so too, and offers to undo it. */
      bv_work_finish (job->work, text->str, NULL);
      return;
    }
  append_sentence (text, notes->str);
  bv_work_finish_in_idle (job->work, text->str, NULL);
}

static const BvJobKind attaching = {
  .run = take_files,
  .done = link_and_tell,
  .free_input = request_free,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
};

/**
 * bv_attach_job_start:
 * @session: a session
 * @nominee: a nominee's row
 * @criterion: (nullable): the code of a leaf of its group; %NULL: what is attached is the nominee's report of
 * achievements
 * @files: (element-type GFile): what is to prove the score, or the one file of the report
 *
 * Takes files into the vault in a thread, then links all of them to the assessment as one action. Cancelled,
 * or where one of the files cannot be taken, nothing is linked.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_attach_job_start (BvSession *session, gint64 nominee, const char *criterion, GPtrArray *files)
{
  Request *request = g_new0 (Request, 1);

  request->nominee = nominee;
  request->criterion = g_strdup (criterion);
  request->files = g_ptr_array_ref (files);
  return bv_job_start (&attaching, session, _ ("Taking in evidence…"), request);
}
