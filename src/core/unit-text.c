/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/unit-text.h"

#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No campaign has so much: what is longer was not meant. */
#define BYTES_MAX (4 * 1024 * 1024)
#define ROWS_MAX 5000
#define COLUMNS_MAX 16

typedef enum
{
  CODE,
  NAME,
  TYPE,
  PARENT,
  CONTACT,
  PHONE,
  EMAIL,
  SHORT,
  N_FIELDS,
} Field;

/* What stands in a column: a field, or one of these. */
#define NOTHING (-1)
#define UNKNOWN (-2)

/* A block without a heading has the first of them, in this order. Headings are folded. */
static const struct
{
  const char *name;
  const char *const headings[9];
} columns[N_FIELDS] = {
  [CODE] = { "code", { "ma", "ma don vi", "ma dv", "ma so", "code" } },
  [NAME] = { "name", { "ten", "ten don vi", "ten dv", "don vi", "co quan", "name" } },
  [TYPE] = { "type", { "loai", "loai hinh", "loai don vi", "loai hinh don vi", "type" } },
  [PARENT] = { "parent",
               { "truc thuoc", "thuoc", "don vi cap tren", "cap tren", "ma cap tren", "don vi chu quan",
                 "under", "parent" } },
  [CONTACT] = { "contact", { "nguoi lien he", "lien he", "dau moi", "can bo dau moi", "contact" } },
  [PHONE] = { "phone", { "dien thoai", "so dien thoai", "sdt", "dt", "telephone", "phone" } },
  [EMAIL] = { "email", { "thu dien tu", "email", "e-mail", "hop thu" } },
  [SHORT] = { "short", { "ten ngan", "ten tat", "viet tat", "ten viet tat", "short name", "short" } },
};

/* Running numbers and remarks are not of a unit. */
static const char *const ignored[] = { "stt", "tt", "so tt", "so thu tu", "ghi chu", NULL };

typedef struct
{
  BvUnitText *result;
  int places[COLUMNS_MAX]; /* of a Field, NOTHING or UNKNOWN: what stands in each column */
  guint n_places;
  GHashTable *lines; /* (element-type utf8 guint): the line of each code of the block */
  GHashTable *codes; /* (element-type utf8): those of the campaign */
  GHashTable *names; /* (element-type utf8 utf8): by folded name the code; empty: several have it */
  GHashTable *types; /* (element-type utf8 utf8): by folded type how it is written */
} Parsing;

static const BvField *
get_field (Field field)
{
  return bv_entity_find_field (&bv_unit_entity, columns[field].name);
}

static char **
get_text (BvUnit *unit, Field field)
{
  return &BV_FIELD_STRING (unit, get_field (field));
}

/* Takes @text over. */
static void
add_fault (Parsing *parsing, guint line, Field field, char *text)
{
  g_autofree char *own = text;

  bv_pasted_notes_add (parsing->result->faults, line,
                       g_strdup_printf (_ ("column “%s”: %s"), _ (get_field (field)->title), own));
}

static int
find_field (const char *folded)
{
  for (int i = 0; i < N_FIELDS; i++)
    if (g_strv_contains (columns[i].headings, folded))
      return i;
  return g_strv_contains (ignored, folded) ? NOTHING : UNKNOWN;
}

static gboolean
has_place (const Parsing *parsing, guint n_places, int field)
{
  for (guint i = 0; i < n_places; i++)
    if (parsing->places[i] == field)
      return TRUE;
  return FALSE;
}

/* A row that names two fields is a heading: no unit is called so. */
static gboolean
read_heading (Parsing *parsing, const BvPastedRow *row)
{
  guint n_found = 0;

  parsing->n_places = MIN (row->cells->len, COLUMNS_MAX);
  for (guint i = 0; i < parsing->n_places; i++)
    {
      g_autofree char *folded = bv_vietnamese_fold (bv_pasted_get_cell (row, i));

      int field = find_field (folded);

      parsing->places[i] = field >= 0 && has_place (parsing, i, field) ? UNKNOWN : field;
      n_found += parsing->places[i] >= 0;
    }
  return n_found >= 2;
}

static void
check_heading (Parsing *parsing, const BvPastedRow *row)
{
  for (guint i = 0; i < parsing->n_places; i++)
    if (parsing->places[i] == UNKNOWN && *bv_pasted_get_cell (row, i) != '\0')
      bv_pasted_notes_add (
        parsing->result->faults, row->line,
        g_strdup_printf (_ ("nothing is known of a column “%s”: leave it out, or call it Mã, "
                            "Tên, Loại hình, Trực thuộc, Người liên hệ, Điện thoại or "
                            "Thư điện tử"),
                         bv_pasted_get_cell (row, i)));
  for (int i = CODE; i <= NAME; i++)
    if (!has_place (parsing, parsing->n_places, i))
      add_fault (parsing, row->line, i, g_strdup (_ ("there is no such column, and each unit needs it")));
}

