/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/interchange/json-writer.h"
#include "store/journal.h"

G_BEGIN_DECLS

/* Results go to standard output, all else to standard error, one line each. Both are UTF-8, whatever the
 * locale. */

void bv_output_write (const char *text, gsize length);
void bv_output_take (const char *bytes, gsize length, gpointer data);
void bv_output_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
void bv_output_json (BvJsonWriter *writer);
void bv_output_records (GPtrArray *records);
char *bv_output_time (gint64 time);
void bv_output_time_as_json (BvJsonWriter *writer, gint64 time);
void bv_output_path_as_json (BvJsonWriter *writer, const char *path);
void bv_output_action (BvJsonWriter *writer, const BvAction *action);
void bv_output_warn (const char *message);
void bv_output_warn_of_each (char **messages);
void bv_output_warn_of_cut (guint n_cut);
void bv_output_error (const GError *error);
gboolean bv_output_finish (GError **error);
gboolean bv_output_settle (gboolean shown, GError *cause);
char *bv_output_clean (const char *text);

void bv_output_done (BvLibrary *library);

G_END_DECLS
