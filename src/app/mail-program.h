/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail.h"

G_BEGIN_DECLS

/* How a program takes a draft with its files. */
typedef enum
{
  BV_MAIL_PROGRAM_UNKNOWN, /* not that anybody knew: the user opens the draft */
  BV_MAIL_PROGRAM_DRAFT,   /* it opens a .eml for editing: Thunderbird */
  BV_MAIL_PROGRAM_ADDRESS, /* it opens a mailto: that names the files: Evolution */
} BvMailProgramKind;

/**
 * BvMailProgram:
 *
 * The user's own mail program, if it can be given a draft.
 */
typedef struct
{
  BvMailProgramKind kind;
  GAppInfo *app; /* NULL: unknown */
} BvMailProgram;

BvMailProgramKind bv_mail_program_recognize (GAppInfo *app);
BvMailProgram *bv_mail_program_find (void);
char *bv_mail_program_write_address (const BvMail *mail, GError **error);
gboolean
bv_mail_program_open (const BvMailProgram *program, const BvMail *mail, GFile *draft, GError **error);
void bv_mail_program_free (BvMailProgram *program);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMailProgram, bv_mail_program_free)

G_END_DECLS