static void
take_usual_order (Parsing *parsing)
{
  parsing->n_places = SHORT;
  for (int i = 0; i < SHORT; i++)
    parsing->places[i] = i;
}

static gboolean
is_blank (const BvPastedRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (*bv_pasted_get_cell (row, i) != '\0')
      return FALSE;
  return TRUE;
}

static void
check_code (Parsing *parsing, const BvUnit *unit, guint line)
{
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (parsing->lines, unit->code));

  if (*unit->code == '\0')
    add_fault (parsing, line, CODE, g_strdup (_ ("it is empty, and each unit needs a code")));
  else if (other != 0)
    add_fault (
      parsing, line, CODE,
      g_strdup_printf (_ ("the code “%s” stands in line %u already: each is unique"), unit->code, other));
  else if (g_hash_table_contains (parsing->codes, unit->code))
    add_fault (parsing, line, CODE,
               g_strdup_printf (_ ("there is a unit “%s” already: leave the line out, or give another code"),
                                unit->code));
  else
    g_hash_table_insert (parsing->lines, unit->code, GUINT_TO_POINTER (line));
}

/* A type that differs in case alone is the same; any other is a new one, as in the form. */
static void
settle_type (Parsing *parsing, BvUnit *unit)
{
  g_autofree char *folded = bv_vietnamese_fold (unit->type);
  const char *known = g_hash_table_lookup (parsing->types, folded);

  if (known == NULL)
    {
      g_hash_table_insert (parsing->types, g_steal_pointer (&folded), g_strdup (unit->type));
      return;
    }
  g_free (unit->type);
  unit->type = g_strdup (known);
}

static void
check_beyond (Parsing *parsing, const BvPastedRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if ((i >= parsing->n_places || parsing->places[i] == UNKNOWN) && *bv_pasted_get_cell (row, i) != '\0')
      {
        bv_pasted_notes_add (
          parsing->result->faults, row->line,
          g_strdup_printf (
            _ ("nothing is known of column %u, where “%s” stands: put a line of headings above"), i + 1,
            bv_pasted_get_cell (row, i)));
        return;
      }
}

static void
add_unit (Parsing *parsing, const BvPastedRow *row)
{
  BvUnit *unit = bv_record_new (&bv_unit_entity);

  g_ptr_array_add (parsing->result->units, unit);
  for (guint i = 0; i < parsing->n_places; i++)
    if (parsing->places[i] >= 0 && (parsing->places[i] != PARENT || *bv_pasted_get_cell (row, i) != '\0'))
      {
        char **text = get_text (unit, parsing->places[i]);

        g_free (*text);
        *text = g_strdup (bv_pasted_get_cell (row, i));
      }
  check_beyond (parsing, row);
  check_code (parsing, unit, row->line);
  if (*unit->name == '\0')
    add_fault (parsing, row->line, NAME, g_strdup (_ ("it is empty, and each unit needs a name")));
  settle_type (parsing, unit);
}

/* Two may have one name. */
static void
learn_name (Parsing *parsing, const BvUnit *unit)
{
  char *folded = bv_vietnamese_fold (unit->name);
  gboolean doubled = g_hash_table_contains (parsing->names, folded);

  g_hash_table_replace (parsing->names, folded, g_strdup (doubled ? "" : unit->code));
}

static void
learn_known (Parsing *parsing, const GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (known, i);

      g_hash_table_add (parsing->codes, unit->code);
      learn_name (parsing, unit);
      g_hash_table_replace (parsing->types, bv_vietnamese_fold (unit->type), g_strdup (unit->type));
    }
}

/* People write the name as well as the code. */
static void
settle_parent (Parsing *parsing, BvUnit *unit, guint line)
{
  g_autofree char *folded = NULL;
  const char *code;

  if (unit->parent == NULL || g_hash_table_contains (parsing->lines, unit->parent)
      || g_hash_table_contains (parsing->codes, unit->parent))
    return;
  folded = bv_vietnamese_fold (unit->parent);
  code = g_hash_table_lookup (parsing->names, folded);
  if (code == NULL)
    add_fault (parsing, line, PARENT,
               g_strdup_printf (_ ("there is no unit “%s”: write the code or the name of one, or add a line "
                                   "for it"),
                                unit->parent));
  else if (*code == '\0')
    add_fault (parsing, line, PARENT,
               g_strdup_printf (_ ("several units are called “%s”: write the code"), unit->parent));
  else
    {
      g_free (unit->parent);
      unit->parent = g_strdup (code);
    }
}

