/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"
#include "exchange/proposal-files.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The mail that is wanted. */
typedef struct
{
  BvProposalWish what;
  const char *to;
  const char *cc;
  const char *subject;
  const char *body;
  const char *folder; /* where a folder for the mail and its files is made */
} BvMailWish;

BvWork *bv_mail_writing_start (BvSession *session, GtkWindow *parent, const BvMailWish *wish);

G_END_DECLS
