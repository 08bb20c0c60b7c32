/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session/session.h"
#include "store/inbox/handouts.h"

G_BEGIN_DECLS

/* The forms that are wanted. */
typedef struct
{
  GFile *folder; /* in which a folder for the forms is made */
  char **units;  /* codes */
  BvHandoutWay way;
} BvHandoutRequest;

BvWork *bv_handout_job_start (BvSession *session, const BvHandoutRequest *request);

G_END_DECLS
