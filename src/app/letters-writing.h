/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/* The letters that are wanted. */
typedef struct
{
  GFile *folder; /* in which a folder for the letters is made */
  char **units;  /* codes */
  gint64 until;  /* the day before which an answer is asked for; BV_NONE: left open */
  gboolean with_list;
} BvLettersWish;

BvWork *bv_letters_writing_start (BvSession *session, const BvLettersWish *wish);

G_END_DECLS
