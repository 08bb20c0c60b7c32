/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/intake/intake-table.h"
#include "exchange/source/source-cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table of a file. */
typedef struct
{
  BvIntakeTable *table;
  BvSourceVisibility visibility;
} BvIntakeSheet;

/* A text that was in old signs, as its font declares. */
typedef struct
{
  guint sheet;
  guint row;
  guint column;
  BvLegacyCharset charset;
  char *before;
  char *after;
} BvIntakeSigns;

/**
 * BvIntakeFile:
 *
 * The tables of a file from outside, all of them in memory.
 */
typedef struct
{
  char *path;
  GPtrArray *sheets; /* of BvIntakeSheet */
  GArray *signs;     /* of BvIntakeSigns: as fonts declare them */
  GArray *converted; /* of BvIntakeSigns: what was put in place of texts since it was read */
  guint64 n_cells;   /* of all of them */
  guint n_rows;      /* of all of them, that say something */
} BvIntakeFile;

/* Takes the tables of whatever is read into the file that it is handed. */
extern const BvSourceSink bv_intake_file_sink;

BvIntakeFile *bv_intake_file_new (const char *path);
BvIntakeFile *bv_intake_file_read (const char *path, GCancellable *cancellable, GError **error);
void bv_intake_file_convert (BvIntakeFile *file,
                             guint sheet,
                             guint row,
                             const BvIntakeCell *cell,
                             const char *meant);
void bv_intake_file_restore (BvIntakeFile *file);
void bv_intake_file_free (BvIntakeFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIntakeFile, bv_intake_file_free)

G_END_DECLS
