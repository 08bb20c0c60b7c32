/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/assessment-edit.h"

#include "core/check-leaf.h"
#include "core/criterion.h"
#include "core/evidence.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/text/wording.h"
#include "store/edit.h"
#include "store/evidence-intake.h"
#include "store/journal.h"
#include "store/key-map.h"
#include "store/record-values.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* The nominee, and the criterion of its group where there is one. */
#define PLACE_COLUMNS "SELECT n.id, g.id, g.key, ifnull (p.name, u.name), t.id, "
#define PLACE_TABLES                                                                     \
  " FROM nominee n JOIN \"group\" g ON g.id = n.\"group\" JOIN unit u ON u.id = n.unit " \
  "LEFT JOIN person p ON p.nominee = n.id LEFT JOIN criterion t ON t.\"group\" = g.id AND t.code = ?1 WHERE "
#define BY_ROW "n.id = ?2"
#define BY_KEY "n.campaign = ?2 AND n.key = ?3"

enum
{
  COLUMN_NOMINEE,
  COLUMN_GROUP,
  COLUMN_GROUP_KEY,
  COLUMN_NAME,
  COLUMN_CRITERION,
  COLUMN_FIELDS,
};

struct _BvAssessmentEdit
{
  BvLibrary *library;
  gint64 campaign;
  BvKeyMap *keys;
  gint64 owners[BV_LAYOUT_MAX_OWNERS + 1]; /* the nominee, and its group behind */
  char *group;                             /* its key */
  char *name;                              /* of the nominee */
  BvCriterion *leaf;
  BvAssessment *before; /* NULL: there is none yet */
  BvAssessment *after;
  GPtrArray *evidence; /* new pieces, or NULL */
};

static void
read_place (BvAssessmentEdit *edit, sqlite3_stmt *row)
{
  edit->owners[0] = sqlite3_column_int64 (row, COLUMN_NOMINEE);
  edit->owners[BV_LAYOUT_MAX_OWNERS] = sqlite3_column_int64 (row, COLUMN_GROUP);
  edit->group = g_strdup ((const char *) sqlite3_column_text (row, COLUMN_GROUP_KEY));
  edit->name = g_strdup ((const char *) sqlite3_column_text (row, COLUMN_NAME));
  if (sqlite3_column_type (row, COLUMN_CRITERION) == SQLITE_NULL)
    return;
  edit->leaf = bv_record_new_bare (&bv_criterion_entity);
  edit->leaf->record.id = sqlite3_column_int64 (row, COLUMN_CRITERION);
  bv_record_values_read (edit->library, edit->leaf, row, COLUMN_FIELDS, NULL);
}

/* @nominee is its key; NULL: @row is its row. */
static gboolean
find_nominee (BvAssessmentEdit *edit, gint64 row, const char *nominee, const char *criterion, GError **error)
{
  g_autofree char *sql = g_strconcat (PLACE_COLUMNS, bv_layout_find (&bv_criterion_entity)->named,
                                      PLACE_TABLES, nominee != NULL ? BY_KEY : BY_ROW, NULL);
  sqlite3_stmt *statement = bv_statement_new (edit->library, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;
  bv_statement_bind_text (statement, 1, criterion);
  bv_statement_bind_number (statement, 2, nominee != NULL ? edit->campaign : row);
  if (nominee != NULL)
    bv_statement_bind_text (statement, 3, nominee);
  result = bv_statement_step (edit->library, statement);
  if (result == SQLITE_ROW)
    read_place (edit, statement);
  return bv_statement_finish (edit->library, statement, result, error);
}

static gboolean
check_leaf (const BvAssessmentEdit *edit, const char *criterion, GError **error)
{
  if (edit->leaf != NULL && bv_criterion_is_leaf (edit->leaf))
    return TRUE;
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("criterion: the group “%s” has no criterion “%s” that is scored"), edit->group, criterion);
  return FALSE;
}

static BvAssessmentEdit *
edit_new (BvLibrary *library, gint64 campaign)
{
  BvAssessmentEdit *edit = g_new0 (BvAssessmentEdit, 1);

  edit->library = library;
  edit->campaign = campaign;
  edit->keys = bv_key_map_open (library, campaign);
  return edit;
}

