/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "registry-fixture.h"

#include "core/field-value.h"

#include <string.h>

static void
set_field (BvUnit *unit, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  const BvField *field = bv_entity_find_field (&bv_unit_entity, name);

  if (!bv_field_is_list (field))
    bv_field_set_from_string (field, unit, value, &error);
  g_assert_no_error (error);
}

static void
add_alias (BvUnit *unit, const char *alias)
{
  guint n = unit->aliases != NULL ? g_strv_length (unit->aliases) : 0;

  unit->aliases = g_renew (char *, unit->aliases, n + 2);
  unit->aliases[n] = g_strdup (alias);
  unit->aliases[n + 1] = NULL;
}

/* Nothing of a registry has quotes or line ends within it, and each value has a line of its own. */
static BvUnit *
read_line (GPtrArray *units, BvUnit *unit, const char *line)
{
  g_auto (GStrv) quoted = g_strsplit (line, "\"", -1);
  guint n = g_strv_length (quoted);

  if (g_str_equal (line, "  {"))
    {
      unit = bv_record_new (&bv_unit_entity);
      unit->record.ordinal = units->len;
      g_ptr_array_add (units, unit);
    }
  else if (n == 5)
    set_field (unit, quoted[1], quoted[3]);
  else if (n == 3 && g_str_has_prefix (line, "      "))
    add_alias (unit, quoted[1]);
  return unit;
}

/* Adds the units of a registry of data/units. */
void
fixture_read_registry (GPtrArray *units, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s.json", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "units", file, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  BvUnit *unit = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    unit = read_line (units, unit, lines[i]);
}

/* Adds the unit of `code|name|type|parent|from|to|alias|alias`; what is empty is not set. */
BvUnit *
fixture_add_unit_line (GPtrArray *units, const char *line)
{
  static const char *const names[] = { "code", "name", "type", "parent", "valid_from", "valid_to" };
  g_auto (GStrv) values = g_strsplit (line, "|", -1);
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i >= G_N_ELEMENTS (names))
        add_alias (unit, values[i]);
      else if (*values[i] != '\0')
        set_field (unit, names[i], values[i]);
    }
  unit->record.ordinal = units->len;
  g_ptr_array_add (units, unit);
  return unit;
}

const BvUnit *
fixture_find_unit (const GPtrArray *units, const char *code, gint64 day)
{
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);

      if (g_str_equal (unit->code, code) && bv_unit_is_valid_on (unit, day))
        return unit;
    }
  return NULL;
}

/* The name of a territory without its committee and type; else the name. */
char *
fixture_bare_name (const BvUnit *unit)
{
  g_autofree char *type = g_utf8_strdown (unit->type, -1);
  g_autofree char *start = g_strdup_printf ("UBND %s ", type);

  return g_strdup (g_str_has_prefix (unit->name, start) ? unit->name + strlen (start) : unit->name);
}
