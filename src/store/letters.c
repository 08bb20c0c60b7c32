/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/letters.h"

#include "store/journal.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "l.unit, l.name, l.written, l.address, l.subject, l.items, l.file"

/* Units in the order of the campaign; those that it has no more behind them. */
#define PLACED                                                                          \
  "letter l LEFT JOIN (SELECT u.code AS code, p.ordinal AS place FROM participation p " \
  "JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1) c ON c.code = l.unit WHERE l.campaign = ?1"
#define BY_PLACE "c.place IS NULL, c.place, l.unit"

/* What is recorded in one action. */
typedef struct
{
  gint64 campaign;
  GPtrArray *records;
} Recording;

/**
 * bv_letter_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): one with texts of its own
 */
BvLetterRecord *
bv_letter_record_copy (const BvLetterRecord *record)
{
  BvLetterRecord *copy = g_new (BvLetterRecord, 1);

  *copy = *record;
  copy->unit = g_strdup (record->unit);
  copy->name = g_strdup (record->name);
  copy->address = g_strdup (record->address);
  copy->subject = g_strdup (record->subject);
  copy->file = g_strdup (record->file);
  return copy;
}

/**
 * bv_letter_record_free:
 * @record: (transfer full): a record
 */
void
bv_letter_record_free (BvLetterRecord *record)
{
  g_free (record->unit);
  g_free (record->name);
  g_free (record->address);
  g_free (record->subject);
  g_free (record->file);
  g_free (record);
}

static gboolean
insert_letters (BvLibrary *library, gpointer data, GError **error)
{
  const Recording *recording = data;

  for (guint i = 0; i < recording->records->len; i++)
    {
      const BvLetterRecord *record = g_ptr_array_index (recording->records, i);

      if (!bv_statement_run (
            library,
            "INSERT INTO letter (id, campaign, unit, name, written, address, subject, items, "
            "file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            error, "iississis", bv_records_new_id (), recording->campaign, record->unit, record->name,
            record->written, record->address, record->subject, record->n_items, record->file))
        return FALSE;
    }
  return TRUE;
}

/**
 * bv_letters_label:
 * @n_letters: how many are written
 *
 * Returns: (transfer full): what the journal calls it
 */
char *
bv_letters_label (guint n_letters)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Write %u letter", "Write %u letters", n_letters),
                          n_letters);
}

/**
 * bv_letters_record:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @records: (element-type BvLetterRecord): letters that are written
 * @error: return location for a %BV_STORE_ERROR
 *
 * Notes who was written to as one action; inside an action it joins that.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_letters_record (BvLibrary *library, gint64 campaign, GPtrArray *records, GError **error)
{
  Recording recording = { campaign, records };
  g_autofree char *label = bv_letters_label (records->len);

  return bv_journal_act (library, label, insert_letters, &recording, NULL, error);
}

static char *
copy_column (sqlite3_stmt *statement, int column)
{
  return g_strdup (bv_statement_column_text (statement, column));
}

static gpointer
read_record (sqlite3_stmt *statement)
{
  BvLetterRecord *record = g_new (BvLetterRecord, 1);

  record->unit = copy_column (statement, 0);
  record->name = copy_column (statement, 1);
  record->written = sqlite3_column_int64 (statement, 2);
  record->address = copy_column (statement, 3);
  record->subject = copy_column (statement, 4);
  record->n_items = sqlite3_column_int64 (statement, 5);
  record->file = copy_column (statement, 6);
  return record;
}

static GPtrArray *
query_records (BvLibrary *library, const char *sql, gint64 campaign, GError **error)
{
  return bv_statement_list (library, sql, read_record, (GDestroyNotify) bv_letter_record_free, error, "i",
                            campaign);
}

/**
 * bv_letters_list:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvLetterRecord) (nullable): all letters on record, newest first,
 * those of one time in the order of the campaign's units; %NULL with @error set on failure
 */
GPtrArray *
bv_letters_list (BvLibrary *library, gint64 campaign, GError **error)
{
  return query_records (library, "SELECT " COLUMNS " FROM " PLACED " ORDER BY l.written DESC, " BY_PLACE,
                        campaign, error);
}

/**
 * bv_letters_list_last:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvLetterRecord) (nullable): the last letter to each unit, in the
 * order of the campaign's units; %NULL with @error set on failure
 */
GPtrArray *
bv_letters_list_last (BvLibrary *library, gint64 campaign, GError **error)
{
  /* Beside max () SQLite takes the other columns from the row that has it. */
  return query_records (
    library,
    "SELECT l.unit, l.name, max (l.written), l.address, l.subject, l.items, l.file FROM " PLACED
    " GROUP BY l.unit ORDER BY " BY_PLACE,
    campaign, error);
}
