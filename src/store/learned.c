/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/learned.h"

#include "core/intake/intake-question.h"
#include "store/records.h"
#include "store/statement.h"

static gpointer
read_answer (sqlite3_stmt *row)
{
  BvIntakeAnswer *answer = g_new (BvIntakeAnswer, 1);

  *answer = (BvIntakeAnswer){ g_strdup ((const char *) sqlite3_column_text (row, 0)),
                              g_strdup ((const char *) sqlite3_column_text (row, 1)),
                              g_strdup ((const char *) sqlite3_column_text (row, 2)),
                              g_strdup ((const char *) sqlite3_column_text (row, 3)) };
  return answer;
}

/**
 * bv_learned_list:
 * @library: a library
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvIntakeAnswer) (nullable): all that was learned; %NULL with @error
 * set on failure
 */
GPtrArray *
bv_learned_list (BvLibrary *library, GError **error)
{
  return bv_statement_list (library,
                            "SELECT kind, scope, said, meant FROM learned ORDER BY kind, scope, said",
                            read_answer, bv_intake_answer_free, error, "");
}

/**
 * bv_learned_write:
 * @library: a library, within an action
 * @answers: (element-type BvIntakeAnswer): what was answered
 * @error: return location for a %BV_STORE_ERROR
 *
 * Keeps answers; an earlier one to the same gives way.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_learned_write (BvLibrary *library, const GPtrArray *answers, GError **error)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const BvIntakeAnswer *answer = g_ptr_array_index (answers, i);

      if (!bv_statement_run (library,
                             "INSERT INTO learned (id, kind, scope, said, meant) VALUES (?1, ?2, ?3, ?4, ?5) "
                             "ON CONFLICT (kind, scope, said) DO UPDATE SET meant = excluded.meant",
                             error, "issss", bv_records_new_id (), answer->kind, answer->scope, answer->said,
                             answer->meant))
        return FALSE;
    }
  return TRUE;
}
