/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

typedef struct _BvJob BvJob;

/* Runs in a thread, with a library open for reading where the kind reads it. Returns what came of it, or NULL
 * with the error set. */
typedef gpointer (*BvJobRunFunc) (const BvJob *job,
                                  BvLibrary *library,
                                  GCancellable *cancellable,
                                  GError **error);
/* Runs in the main thread, unless the job failed or was cancelled before: ends the work of the job. */
typedef void (*BvJobDoneFunc) (const BvJob *job, gpointer result);

/* A kind of long work. */
typedef struct
{
  gboolean reads_library;
  BvJobRunFunc run;
  BvJobDoneFunc done;
  GDestroyNotify free_input; /* NULL: there is none */
  GDestroyNotify free_result;
} BvJobKind;

/**
 * BvJob:
 *
 * Long work in a thread on something of a session: for the thread the library's folder and the input, for the
 * main thread the session too.
 */
struct _BvJob
{
  const BvJobKind *kind;
  BvSession *session;
  BvWork *work;
  gint64 campaign;
  char *folder;
  gpointer input;
};

BvWork *bv_job_start (const BvJobKind *kind, BvSession *session, const char *label, gpointer input);

G_END_DECLS