static gboolean
read_assessment (BvAssessmentEdit *edit, const char *criterion, GError **error)
{
  if (!check_leaf (edit, criterion, error))
    return FALSE;
  bv_key_map_add (edit->keys, &bv_criterion_entity, edit->owners[BV_LAYOUT_MAX_OWNERS], edit->leaf->code,
                  edit->leaf->record.id);
  return bv_records_read_assessment (edit->library, edit->owners[0], edit->leaf->record.id, &edit->before,
                                     error);
}

/**
 * bv_assessment_edit_new:
 * @library: a library, which outlives the edit
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf of the nominee's group
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the assessment as it is; %NULL with @error set where nominee or leaf
 * do not exist
 */
BvAssessmentEdit *
bv_assessment_edit_new (BvLibrary *library,
                        gint64 campaign,
                        gint64 nominee,
                        const char *criterion,
                        GError **error)
{
  g_autoptr (BvAssessmentEdit) edit = edit_new (library, campaign);

  if (!find_nominee (edit, nominee, NULL, criterion, error))
    return NULL;
  if (edit->owners[0] == 0)
    {
      g_autofree char *word = bv_entity_word (&bv_nominee_entity);

      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("the %s is no longer there"), word);
      return NULL;
    }
  return read_assessment (edit, criterion, error) ? g_steal_pointer (&edit) : NULL;
}

/**
 * bv_assessment_edit_find:
 * @library: a library, which outlives the edit
 * @campaign: a campaign's row
 * @nominee: a nominee's key
 * @criterion: the code of a leaf of the nominee's group
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): as bv_assessment_edit_new()
 */
BvAssessmentEdit *
bv_assessment_edit_find (BvLibrary *library,
                         gint64 campaign,
                         const char *nominee,
                         const char *criterion,
                         GError **error)
{
  g_autoptr (BvAssessmentEdit) edit = edit_new (library, campaign);

  if (!find_nominee (edit, 0, nominee, criterion, error))
    return NULL;
  if (edit->owners[0] == 0
      && bv_edit_find (library, campaign, &bv_nominee_entity, campaign, nominee, error) == 0)
    return NULL;
  return read_assessment (edit, criterion, error) ? g_steal_pointer (&edit) : NULL;
}

/**
 * bv_assessment_edit_free:
 * @edit: (transfer full): an edit
 */
void
bv_assessment_edit_free (BvAssessmentEdit *edit)
{
  bv_key_map_free (edit->keys);
  g_free (edit->group);
  g_free (edit->name);
  bv_record_free (edit->leaf);
  bv_record_free (edit->before);
  bv_record_free (edit->after);
  g_free (edit);
}

/**
 * bv_assessment_edit_exists:
 * @edit: an edit
 *
 * Returns: whether there was an assessment when it was read
 */
gboolean
bv_assessment_edit_exists (const BvAssessmentEdit *edit)
{
  return edit->before != NULL;
}

/**
 * bv_assessment_edit_copy:
 * @edit: an edit
 *
 * Returns: (transfer full): the assessment as it was read, or one with every default where there was none
 */
BvAssessment *
bv_assessment_edit_copy (const BvAssessmentEdit *edit)
{
  BvAssessment *assessment;

  if (edit->before != NULL)
    return bv_record_copy (edit->before);
  assessment = bv_record_new (&bv_assessment_entity);
  g_free (assessment->criterion);
  assessment->criterion = g_strdup (edit->leaf->code);
  return assessment;
}

static char *
describe_value (const BvField *field, const BvRecord *record)
{
  if (field->type == BV_FIELD_POINTS)
    return BV_FIELD_NUMBER (record, field) != BV_NONE ? bv_wording_points (BV_FIELD_NUMBER (record, field))
                                                      : g_strdup ("–");
  if (field->type == BV_FIELD_CHOICE)
    return g_strdup (_ (field->choices[BV_FIELD_NUMBER (record, field)].title));
  return NULL;
}

