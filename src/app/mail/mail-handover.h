/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvMailHandover:
 *
 * What became of mails that were handed to the user's mail program, one after another.
 */
typedef struct
{
  char *program;    /* its name; NULL: there is none that takes a draft */
  guint n_taken;    /* it took so many, from the first on; fewer than there were: it refused the next */
  guint n_unsent;   /* of these the user has closed so many again, unsent */
  gboolean is_open; /* it shows them, and has sent none; else it alone knows which were sent */
} BvMailHandover;

BvMailHandover *bv_mail_handover_new (const char *program);
void bv_mail_handover_free (BvMailHandover *handover);
char *bv_mail_handover_tell (const BvMailHandover *handover, guint n_mails, gint64 size, const char *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMailHandover, bv_mail_handover_free)

G_END_DECLS
