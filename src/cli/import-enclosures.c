/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/import-enclosures.h"

#include "cli/import-report.h"
#include "cli/output.h"
#include "exchange/intake/enclosure/planned-enclosure.h"

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
write_enclosure (BvJsonWriter *writer, const BvPlannedEnclosure *enclosure)
{
  g_autofree char *place = bv_planned_enclosure_write_place (enclosure);

  bv_json_writer_begin (writer, '{');
  bv_json_writer_add_string (writer, "file", place);
  bv_import_origin_write (writer, enclosure->origin);
  bv_json_writer_add_string (writer, "evidence", bv_enclosure_state_get_name (enclosure->state));
  bv_json_writer_add_string (writer, "reason", bv_planned_enclosure_get_reason (enclosure));
  bv_json_writer_name (writer, enclosure->state == BV_ENCLOSURE_ASKED ? "candidates" : "proves");
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < enclosure->links->len; i++)
    {
      const BvPlannedLink *link = g_ptr_array_index (enclosure->links, i);

      bv_json_writer_begin (writer, '{');
      bv_json_writer_add_string (writer, "nominee", link->nominee);
      bv_json_writer_add_string (writer, "criterion", link->criterion);
      bv_json_writer_add_string (writer, "document", link->document != NULL ? link->document->name : NULL);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
  if (enclosure->question != NULL)
    {
      bv_json_writer_name (writer, "asks");
      bv_json_writer_begin (writer, '{');
      bv_import_report_write_question (writer, enclosure->question);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_object (writer);
}

/**
 * bv_import_enclosures_write:
 * @writer: an array
 * @plan: a plan
 *
 * Adds an object for each file.
 */
void
bv_import_enclosures_write (BvJsonWriter *writer, const BvImportPlan *plan)
{
  for (guint i = 0; i < plan->enclosures->len; i++)
    write_enclosure (writer, g_ptr_array_index (plan->enclosures, i));
}

/**
 * bv_import_enclosures_print:
 * @plan: a plan
 */
void
bv_import_enclosures_print (const BvImportPlan *plan)
{
  for (guint i = 0; i < plan->enclosures->len; i++)
    {
      const BvPlannedEnclosure *enclosure = g_ptr_array_index (plan->enclosures, i);
      const BvIntakeQuestion *question = enclosure->question;
      g_autofree char *line = bv_planned_enclosure_describe (enclosure);

      bv_output_line ("%s", line);
      if (question == NULL)
        continue;
      bv_output_line ("  ? %s “%s”", bv_asked_kind_get_title (question->kind), question->key);
      bv_import_report_print_answers (question);
    }
}

/**
 * bv_import_enclosures_count_open:
 * @plan: a plan
 *
 * Returns: how many files wait for somebody
 */
guint
bv_import_enclosures_count_open (const BvImportPlan *plan)
{
  return bv_planned_enclosure_count (plan, BV_ENCLOSURE_ASKED)
         + bv_planned_enclosure_count (plan, BV_ENCLOSURE_UNKNOWN)
         + bv_planned_enclosure_count (plan, BV_ENCLOSURE_REFUSED);
}
