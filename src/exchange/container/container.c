/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/container/container.h"

#include "exchange/container/container-archive.h"
#include "exchange/container/container-mail.h"

/**
 * bv_container_read:
 * @path: a file from outside of which bv_container_kind_find() says that it holds others
 * @sink: what takes its files
 * @data: for @sink
 * @error: return location for a %BV_CONTAINER_ERROR, or what @sink says
 *
 * What tries to do harm costs time and memory within the limits of container-limits.h; that a process of its
 * own keeps to them is for the caller (container-process). Of containers within it nothing is unpacked.
 *
 * Returns: whether all of it was handed over
 */
gboolean
bv_container_read (const char *path, const BvContainerSink *sink, gpointer data, GError **error)
{
  BvContainerKind kind = bv_container_kind_find (path);

  return kind == BV_CONTAINER_MAIL ? bv_container_mail_read (path, sink, data, error)
                                   : bv_container_archive_read (path, kind, sink, data, error);
}
