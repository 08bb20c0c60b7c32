/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/intake-files.h"

#include "app/inbox/plan-table.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

/* The worst comes first: what cannot be read, what has most to look at, what has most that is new. */
static int
compare (gconstpointer first, gconstpointer second, gpointer data)
{
  const BvImportPlan *plan = data;
  guint one = *(const guint *) first, other = *(const guint *) second;
  const BvPlannedFile *a = g_ptr_array_index (plan->files, one);
  const BvPlannedFile *b = g_ptr_array_index (plan->files, other);
  guint n_open = bv_plan_table_count_open (a), n_other_open = bv_plan_table_count_open (b);
  guint n_values = bv_intake_files_count_values (a), n_other_values = bv_intake_files_count_values (b);

  if ((a->failure != NULL) != (b->failure != NULL))
    return a->failure != NULL ? -1 : 1;
  if (n_open != n_other_open)
    return n_open > n_other_open ? -1 : 1;
  if (n_values != n_other_values)
    return n_values > n_other_values ? -1 : 1;
  return one < other ? -1 : one > other;
}

/**
 * bv_intake_files_sort:
 * @plan: a plan
 *
 * Returns: (transfer full): the places of its files, the worst first
 */
guint *
bv_intake_files_sort (const BvImportPlan *plan)
{
  guint *order = g_new (guint, plan->files->len + 1);

  for (guint i = 0; i < plan->files->len; i++)
    order[i] = i;
  g_qsort_with_data (order, plan->files->len, sizeof *order, compare, (gpointer) plan);
  return order;
}

/**
 * bv_intake_files_count_values:
 * @file: a file of a plan
 *
 * Returns: how many of its values are written
 */
guint
bv_intake_files_count_values (const BvPlannedFile *file)
{
  return bv_planned_file_count (file, BV_PLANNED_NEW) + bv_planned_file_count (file, BV_PLANNED_CHANGED);
}

static void
append (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * bv_intake_files_describe:
 * @plan: a plan
 * @file: one of its files
 *
 * Returns: (transfer full): whose it is, and what becomes of it, in a line
 */
char *
bv_intake_files_describe (const BvImportPlan *plan, const BvPlannedFile *file)
{
  const BvUnit *unit = file->unit != NULL ? g_hash_table_lookup (plan->units, file->unit) : NULL;
  guint n_open = bv_plan_table_count_open (file);
  guint n_changed = bv_planned_file_count (file, BV_PLANNED_CHANGED);
  guint n_new = bv_planned_file_count (file, BV_PLANNED_NEW);
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
