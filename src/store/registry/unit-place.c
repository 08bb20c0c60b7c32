/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/unit-place.h"

#include "core/unit.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Those beside the unit ?2 in the campaign ?1 that stand before it, or behind it: what they stand under takes
 * part, too. */
#define BESIDE                                                                         \
  "FROM participation p JOIN unit u ON u.id = p.unit, participation own JOIN unit me " \
  "ON me.id = own.unit WHERE p.campaign = ?1 AND own.campaign = ?1 AND own.unit = ?2 AND u.parent IS me.parent "
#define BEFORE "SELECT p.unit " BESIDE "AND p.ordinal < own.ordinal ORDER BY p.ordinal DESC LIMIT 1"
#define BEHIND "SELECT p.unit " BESIDE "AND p.ordinal > own.ordinal ORDER BY p.ordinal LIMIT 1"

#define ORDINAL "SELECT ordinal FROM participation WHERE campaign = ?1 AND unit = ?2"
#define PLACE "UPDATE participation SET ordinal = ?3 WHERE campaign = ?1 AND unit = ?2"

#define MAKE_ROOM "UPDATE participation SET ordinal = ordinal + 1 WHERE campaign = ?1 AND ordinal > ?2"

/* Where those below the unit ?2 end, or it stands itself where there are none. */
#define LAST_BELOW                                                                  \
  "SELECT max (p.ordinal) FROM participation p JOIN unit u ON u.id = p.unit WHERE " \
  "p.campaign = ?1 AND (u.parent = ?2 OR u.id = ?2)"

typedef struct
{
  gint64 campaign;
  gint64 units[2];
} Swap;

typedef struct
{
  gint64 campaign;
  BvUnit *unit;     /* with the other unit above it */
  gint64 reached;   /* the unit that it is to stand behind, or below */
  const char *last; /* a query of the place behind which that is */
} Placing;

/* Who stand below them go with them: their order is one among each other. */
static gboolean
swap (BvLibrary *library, gpointer data, GError **error)
{
  const Swap *self = data;
  gint64 ordinals[2] = { 0 };

  for (guint i = 0; i < 2; i++)
    if (!bv_statement_read_number (library, ORDINAL, &ordinals[i], error, "ii", self->campaign,
                                   self->units[i]))
      return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!bv_statement_run (library, PLACE, error, "iii", self->campaign, self->units[i], ordinals[1 - i]))
      return FALSE;
  return TRUE;
}

static gboolean
swap_units (BvLibrary *library, gint64 campaign, const BvUnit *unit, gint64 other, GError **error)
{
  Swap data = { campaign, { unit->record.id, other } };
  g_autofree char *label = g_strdup_printf (_ ("Move unit: %s"), unit->name);

  return bv_journal_act (library, label, swap, &data, NULL, error);
}

/* Directly behind a place, which those that stand further on make room for. */
static gboolean
put_behind (BvLibrary *library, const Placing *self, gint64 ordinal, GError **error)
{
  return bv_statement_run (library, MAKE_ROOM, error, "ii", self->campaign, ordinal)
         && bv_statement_run (library, PLACE, error, "iii", self->campaign, self->unit->record.id,
                              ordinal + 1);
}

/* The other choice of the unit above it is checked as it is anywhere else. */
static gboolean
place (BvLibrary *library, gpointer data, GError **error)
{
  const Placing *self = data;
  gint64 ordinal = 0;

  return bv_statement_read_number (library, self->last, &ordinal, error, "ii", self->campaign, self->reached)
         && put_behind (library, self, ordinal, error)
         && bv_edit_update (library, self->campaign, self->unit, error);
}

static gboolean
put_below (BvLibrary *library, Placing *placing, const char *above, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Move unit: %s"), placing->unit->name);

  g_free (placing->unit->parent);
  placing->unit->parent = g_strdup (above);
  return bv_journal_act (library, label, place, placing, NULL, error);
}

/* As the last one below the one before it. */
static gboolean
step_in (BvLibrary *library, gint64 campaign, BvUnit *unit, gint64 before, GError **error)
{
  g_autoptr (BvRecord) above = bv_edit_read (library, &bv_unit_entity, before, error);
  Placing placing = { campaign, unit, before, LAST_BELOW };

  return above != NULL && put_below (library, &placing, ((const BvUnit *) above)->code, error);
}

/* Behind the one above it. */
static gboolean
step_out (BvLibrary *library, gint64 campaign, BvUnit *unit, GError **error)
{
  gint64 row = bv_edit_find (library, campaign, &bv_unit_entity, campaign, unit->parent, error);
  g_autoptr (BvRecord) above = row != 0 ? bv_edit_read (library, &bv_unit_entity, row, error) : NULL;
  Placing placing = { campaign, unit, row, ORDINAL };

  return above != NULL && put_below (library, &placing, ((const BvUnit *) above)->parent, error);
}

/**
 * bv_unit_place_step:
 * @library: a library open for writing
 * @campaign: the row of a campaign
 * @unit: the row of a unit that takes part in it
 * @step: where it goes, with those below it
 * @moved: (out): whether there is such a place; at the edge nothing is changed
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Up and down is an order of this campaign only. What a unit stands under is the same in all campaigns.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_unit_place_step (BvLibrary *library,
                    gint64 campaign,
                    gint64 unit,
                    BvTreeStep step,
                    gboolean *moved,
                    GError **error)
{
  g_autoptr (BvRecord) record = bv_edit_read (library, &bv_unit_entity, unit, error);
  BvUnit *mover = (BvUnit *) record;
  gint64 beside = 0;

  *moved = FALSE;
  if (record == NULL
      || !bv_statement_read_number (library, step == BV_TREE_STEP_DOWN ? BEHIND : BEFORE, &beside, error,
                                    "ii", campaign, unit))
    return FALSE;
  if (step == BV_TREE_STEP_OUT ? mover->parent == NULL : beside == 0)
    return TRUE;
  *moved = step == BV_TREE_STEP_OUT  ? step_out (library, campaign, mover, error)
           : step == BV_TREE_STEP_IN ? step_in (library, campaign, mover, beside, error)
                                     : swap_units (library, campaign, mover, beside, error);
  return *moved;
}
