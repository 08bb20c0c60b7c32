/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/editing.h"

#include "core/check.h"
#include "core/criterion.h"
#include "core/group.h"
#include "core/nominee.h"
#include "core/wording.h"
#include "store/journal.h"
#include "store/keyring.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One edit of one assessment: the nominee as it is and as it shall be. Rows that stay the same leave no trace
 * in the journal, so an edit writes the nominee's assessments as a whole. */
typedef struct
{
  gint64 campaign;
  BvKeyring *ring;
  BvNominee *before;
  BvNominee *after;
  BvCriterion *leaf;
  GPtrArray *evidence; /* new pieces, or NULL */
  char *name;          /* of the nominee */
} Edit;

static void
edit_clear (Edit *edit)
{
  g_clear_pointer (&edit->ring, bv_keyring_free);
  bv_record_free (edit->before);
  bv_record_free (edit->after);
  bv_record_free (edit->leaf);
  g_free (edit->name);
}

static BvCriterion *
read_leaf (BvLibrary *library, BvKeyring *ring, const char *group, const char *code, GError **error)
{
  gint64 id
    = bv_keyring_find (ring, &bv_criterion_entity, bv_keyring_find (ring, &bv_group_entity, 0, group), code);
  g_autoptr (BvRecord) leaf
    = id != 0 ? bv_records_read (library, &bv_criterion_entity, ring, id, error) : NULL;

  if (leaf != NULL && ((BvCriterion *) leaf)->kind != BV_CRITERION_SECTION)
    return (BvCriterion *) g_steal_pointer (&leaf);
  if (id == 0 || leaf != NULL)
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                 _ ("criterion: the group “%s” has no criterion “%s” that is scored"), group, code);
  return NULL;
}

static gboolean
edit_init (Edit *edit, BvLibrary *library, gint64 campaign, gint64 nominee, const char *code, GError **error)
{
  memset (edit, 0, sizeof *edit);
  edit->campaign = campaign;
  edit->ring = bv_keyring_read (library, campaign, error);
  if (edit->ring == NULL)
    return FALSE;
  edit->before = bv_records_read (library, &bv_nominee_entity, edit->ring, nominee, error);
  if (edit->before == NULL)
    return FALSE;
  edit->leaf = read_leaf (library, edit->ring, edit->before->group, code, error);
  if (edit->leaf == NULL)
    return FALSE;
  edit->after = bv_record_copy (edit->before);
  edit->name
    = bv_statement_get_text (library,
                             "SELECT ifnull (p.name, u.name) FROM nominee n JOIN unit u ON u.id = n.unit "
                             "LEFT JOIN person p ON p.nominee = n.id WHERE n.id = ?1",
                             error, "i", nominee);
  return edit->name != NULL;
}