/* "Verified score 13,00 → 13,50": what the journal says of an edit. */
static char *
describe_change (const BvRecord *before, const BvRecord *after)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < after->entity->n_fields; i++)
    {
      const BvField *field = &after->entity->fields[i];
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (bv_field_equal (field, before, after))
        continue;
      from = describe_value (field, before);
      to = describe_value (field, after);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (field->title));
      if (from != NULL && to != NULL)
        g_string_append_printf (text, " %s → %s", from, to);
    }
  return g_string_free (text, FALSE);
}

static void
take_assessment (BvAssessmentEdit *edit, BvAssessment *assessment)
{
  if (edit->before != NULL)
    assessment->record.ordinal = edit->before->record.ordinal;
  bv_record_free (edit->after);
  edit->after = assessment;
}

static gboolean
write_assessment (BvLibrary *library, gpointer data, GError **error)
{
  BvAssessmentEdit *edit = data;

  if (edit->before == NULL)
    return bv_records_insert (library, edit->after, edit->keys, edit->owners, BV_NONE, error);
  return bv_records_update (library, edit->before, edit->after, edit->keys, edit->owners, error);
}

/**
 * bv_assessment_edit_write:
 * @edit: an edit
 * @assessment: the assessment as it is to be
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Writes the rows that differ, as one action. An edit is written once.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_assessment_edit_write (BvAssessmentEdit *edit, const BvAssessment *assessment, GError **error)
{
  g_autoptr (BvRecord) old = (BvRecord *) bv_assessment_edit_copy (edit);
  g_autofree char *change = NULL;
  g_autofree char *label = NULL;

  if (!bv_check_assessment (assessment, edit->leaf, error))
    return FALSE;
  change = describe_change (old, &assessment->record);
  label = g_strdup_printf (_ ("Edit assessment: %s · %s: %s"), edit->name, assessment->criterion, change);
  take_assessment (edit, bv_record_copy (assessment));
  return bv_journal_act (edit->library, label, write_assessment, edit, NULL, error);
}

static gboolean
write_assessments (BvLibrary *library, gpointer data, GError **error)
{
  const GPtrArray *edits = data;

  for (guint i = 0; i < edits->len; i++)
    if (!write_assessment (library, g_ptr_array_index (edits, i), error))
      return FALSE;
  return TRUE;
}

/**
 * bv_assessment_edit_write_all:
 * @edits: (element-type BvAssessmentEdit): edits of one library, at least one, each of another assessment
 * @assessments: (element-type BvAssessment): what these are to be, in the same order
 * @label: what the journal says of it
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Writes the rows that differ, as one action. An edit is written once.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_assessment_edit_write_all (GPtrArray *edits,
                              const GPtrArray *assessments,
                              const char *label,
                              GError **error)
{
  BvAssessmentEdit *first = g_ptr_array_index (edits, 0);

  for (guint i = 0; i < edits->len; i++)
    {
      BvAssessmentEdit *edit = g_ptr_array_index (edits, i);

      if (!bv_check_assessment (g_ptr_array_index (assessments, i), edit->leaf, error))
        return FALSE;
      take_assessment (edit, bv_record_copy (g_ptr_array_index (assessments, i)));
    }
  return bv_journal_act (first->library, label, write_assessments, edits, NULL, error);
}

/**
 * bv_assessment_edit_get_leaf:
 * @edit: an edit
 *
 * Returns: (transfer none): the leaf that is assessed
 */
const BvCriterion *
bv_assessment_edit_get_leaf (const BvAssessmentEdit *edit)
{
  return edit->leaf;
}

/**
 * bv_assessment_edit_get_name:
 * @edit: an edit
 *
 * Returns: (transfer none): the name of the nominee
 */
const char *
bv_assessment_edit_get_name (const BvAssessmentEdit *edit)
{
  return edit->name;
}

static gboolean
remove_assessment (BvLibrary *library, gpointer data, GError **error)
{
  BvAssessmentEdit *edit = data;

  return bv_records_remove (library, &edit->before->record, edit->keys, edit->owners, error);
}

/**
 * bv_assessment_edit_remove:
 * @edit: an edit
 * @error: return location for a %BV_STORE_ERROR
 *
 * Removes the assessment with its children, as one action.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure; there may be none
 */
