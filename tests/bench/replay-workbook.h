/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A workbook written down step by step (record_workbook.py), to be written again by the bare library. */
typedef struct _Replay Replay;

Replay *replay_read (const char *path);
void replay_free (Replay *replay);
void replay_write (const Replay *replay, const char *path, const char *temporary_folder);
guint64 replay_walk (const Replay *replay);
void replay_record (const Replay *replay);
guint replay_count_cells (const Replay *replay);

G_END_DECLS
