/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"

G_BEGIN_DECLS

/* The letters that are wanted. */
typedef struct
{
  GFile *folder; /* in which a folder for the letters is made */
  char **units;  /* codes */
  gint64 until;  /* the day before which an answer is asked for; BV_NONE: left open */
  gboolean with_list;
} BvLettersRequest;

BvWork *bv_letters_job_start (BvSession *session, const BvLettersRequest *request);

G_END_DECLS
