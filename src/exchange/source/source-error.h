/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a file from outside was not read: each has its words, which name the cause and say what to do. */

#define BV_SOURCE_ERROR (bv_source_error_quark ())
GQuark bv_source_error_quark (void);

typedef enum
{
  BV_SOURCE_ERROR_ABSENT,   /* there is no such file, or it may not be read */
  BV_SOURCE_ERROR_EMPTY,    /* no byte */
  BV_SOURCE_ERROR_FOREIGN,  /* no kind that has tables */
  BV_SOURCE_ERROR_OLD,      /* of a kind that is only read by the program that wrote it */
  BV_SOURCE_ERROR_DAMAGED,  /* cut off or changed */
  BV_SOURCE_ERROR_PASSWORD, /* locked */
  BV_SOURCE_ERROR_PART,     /* a part that it names is missing */
  BV_SOURCE_ERROR_BOMB,     /* unpacks to more than a list has */
  BV_SOURCE_ERROR_HOSTILE,  /* declares what could stand for anything */
  BV_SOURCE_ERROR_COSTLY,   /* was not read within the limits of time and memory */
  BV_SOURCE_ERROR_OUTLOOK,  /* a mail that only Outlook opens */
  BV_SOURCE_ERROR_LAST = BV_SOURCE_ERROR_OUTLOOK,
} BvSourceError;

gboolean bv_source_refuse (BvSourceError code, GError **error);

G_END_DECLS