/* Whether who follows the units above it within the block comes to it again. */
static gboolean
is_in_circle (GHashTable *units, const BvUnit *unit, guint n_units)
{
  const BvUnit *above = unit;

  for (guint i = 0; i <= n_units && above != NULL; i++)
    {
      above = above->parent != NULL ? g_hash_table_lookup (units, above->parent) : NULL;
      if (above == unit)
        return TRUE;
    }
  return FALSE;
}

static void
check_circles (Parsing *parsing, const guint *lines)
{
  const GPtrArray *units = parsing->result->units;
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (by_code, ((BvUnit *) g_ptr_array_index (units, i))->code,
                         g_ptr_array_index (units, i));
  for (guint i = 0; i < units->len; i++)
    if (is_in_circle (by_code, g_ptr_array_index (units, i), units->len))
      {
        const BvUnit *unit = g_ptr_array_index (units, i);

        add_fault (parsing, lines[i], PARENT, g_strdup_printf (_ ("“%s” would be above itself"), unit->code));
        return;
      }
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const BvPastedNote *first = *(const BvPastedNote *const *) a;
  const BvPastedNote *second = *(const BvPastedNote *const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

static void
read_rows (Parsing *parsing, const GPtrArray *rows)
{
  GPtrArray *units = parsing->result->units;
  g_autofree guint *lines = g_new (guint, rows->len);
  guint first = 0;

  if (read_heading (parsing, g_ptr_array_index (rows, 0)))
    check_heading (parsing, g_ptr_array_index (rows, first++));
  else
    take_usual_order (parsing);
  if (parsing->result->faults->len > 0)
    return;
  for (guint i = first; i < rows->len; i++)
    {
      add_unit (parsing, g_ptr_array_index (rows, i));
      lines[units->len - 1] = ((BvPastedRow *) g_ptr_array_index (rows, i))->line;
    }
  for (guint i = 0; i < units->len; i++)
    learn_name (parsing, g_ptr_array_index (units, i));
  for (guint i = 0; i < units->len; i++)
    settle_parent (parsing, g_ptr_array_index (units, i), lines[i]);
  if (parsing->result->faults->len == 0)
    check_circles (parsing, lines);
  g_ptr_array_sort (parsing->result->faults, compare_notes);
}

static GPtrArray *
split (BvUnitText *result, const char *text)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (strlen (text) > BYTES_MAX)
    bv_pasted_notes_add (result->faults, 0,
                         g_strdup_printf (_ ("the text is longer than %d bytes"), BYTES_MAX));
  else if (!g_utf8_validate (text, -1, NULL))
    bv_pasted_notes_add (result->faults, 0, g_strdup (_ ("the text is not UTF-8")));
  else
    rows = bv_pasted_split (text);
  for (guint i = rows != NULL ? rows->len : 0; i-- > 0;)
    if (is_blank (g_ptr_array_index (rows, i)))
      g_ptr_array_remove_index (rows, i);
  if (rows != NULL && rows->len > ROWS_MAX)
    bv_pasted_notes_add (result->faults, 0, g_strdup_printf (_ ("there are more than %d lines"), ROWS_MAX));
  return result->faults->len == 0 ? g_steal_pointer (&rows) : NULL;
}

/**
 * bv_unit_text_parse:
 * @text: what was pasted, any bytes
 * @known: (element-type BvUnit): the units that are there
 *
 * Reads rows with tabs between their cells. The heading of the columns says which is which; without one they
 * are code, name, type, unit above, contact, telephone, e-mail. The unit above is told by its code or its
 * name, and may stand in any row of the block.
 *
 * Returns: (transfer full): what was found; with faults where a row does not fit
 */
BvUnitText *
bv_unit_text_parse (const char *text, const GPtrArray *known)
{
  BvUnitText *result = g_new (BvUnitText, 1);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Parsing parsing = { .result = result, .lines = lines, .codes = codes, .names = names, .types = types };
  g_autoptr (GPtrArray) rows = NULL;

  result->units = g_ptr_array_new_with_free_func (bv_record_free);
  result->faults = bv_pasted_notes_new ();
  learn_known (&parsing, known);
  rows = split (result, text);
  if (rows != NULL && rows->len > 0)
    read_rows (&parsing, rows);
  if (result->faults->len == 0 && result->units->len == 0)
    bv_pasted_notes_add (result->faults, 0, g_strdup (_ ("there is no unit in it")));
  return result;
}

/**
 * bv_unit_text_free:
 * @self: (transfer full): a text
 */
void
bv_unit_text_free (BvUnitText *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->faults);
  g_free (self);
}
