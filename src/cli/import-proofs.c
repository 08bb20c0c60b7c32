/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/import-proofs.h"

#include "cli/output.h"
#include "exchange/intake/proof/planned-proof.h"

#include <glib/gi18n-lib.h>

/**
 * bv_import_origin_write:
 * @writer: an object
 * @origin: (nullable): where a file comes from
 *
 * Adds who sent it and when.
 */
void
bv_import_origin_write (BvJsonWriter *writer, const BvIntakeOrigin *origin)
{
  bv_json_writer_add_string (writer, "sender", origin != NULL ? origin->sender : NULL);
  bv_json_writer_add_string (writer, "sent", origin != NULL ? origin->sent : NULL);
}

static void
write_proof (BvJsonWriter *writer, const BvPlannedProof *proof)
{
  g_autofree char *place = bv_planned_proof_write_place (proof);

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "file", place);
  bv_import_origin_write (writer, proof->origin);
  bv_json_writer_add_string (writer, "evidence", bv_proof_state_get_name (proof->state));
  bv_json_writer_add_string (writer, "reason", bv_planned_proof_get_reason (proof));
  bv_json_writer_name (writer, proof->state == BV_PROOF_ASKED ? "candidates" : "proves");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < proof->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (proof->links, i);

      bv_json_writer_begin (writer, '{');
      bv_json_writer_add_string (writer, "nominee", link->nominee);
      bv_json_writer_add_string (writer, "criterion", link->criterion);
      bv_json_writer_add_string (writer, "document", link->document != NULL ? link->document->name : NULL);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
  bv_json_writer_end_object (writer);
}

/**
 * bv_import_proofs_write:
 * @writer: an array
 * @plan: a plan
 *
 * Adds an object for each file.
 */
void
bv_import_proofs_write (BvJsonWriter *writer, const BvImportPlan *plan)
{
  for (guint i = 0; i < plan->proofs->len; i++)
    write_proof (writer, g_ptr_array_index (plan->proofs, i));
}

/* `thi-xa-tan-chau 1.2 (123/QĐ-UBND), …` */
static char *
list_links (const BvPlannedProof *proof)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < proof->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (proof->links, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", link->nominee);
      if (link->criterion != NULL)
        g_string_append_printf (list, " %s", link->criterion);
      if (link->document != NULL)
        g_string_append_printf (list, " (%s)", link->document->name);
    }
  return g_string_free (list, FALSE);
}

static void
print_proof (const BvPlannedProof *proof)
{
  const char *reason = bv_planned_proof_get_reason (proof);
  g_autofree char *place = bv_planned_proof_write_place (proof);
  g_autofree char *links = list_links (proof);

  if (proof->state == BV_PROOF_NEW)
    bv_output_line (_ ("%s: evidence of %s – %s"), place, links, reason);
  else if (proof->state == BV_PROOF_SAME)
    bv_output_line (_ ("%s: as before, evidence of %s"), place, links);
  else if (*links != '\0')
    bv_output_line (_ ("%s: not attached – %s: %s"), place, reason, links);
  else
    bv_output_line (_ ("%s: not attached – %s"), place, reason);
}

/**
 * bv_import_proofs_print:
 * @plan: a plan
 */
void
bv_import_proofs_print (const BvImportPlan *plan)
{
  for (guint i = 0; i < plan->proofs->len; i++)
    print_proof (g_ptr_array_index (plan->proofs, i));
}

/**
 * bv_import_proofs_count_open:
 * @plan: a plan
 *
 * Returns: how many files wait for somebody
 */
guint
bv_import_proofs_count_open (const BvImportPlan *plan)
{
  return bv_planned_proof_count (plan, BV_PROOF_ASKED) + bv_planned_proof_count (plan, BV_PROOF_UNKNOWN)
         + bv_planned_proof_count (plan, BV_PROOF_REFUSED);
}
