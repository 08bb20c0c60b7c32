/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* Room-private: prepared statements that are kept by their text. A statement goes back to the library by
 * bv_statement_finish(), which also says whether the last step went well. */

/* Makes one thing of a row. */
typedef gpointer (*BvStatementReader) (sqlite3_stmt *row);

/* Takes one row. */
typedef void (*BvStatementFunc) (sqlite3_stmt *row, gpointer data);

sqlite3_stmt *bv_statement_new (BvLibrary *library, const char *sql, GError **error);
int bv_statement_step (BvLibrary *library, sqlite3_stmt *statement);
gboolean bv_statement_finish (BvLibrary *library, sqlite3_stmt *statement, int result, GError **error);
gboolean bv_statement_run (BvLibrary *library, const char *sql, GError **error, const char *types, ...);
gboolean bv_statement_run_script (BvLibrary *library, const char *script, GError **error);
gboolean bv_statement_each (BvLibrary *library,
                            const char *sql,
                            BvStatementFunc func,
                            gpointer data,
                            GError **error,
                            const char *types,
                            ...);
gboolean bv_statement_each_as_it_is (BvLibrary *library,
                                     const char *sql,
                                     BvStatementFunc func,
                                     gpointer data,
                                     GError **error);
gboolean bv_statement_read_number (BvLibrary *library,
                                   const char *sql,
                                   gint64 *number,
                                   GError **error,
                                   const char *types,
                                   ...);
gint64 bv_statement_get_number (BvLibrary *library,
                                const char *sql,
                                gint64 fallback,
                                GError **error,
                                const char *types,
                                ...);
gboolean bv_statement_read_text (BvLibrary *library,
                                 const char *sql,
                                 char **text,
                                 GError **error,
                                 const char *types,
                                 ...);
char *bv_statement_get_text (BvLibrary *library, const char *sql, GError **error, const char *types, ...);
GPtrArray *bv_statement_list (BvLibrary *library,
                              const char *sql,
                              BvStatementReader read,
                              GDestroyNotify free_item,
                              GError **error,
                              const char *types,
                              ...);
GPtrArray *
bv_statement_list_ids (BvLibrary *library, const char *sql, GError **error, const char *types, ...);
void bv_statement_bind_number (sqlite3_stmt *statement, int index, gint64 value);
void bv_statement_bind_text (sqlite3_stmt *statement, int index, const char *text);
gint64 bv_statement_column_number (sqlite3_stmt *statement, int index);
const char *bv_statement_column_text (sqlite3_stmt *statement, int index);
gboolean bv_statement_begin_reading (BvLibrary *library, gboolean *begun, GError **error);
void bv_statement_end_reading (BvLibrary *library, gboolean begun);
gboolean bv_statement_fail (BvLibrary *library, GError **error);

G_END_DECLS
