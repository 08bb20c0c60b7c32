/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/console.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/nominee.h"
#include "core/text/wording.h"
#include "exchange/interchange/json-field.h"
#include "store/assessment-edit.h"
#include "store/edit.h"

#include <glib/gi18n-lib.h>

/* What stands for "no points". */
#define NO_POINTS "-"

/* The nominee and the leaf that the first two operands name. */
typedef struct
{
  BvLibrary *library;
  gint64 campaign;
  BvAssessmentEdit *edit;
} Leaf;

static void
leaf_clear (Leaf *leaf)
{
  g_clear_pointer (&leaf->edit, bv_assessment_edit_free);
  g_clear_pointer (&leaf->library, bv_library_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Leaf, leaf_clear)

static gboolean
leaf_init (Leaf *leaf, const BvCall *call, GError **error)
{
  leaf->library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &leaf->campaign, error);
  if (leaf->library == NULL)
    return FALSE;
  leaf->edit = bv_assessment_edit_find (leaf->library, leaf->campaign, bv_call_operand (call, 0),
                                        bv_call_operand (call, 1), error);
  return leaf->edit != NULL;
}

static gboolean
read_points (const char *text, gint64 *points, GError **error)
{
  *points = BV_NONE;
  if (g_str_equal (text, NO_POINTS))
    return TRUE;
  *points = bv_wording_parse_points (text, error);
  return *points != BV_NONE;
}

static gboolean
fill_assessment (const BvCall *call, BvAssessment *assessment, GError **error)
{
  const char *state = call->options[BV_OPTION_STATE];
  gint64 points;

  if (!read_points (bv_call_operand (call, 2), &points, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_SELF))
    assessment->self = points;
  else if (bv_call_has (call, BV_OPTION_FINAL))
    assessment->final = points;
  else
    assessment->verified = points;
  return state == NULL || bv_json_field_set (assessment, "state", state, error);
}

/**
 * bv_verb_score:
 * @call: a call
 * @error: return location for an error
 *
 * Writes one score of one assessment.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_score (const BvCall *call, GError **error)
{
  g_auto (Leaf) leaf = { .library = NULL };
  g_autoptr (BvRecord) assessment = NULL;
  BvJsonWriter writer;

  if (bv_call_has (call, BV_OPTION_SELF) && bv_call_has (call, BV_OPTION_FINAL))
    return bv_call_fail_usage (error, _ ("--self and --final are two scores: choose one"));
  if (!leaf_init (&leaf, call, error))
    return FALSE;
  assessment = (BvRecord *) bv_assessment_edit_copy (leaf.edit);
  if (!fill_assessment (call, (BvAssessment *) assessment, error)
      || !bv_assessment_edit_write (leaf.edit, (BvAssessment *) assessment, error))
    return FALSE;
  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_done (leaf.library);
      return TRUE;
    }
  bv_json_writer_init (&writer, 256);
  bv_json_writer_record (&writer, assessment);
  bv_output_json (&writer);
  return TRUE;
}

/* What the options say of the document. */
static gboolean
describe_document (const BvCall *call, BvEvidence *piece, GError **error)
{
  static const BvOptionId said[] = { BV_OPTION_NUMBER, BV_OPTION_ISSUED, BV_OPTION_ISSUER, BV_OPTION_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (bv_call_has (call, said[i])
        && !bv_json_field_set (piece, bv_option_get (said[i])->name, call->options[said[i]], error))
      return FALSE;
  return TRUE;
}

/* Copies a file into the vault. */
static gboolean
take_file (const Leaf *leaf, const char *path, BvEvidence *piece, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (BvVaultItem) item
    = bv_vault_attach (bv_library_get_folder (leaf->library), file, bv_console_get_cancellable (), error);

  if (item == NULL)
    return FALSE;
  g_free (piece->file);
  piece->file = g_steal_pointer (&item->file);
  piece->sha256 = g_steal_pointer (&item->sha256);
  piece->bytes = item->bytes;
  return TRUE;
}

/* Everything that can be refused is looked at before the first file is copied. */
static GPtrArray *
take_files (const BvCall *call, const Leaf *leaf, GError **error)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 2; i < call->operands->len; i++)
    {
      g_ptr_array_add (pieces, bv_record_new (&bv_evidence_entity));
      if (!describe_document (call, g_ptr_array_index (pieces, i - 2), error))
        return NULL;
    }
  for (guint i = 0; i < pieces->len; i++)
    if (!take_file (leaf, bv_call_operand (call, i + 2), g_ptr_array_index (pieces, i), error))
      return NULL;
  return g_steal_pointer (&pieces);
}

/* A piece that the campaign had already is shown as it was. */
static gboolean
print_pieces (const Leaf *leaf, GPtrArray *pieces, GError **error)
{
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 0; i < pieces->len; i++)
    {
      gint64 id = bv_edit_find (leaf->library, leaf->campaign, &bv_evidence_entity, leaf->campaign,
                                bv_record_key (g_ptr_array_index (pieces, i)), error);
      gpointer piece = id != 0 ? bv_edit_read (leaf->library, &bv_evidence_entity, id, error) : NULL;

      if (piece == NULL)
        return FALSE;
      g_ptr_array_add (stored, piece);
    }
  bv_output_records (stored);
  return TRUE;
}

/**
 * bv_verb_attach:
 * @call: a call
 * @error: return location for an error
 *
 * Copies files into the vault as evidence of one assessment.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_attach (const BvCall *call, GError **error)
{
  g_auto (Leaf) leaf = { .library = NULL };
  g_autoptr (GPtrArray) pieces = NULL;
  GError *cause = NULL;

  if (!leaf_init (&leaf, call, error))
    return FALSE;
  pieces = take_files (call, &leaf, error);
  if (pieces == NULL || !bv_assessment_edit_attach (leaf.edit, pieces, error))
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    return bv_output_settle (print_pieces (&leaf, pieces, &cause), cause);
  bv_output_done (leaf.library);
  return TRUE;
}
