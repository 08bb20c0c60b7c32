/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-delivery.h"

#include "app/mail/mail-program.h"
#include "app/system/desktop.h"
#include "store/shown-path.h"

#include <glib/gi18n-lib.h>

/* Mails that are in the user's mail program, or on the way there. */
typedef struct
{
  BvWork *work;
  GPtrArray *mails;
  GPtrArray *drafts;
  gint64 size;
} Delivery;

static void
delivery_free (Delivery *delivery)
{
  g_object_unref (delivery->work);
  g_ptr_array_unref (delivery->mails);
  g_ptr_array_unref (delivery->drafts);
  g_free (delivery);
}

static gint64
measure (GPtrArray *mails)
{
  gint64 sum = 0;

  for (guint i = 0; i < mails->len; i++)
    sum += MAX (bv_mail_measure (g_ptr_array_index (mails, i), NULL), 0);
  return sum;
}

/* What no program took is at least shown in its folder. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Delivery *delivery = data;
  guint n = delivery->mails->len;
  g_autoptr (BvMailHandover) handover = bv_mail_program_open_finish (result);
  g_autoptr (GFile) draft = g_file_new_for_path (g_ptr_array_index (delivery->drafts, 0));
  g_autoptr (GFile) folder = g_file_get_parent (draft);
  g_autofree char *place = bv_shown_path_write (g_file_peek_path (n == 1 ? draft : folder));
  g_autofree char *message = bv_mail_handover_tell (handover, n, delivery->size, place);

  if (handover->n_taken < n)
    bv_desktop_open (folder, NULL);
  bv_work_finish_in_idle (delivery->work, message, draft);
  delivery_free (delivery);
  g_application_release (g_application_get_default ());
}

/**
 * bv_mail_delivery_start:
 * @work: work that is under way; it is finished when it is known what became of the mails
 * @mails: (element-type BvMail): mails, at least one; nobody changes them or their files any more
 * @drafts: (element-type filename): the same mails, written into one folder
 *
 * Has the user's mail program show the mails for editing; where none takes them, their folder is shown.
 * Nothing is sent. The program does not end while the user's mail program may still read the mails.
 */
void
bv_mail_delivery_start (BvWork *work, GPtrArray *mails, GPtrArray *drafts)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->work = g_object_ref (work);
  delivery->mails = g_ptr_array_ref (mails);
  delivery->drafts = g_ptr_array_ref (drafts);
  delivery->size = measure (mails);
  bv_work_set_label (work, _ ("The e-mail is in your mail program…"));
  g_application_hold (g_application_get_default ());
  bv_mail_program_open_async (mails, drafts, bv_work_get_cancellable (work), opened_cb, delivery);
}
