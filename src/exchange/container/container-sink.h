/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvContainerSink:
 *
 * What takes the files of an archive or mail, one after the other, as they are unpacked; of what is handed
 * over nothing stays when a call is over. Where a call returns %FALSE with an error, unpacking ends with it.
 */
typedef struct
{
  /* before the first file; each NULL where the mail does not say it. @sent: ISO 8601 */
  gboolean (*mail) (gpointer data, const char *sender, const char *sent, GError **error);
  /* @path: of bv_container_name_make_path() */
  gboolean (*begin) (gpointer data, const char *path, GError **error);
  gboolean (*bytes) (gpointer data, const guint8 *bytes, gsize length, GError **error);
  gboolean (*end) (gpointer data, GError **error);
  /* A file that is nobody's answer, or a link: it is counted. */
  gboolean (*leave_out) (gpointer data, GError **error);
} BvContainerSink;

G_END_DECLS
