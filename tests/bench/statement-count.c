/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statement-count.h"

#include <sqlite3.h>

static GThread *beginner;
static guint64 runs[2];
static guint64 rows[2];

/* The steps of a trigger are told of as comments: they are no statements of their own. */
static gboolean
is_statement (const char *text)
{
  return text[0] != '-' || text[1] != '-';
}

static int
count_cb (unsigned type, void *data, void *statement, void *text)
{
  StatementCountThread thread = g_thread_self () == beginner ? STATEMENT_COUNT_HERE : STATEMENT_COUNT_APART;

  if (type == SQLITE_TRACE_ROW)
    __atomic_add_fetch (&rows[thread], 1, __ATOMIC_RELAXED);
  else if (is_statement (text))
    {
      __atomic_add_fetch (&runs[thread], 1, __ATOMIC_RELAXED);
      g_debug ("%s", (const char *) text);
    }
  return 0;
}

static int
count_connection (sqlite3 *db, char **message, const struct sqlite3_api_routines *routines)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, count_cb, NULL);
}

/* What this thread does is counted as done here. */
void
statement_count_begin (void)
{
  beginner = g_thread_self ();
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) count_connection), ==, SQLITE_OK);
}

StatementCount
statement_count_get (StatementCountThread thread)
{
  StatementCount count = { __atomic_load_n (&runs[thread], __ATOMIC_RELAXED),
                           __atomic_load_n (&rows[thread], __ATOMIC_RELAXED) };

  return count;
}

void
statement_count_clear (void)
{
  for (int i = 0; i < 2; i++)
    {
      __atomic_store_n (&runs[i], 0, __ATOMIC_RELAXED);
      __atomic_store_n (&rows[i], 0, __ATOMIC_RELAXED);
    }
}
