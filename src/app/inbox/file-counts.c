/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/file-counts.h"

#include "app/inbox/plan-table.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

static int
compare_numbers (guint one, guint other)
{
  return one > other ? -1 : one < other;
}

/* The worst comes first: what cannot be read, what has most to look at, what has most that is new. */
static int
compare (gconstpointer first, gconstpointer second)
{
  const BvFileCounts *one = first, *other = second;
  int order = compare_numbers (one->file->failure != NULL, other->file->failure != NULL);

  if (order == 0)
    order = compare_numbers (one->n_open, other->n_open);
  if (order == 0)
    order = compare_numbers (one->n_changed + one->n_new, other->n_changed + other->n_new);
  return order != 0 ? order : g_strcmp0 (one->file->name, other->file->name);
}

/**
 * bv_file_counts_list:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type BvFileCounts): its files, the worst first
 */
GArray *
bv_file_counts_list (const BvImportPlan *plan)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (BvFileCounts), plan->files->len);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const BvPlannedFile *file = g_ptr_array_index (plan->files, i);
      const BvFileCounts counts
        = { file, bv_plan_table_count_open (file), bv_planned_file_count (file, BV_PLANNED_CHANGED),
            bv_planned_file_count (file, BV_PLANNED_NEW) };

      g_array_append_val (list, counts);
    }
  g_array_sort (list, compare);
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
  append (text, n_open,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u to look at", "%u to look at", n_open), n_open));
  append (text, n_changed,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u changed", "%u changed", n_changed), n_changed));
  append (text, n_new, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new", "%u new", n_new), n_new));
  append (text, n_open + n_changed + n_new == 0, g_strdup (_ ("nothing new")));
  return g_string_free (text, FALSE);
}
