/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "exchange/proposal-files.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The mail that is wanted. */
typedef struct
{
  BvProposalFilesRequest files; /* with the folder where one for the mail and its files is made */
  const char *to;
  const char *cc;
  const char *subject; /* NULL: the usual one of what is sent */
  const char *body;    /* likewise */
} BvMailRequest;

BvWork *bv_mail_job_start (BvSession *session, GtkWindow *parent, const BvMailRequest *request);

G_END_DECLS
