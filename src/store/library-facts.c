/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library-facts.h"

#include "core/points.h"
#include "store/changeset.h"
#include "store/layout.h"
#include "store/statement.h"

/* How many actions of the journal are told. */
#define N_ACTIONS 20

/* Bytes: of a larger changeset only the number of rows is told. */
#define MOST_CHANGES 1048576

/* Without the label, which names who the action is about. A changeset that is not read comes as nothing. */
#define LAST_ACTIONS                                                                             \
  "SELECT time, kind, rows, iif (length (changeset) <= ?2, changeset, NULL) FROM journal ORDER " \
  "BY id DESC LIMIT ?1"

static const char *const counts[BV_N_FAULT_COUNTS] = {
  [BV_FAULT_COUNT_SCHEMA] = "PRAGMA user_version",
  [BV_FAULT_COUNT_CAMPAIGNS] = "SELECT count (*) FROM campaign",
  [BV_FAULT_COUNT_UNITS] = "SELECT count (*) FROM unit",
  [BV_FAULT_COUNT_NOMINEES] = "SELECT count (*) FROM nominee",
  [BV_FAULT_COUNT_EVIDENCE] = "SELECT count (*) FROM evidence",
  [BV_FAULT_COUNT_ACTIONS] = "SELECT count (*) FROM journal",
  [BV_FAULT_COUNT_BYTES] = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
};

/* Texts that belong to no entity but name somebody. */
static const char *const other_columns[][2] = {
  { "journal", "user" },   { "journal", "label" },  { "letter", "unit" },    { "letter", "name" },
  { "letter", "address" }, { "letter", "subject" }, { "letter", "file" },    { "proposal", "reason" },
  { "proposal", "file" },  { "template", "name" },  { "template", "title" }, { "learned", "said" },
  { "learned", "meant" },
};

/* What is written in a database is told only where it is one of the words that the program writes. */
static const char *
find_kind (const char *kind)
{
  if (g_strcmp0 (kind, "undo") == 0)
    return "undo";
  return g_strcmp0 (kind, "redo") == 0 ? "redo" : "do";
}

static void
add_rows (BvFaultAction *action, const void *changeset, gsize length)
{
  int result = SQLITE_OK;
  g_autoptr (GArray) changes = bv_changeset_list_bytes (changeset, length, &result);

  for (guint i = 0; i < changes->len; i++)
    {
      const BvLayout *layout = bv_layout_find_table (g_array_index (changes, BvChange, i).table);

      if (layout != NULL)
        bv_fault_action_add_row (action, layout->entity->name);
    }
}

static void
add_action (sqlite3_stmt *row, gpointer report)
{
  BvFaultAction *action = bv_fault_report_add_action (report);

  action->time = sqlite3_column_int64 (row, 0);
  action->kind = find_kind ((const char *) sqlite3_column_text (row, 1));
  action->rows = sqlite3_column_int64 (row, 2);
  add_rows (action, sqlite3_column_blob (row, 3), sqlite3_column_bytes (row, 3));
}

/**
 * bv_library_facts_read:
 * @library: a library
 * @report: takes what is counted, and the last actions of the journal
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads of a library what names nobody.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_library_facts_read (BvLibrary *library, BvFaultReport *report, GError **error)
{
  for (BvFaultCount count = 0; count < BV_N_FAULT_COUNTS; count++)
    {
      report->counts[count] = bv_statement_get_number (library, counts[count], BV_NONE, error, "");
      if (report->counts[count] == BV_NONE)
        return FALSE;
    }
  return bv_statement_each (library, LAST_ACTIONS, add_action, report, error, "ii", (gint64) N_ACTIONS,
                            (gint64) MOST_CHANGES);
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

/* Texts of the library that stand in a message. */
typedef struct
{
  BvLibrary *library;
  const char *message;
  GPtrArray *texts;
  gboolean failed; /* not all could be looked at */
} Search;

/* The code of a criterion, 2, names nobody; and lines and columns are counted too. */
static void
add_text (sqlite3_stmt *row, gpointer texts)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) sqlite3_column_text (row, 0), -1);

  if (has_letter (text))
    g_ptr_array_add (texts, g_steal_pointer (&text));
}

static void
add_texts (Search *search, const char *sql)
{
  if (!bv_statement_each (search->library, sql, add_text, search->texts, NULL, "s", search->message))
    search->failed = TRUE;
}

static void
add_column (Search *search, const char *table, const char *column)
{
  g_autofree char *sql
    = g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"%s\" WHERE \"%s\" <> '' AND instr (?1, \"%s\") > 0",
                       column, table, column, column);

  add_texts (search, sql);
}

/* A list is a JSON array. */
static void
add_list (Search *search, const char *table, const char *column)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT DISTINCT value FROM \"%s\", json_each (\"%s\".\"%s\") WHERE value <> '' AND instr (?1, value) > 0",
    table, table, column);

  add_texts (search, sql);
}

static void
add_entity (Search *search, const BvLayout *layout)
{
  const BvEntity *entity = layout->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];
      g_autofree char *column = bv_field_is_child (field) ? NULL : bv_layout_column (field);

      if (field->type == BV_FIELD_TEXT)
        add_column (search, entity->name, column);
      else if (field->type == BV_FIELD_TEXTS)
        add_list (search, entity->name, column);
    }
}

/**
 * bv_library_facts_list_texts:
 * @library: a library
 * @message: a message
 *
 * Returns: (transfer full) (nullable): the texts of the library that stand in @message: names, titles, keys,
 * whatever people have typed, except bare numbers; %NULL where the library is damaged, so that they are not
 * known
 */
char **
bv_library_facts_list_texts (BvLibrary *library, const char *message)
{
  Search search = { library, message, g_ptr_array_new_with_free_func (g_free), FALSE };
  const BvLayout *layout;

  for (guint i = 0; (layout = bv_layout_get_nth (i)) != NULL; i++)
    add_entity (&search, layout);
  for (guint i = 0; i < G_N_ELEMENTS (other_columns); i++)
    add_column (&search, other_columns[i][0], other_columns[i][1]);
  if (search.failed)
    {
      g_ptr_array_unref (search.texts);
      return NULL;
    }
  g_ptr_array_add (search.texts, NULL);
  return (char **) g_ptr_array_free (search.texts, FALSE);
}