static gboolean
find_assessment (const BvNominee *nominee, const char *code, guint *index)
{
  for (guint i = 0; i < nominee->assessments->len; i++)
    if (g_str_equal (((BvAssessment *) g_ptr_array_index (nominee->assessments, i))->criterion, code))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static BvAssessment *
new_assessment (const char *code)
{
  BvAssessment *assessment = bv_record_new (&bv_assessment_entity);

  g_free (assessment->criterion);
  assessment->criterion = g_strdup (code);
  return assessment;
}

static BvAssessment *
copy_assessment (const BvNominee *nominee, const char *code)
{
  guint index = 0;

  if (!find_assessment (nominee, code, &index))
    return new_assessment (code);
  return bv_record_copy (g_ptr_array_index (nominee->assessments, index));
}

static void
put_assessment (BvNominee *nominee, BvAssessment *assessment)
{
  guint index = nominee->assessments->len;

  if (find_assessment (nominee, assessment->criterion, &index))
    g_ptr_array_remove_index (nominee->assessments, index);
  g_ptr_array_insert (nominee->assessments, index, assessment);
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

static gboolean
update_nominee (BvLibrary *library, gpointer data, GError **error)
{
  Edit *edit = data;
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { edit->campaign };

  return bv_records_update (library, edit->before, edit->after, edit->ring, owners, error);
}

/**
 * bv_editing_read_assessment:
 * @library: a library
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf of the nominee's group
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the assessment, or one with every default where there is none yet;
 * %NULL with
 *   @error set where nominee or leaf do not exist
 */
BvAssessment *
bv_editing_read_assessment (BvLibrary *library,
                            gint64 campaign,
                            gint64 nominee,
                            const char *criterion,
                            GError **error)
{
  BvAssessment *assessment = NULL;
  Edit edit;

  if (edit_init (&edit, library, campaign, nominee, criterion, error))
    assessment = copy_assessment (edit.before, criterion);
  edit_clear (&edit);
  return assessment;
}

/**
 * bv_editing_write_assessment:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @assessment: the assessment as it shall be
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_editing_write_assessment (BvLibrary *library,
                             gint64 campaign,
                             gint64 nominee,
                             const BvAssessment *assessment,
                             GError **error)
{
  gboolean ok = FALSE;
  Edit edit;

  if (edit_init (&edit, library, campaign, nominee, assessment->criterion, error)
      && bv_check_assessment (assessment, edit.leaf, error))
    {
      g_autoptr (BvRecord) old = (BvRecord *) copy_assessment (edit.before, assessment->criterion);
      g_autofree char *change = describe_change (old, &assessment->record);
      g_autofree char *label
        = g_strdup_printf (_ ("Edit assessment: %s · %s: %s"), edit.name, assessment->criterion, change);

      put_assessment (edit.after, bv_record_copy (assessment));
      ok = bv_journal_act (library, label, update_nominee, &edit, NULL, error);
    }
  edit_clear (&edit);
  return ok;
}

/**
 * bv_editing_remove_assessment:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_editing_remove_assessment (BvLibrary *library,
                              gint64 campaign,
                              gint64 nominee,
                              const char *criterion,
                              GError **error)
{
  gboolean ok = FALSE;
  guint index = 0;
  Edit edit;

  if (edit_init (&edit, library, campaign, nominee, criterion, error))
    {
      g_autofree char *label = g_strdup_printf (_ ("Remove assessment: %s · %s"), edit.name, criterion);

      if (find_assessment (edit.after, criterion, &index))
        {
          g_ptr_array_remove_index (edit.after->assessments, index);
          ok = bv_journal_act (library, label, update_nominee, &edit, NULL, error);
        }
      else
        {
          g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("“%s” has no assessment of criterion “%s”"), edit.name, criterion);
        }
    }
  edit_clear (&edit);
  return ok;
}

/* The same content is one piece of evidence, however often it is attached. */
static char *
find_same_content (BvLibrary *library, gint64 campaign, const BvEvidence *piece)
{
  return bv_statement_get_text (library, "SELECT key FROM evidence WHERE campaign = ?1 AND sha256 = ?2", NULL,
                                "is", campaign, piece->sha256);
}

static char *
new_key (BvLibrary *library, gint64 campaign)
{
  gint64 number = 1
                  + bv_statement_get_number (library,
                                             "SELECT ifnull (max (CAST (substr (key, 2) AS INTEGER)), 0) "
                                             "FROM evidence WHERE campaign = ?1 AND key GLOB 'e[0-9]*'",
                                             0, NULL, "i", campaign);

  return g_strdup_printf ("e%" G_GINT64_FORMAT, number);
}

static gboolean
insert_evidence (BvLibrary *library, const Edit *edit, BvEvidence *piece, GError **error)
{
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { edit->campaign };
  gint64 ordinal = bv_statement_get_number (
    library, "SELECT ifnull (max (ordinal), -1) + 1 FROM evidence WHERE campaign = ?1", 0, error, "i",
    edit->campaign);

  g_free (piece->key);
  piece->key = new_key (library, edit->campaign);
  if (!bv_records_insert (library, piece, edit->ring, owners, ordinal, error))
    return FALSE;
  bv_keyring_add (edit->ring, &bv_evidence_entity, 0, piece->key, piece->record.id);
  return TRUE;
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
  Edit *edit = data;
  BvAssessment *assessment = copy_assessment (edit->before, edit->leaf->code);

  for (guint i = 0; i < edit->evidence->len; i++)
    {
      BvEvidence *piece = g_ptr_array_index (edit->evidence, i);
      g_autofree char *known = find_same_content (library, edit->campaign, piece);

      if (known == NULL && !insert_evidence (library, edit, piece, error))
        {
          bv_record_free (assessment);
          return FALSE;
        }
      if (known != NULL)
        {
          g_free (piece->key);
          piece->key = g_steal_pointer (&known);
        }
      link_evidence (assessment, piece->key);
    }
  put_assessment (edit->after, assessment);
  return update_nominee (library, edit, error);
}

/**
 * bv_editing_attach:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @nominee: a nominee's row
 * @criterion: the code of a leaf
 * @evidence: (element-type BvEvidence): pieces whose content the vault has taken; they are given their keys
 * @error: return location for a %BV_STORE_ERROR
 *
 * Adds the pieces to the assessment as one action. A piece whose content the campaign has already is linked,
 * not doubled.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_editing_attach (BvLibrary *library,
                   gint64 campaign,
                   gint64 nominee,
                   const char *criterion,
                   GPtrArray *evidence,
                   GError **error)
{
  gboolean ok = FALSE;
  Edit edit;

  if (edit_init (&edit, library, campaign, nominee, criterion, error))
    {
      g_autofree char *label = g_strdup_printf (_ ("Attach evidence: %s · %s"), edit.name, criterion);

      edit.evidence = evidence;
      ok = bv_journal_act (library, label, attach, &edit, NULL, error);
    }
  edit_clear (&edit);
  return ok;
}
