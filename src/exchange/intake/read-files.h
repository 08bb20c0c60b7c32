/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/intake/intake-file.h"

G_BEGIN_DECLS

/* What was read of a file. */
typedef struct
{
  BvIntakeFile *file; /* NULL: it could not be read */
  char *sha256;       /* of its content; NULL: that could not be read either */
  GError *failure;    /* why it could not be read; NULL: it could */
} BvReadFile;

/* What is known of a file that may be evidence. */
typedef struct
{
  char *sha256;
  gint64 bytes;
  GError *refusal; /* why it may not be evidence; NULL: it may */
} BvReadContent;

/**
 * BvReadFiles:
 *
 * What was read of files from outside, kept for all plans that are made of them one after another: what
 * somebody answers makes another plan, and no file another one. One thread at a time may use it.
 */
typedef struct _BvReadFiles BvReadFiles;

BvReadFiles *bv_read_files_new (void);
BvReadFiles *bv_read_files_ref (BvReadFiles *files);
void bv_read_files_unref (BvReadFiles *files);
const BvReadFile *
bv_read_files_read (BvReadFiles *files, const char *path, GCancellable *cancellable, GError **error);
const BvReadContent *bv_read_files_get_content (BvReadFiles *files, const char *path);
void bv_read_files_keep_content (BvReadFiles *files,
                                 const char *path,
                                 const char *sha256,
                                 gint64 bytes,
                                 const GError *refusal);
void bv_read_files_forget_changed (BvReadFiles *files);
guint bv_read_files_count (const BvReadFiles *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvReadFiles, bv_read_files_unref)

G_END_DECLS
