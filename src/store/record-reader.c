/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "core/criterion.h"
#include "store/record-values.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* The columns of every row of a family, before its fields. */
enum
{
  COLUMN_BRANCH,
  COLUMN_ID, /* of answers to one criterion the nominee */
  COLUMN_ORDINAL,
  COLUMN_CRITERION, /* of the assessment that the row belongs to */
  COLUMN_FIELDS,
};

/* One table of a family: a field of the record, or of one of its children. */
typedef struct
{
  const BvLayout *layout;
  const BvField *field; /* NULL: the record itself */
  const BvField *above; /* the field of the record whose children have this one; NULL: the record has it */
} Branch;

/* The tables of one record and of all that belongs to it, and the one statement that reads them. */
typedef struct
{
  const BvEntity *entity;
  GArray *branches;      /* of Branch */
  gboolean of_criterion; /* all assessments of one criterion are read, one after the other */
  char *sql;             /* ?1: the id; of an assessment the nominee, and ?2 the criterion */
} Family;

/* NULL: the row is damaged, and that is noted. */
static gpointer
read_row (BvLibrary *library, const BvLayout *layout, BvKeyMap *keys, sqlite3_stmt *row, gint64 *owners)
{
  BvRecord *record = bv_record_new_bare (layout->entity);
  int column = 0;

  for (guint i = 0; i < bv_layout_count_owners (layout); i++)
    owners[i] = sqlite3_column_int64 (row, column++);
  if (layout->has_id)
    record->id = sqlite3_column_int64 (row, column++);
  if (layout->has_ordinal)
    record->ordinal = sqlite3_column_int64 (row, column++);
  if (!bv_record_values_read (library, record, row, column, keys))
    g_clear_pointer (&record, bv_record_free);
  return record;
}

/* Who takes the records of a table. */
typedef struct
{
  BvLibrary *library;
  const BvLayout *layout;
  BvKeyMap *keys;
  BvRecordFunc func;
  gpointer data;
} Taker;

static void
take_row (sqlite3_stmt *row, gpointer data)
{
  const Taker *taker = data;
  gint64 owners[BV_LAYOUT_MAX_OWNERS] = { 0 };
  gpointer record = read_row (taker->library, taker->layout, taker->keys, row, owners);

  if (record != NULL)
    taker->func (record, owners, taker->data);
}

