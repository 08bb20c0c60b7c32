/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/call.h"
#include "cli/copied-file.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/group.h"
#include "core/text/date.h"
#include "core/unit.h"
#include "exchange/interchange/json-field.h"
#include "exchange/paste/pasted-lines.h"
#include "exchange/shipped/shipped-lineage.h"
#include "store/edit.h"
#include "store/registry/group-entry.h"
#include "store/registry/unit-block.h"
#include "store/registry/unit-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64
find_unit (BvLibrary *library, gint64 campaign, const char *code, GError **error)
{
  return bv_edit_find (library, campaign, &bv_unit_entity, campaign, code, error);
}

static gboolean
read_day (const BvCall *call, gint64 *day, GError **error)
{
  *day = BV_NONE;
  if (!bv_call_has (call, BV_OPTION_SINCE))
    return bv_call_fail_usage (error, _ ("--since is missing: name the first day, as 01/07/2025"));
  return bv_call_take_date (call, BV_OPTION_SINCE, day, error);
}

/* Codes stand before the fields. */
static GArray *
list_units (const BvCall *call, BvLibrary *library, gint64 campaign, guint first, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < call->operands->len; i++)
    {
      const char *code = bv_call_operand (call, i);
      gint64 row;

      if (strchr (code, '=') != NULL)
        continue;
      row = find_unit (library, campaign, code, error);
      if (row == 0)
        return NULL;
      g_array_append_val (rows, row);
    }
  return g_steal_pointer (&rows);
}

