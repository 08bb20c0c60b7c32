/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/mail.h"

G_BEGIN_DECLS

/* How a program takes a draft with its files. */
typedef enum
{
  BV_MAIL_APPLICATION_UNKNOWN, /* not that anybody knew: the user opens the draft */
  BV_MAIL_APPLICATION_DRAFT,   /* it opens a .eml for editing: Thunderbird */
  BV_MAIL_APPLICATION_ADDRESS, /* it opens a mailto: that names the files: Evolution */
} BvMailApplicationKind;

/**
 * BvMailApplication:
 *
 * The user's own mail program, if it can be given a draft.
 */
typedef struct
{
  BvMailApplicationKind kind;
  GAppInfo *app; /* NULL: unknown */
} BvMailApplication;

BvMailApplicationKind bv_mail_application_recognize (GAppInfo *app);
BvMailApplication *bv_mail_application_find (void);
char *bv_mail_application_write_address (const BvMail *mail, GError **error);
gboolean bv_mail_application_open (const BvMailApplication *application,
                                   const BvMail *mail,
                                   GFile *draft,
                                   GError **error);
void bv_mail_application_free (BvMailApplication *application);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMailApplication, bv_mail_application_free)

G_END_DECLS
