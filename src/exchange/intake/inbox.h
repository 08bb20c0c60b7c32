/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/inbox/handouts.h"
#include "store/inbox/receipts.h"
#include "store/letters.h"

G_BEGIN_DECLS

typedef enum
{
  BV_INBOX_TO_SEE,   /* something in its last answer waits for somebody */
  BV_INBOX_WAITED,   /* no answer has come */
  BV_INBOX_RECEIVED, /* an answer has come, and nothing in it waits */
  BV_N_INBOX_SECTIONS,
} BvInboxSection;

/* A unit, or an answer of which nobody knows whose it is. */
typedef struct
{
  char *unit; /* a code; NULL: not known */
  char *name; /* where it is not known that of the file */
  char *above;
  char *email;       /* empty: none is known */
  gboolean is_asked; /* for something, now */
  BvInboxSection section;
  guint n_missing;     /* what it still owes (core/missing.h) */
  GPtrArray *missing;  /* of those in words, not more than are shown */
  GPtrArray *handouts; /* of BvHandout, newest first */
  GPtrArray *letters;  /* of BvLetterRecord, newest first */
  GPtrArray *receipts; /* of BvReceipt, newest first */
} BvInboxEntry;

/**
 * BvInbox:
 *
 * Who was asked for something, and what came back.
 */
typedef struct
{
  GPtrArray *entries; /* of BvInboxEntry, section by section, in the order of the campaign's units */
  guint counts[BV_N_INBOX_SECTIONS];
  guint n_asked;
  gboolean is_begun; /* something was handed out or received */
} BvInbox;

BvInbox *bv_inbox_read (BvLibrary *library, gint64 campaign, gint64 date, GError **error);
void bv_inbox_free (BvInbox *inbox);
const BvReceipt *bv_inbox_entry_get_last (const BvInboxEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvInbox, bv_inbox_free)

G_END_DECLS
