/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/nominee-list.h"

#include "store/statement.h"

#define TEXT(index) ((const char *) sqlite3_column_text (statement, index))

/* What nominees say of a unit. */
typedef struct
{
  gint64 id;
  gint64 above; /* the unit above; 0: none */
  char *name;
  char *key;
} Unit;

/* Where the row of a nominee stands. */
typedef struct
{
  gint64 id;
  guint row;
  gboolean read; /* its texts are there */
} Place;

struct _BvNomineeList
{
  gint64 campaign;
  BvTable *table;
  GHashTable *units; /* id → Unit, of those that were read so far */
  guint n_units;     /* how many were read in the order of their ids, up to this one */
  gint64 last_unit;
  gboolean has_units; /* all of them */
  GArray *places;     /* of Place, by id */
  guint n_read;       /* of the places, from the first on */
};

/* What a statement fills. */
typedef struct
{
  BvNomineeList *list;
  guint next;   /* the place that may be the next */
  GArray *rows; /* which were filled; NULL: nobody asks */
} Filling;

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_free (unit->name);
  g_free (unit->key);
  g_free (unit);
}

static void
add_unit (sqlite3_stmt *statement, gpointer data)
{
  BvNomineeList *self = data;
  Unit *unit = g_new (Unit, 1);

  unit->id = sqlite3_column_int64 (statement, 0);
  unit->above = sqlite3_column_int64 (statement, 1);
  unit->name = g_strdup (TEXT (2));
  unit->key = g_strdup (TEXT (3));
  g_hash_table_replace (self->units, &unit->id, unit);
}

static void
add_nominee (sqlite3_stmt *statement, gpointer table)
{
  guint row
    = bv_table_append (table, sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1));

  bv_table_set_number (table, row, BV_NOMINEES_NUMBER, sqlite3_column_int64 (statement, 2));
  if (sqlite3_column_int (statement, 3))
    bv_table_add_flags (table, row, BV_TABLE_ROW_DIM);
}

static void
number_rows (BvTable *table)
{
  bv_table_sort (table, BV_NOMINEES_NUMBER);
  for (guint i = 0; i < bv_table_get_n_rows (table); i++)
    bv_table_set_number (table, i, BV_NOMINEES_NUMBER, i + 1);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  return (one->id > other->id) - (one->id < other->id);
}

static void
list_places (BvNomineeList *self)
{
  for (guint i = 0; i < bv_table_get_n_rows (self->table); i++)
    {
      Place place = { bv_table_get_id (self->table, i), i, FALSE };

      g_array_append_val (self->places, place);
    }
  g_array_sort (self->places, compare_places);
}

/* A unit that came since then has no name here: it is read when the change is heard of. */
static void
set_unit (BvNomineeList *self, guint row, guint column, const Unit *unit)
{
  if (unit != NULL)
    bv_table_set_text (self->table, row, column, unit->name, unit->key);
}

static void
set_texts (BvNomineeList *self, guint row, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 1);
  const Unit *unit = g_hash_table_lookup (self->units, &id);
  const char *person = TEXT (2);

  if (person == NULL)
    {
      set_unit (self, row, BV_NOMINEES_NAME, unit);
      set_unit (self, row, BV_NOMINEES_UNIT,
                unit != NULL ? g_hash_table_lookup (self->units, &unit->above) : NULL);
      return;
    }
  bv_table_set_text (self->table, row, BV_NOMINEES_NAME, person, TEXT (4));
  set_unit (self, row, BV_NOMINEES_UNIT, unit);
  bv_table_set_text (self->table, row, BV_NOMINEES_POSITION, TEXT (3), NULL);
}

/* Who came since the list was read has no row in it. */
static void
fill_row (sqlite3_stmt *statement, gpointer data)
{
  Filling *filling = data;
  GArray *places = filling->list->places;
  gint64 id = sqlite3_column_int64 (statement, 0);
  Place *place;

  while (filling->next < places->len && g_array_index (places, Place, filling->next).id < id)
    filling->next++;
  place = filling->next < places->len ? &g_array_index (places, Place, filling->next) : NULL;
  if (place == NULL || place->id != id || place->read)
    return;
  set_texts (filling->list, place->row, statement);
  place->read = TRUE;
  if (filling->rows != NULL)
    g_array_append_val (filling->rows, place->row);
}

/* In the order of the ids all three tables are walked from one end to the other. */
static gboolean
fill (BvNomineeList *self, BvLibrary *library, guint first, guint last, GArray *rows, GError **error)
{
  Filling filling = { self, first, rows };

  return bv_statement_each (library,
                            "SELECT n.id, n.unit, p.name, p.position, k.key FROM nominee n NOT INDEXED "
                            "LEFT JOIN person p ON p.nominee = n.id LEFT JOIN sort_key k ON k.id = p.nominee "
                            "WHERE n.campaign = ?1 AND n.id BETWEEN ?2 AND ?3 ORDER BY n.id",
                            fill_row, &filling, error, "iii", self->campaign,
                            g_array_index (self->places, Place, first).id,
                            g_array_index (self->places, Place, last).id);
}

#define READ_UNITS "SELECT u.id, u.parent, u.name, k.key FROM unit u LEFT JOIN sort_key k ON k.id = u.id "

