/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

/* Runs in a thread, which has the session's writer. Returns FALSE with the error set, and nothing written. */
typedef gboolean (*BvLoanFunc) (BvLibrary *library,
                                const BvProgress *progress,
                                gpointer data,
                                GError **error);
/* Runs in the main thread. */
typedef void (*BvLoanEndedFunc) (BvSession *session, BvWork *work, gpointer data);

/* What is written in a thread. */
typedef struct
{
  BvLoanFunc run;
  BvLoanEndedFunc done;     /* it was written: finishes the work; the writer is not back yet */
  BvLoanEndedFunc returned; /* the writer is back, and what was written is announced; NULL: nothing to do */
  GDestroyNotify free_data;
} BvLoanKind;

void bv_loan_start (const BvLoanKind *kind, BvSession *session, BvWork *work, gpointer data);

G_END_DECLS
