/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What somebody decided about an answer. */
typedef enum
{
  BV_RECEIPT_OPEN,
  BV_RECEIPT_SETTLED,   /* what still waited in it is seen to elsewhere */
  BV_RECEIPT_DISCARDED, /* it does not count */
} BvReceiptState;

/**
 * BvReceipt:
 *
 * That an answer of a unit was received. Its original lies in the vault as a source: no other program opens
 * it, and it is no evidence.
 */
typedef struct
{
  gint64 id;
  char *unit;      /* its code, of that day; NULL: not known */
  char *name;      /* its name, of that day */
  gint64 version;  /* of the unit, from 1 */
  gint64 received; /* seconds since 1970 */
  char *file;      /* the name it came with */
  char *sha256;
  gint64 bytes;
  char *container; /* the archive or mail in which it came; empty: none */
  char *sender;    /* by that mail; empty: not known */
  gint64 sent;     /* by that mail, seconds since 1970; BV_NONE: not known */
  BvReceiptState state;
  gint64 n_rows;   /* that say something */
  gint64 n_values; /* that were written */
  gint64 n_asked;
  gint64 n_conflicts;
  gint64 n_refused;
  char *remark; /* what else somebody has to look at, a line each; empty: nothing */
} BvReceipt;

BvReceipt *bv_receipt_copy (const BvReceipt *receipt);
void bv_receipt_free (BvReceipt *receipt);
gint64 bv_receipt_count_open (const BvReceipt *receipt);

gboolean bv_receipts_note (BvLibrary *library, gint64 campaign, const BvReceipt *receipt, GError **error);
gboolean bv_receipts_take (BvLibrary *library, gint64 campaign, GPtrArray *receipts, GError **error);
gboolean
bv_receipts_set_state (BvLibrary *library, const BvReceipt *receipt, BvReceiptState state, GError **error);
gint64 bv_receipts_count_to_see (BvLibrary *library, gint64 campaign);
GPtrArray *bv_receipts_list (BvLibrary *library, gint64 campaign, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvReceipt, bv_receipt_free)

G_END_DECLS
