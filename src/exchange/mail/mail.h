/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/mail-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Above this many bytes many offices' servers refuse a mail. */
#define BV_MAIL_MOST_BYTES (G_GINT64_CONSTANT (20) * 1024 * 1024)

/* A file that goes with a mail. */
typedef struct
{
  char *path;
  char *name; /* as the receiver sees it */
} BvMailFile;

/**
 * BvMail:
 *
 * A mail that is not sent yet: a file that the user's own mail program opens for editing. Any text may be
 * empty.
 */
typedef struct
{
  char *to; /* addresses as people type them: with names or without, between commas or semicolons */
  char *cc;
  char *subject;
  char *body;       /* lines end with \n */
  GPtrArray *files; /* of BvMailFile */
} BvMail;

BvMail *bv_mail_new (const char *to, const char *cc, const char *subject, const char *body);
void bv_mail_free (BvMail *mail);
void bv_mail_add_file (BvMail *mail, const char *path, const char *name);

gboolean bv_mail_check (const BvMail *mail, GError **error);
gint64 bv_mail_measure (const BvMail *mail, GError **error);
char *bv_mail_write_unnamed (const BvMail *mail, const char *path, GCancellable *cancellable, GError **error);
gboolean bv_mail_write (const BvMail *mail, const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMail, bv_mail_free)

G_END_DECLS
