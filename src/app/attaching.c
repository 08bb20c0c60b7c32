/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/attaching.h"

#include "core/date.h"
#include "store/editing.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

/* Files on their way into the vault, and what they shall prove. */
typedef struct
{
  BvSession *session;
  BvWork *work;
  gint64 campaign;
  gint64 nominee;
  char *criterion;
  char *folder;
  GPtrArray *files; /* of GFile */
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *attaching = data;

  g_clear_object (&attaching->session);
  g_clear_object (&attaching->work);
  g_free (attaching->criterion);
  g_free (attaching->folder);
  g_ptr_array_unref (attaching->files);
  g_free (attaching);
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

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Attaching *attaching = data;
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (bv_record_free);
  GError *error = NULL;

  for (guint i = 0; i < attaching->files->len; i++)
    {
      GFile *file = g_ptr_array_index (attaching->files, i);
      g_autoptr (BvVaultItem) item = bv_vault_add (attaching->folder, file, cancellable, &error);

      if (item == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (evidence, create_evidence (item));
      bv_work_set_fraction ((i + 1.0) / attaching->files->len, attaching->work);
    }
  g_task_return_pointer (task, g_steal_pointer (&evidence), (GDestroyNotify) g_ptr_array_unref);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Attaching *attaching = g_task_get_task_data (G_TASK (result));
  /* The task may end in its thread, where a session must not. */
  g_autoptr (BvSession) session = g_steal_pointer (&attaching->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *message = NULL;

  if (evidence == NULL
      || !bv_editing_attach (bv_session_get_library (session), attaching->campaign, attaching->nominee,
                             attaching->criterion, evidence, &error))
    {
      bv_work_fail (attaching->work, error);
      return;
    }
  message = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u file attached", "%u files attached", evidence->len), evidence->len);
  bv_work_finish (attaching->work, message, NULL);
}

/**
 * bv_attaching_start:
 * @session: a session
 * @nominee: a nominee's row
 * @criterion: the code of a leaf of its group
 * @files: (element-type GFile): what shall prove the score
 *
 * Takes files into the vault in a thread, then links all of them to the assessment as one action. Cancelled,
 * or where one of the files cannot be taken, nothing is linked.
 *
 * Returns: (transfer full): the work, which the window shows
 */
BvWork *
bv_attaching_start (BvSession *session, gint64 nominee, const char *criterion, GPtrArray *files)
{
  Attaching *attaching = g_new0 (Attaching, 1);
  g_autoptr (GTask) task = NULL;

  attaching->session = g_object_ref (session);
  attaching->work = bv_session_begin_work (session, _ ("Taking in evidence…"));
  attaching->campaign = bv_session_get_campaign (session);
  attaching->nominee = nominee;
  attaching->criterion = g_strdup (criterion);
  attaching->folder = g_strdup (bv_session_get_folder (session));
  attaching->files = g_ptr_array_ref (files);
  task = g_task_new (NULL, bv_work_get_cancellable (attaching->work), hashed_cb, NULL);
  g_task_set_task_data (task, attaching, attaching_free);
  g_task_run_in_thread (task, run_in_thread);
  return g_object_ref (attaching->work);
}
