/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A zip archive that is written from its first byte to its last, one file after the other. Names are UTF-8;
 * with a passphrase the contents are encrypted with AES-256, the names are not: the format has no way to. */
typedef struct _BvZipWriter BvZipWriter;

/* Called with the number of bytes taken in. */
typedef void (*BvZipTakenFunc) (gsize length, gpointer data);

BvZipWriter *bv_zip_writer_new (const char *path, const char *wanted, const char *passphrase, GError **error);
void bv_zip_writer_free (BvZipWriter *writer);
void bv_zip_writer_set_taken_func (BvZipWriter *writer,
                                   BvZipTakenFunc func,
                                   gpointer data,
                                   GCancellable *cancellable);
char *bv_zip_writer_add (BvZipWriter *writer,
                         const char *name,
                         gint64 date,
                         gint64 bytes,
                         GInputStream *content,
                         GError **error);
gboolean bv_zip_writer_close (BvZipWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvZipWriter, bv_zip_writer_free)

G_END_DECLS