static gboolean
set_fields (const BvCall *call, gpointer unit, GError **error)
{
  for (guint i = 0; i < call->operands->len; i++)
    {
      const char *text = bv_call_operand (call, i);
      const char *equals = strchr (text, '=');
      g_autofree char *name = equals != NULL ? g_strndup (text, equals - text) : NULL;

      if (equals != NULL && !bv_json_field_set (unit, name, equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* A name makes a unit; without one it is there. */
static BvUnit *
read_merged (const BvCall *call, BvLibrary *library, gint64 campaign, GError **error)
{
  const char *code = call->options[BV_OPTION_INTO];
  g_autoptr (BvRecord) unit = NULL;
  gint64 row;

  if (code == NULL)
    {
      bv_call_fail_usage (error, _ ("--into is missing: say the code of the unit that they become"));
      return NULL;
    }
  unit = bv_record_new (&bv_unit_entity);
  if (!bv_json_field_set (unit, "code", code, error) || !set_fields (call, unit, error))
    return NULL;
  if (*((BvUnit *) unit)->name != '\0')
    return (BvUnit *) g_steal_pointer (&unit);
  row = find_unit (library, campaign, code, error);
  return row != 0 ? bv_edit_read (library, &bv_unit_entity, row, error) : NULL;
}

static void
print_units (const BvCall *call, BvLibrary *library, GPtrArray *units)
{
  if (bv_call_has (call, BV_OPTION_JSON))
    bv_output_records (units);
  else
    bv_output_done (library);
}

/**
 * bv_verb_merge:
 * @call: a call
 * @error: return location for an error
 *
 * Makes one unit of several from a day on.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_merge (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  gint64 day;
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (BvRecord) into = NULL;
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  if (!read_day (call, &day, error)
      || (library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error)) == NULL
      || (rows = list_units (call, library, campaign, 0, error)) == NULL
      || (into = (BvRecord *) read_merged (call, library, campaign, error)) == NULL
      || bv_unit_edit_merge (library, campaign, rows, (BvUnit *) into, day, error) == 0)
    return FALSE;
  g_ptr_array_add (units, into);
  print_units (call, library, units);
  return TRUE;
}

/* "CODE=NAME" */
static GPtrArray *
read_parts (const BvCall *call, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (bv_record_free);

  for (guint i = 1; i < call->operands->len; i++)
    {
      const char *text = bv_call_operand (call, i);
      const char *equals = strchr (text, '=');
      g_autofree char *code = equals != NULL ? g_strndup (text, equals - text) : NULL;
      gpointer unit = bv_record_new (&bv_unit_entity);

      g_ptr_array_add (parts, unit);
      if (equals == NULL)
        {
          bv_call_fail_usage (error, _ ("“%s”: write a new unit as CODE=NAME"), text);
          return NULL;
        }
      if (!bv_json_field_set (unit, "code", code, error)
          || !bv_json_field_set (unit, "name", equals + 1, error))
        return NULL;
    }
  return g_steal_pointer (&parts);
}

static void
take_type (GPtrArray *parts, const BvUnit *from)
{
  for (guint i = 0; i < parts->len; i++)
    {
      BvUnit *part = g_ptr_array_index (parts, i);

      g_free (part->type);
      part->type = g_strdup (from->type);
    }
}

/**
 * bv_verb_split:
 * @call: a call
 * @error: return location for an error
 *
 * Makes several units of one from a day on.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_split (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  gint64 day, row;
  g_autoptr (GPtrArray) parts = read_parts (call, error);
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (BvRecord) unit = NULL;

  if (parts == NULL || !read_day (call, &day, error)
      || (library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error)) == NULL
      || (row = find_unit (library, campaign, bv_call_operand (call, 0), error)) == 0
      || (unit = bv_edit_read (library, &bv_unit_entity, row, error)) == NULL)
    return FALSE;
  take_type (parts, (const BvUnit *) unit);
  if (!bv_unit_edit_split (library, campaign, row, parts, day, error))
    return FALSE;
  print_units (call, library, parts);
  return TRUE;
}

/**
 * bv_verb_paste_units:
 * @call: a call whose second operand is a file
 * @error: return location for an error
 *
 * Takes units from a block of text that was copied from Excel or Word.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_paste_units (const BvCall *call, GError **error)
{
  const char *path = bv_call_operand (call, 1);
  gint64 campaign = 0;
  g_autofree char *content = bv_copied_file_read (path, error);
  g_autofree char *lines = content != NULL ? bv_pasted_lines_write (content, BV_PASTED_EACH, error) : NULL;
  g_autoptr (BvLibrary) library
    = lines != NULL ? bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error) : NULL;
  g_autoptr (BvUnitText) text = library != NULL ? bv_unit_block_read (library, campaign, lines, error) : NULL;

  if (text == NULL || !bv_copied_file_check (path, text->faults, error)
      || !bv_unit_block_add (library, campaign, text->units, error))
    return FALSE;
  print_units (call, library, text->units);
  return TRUE;
}

/**
 * bv_verb_close:
 * @call: a call
 * @error: return location for an error
 *
 * Ends a unit on a day.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_close (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  gint64 day, row;
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (bv_record_free);
  gpointer unit;
  GError *cause = NULL;

  if (!read_day (call, &day, error)
      || (library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error)) == NULL
      || (row = find_unit (library, campaign, bv_call_operand (call, 0), error)) == 0
      || !bv_unit_edit_close (library, campaign, row, day, error))
    return FALSE;
  unit = bv_edit_read (library, &bv_unit_entity, row, &cause);
  if (unit == NULL)
    return bv_output_settle (FALSE, cause);
  g_ptr_array_add (units, unit);
  print_units (call, library, units);
  return TRUE;
}

static GArray *
choose_units (const BvCall *call, BvLibrary *library, gint64 campaign, GError **error)
{
  const char *names = call->options[BV_OPTION_TYPE];
  g_auto (GStrv) types = names != NULL ? g_strsplit (names, ",", -1) : NULL;
  const char *below = call->options[BV_OPTION_BELOW];
  gint64 above = below != NULL ? find_unit (library, campaign, below, error) : 0;

  if (below != NULL && above == 0)
    return NULL;
  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    g_strstrip (types[i]);
  return bv_group_entry_list_units (library, campaign, (const char *const *) types, above, error);
}

static gboolean
check_choice (const BvCall *call, GError **error)
{
  gboolean by_rule = bv_call_has (call, BV_OPTION_TYPE) || bv_call_has (call, BV_OPTION_BELOW)
                     || bv_call_has (call, BV_OPTION_ALL);

  if (by_rule == (call->operands->len > 1))
    return bv_call_fail_usage (error, _ ("say who: codes of units, or --type and --below, or --all"));
  return TRUE;
}

static void
print_entered (const BvCall *call, BvLibrary *library, guint n_added)
{
  BvJsonWriter writer;

  if (!bv_call_has (call, BV_OPTION_JSON))
    {
      bv_output_done (library);
      return;
    }
  bv_json_writer_init (&writer, 64);
  bv_json_writer_begin (&writer, '{');
  bv_json_writer_add_integer (&writer, "nominees", n_added);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

/**
 * bv_verb_enter:
 * @call: a call
 * @error: return location for an error
 *
 * Puts units forward in a group of collectives: some, those of a type, those below one, all.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_verb_enter (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  gint64 group;
  guint n_added = 0;
  g_autoptr (BvLibrary) library = NULL;
  g_autoptr (GArray) units = NULL;

  if (!check_choice (call, error)
      || (library = bv_call_open_campaign (call, BV_LIBRARY_WRITE, &campaign, error)) == NULL)
    return FALSE;
  group = bv_edit_find (library, campaign, &bv_group_entity, campaign, bv_call_operand (call, 0), error);
  if (group == 0)
    return FALSE;
  units = call->operands->len > 1 ? list_units (call, library, campaign, 1, error)
                                  : choose_units (call, library, campaign, error);
  if (units == NULL || !bv_group_entry_add (library, campaign, group, units, &n_added, error))
    return FALSE;
  print_entered (call, library, n_added);
  return TRUE;
}

static void
write_relatives (BvJsonWriter *writer, const char *name, const GPtrArray *relatives)
{
  bv_json_writer_name (writer, name);
  bv_json_writer_begin (writer, '[');
  for (guint i = 0; i < relatives->len; i++)
    {
      const BvRelative *relative = g_ptr_array_index (relatives, i);

      bv_json_writer_begin_flat (writer, '{');
      bv_json_writer_add_string (writer, "code", relative->code);
      bv_json_writer_add_string (writer, "name", relative->name);
      bv_json_writer_name (writer, "valid_from");
      bv_json_writer_date (writer, relative->valid_from);
      bv_json_writer_name (writer, "valid_to");
      bv_json_writer_date (writer, relative->valid_to);
      bv_json_writer_add_boolean (writer, "in_part", relative->in_part);
      bv_json_writer_end_object (writer);
    }
  bv_json_writer_end_array (writer);
}

static void
print_lineage_as_json (const BvRelatives *relatives)
{
  BvJsonWriter writer;

  bv_json_writer_init (&writer, 256);
  bv_json_writer_begin (&writer, '{');
  write_relatives (&writer, "before", relatives->before);
  write_relatives (&writer, "after", relatives->after);
  bv_json_writer_end_object (&writer);
  bv_output_json (&writer);
}

static void
print_side (const char *title, const GPtrArray *relatives)
{
  for (guint i = 0; i < relatives->len; i++)
    {
      const BvRelative *relative = g_ptr_array_index (relatives, i);

      bv_output_line ("%s: %s (%s)%s", title, relative->name, relative->code,
                      relative->in_part ? _ (", in part") : "");
    }
}

/**
 * bv_verb_lineage:
 * @call: a call
 * @error: return location for an error
 *
 * Lists what a unit was made of, and what it became.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_verb_lineage (const BvCall *call, GError **error)
{
  gint64 campaign = 0;
  g_autoptr (BvLibrary) library = bv_call_open_campaign (call, BV_LIBRARY_READ, &campaign, error);
  gint64 row = library != NULL ? find_unit (library, campaign, bv_call_operand (call, 0), error) : 0;
  g_autoptr (BvRelatives) relatives = row != 0 ? bv_shipped_lineage_read (library, row, error) : NULL;

  if (relatives == NULL)
    return FALSE;
  if (bv_call_has (call, BV_OPTION_JSON))
    {
      print_lineage_as_json (relatives);
      return TRUE;
    }
  print_side (_ ("Before"), relatives->before);
  print_side (_ ("Afterwards"), relatives->after);
  return TRUE;
}
