/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts what SQLite is asked to do, on every connection of the process that is opened afterwards. */

typedef struct
{
  guint64 runs; /* of a prepared statement: its first step after a reset; BEGIN and COMMIT too */
  guint64 rows; /* that were returned */
} StatementCount;

typedef enum
{
  STATEMENT_COUNT_HERE,  /* by the thread that began to count */
  STATEMENT_COUNT_APART, /* by all others */
} StatementCountThread;

void statement_count_begin (void);
StatementCount statement_count_get (StatementCountThread thread);
void statement_count_clear (void);

G_END_DECLS
