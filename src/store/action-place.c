/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/action-place.h"

#include "store/changeset.h"
#include "store/row-owners.h"
#include "store/statement.h"

/* Of so many rows of a kind the first is looked for: what changed more of them is not about one. */
#define MOST_LOOKED_AT 256

/* Of what an action is, if it changed one: what comes first decides, for files that are taken in change
 * answers, and so do rules. */
static const char *const shown[] = { "receipt", "criterion", "group", "quota", "nominee", "unit" };

/* A row that may be what the action is about. */
typedef struct
{
  BvActionPlace place;
  guint rank;     /* the less, the sooner */
  gint64 ordinal; /* among those of its table; -1: it is gone */
} Candidate;

static void
list_cb (sqlite3_stmt *row, gpointer data)
{
  GArray **changes = data;
  int result = 0;

  g_clear_pointer (changes, g_array_unref);
  *changes = bv_changeset_list_bytes (sqlite3_column_blob (row, 0), sqlite3_column_bytes (row, 0), &result);
}

static gboolean
is_of_campaign (const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BvChange *change = &g_array_index (changes, BvChange, i);

      if (g_str_equal (change->table, "campaign") && change->operation != 'u')
        return TRUE;
    }
  return FALSE;
}

static gint64
find_proven (BvLibrary *library, gint64 evidence)
{
  return bv_statement_get_number (library,
                                  "SELECT n.id FROM evidence_link l JOIN nominee n ON n.id = l.nominee "
                                  "WHERE l.evidence = ?1 ORDER BY n.ordinal LIMIT 1",
                                  0, NULL, "i", evidence);
}

/* The table of what the row is about: of the record itself, or of that which it belongs to. */
static const char *
find_table (const BvChange *change)
{
  static const char *const of_inbox[] = { "handout", "letter", "receipt", NULL };
  static const char *const of_quota[] = { "quota_decision", "quota_group", NULL };

  if (g_strv_contains (of_inbox, change->table))
    return "receipt";
  if (change->nominee != 0 || g_str_equal (change->table, "evidence"))
    return "nominee";
  return g_strv_contains (of_quota, change->table) ? "quota" : change->table;
}

/* Returns: the row in @table; 0: there is none, or not one */
static gint64
find_row (BvLibrary *library, const BvChange *change, const char *table)
{
  if (g_str_equal (table, "receipt"))
    return 0;
  if (!g_str_equal (table, "nominee"))
    return change->id;
  return change->nominee != 0 ? change->nominee : find_proven (library, change->id);
}

static gint64
read_ordinal (BvLibrary *library, const BvActionPlace *place)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (max (%s), -1) FROM \"%s\" WHERE id = ?1",
                                          g_str_equal (place->table, "unit") ? "0" : "ordinal", place->table);

  return bv_statement_get_number (library, sql, -1, NULL, "i", place->id);
}

/* Rows that came or went come before those that moved aside. Returns: %FALSE: nothing of what is shown */
static gboolean
rank_change (const BvChange *change, Candidate *candidate)
{
  const char *table = find_table (change);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (g_str_equal (table, shown[i]))
      {
        gboolean is_row = g_str_equal (change->table, shown[i]) && change->operation != 'u';

        candidate->place.table = shown[i];
        candidate->rank = 2 * i + !is_row;
        return TRUE;
      }
  return FALSE;
}

static void
look (BvLibrary *library, const BvChange *change, Candidate *candidate)
{
  candidate->place.id = find_row (library, change, candidate->place.table);
  candidate->place.evidence = g_str_equal (change->table, "evidence") ? change->id : 0;
  candidate->ordinal = candidate->place.id != 0 ? read_ordinal (library, &candidate->place) : 0;
}

static gboolean
comes_before (const Candidate *one, const Candidate *other)
{
  if (one->rank != other->rank)
    return one->rank < other->rank;
  if ((one->ordinal < 0) != (other->ordinal < 0))
    return other->ordinal < 0;
  return one->ordinal < other->ordinal;
}

/* Of the leaves whose score was changed the first; NULL where something else of the nominee was, too. */
static char *
find_criterion (BvLibrary *library, const GArray *changes, gint64 nominee)
{
  g_autoptr (GString) leaves = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const BvChange *change = &g_array_index (changes, BvChange, i);

      if (change->nominee != nominee)
        continue;
      if (change->criterion == 0)
        return NULL;
      g_string_append_printf (leaves, "%s%" G_GINT64_FORMAT, leaves->len > 0 ? "," : "", change->criterion);
    }
  sql = g_strdup_printf ("SELECT code FROM criterion WHERE id IN (%s) ORDER BY ordinal LIMIT 1", leaves->str);
  return bv_statement_get_text (library, sql, NULL, "");
}

/**
 * bv_action_place_find:
 * @library: a library, as undo or redo of @action has left it
 * @action: the number of an action
 *
 * Of several rows it is the first, in the order of the campaign, that came or went; else the first that was
 * changed.
 *
 * Returns: (transfer full): what the action was about; nothing where it made or removed a campaign, or
 * changed nothing of the inbox, of rules, nominees or units
 */
BvActionPlace
bv_action_place_find (BvLibrary *library, gint64 action)
{
  g_autoptr (GArray) changes = NULL;
  Candidate best = { { NULL, 0 }, G_MAXUINT, -1 };
  guint n_looked_at = 0;

  if (!bv_statement_each (library, "SELECT changeset FROM journal WHERE id = ?1", list_cb, &changes, NULL,
                          "i", action)
      || changes == NULL || is_of_campaign (changes) || !bv_row_owners_name (library, changes, NULL))
    return best.place;
  for (guint i = 0; i < changes->len; i++)
    {
      const BvChange *change = &g_array_index (changes, BvChange, i);
      Candidate candidate = { 0 };

      if (!rank_change (change, &candidate) || candidate.rank > best.rank
          || (candidate.rank == best.rank && n_looked_at++ > MOST_LOOKED_AT))
        continue;
      look (library, change, &candidate);
      if (comes_before (&candidate, &best))
        best = candidate;
    }
  if (best.ordinal < 0)
    best.place.id = 0;
  if (best.place.id != 0 && g_str_equal (best.place.table, "nominee"))
    best.place.criterion = find_criterion (library, changes, best.place.id);
  return best.place;
}

/**
 * bv_action_place_clear:
 * @place: what an action was about
 *
 * Frees what it holds.
 */
void
bv_action_place_clear (BvActionPlace *place)
{
  g_clear_pointer (&place->criterion, g_free);
}