/**
 * bv_nominee_list_read:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the list, as yet without texts
 */
BvNomineeList *
bv_nominee_list_read (BvLibrary *library, gint64 campaign, GError **error)
{
  static const BvColumnType types[BV_NOMINEES_N_COLUMNS] = {
    [BV_NOMINEES_NUMBER] = BV_COLUMN_NUMBER,  [BV_NOMINEES_EVIDENCE] = BV_COLUMN_DOTS,
    [BV_NOMINEES_ASSESSED] = BV_COLUMN_SHARE, [BV_NOMINEES_SELF] = BV_COLUMN_POINTS,
    [BV_NOMINEES_TOTAL] = BV_COLUMN_POINTS,   [BV_NOMINEES_SAME] = BV_COLUMN_NUMBER,
  };
  g_autoptr (BvNomineeList) self = g_new0 (BvNomineeList, 1);

  self->campaign = campaign;
  self->table = bv_table_new (types, G_N_ELEMENTS (types));
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, unit_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  /* By the index of the campaign each row would be looked for anew, which takes twice as long. The nominees
   * of other campaigns are passed over on the way: a library of ten years costs a few milliseconds more. */
  if (!bv_statement_each (library,
                          "SELECT id, \"group\", ordinal, withdrawn FROM nominee NOT INDEXED "
                          "WHERE campaign = ?1",
                          add_nominee, self->table, error, "i", campaign))
    return NULL;
  number_rows (self->table);
  list_places (self);
  return g_steal_pointer (&self);
}

/**
 * bv_nominee_list_free:
 * @list: (transfer full): a list
 */
void
bv_nominee_list_free (BvNomineeList *list)
{
  bv_table_unref (list->table);
  g_hash_table_unref (list->units);
  g_array_unref (list->places);
  g_free (list);
}

/**
 * bv_nominee_list_get_table:
 * @list: a list
 *
 * The group of a row is its group's row in the library; withdrawn ones are %BV_TABLE_ROW_DIM.
 *
 * Returns: (transfer none): #BvNomineesColumn of all nominees, in the order of the interchange file
 */
BvTable *
bv_nominee_list_get_table (BvNomineeList *list)
{
  return list->table;
}

/**
 * bv_nominee_list_is_whole:
 * @list: a list
 *
 * Returns: whether every row has its texts
 */
gboolean
bv_nominee_list_is_whole (BvNomineeList *list)
{
  return list->n_read == list->places->len;
}

/**
 * bv_nominee_list_read_text:
 * @list: a list
 * @library: its library
 * @row: a row of its table
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads the texts of one row, unless they are there.
 *
 * Returns: whether that went well
 */
gboolean
bv_nominee_list_read_text (BvNomineeList *list, BvLibrary *library, guint row, GError **error)
{
  Place wanted = { bv_table_get_id (list->table, row), row, FALSE };
  guint at;

  if (!g_array_binary_search (list->places, &wanted, compare_places, &at))
    g_return_val_if_reached (FALSE);
  if (g_array_index (list->places, Place, at).read)
    return TRUE;
  return bv_statement_each (library,
                            READ_UNITS
                            "WHERE u.id IN (SELECT unit FROM nominee WHERE id = ?1 UNION SELECT parent "
                            "FROM unit WHERE id = (SELECT unit FROM nominee WHERE id = ?1))",
                            add_unit, list, error, "i", wanted.id)
         && fill (list, library, at, at, NULL, error);
}

static void
add_next_unit (sqlite3_stmt *statement, gpointer data)
{
  BvNomineeList *self = data;

  add_unit (statement, self);
  self->last_unit = sqlite3_column_int64 (statement, 0);
  self->n_units++;
}

static gboolean
read_units (BvNomineeList *self, BvLibrary *library, guint n_most, GError **error)
{
  guint n_had = self->n_units;

  if (!bv_statement_each (library, READ_UNITS "WHERE u.id > ?1 ORDER BY u.id LIMIT ?2", add_next_unit, self,
                          error, "ii", self->last_unit, (gint64) n_most))
    return FALSE;
  self->has_units = self->n_units - n_had < n_most;
  return TRUE;
}

static gboolean
read_nominees (BvNomineeList *self, BvLibrary *library, guint n_most, GArray *rows, GError **error)
{
  guint n = MIN (n_most, self->places->len - self->n_read);

  if (n > 0 && !fill (self, library, self->n_read, self->n_read + n - 1, rows, error))
    return FALSE;
  self->n_read += n;
  return TRUE;
}

/**
 * bv_nominee_list_read_texts:
 * @list: a list
 * @library: its library
 * @n_most: how many units and nominees are read at most
 * @rows: (element-type guint) (nullable): takes the rows of the table that were filled
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads on: first the units, for few of them are named by many nominees, then the texts of the rows. Who was
 * removed since the list was read stays without.
 *
 * Returns: whether that went well
 */
gboolean
bv_nominee_list_read_texts (BvNomineeList *list,
                            BvLibrary *library,
                            guint n_most,
                            GArray *rows,
                            GError **error)
{
  guint n_had = list->n_units;

  if (!list->has_units && !read_units (list, library, n_most, error))
    return FALSE;
  return read_nominees (list, library, n_most - (list->n_units - n_had), rows, error);
}
