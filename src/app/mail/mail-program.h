/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mail/mail-handover.h"
#include "exchange/mail/mail.h"

G_BEGIN_DECLS

/* What systems do differently with the user's own mail program. */

void bv_mail_program_open_async (GPtrArray *mails,
                                 GPtrArray *drafts,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
BvMailHandover *bv_mail_program_open_finish (GAsyncResult *result);

G_END_DECLS
