/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/file-counts.h"

#include "app/intake/plan-table.h"
#include "core/unit.h"
#include "exchange/intake/enclosure/planned-enclosure.h"

#include <glib/gi18n-lib.h>

static int
compare_numbers (guint one, guint other)
{
  return one > other ? -1 : one < other;
}

/* The worst comes first: what cannot be read, what has most to look at, what has most that is new. Of what
 * there is to look at comes last what files prove: most of it is plain when it was answered whose the forms
 * are. */
static int
compare (gconstpointer first, gconstpointer second, gpointer data)
{
  const BvFileCounts *one = first, *other = second;
  const BvPlannedFile *last = ((const BvImportPlan *) data)->asked_files;
  int order = compare_numbers (one->file->failure != NULL, other->file->failure != NULL);

  if (order == 0)
    order = compare_numbers (one->n_open > 0, other->n_open > 0);
  if (order == 0)
    order = compare_numbers (other->file == last, one->file == last);
  if (order == 0)
    order = compare_numbers (one->n_open, other->n_open);
  if (order == 0)
    order = compare_numbers (one->n_changed + one->n_new, other->n_changed + other->n_new);
  return order != 0 ? order : g_strcmp0 (one->file->name, other->file->name);
}

/* Of each path its place. */
static GHashTable *
index_paths (const char *const *order)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; order[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) order[i], GUINT_TO_POINTER (i + 1));
  return places;
}

/* What was not there before comes last. */
static int
compare_places (gconstpointer first, gconstpointer second, gpointer places)
{
  const BvFileCounts *one = first, *other = second;
  guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (places, one->file->path)) - 1;
  guint other_nth = GPOINTER_TO_UINT (g_hash_table_lookup (places, other->file->path)) - 1;

  return nth < other_nth ? -1 : nth > other_nth;
}

static void
add (GArray *list, const BvPlannedFile *file, guint n_new, guint n_taken)
{
  const BvFileCounts counts = { file, bv_plan_table_count_open (file),
                                bv_planned_file_count (file, BV_PLANNED_CHANGED), n_new, n_taken };

  g_array_append_val (list, counts);
}

/**
 * bv_file_counts_list:
 * @plan: a plan
 * @order: (nullable) (array zero-terminated=1): the paths of its files as they stood so far; %NULL: nowhere
 *
 * Returns: (transfer full) (element-type BvFileCounts): its files, the worst first, or as they stood: none
 * moves while somebody answers. All files of which is asked what they prove are one of them.
 */
GArray *
bv_file_counts_list (const BvImportPlan *plan, const char *const *order)
{
  g_autoptr (GHashTable) places = order != NULL ? index_paths (order) : NULL;
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (BvFileCounts), plan->files->len);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);

      add (list, file, bv_planned_file_count (file, BV_PLANNED_NEW), bv_planned_file_count_taken (file));
    }
  if (plan->asked_files != NULL)
    add (list, plan->asked_files, bv_planned_enclosure_count (plan, BV_ENCLOSURE_NEW), 0);
  if (places != NULL)
    g_array_sort_with_data (list, compare_places, places);
  else
    g_array_sort_with_data (list, compare, (gpointer) plan);
  return list;
}

static void
append (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * bv_file_counts_describe:
 * @counts: a file of @plan
 * @plan: a plan
 *
 * Returns: (transfer full): whose it is, and what becomes of it, in a line
 */
char *
bv_file_counts_describe (const BvFileCounts *counts, const BvImportPlan *plan)
{
  const BvPlannedFile *file = counts->file;
  const BvUnit *unit = file->unit != NULL ? g_hash_table_lookup (plan->units, file->unit) : NULL;
  guint n_open = counts->n_open, n_changed = counts->n_changed, n_new = counts->n_new;
  GString *text = g_string_new (unit != NULL ? unit->name : "");

  if (file->failure != NULL)
    {
      g_string_append (text, file->failure->message);
      return g_string_free (text, FALSE);
    }
  append (text, file->is_held, g_strdup (_ ("all of it waits")));
  append (text, n_open,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to look at", "%u to look at", n_open), n_open));
  append (text, n_changed,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed", n_changed), n_changed));
  append (text, n_new, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new", "%u new", n_new), n_new));
  append (text, n_open + n_changed + n_new == 0, g_strdup (_ ("nothing new")));
  return g_string_free (text, FALSE);
}
