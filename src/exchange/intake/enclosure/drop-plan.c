/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/intake/enclosure/drop-plan.h"

#include "exchange/intake/enclosure/enclosure-content.h"
#include "exchange/intake/enclosure/enclosure-plan.h"
#include "exchange/source/source-error.h"
#include "store/evidence/evidence-kind.h"

/* A file that is not, or may not be, a form; and as what it was planned. */
typedef struct
{
  const BvDropItem *item;
  BvPlannedFile *planned; /* NULL: as nothing, as it has no tables */
} Rest;

static BvPlannedFile *
plan_form (BvImportPlan *plan, const BvDropItem *item, GCancellable *cancellable, GError **error)
{
  BvPlannedFile *planned = item->failure != NULL ? bv_import_plan_refuse (plan, item->path, item->failure)
                                                 : bv_import_plan_add (plan, item->path, cancellable, error);

  if (planned != NULL)
    planned->origin = bv_intake_origin_copy (item->origin);
  return planned;
}

static gboolean
plan_forms (BvImportPlan *plan, const BvDrop *drop, GArray *rest, const BvProgress *progress, GError **error)
{
  const GPtrArray *items = bv_drop_get_items (drop);

  for (guint i = 0; i < items->len; i++)
    {
      Rest found = { g_ptr_array_index (items, i), NULL };

      if (found.item->failure != NULL || !bv_enclosure_content_has_no_tables (found.item->path))
        {
          found.planned = plan_form (plan, found.item, progress->cancellable, error);
          if (found.planned == NULL)
            return FALSE;
        }
      bv_progress_tell (progress, (i + 1.0) / items->len);
      if (found.item->failure == NULL && (found.planned == NULL || found.planned->failure != NULL))
        g_array_append_val (rest, found);
    }
  return TRUE;
}

/* Whether the reader says that there is nothing in it that a form has. */
static gboolean
has_no_tables (const BvPlannedFile *planned)
{
  return g_error_matches (planned->failure, BV_SOURCE_ERROR, BV_SOURCE_ERROR_FOREIGN)
         || g_error_matches (planned->failure, BV_SOURCE_ERROR, BV_SOURCE_ERROR_OLD)
         || (planned->file != NULL && planned->file->sheets->len == 0);
}

/* What could be a list that somebody has to mend is evidence only where a form or a folder says so. */
static gboolean
is_enclosure (const Rest *rest, const BvPlannedEnclosure *enclosure)
{
  if (rest->planned == NULL || enclosure->state == BV_ENCLOSURE_NEW || enclosure->state == BV_ENCLOSURE_SAME)
    return TRUE;
  return enclosure->state == BV_ENCLOSURE_ASKED && has_no_tables (rest->planned);
}

static gboolean
may_be_enclosure (const Rest *rest)
{
  g_autofree char *name = g_path_get_basename (rest->item->path);

  return rest->planned == NULL || bv_evidence_kind_find_allowed (name) != 0;
}

static gboolean
plan_enclosure (BvImportPlan *plan,
                BvEnclosurePlan *enclosures,
                const Rest *rest,
                GCancellable *cancellable,
                GError **error)
{
  BvPlannedEnclosure *enclosure;

  if (!may_be_enclosure (rest))
    return TRUE;
  enclosure = bv_enclosure_plan_find (enclosures, rest->item->path, rest->item->origin, cancellable, error);
  if (enclosure == NULL)
    return FALSE;
  if (!is_enclosure (rest, enclosure))
    {
      bv_planned_enclosure_free (enclosure);
      return TRUE;
    }
  g_ptr_array_add (plan->enclosures, enclosure);
  if (rest->planned != NULL)
    g_ptr_array_remove (plan->files, rest->planned);
  return TRUE;
}

/**
 * bv_drop_plan_make:
 * @plan: a plan
 * @drop: what was handed over; it has to be there until the plan is applied
 * @progress: is told how many of its files have been read, and may give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Plans what is to become of all files: forms first, then those that may prove what is said in these. What is
 * neither is part of the plan, and says why.
 *
 * Returns: %FALSE with @error set where it was given up
 */
gboolean
bv_drop_plan_make (BvImportPlan *plan, const BvDrop *drop, const BvProgress *progress, GError **error)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Rest));
  g_autoptr (BvEnclosurePlan) enclosures = NULL;

  if (!plan_forms (plan, drop, rest, progress, error))
    return FALSE;
  enclosures = bv_enclosure_plan_new (plan);
  for (guint i = 0; i < rest->len; i++)
    if (!plan_enclosure (plan, enclosures, &g_array_index (rest, Rest, i), progress->cancellable, error))
      return FALSE;
  bv_enclosure_plan_settle (enclosures);
  return TRUE;
}
