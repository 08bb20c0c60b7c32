/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-program.h"

#include "app/mail/mail-application-unix.h"

static BvMailHandover *
hand_over (const BvMailApplication *application, GPtrArray *mails, GPtrArray *drafts)
{
  BvMailHandover *handover = bv_mail_handover_new (g_app_info_get_name (application->app));

  handover->is_open = TRUE;
  for (; handover->n_taken < mails->len; handover->n_taken++)
    {
      g_autoptr (GFile) draft = g_file_new_for_path (g_ptr_array_index (drafts, handover->n_taken));
      g_autoptr (GError) error = NULL;

      if (bv_mail_application_open (application, g_ptr_array_index (mails, handover->n_taken), draft, &error))
        continue;
      g_message ("%s", error->message);
      break;
    }
  return handover;
}

/**
 * bv_mail_program_open_async:
 * @mails: (element-type BvMail): mails; neither they nor their files may change until @callback is called
 * @drafts: (element-type filename): the same mails, written
 * @cancellable: (nullable): what was not opened yet is not opened any more
 * @callback: called when the user's mail program has taken the mails, or does not take them
 * @data: for @callback
 *
 * Has the user's mail program show the mails for editing, one after another. Nothing is sent. What it does
 * not copy it reads where it is, also later, so the files have to stay for as long as the user keeps them.
 */
void
bv_mail_program_open_async (GPtrArray *mails,
                            GPtrArray *drafts,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (BvMailApplication) application = bv_mail_application_find ();
  BvMailHandover *handover = application->kind == BV_MAIL_APPLICATION_UNKNOWN
                               ? bv_mail_handover_new (NULL)
                               : hand_over (application, mails, drafts);

  g_task_set_check_cancellable (task, FALSE);
  g_task_return_pointer (task, handover, (GDestroyNotify) bv_mail_handover_free);
}

/**
 * bv_mail_program_open_finish:
 * @result: what the callback of bv_mail_program_open_async() was given
 *
 * Returns: (transfer full): what became of the mails
 */
BvMailHandover *
bv_mail_program_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
