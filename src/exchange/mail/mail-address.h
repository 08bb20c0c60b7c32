/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody who gets a mail. */
typedef struct
{
  char *name;    /* may be empty */
  char *address; /* in ASCII */
} BvMailAddress;

GPtrArray *bv_mail_addresses_parse (const char *list, GError **error);
gboolean bv_mail_addresses_add (GString *header, const char *name, const char *list, GError **error);

G_END_DECLS