/**
 * bv_records_read_all:
 * @library: a library
 * @which: the records
 * @func: called for each record; takes the record over
 * @data: for @func
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads records without their children, in the order of their table.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_read_all (BvLibrary *library,
                     const BvRecordsOf *which,
                     BvRecordFunc func,
                     gpointer data,
                     GError **error)
{
  const BvLayout *layout = bv_layout_find (which->entity);
  const char *condition = which->condition != NULL ? which->condition : "TRUE";
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s FROM %s WHERE %s AND %s", layout->head,
                                          which->keys != NULL ? layout->fields : layout->named, layout->from,
                                          condition, layout->scope);
  Taker taker = { library, layout, which->keys, func, data };

  return bv_statement_each (library, sql, take_row, &taker, error, "i", which->campaign);
}

static void
add_branches (GArray *branches, const BvEntity *entity, const BvField *field, const BvField *above)
{
  Branch branch = { bv_layout_find (entity), field, above };

  g_array_append_val (branches, branch);
  for (guint i = 0; i < entity->n_fields; i++)
    if (bv_records_owns (&entity->fields[i]))
      add_branches (branches, entity->fields[i].target, &entity->fields[i], field);
}

static guint
count_most_fields (const Family *family)
{
  guint most = 0;

  for (guint i = 0; i < family->branches->len; i++)
    most = MAX (most, g_array_index (family->branches, Branch, i).layout->n_fields);
  return most;
}

static void
append_branch (GString *sql, const Family *family, guint index, guint n_fields)
{
  const BvLayout *layout = g_array_index (family->branches, Branch, index).layout;
  gboolean is_grandchild = g_strcmp0 (layout->owners[1], "criterion") == 0;

  const char *id = family->of_criterion ? "t.nominee" : layout->has_id ? "t.id" : "0";

  g_string_append_printf (sql, "%sSELECT %u, %s, %s, %s, %s", index > 0 ? " UNION ALL " : "", index, id,
                          layout->has_ordinal ? "t.ordinal" : "0",
                          is_grandchild ? "(SELECT code FROM criterion WHERE id = t.criterion)" : "NULL",
                          layout->named);
  for (guint i = layout->n_fields; i < n_fields; i++)
    g_string_append (sql, ", NULL");
  g_string_append_printf (sql, " FROM \"%s\" t WHERE ", layout->entity->name);
  if (family->of_criterion)
    g_string_append (sql, "t.criterion = ?1");
  else if (family->entity == &bv_assessment_entity)
    g_string_append (sql, "t.nominee = ?1 AND t.criterion = ?2");
  else if (index == 0)
    g_string_append (sql, "t.id = ?1");
  else
    g_string_append_printf (sql, "t.\"%s\" = ?1", layout->owners[0]);
}

static Family *
family_new (const BvEntity *entity, gboolean of_criterion)
{
  Family *family = g_new0 (Family, 1);
  GString *sql = g_string_new (NULL);
  guint n_fields;

  family->entity = entity;
  family->of_criterion = of_criterion;
  family->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  add_branches (family->branches, entity, NULL, NULL);
  n_fields = count_most_fields (family);
  for (guint i = 0; i < family->branches->len; i++)
    append_branch (sql, family, i, n_fields);
  if (of_criterion)
    g_string_append_printf (sql, " ORDER BY %d, %d, %d", COLUMN_ID + 1, COLUMN_BRANCH + 1,
                            COLUMN_ORDINAL + 1);
  else if (family->branches->len > 1)
    g_string_append_printf (sql, " ORDER BY %d, %d", COLUMN_BRANCH + 1, COLUMN_ORDINAL + 1);
  family->sql = g_string_free (sql, FALSE);
  return family;
}

static gpointer
new_answers (gpointer data)
{
  return family_new (&bv_assessment_entity, TRUE);
}

/* All answers to one criterion. */
static const Family *
find_answers (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, new_answers, NULL);
}

/* Made once for each entity, whichever thread asks first. */
static const Family *
find_family (const BvEntity *entity)
{
  static GMutex mutex;
  static GHashTable *families;
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Family *family;

  if (families == NULL)
    families = g_hash_table_new (NULL, NULL);
  family = g_hash_table_lookup (families, entity);
  if (family == NULL)
    {
      family = family_new (entity, FALSE);
      g_hash_table_insert (families, (gpointer) entity, family);
    }
  return family;
}

/* The record that a row of @branch belongs to. */
static gpointer
find_owner (gpointer root, const Branch *branch, const char *criterion)
{
  return branch->above != NULL ? bv_record_find (BV_FIELD_RECORDS (root, branch->above), criterion) : root;
}

/* There is one such row by its key, which may be damaged too. */
static void
take_only (gpointer owner, const BvField *field, gpointer record)
{
  bv_record_free (BV_FIELD_RECORD (owner, field));
  BV_FIELD_RECORD (owner, field) = record;
}

/* A record, and what is read of it. */
typedef struct
{
  BvLibrary *library;
  const Family *family;
  BvRecord *root; /* NULL: there is none yet */
} Reading;

