/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-program.h"

#include "app/mail/mapi-win32.h"

static void
hand_over (GTask *task, gpointer source, gpointer mails, GCancellable *cancellable)
{
  g_autofree char *client = bv_mapi_find_client ();
  BvMailHandover *handover = client != NULL ? bv_mapi_hand_over (BV_MAPI_LIBRARY, client, mails, cancellable)
                                            : bv_mail_handover_new (NULL);

  g_task_return_pointer (task, handover, (GDestroyNotify) bv_mail_handover_free);
}

/* The window of the mail program would block that of whoever waits for it. */
void
bv_mail_program_open_async (GPtrArray *mails,
                            GPtrArray *drafts,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_ptr_array_ref (mails), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, hand_over);
}

BvMailHandover *
bv_mail_program_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