gboolean
bv_assessment_edit_remove (BvAssessmentEdit *edit, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Remove assessment: %s · %s"), edit->name, edit->leaf->code);

  if (edit->before != NULL)
    return bv_journal_act (edit->library, label, remove_assessment, edit, NULL, error);
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
               _ ("“%s” has no assessment of criterion “%s”"), edit->name, edit->leaf->code);
  return FALSE;
}

static void
link_evidence (BvAssessment *assessment, const char *key)
{
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, "evidence");
  BvEvidenceLink *link;

  for (guint i = 0; i < assessment->evidence->len; i++)
    if (g_str_equal (((BvEvidenceLink *) g_ptr_array_index (assessment->evidence, i))->evidence, key))
      return;
  link = bv_record_add_child (assessment, field);
  g_free (link->evidence);
  link->evidence = g_strdup (key);
}

static gboolean
attach (BvLibrary *library, gpointer data, GError **error)
{
  BvAssessmentEdit *edit = data;

  take_assessment (edit, bv_assessment_edit_copy (edit));
  for (guint i = 0; i < edit->evidence->len; i++)
    {
      BvEvidence *piece = g_ptr_array_index (edit->evidence, i);

      if (!bv_evidence_intake_add (library, edit->campaign, edit->keys, piece, error))
        return FALSE;
      link_evidence (edit->after, piece->key);
    }
  return bv_check_assessment (edit->after, edit->leaf, error) && write_assessment (library, edit, error);
}

/**
 * bv_assessment_edit_attach:
 * @edit: an edit
 * @evidence: (element-type BvEvidence): pieces whose content the vault has taken; they are given their keys
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Adds the pieces to the assessment as one action. A piece whose content the campaign has already is linked,
 * not doubled.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_assessment_edit_attach (BvAssessmentEdit *edit, GPtrArray *evidence, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Attach evidence: %s · %s"), edit->name, edit->leaf->code);

  edit->evidence = evidence;
  return bv_journal_act (edit->library, label, attach, edit, NULL, error);
}

/**
 * bv_edit_read_assessment:
 * @library: a library
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf of the nominee's group
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the assessment, or one with every default where there is none yet;
 * %NULL with @error set where nominee or leaf do not exist
 */
BvAssessment *
bv_edit_read_assessment (BvLibrary *library,
                         gint64 campaign,
                         gint64 nominee,
                         const char *criterion,
                         GError **error)
{
  g_autoptr (BvAssessmentEdit) edit = bv_assessment_edit_new (library, campaign, nominee, criterion, error);

  return edit != NULL ? bv_assessment_edit_copy (edit) : NULL;
}

/**
 * bv_edit_write_assessment:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @assessment: the assessment as it is to be
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_edit_write_assessment (BvLibrary *library,
                          gint64 campaign,
                          gint64 nominee,
                          const BvAssessment *assessment,
                          GError **error)
{
  g_autoptr (BvAssessmentEdit) edit
    = bv_assessment_edit_new (library, campaign, nominee, assessment->criterion, error);

  return edit != NULL && bv_assessment_edit_write (edit, assessment, error);
}

/**
 * bv_edit_remove_assessment:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_edit_remove_assessment (BvLibrary *library,
                           gint64 campaign,
                           gint64 nominee,
                           const char *criterion,
                           GError **error)
{
  g_autoptr (BvAssessmentEdit) edit = bv_assessment_edit_new (library, campaign, nominee, criterion, error);

  return edit != NULL && bv_assessment_edit_remove (edit, error);
}

/**
 * bv_edit_attach:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf
 * @evidence: (element-type BvEvidence): pieces whose content the vault has taken; they are given their keys
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Adds the pieces to the assessment as one action. A piece whose content the campaign has already is linked,
 * not doubled.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_edit_attach (BvLibrary *library,
                gint64 campaign,
                gint64 nominee,
                const char *criterion,
                GPtrArray *evidence,
                GError **error)
{
  g_autoptr (BvAssessmentEdit) edit = bv_assessment_edit_new (library, campaign, nominee, criterion, error);

  return edit != NULL && bv_assessment_edit_attach (edit, evidence, error);
}
