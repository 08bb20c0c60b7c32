/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/mail/mail-handover.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * bv_mail_handover_new:
 * @program: (nullable): the name of the user's mail program; %NULL: there is none that takes a draft
 *
 * Returns: (transfer full): a handover of which nothing was taken yet
 */
BvMailHandover *
bv_mail_handover_new (const char *program)
{
  BvMailHandover *handover = g_new0 (BvMailHandover, 1);

  handover->program = g_strdup (program);
  return handover;
}

/**
 * bv_mail_handover_free:
 * @handover: (transfer full): a handover
 */
void
bv_mail_handover_free (BvMailHandover *handover)
{
  g_free (handover->program);
  g_free (handover);
}

static char *
tell_refused (const BvMailHandover *handover, guint n_mails, const char *place)
{
  if (handover->n_taken > 0)
    return g_strdup_printf (_ ("%u of %u e-mails opened in %s; open the others yourself in your mail "
                               "program: %s"),
                            handover->n_taken, n_mails, handover->program, place);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u e-mail saved, not sent: open it yourself in your mail program: %s",
                 "%u e-mails saved, not sent: open them yourself in your mail program: %s", n_mails),
    n_mails, place);
}

static char *
tell_unsent (const BvMailHandover *handover, guint n_mails, const char *place)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u e-mail closed in %s without being sent; saved: %s",
                                       "%u e-mails closed in %s without being sent; saved: %s", n_mails),
                          n_mails, handover->program, place);
}

/**
 * bv_mail_handover_tell:
 * @handover: a handover
 * @n_mails: how many mails were handed over
 * @size: their bytes
 * @place: the draft, or the folder of the drafts, as it is shown
 *
 * Returns: (transfer full): what became of the mails, and what is left to do
 */
char *
bv_mail_handover_tell (const BvMailHandover *handover, guint n_mails, gint64 size, const char *place)
{
  g_autofree char *shown = NULL;

  if (handover->n_taken < n_mails)
    return tell_refused (handover, n_mails, place);
  if (handover->n_unsent == n_mails)
    return tell_unsent (handover, n_mails, place);
  shown = bv_wording_file_size (size);
  if (handover->is_open)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u e-mail of %s opened in %s, not sent yet",
                                         "%u e-mails of %s opened in %s, not sent yet", n_mails),
                            n_mails, shown, handover->program);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u e-mail of %s given to %s: see there whether it was sent",
                 "%u e-mails of %s given to %s: see there whether they were sent", n_mails),
    n_mails, shown, handover->program);
}
