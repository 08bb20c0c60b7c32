/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why an archive or a mail from outside was not unpacked: each has its words, which name the cause and say
 * what to do. */

#define BV_CONTAINER_ERROR (bv_container_error_quark ())
GQuark bv_container_error_quark (void);

typedef enum
{
  BV_CONTAINER_ERROR_ABSENT,   /* there is no such file, or it may not be read */
  BV_CONTAINER_ERROR_EMPTY,    /* there is nothing in it */
  BV_CONTAINER_ERROR_DAMAGED,  /* cut off or changed */
  BV_CONTAINER_ERROR_PASSWORD, /* locked */
  BV_CONTAINER_ERROR_METHOD,   /* packed in a way that is not known */
  BV_CONTAINER_ERROR_BOMB,     /* unpacks to more than a drop has */
  BV_CONTAINER_ERROR_DEEP,     /* lies in too many others */
  BV_CONTAINER_ERROR_MAIL,     /* no mail, or larger than mails are */
  BV_CONTAINER_ERROR_HOSTILE,  /* the process that unpacked it said what makes no sense */
  BV_CONTAINER_ERROR_COSTLY,   /* was not unpacked within the limits of time and memory */
  BV_CONTAINER_ERROR_LAST = BV_CONTAINER_ERROR_COSTLY,
} BvContainerError;

gboolean bv_container_refuse (BvContainerError code, GError **error);

G_END_DECLS