static void
take_branch (sqlite3_stmt *row, gpointer data)
{
  Reading *reading = data;
  const Branch *branch
    = &g_array_index (reading->family->branches, Branch, sqlite3_column_int (row, COLUMN_BRANCH));
  BvRecord *record = bv_record_new_bare (branch->layout->entity);
  gpointer owner = NULL;

  record->id = reading->family->of_criterion ? 0 : sqlite3_column_int64 (row, COLUMN_ID);
  record->ordinal = sqlite3_column_int64 (row, COLUMN_ORDINAL);
  if (!bv_record_values_read (reading->library, record, row, COLUMN_FIELDS, NULL))
    {
      bv_record_free (record);
      return;
    }
  if (reading->root != NULL)
    owner = find_owner (reading->root, branch, (const char *) sqlite3_column_text (row, COLUMN_CRITERION));
  if (branch->field == NULL && reading->root == NULL)
    reading->root = record;
  else if (owner == NULL)
    bv_record_free (record);
  else if (branch->field->type == BV_FIELD_CHILDREN)
    g_ptr_array_add (BV_FIELD_RECORDS (owner, branch->field), record);
  else
    take_only (owner, branch->field, record);
}

/* @record is NULL afterwards where there is none. */
static gboolean
read_family (BvLibrary *library,
             const BvEntity *entity,
             gint64 first,
             gint64 second,
             BvRecord **record,
             GError **error)
{
  Reading reading = { library, find_family (entity), NULL };
  gboolean ok
    = bv_statement_each (library, reading.family->sql, take_branch, &reading, error, "ii", first, second);

  *record = reading.root;
  if (!ok)
    g_clear_pointer (record, bv_record_free);
  return ok;
}

/**
 * bv_records_read:
 * @library: a library
 * @entity: an entity whose rows have an id
 * @id: a row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads the record and all that belongs to it by one statement.
 *
 * Returns: (transfer full) (nullable): the record with its children; %NULL with @error set where there is
 * none
 */
gpointer
bv_records_read (BvLibrary *library, const BvEntity *entity, gint64 id, GError **error)
{
  BvRecord *record = NULL;

  if (read_family (library, entity, id, 0, &record, error) && record == NULL)
    {
      g_autofree char *word = bv_entity_word (entity);

      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("the %s is no longer there"), word);
    }
  return record;
}

/**
 * bv_records_read_assessment:
 * @library: a library
 * @nominee: a nominee's row
 * @criterion: a criterion's row
 * @assessment: (out) (transfer full) (nullable): the assessment with its children; %NULL: there is none
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_read_assessment (BvLibrary *library,
                            gint64 nominee,
                            gint64 criterion,
                            BvAssessment **assessment,
                            GError **error)
{
  return read_family (library, &bv_assessment_entity, nominee, criterion, (BvRecord **) assessment, error);
}

/* The answers to a criterion, which come one after the other. */
typedef struct
{
  Reading reading;
  gint64 nominee; /* whose answer is being read */
  BvRecordFunc func;
  gpointer data;
} Answers;

static void
hand_over (Answers *answers)
{
  const gint64 owners[BV_LAYOUT_MAX_OWNERS] = { answers->nominee };

  if (answers->reading.root != NULL)
    answers->func (g_steal_pointer (&answers->reading.root), owners, answers->data);
}

static void
take_answer (sqlite3_stmt *row, gpointer data)
{
  Answers *answers = data;
  gint64 nominee = sqlite3_column_int64 (row, COLUMN_ID);

  if (nominee != answers->nominee)
    hand_over (answers);
  answers->nominee = nominee;
  take_branch (row, &answers->reading);
}

/**
 * bv_records_read_answers:
 * @library: a library
 * @criterion: a criterion's row
 * @func: called with each assessment of it, with its children; takes it over
 * @data: for @func
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads by one statement, however many they are, in the order of the nominees' rows.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_records_read_answers (BvLibrary *library,
                         gint64 criterion,
                         BvRecordFunc func,
                         gpointer data,
                         GError **error)
{
  const Family *family = find_answers ();
  Answers answers = { { library, family, NULL }, 0, func, data };
  gboolean ok = bv_statement_each (library, family->sql, take_answer, &answers, error, "i", criterion);

  if (ok)
    hand_over (&answers);
  bv_record_free (answers.reading.root);
  return ok;
}
