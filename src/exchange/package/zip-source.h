/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Lets libarchive read a file of any name on any system. */
typedef struct _BvZipSource BvZipSource;

BvZipSource *
bv_zip_source_open (struct archive *archive, const char *path, GCancellable *cancellable, GError **error);
void bv_zip_source_free (BvZipSource *source);
gboolean bv_zip_source_is_zip (BvZipSource *source);
guint bv_zip_source_count_entries (BvZipSource *source);
gint64 bv_zip_source_get_size (BvZipSource *source);
double bv_zip_source_get_fraction (BvZipSource *source);
gboolean bv_zip_source_is_sound (BvZipSource *source, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvZipSource, bv_zip_source_free)

G_END_DECLS
