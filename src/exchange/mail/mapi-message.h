/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mail/mail.h"

G_BEGIN_DECLS

/* Messages of Simple MAPI, by which programs at Windows give each other mails. The structures have the layout
 * of MapiRecipDescW, MapiFileDescW and MapiMessageW in Microsoft's description of MAPI.h, where an ULONG has
 * 32 bits; what is not filled in here must be zero. */

/* BvMapiRecipient.kind. */
#define BV_MAPI_TO 1
#define BV_MAPI_CC 2

/* Of a file: beside the text, not within it. */
#define BV_MAPI_NO_POSITION G_MAXUINT32

typedef struct
{
  guint32 reserved;
  guint32 kind;
  gunichar2 *name;
  gunichar2 *address; /* with its kind: "SMTP:name@office.vn" */
  guint32 entry_size;
  gpointer entry;
} BvMapiRecipient;

typedef struct
{
  guint32 reserved;
  guint32 flags;
  guint32 position;
  gunichar2 *path;
  gunichar2 *name; /* as the receiver sees it */
  gpointer type;
} BvMapiFile;

/**
 * BvMapiMessage:
 *
 * A mail as Simple MAPI takes it.
 */
typedef struct
{
  guint32 reserved;
  gunichar2 *subject;
  gunichar2 *text; /* lines end with \r\n */
  gunichar2 *type;
  gunichar2 *received;
  gunichar2 *conversation;
  guint32 flags;
  BvMapiRecipient *sender;
  guint32 n_recipients;
  BvMapiRecipient *recipients;
  guint32 n_files;
  BvMapiFile *files;
} BvMapiMessage;

BvMapiMessage *bv_mapi_message_new (const BvMail *mail, GError **error);
void bv_mapi_message_free (BvMapiMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMapiMessage, bv_mapi_message_free)

G_END_DECLS
