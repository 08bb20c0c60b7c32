/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/proof/content.h"
#include "store/proof/trace.h"
#include "store/proof/witnessed-cells.h"
#include "store/proof/witnessed-tables.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

static void
take_row (const BvWitnessedTable *table, sqlite3_stmt *row, gpointer content)
{
  bv_content_take_row (content, table, row);
}

/* The digests as the tables say; they are read anew too, as a step of the schema changes them. */
static GHashTable *
compute (BvLibrary *library, gboolean torn, gboolean records, GError **error)
{
  g_autoptr (GHashTable) tables = bv_witnessed_tables_read (library, error);
  g_autoptr (BvContent) content = tables != NULL ? bv_content_new_of (library, tables) : NULL;
  GHashTableIter iter;
  gpointer value;

  if (content == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if ((records || !((const BvWitnessedTable *) value)->is_record)
        && !bv_witnessed_table_each_row (library, value, torn, take_row, content, error))
      return NULL;
  return bv_content_sum_up (content, torn, error);
}

/**
 * bv_content_rebuild:
 * @library: a library, in a transaction
 * @total: (out caller-allocates): the sum of all campaigns
 * @error: return location for a %BV_STORE_ERROR
 *
 * Writes the digests of what stands in the tables, for a library that had none.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_content_rebuild (BvLibrary *library, BvSum *total, GError **error)
{
  g_autoptr (GHashTable) sums = compute (library, FALSE, TRUE, error);

  return sums != NULL && bv_content_add (library, sums, total, error);
}

/* Whether the digest that is kept of a campaign is that of the tables. @row: campaign, digest */
static gboolean
fits (GHashTable *sums, sqlite3_stmt *row)
{
  static const BvSum nothing = { 0, 0 };
  gint64 campaign = sqlite3_column_int64 (row, 0);
  const BvSum *found = g_hash_table_lookup (sums, &campaign);
  BvSum kept;

  return bv_content_read_sum (sqlite3_column_value (row, 1), &kept)
         && bv_sum_equal (&kept, found != NULL ? found : &nothing);
}

/* A comparison of the digests that are kept with those of the tables. */
typedef struct
{
  GHashTable *sums; /* of the tables; what was compared is taken out */
  GArray *damaged;  /* of gint64: campaigns */
} Comparison;

static void
compare_kept (sqlite3_stmt *row, gpointer data)
{
  Comparison *comparison = data;
  gint64 campaign = sqlite3_column_int64 (row, 0);

  if (!fits (comparison->sums, row))
    g_array_append_val (comparison->damaged, campaign);
  g_hash_table_remove (comparison->sums, &campaign);
}

static void
add_to_total (gpointer key, gpointer value, gpointer total)
{
  bv_sum_add (total, value);
}

static void
add_unkept (gpointer key, gpointer value, gpointer damaged)
{
  g_array_append_vals (damaged, key, 1);
}

/* The last action says what it left; an older program's last one what the upgrade found. */
static void
compare_last (sqlite3_stmt *row, gpointer data)
{
  BvSum *total = data;
  BvSum last;

  if (bv_content_read_sum (sqlite3_column_value (row, 0), &last))
    bv_sum_subtract (total, &last);
}

static void
tell_damaged (BvLibrary *library, const GArray *damaged, GPtrArray *findings)
{
  for (guint i = 0; i < damaged->len; i++)
    {
      gint64 campaign = g_array_index (damaged, gint64, i);
      g_autofree char *key
        = bv_statement_get_text (library, "SELECT key FROM campaign WHERE id = ?1", NULL, "i", campaign);

      if (campaign == 0)
        g_ptr_array_add (findings,
                         g_strdup (_ ("content: the units are not what the actions of the journal left")));
      else
        g_ptr_array_add (
          findings,
          g_strdup_printf (_ ("content: the campaign “%s” is not what the actions of the journal left"),
                           key != NULL ? key : "?"));
    }
}

/**
 * bv_content_check:
 * @library: a library, in a transaction
 * @findings: (element-type utf8): gets a line for each campaign that is not what its actions left
 * @error: return location for a %BV_STORE_ERROR
 *
 * Computes all digests anew, and compares them with those that were kept and with what the last action of the
 * journal witnesses.
 *
 * Returns: %FALSE with @error set if that could not be done
 */
gboolean
bv_content_check (BvLibrary *library, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) sums = compute (library, FALSE, TRUE, error);
  g_autoptr (GArray) damaged = g_array_new (FALSE, FALSE, sizeof (gint64));
  Comparison comparison = { sums, damaged };
  BvSum total = { 0, 0 };

  if (sums == NULL)
    return FALSE;
  g_hash_table_foreach (sums, add_to_total, &total);
  if (!bv_statement_each (library, "SELECT campaign, digest FROM content", compare_kept, &comparison, error,
                          "")
      || !bv_statement_each (library, "SELECT content FROM chain ORDER BY action DESC LIMIT 1", compare_last,
                             &total, error, ""))
    return FALSE;
  g_hash_table_foreach (sums, add_unkept, damaged);
  tell_damaged (library, damaged, findings);
  if (total.high != 0 || total.low != 0)
    g_ptr_array_add (findings,
                     g_strdup (_ ("content: the library is not what the last action of the journal left")));
  return (damaged->len == 0 && total.high == 0 && total.low == 0) || bv_trace_find (library, findings, error);
}

/* Which digests that are kept are those of the tables. */
typedef struct
{
  GHashTable *sums; /* of the tables */
  GHashTable *kept; /* of gint64 *: campaigns of which there is a digest */
  GHashTable *whole;
} Survey;

static void
survey_kept (sqlite3_stmt *row, gpointer data)
{
  Survey *survey = data;
  gint64 campaign = sqlite3_column_int64 (row, 0);

  g_hash_table_add (survey->kept, g_memdup2 (&campaign, sizeof campaign));
  if (fits (survey->sums, row))
    g_hash_table_add (survey->whole, g_memdup2 (&campaign, sizeof campaign));
}

/**
 * bv_content_list_whole:
 * @library: a library that may be damaged
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads of each table what can be read.
 *
 * Returns: (transfer full) (nullable): a set of gint64: the campaigns that are what the actions of the
 * journal left, and 0 where the units are; %NULL with @error set where not even the tables are known
 */
GHashTable *
bv_content_list_whole (BvLibrary *library, GError **error)
{
  g_autoptr (GHashTable) sums = compute (library, TRUE, TRUE, error);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) whole = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Survey survey = { sums, kept, whole };
  const gint64 units = 0;

  if (sums == NULL)
    return NULL;
  /* What of it can be read counts. */
  bv_statement_each_as_it_is (library, "SELECT campaign, digest FROM content", survey_kept, &survey, NULL);
  if (!g_hash_table_contains (kept, &units) && !g_hash_table_contains (sums, &units))
    g_hash_table_add (whole, g_memdup2 (&units, sizeof units));
  return g_steal_pointer (&whole);
}

/**
 * bv_content_sum_without_records:
 * @library: a library that may be damaged
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads of each table what can be read.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 BvSum): the digests of the campaigns as the tables
 * say, without what was sealed and written of them; %NULL with @error set where not even the tables are known
 */
GHashTable *
bv_content_sum_without_records (BvLibrary *library, GError **error)
{
  return compute (library, TRUE, FALSE, error);
}
