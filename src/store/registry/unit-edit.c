/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/unit-edit.h"

#include "core/check.h"
#include "core/text/date.h"
#include "store/edit.h"
#include "store/journal.h"
#include "store/registry/unit-rows.h"

#include <glib/gi18n-lib.h>

/* What happens on a day. */
typedef struct
{
  gint64 campaign;
  gint64 day;
  BvUnit *before; /* NULL: several, in @units */
  BvUnit *after;
  const GArray *units;
  GPtrArray *parts;
} Change;

/* Whether @unit stands under none of those that are no more. */
static gboolean
check_apart (BvLibrary *library, const Change *change, gint64 unit, GError **error)
{
  if (change->before != NULL)
    return bv_unit_rows_check_apart (library, unit, change->before->record.id, error);
  for (guint i = 0; i < change->units->len; i++)
    {
      gint64 ending = g_array_index (change->units, gint64, i);

      if (ending != change->after->record.id && !bv_unit_rows_check_apart (library, unit, ending, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_after (BvLibrary *library, const Change *change, BvUnit *unit, gint64 fallback, GError **error)
{
  gint64 parent
    = unit->parent != NULL ? bv_unit_rows_find_parent (library, change->campaign, unit, error) : fallback;

  unit->valid_from = change->day;
  return parent != 0 && check_apart (library, change, parent, error)
         && bv_unit_rows_insert (library, unit, parent, error);
}

static gboolean
continue_unit (BvLibrary *library, gpointer data, GError **error)
{
  const Change *change = data;
  gint64 before = change->before->record.id;

  bv_unit_rows_add_alias (change->after, change->before->name);
  return insert_after (library, change, change->after, BV_NONE, error)
         && bv_unit_rows_end (library, before, change->day, error)
         && bv_unit_rows_take_over (library, before, change->after->record.id, change->day, error)
         && bv_unit_rows_move_children (library, before, change->after->record.id, change->day, error)
         && bv_unit_rows_check_campaigns (library, error);
}

static char *
write_label (const char *format, const char *name, gint64 day)
{
  g_autofree char *text = bv_date_to_vietnamese (day);
  g_autofree char *what = g_strdup_printf (_ ("%s, from %s"), name, text);

  return g_strdup_printf ("%s: %s", format, what);
}

/**
 * bv_unit_edit_change_from:
 * @library: a library open for writing
 * @campaign: the row of a campaign in which it takes part, and the unit above it
 * @unit: a unit that was read with bv_edit_read() and changed; it is given the row of the unit from then on
 * @day: yyyymmdd: the first day on which it is so
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Another name, another unit above it, another code: until the day before it is as it was. What stands under
 * it goes with it, and campaigns that begin on the day or later take the new one. The old name stays among
 * its other spellings.
 *
 * Returns: the row of the unit from then on; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_unit_edit_change_from (BvLibrary *library, gint64 campaign, BvUnit *unit, gint64 day, GError **error)
{
  g_autoptr (BvRecord) before = bv_edit_read (library, &bv_unit_entity, unit->record.id, error);
  g_autofree char *label = NULL;
  Change change = { .campaign = campaign, .day = day, .before = (BvUnit *) before, .after = unit };
  gint64 id = unit->record.id;
  gint64 valid_from = unit->valid_from;

  if (before == NULL || !bv_unit_rows_check_day (change.before, day, error))
    return 0;
  label = write_label (_ ("Change unit"), change.before->name, day);
  if (bv_journal_act (library, label, continue_unit, &change, NULL, error))
    return unit->record.id;
  /* What was not done may be tried again with the same record. */
  unit->record.id = id;
  unit->valid_from = valid_from;
  return 0;
}

static gboolean
end_unit (BvLibrary *library, const Change *change, gint64 unit, gint64 into, GError **error)
{
  return bv_unit_rows_check_unused (library, unit, change->day, error)
         && bv_unit_rows_end (library, unit, change->day, error)
         && bv_unit_rows_leave (library, unit, into, change->day, error);
}

/* One of them may stand under another: all end before what is left below them moves. */
static gboolean
end_merged (BvLibrary *library, const Change *change, GError **error)
{
  gint64 into = change->after->record.id;

  for (guint i = 0; i < change->units->len; i++)
    {
      gint64 unit = g_array_index (change->units, gint64, i);

      if (unit != into && !end_unit (library, change, unit, into, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_below_merged (BvLibrary *library, const Change *change, GError **error)
{
  gint64 into = change->after->record.id;

  for (guint i = 0; i < change->units->len; i++)
    {
      gint64 unit = g_array_index (change->units, gint64, i);

      if (unit != into && !bv_unit_rows_move_children (library, unit, into, change->day, error))
        return FALSE;
    }
  return TRUE;
}

/* What they were called stays known. */
static gboolean
collect_names (BvLibrary *library, const Change *change, GError **error)
{
  for (guint i = 0; i < change->units->len; i++)
    {
      g_autoptr (BvRecord) unit
        = bv_edit_read (library, &bv_unit_entity, g_array_index (change->units, gint64, i), error);

      if (unit == NULL)
        return FALSE;
      if (unit->id == change->after->record.id)
        continue;
      if (!bv_unit_rows_check_day ((BvUnit *) unit, change->day, error))
        return FALSE;
      bv_unit_rows_add_alias (change->after, ((BvUnit *) unit)->name);
    }
  return TRUE;
}

static gboolean
write_merged (BvLibrary *library, const Change *change, GError **error)
{
  g_autofree char *day = NULL;

  if (change->after->record.id == 0)
    return insert_after (library, change, change->after, BV_NONE, error);
  if (!bv_unit_is_valid_on (change->after, change->day))
    {
      day = bv_date_to_vietnamese (change->day);
      return bv_check_fail (error, "valid_to", _ ("“%s” does not exist on %s: name another day or unit"),
                            change->after->name, day);
    }
  return check_apart (library, change, change->after->record.id, error)
         && bv_edit_update (library, change->campaign, change->after, error);
}

/* One unit that becomes a new one is another name, which is a change of its own. */
static gboolean
check_several (const Change *change, GError **error)
{
  gint64 first = change->units->len > 0 ? g_array_index (change->units, gint64, 0) : 0;

  if (change->after->record.id == 0 ? change->units->len > 1
                                    : change->units->len > 1 || first != change->after->record.id)
    return TRUE;
  return bv_check_fail (error, "units", _ ("choose another unit that becomes one with it"));
}

static gboolean
merge_units (BvLibrary *library, gpointer data, GError **error)
{
  const Change *change = data;

  return check_several (change, error) && collect_names (library, change, error)
         && write_merged (library, change, error) && end_merged (library, change, error)
         && move_below_merged (library, change, error) && bv_unit_rows_check_campaigns (library, error);
}

/**
 * bv_unit_edit_merge:
 * @library: a library open for writing
 * @campaign: the row of a campaign that names the unit above @into
 * @units: (element-type gint64): rows of the units that are one from then on
 * @into: a new unit, which is given its row; or one that was read with bv_edit_read(), and stays
 * @day: yyyymmdd: the first day
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * The names of @units are other spellings of @into from then on, by which they are known again, and what
 * stood under them stands under it; it cannot stand under one of them itself. A unit that a campaign which
 * begins on the day or later needs is not merged.
 *
 * Returns: the row of @into; 0 with @error set, and nothing changed, on failure
 */
gint64
bv_unit_edit_merge (BvLibrary *library,
                    gint64 campaign,
                    const GArray *units,
                    BvUnit *into,
                    gint64 day,
                    GError **error)
{
  g_autofree char *label = write_label (_ ("Merge units"), into->name, day);
  Change change = { .campaign = campaign, .day = day, .after = into, .units = units };

  return bv_journal_act (library, label, merge_units, &change, NULL, error) ? into->record.id : 0;
}

static gboolean
check_parts (const Change *change, GError **error)
{
  guint n_parts = change->parts->len;

  return (n_parts >= BV_UNIT_PARTS_LEAST && n_parts <= BV_UNIT_PARTS_MOST)
         || bv_check_fail (error, "parts", _ ("a unit is split into %d to %d parts"), BV_UNIT_PARTS_LEAST,
                           BV_UNIT_PARTS_MOST);
}

static gboolean
split_unit (BvLibrary *library, gpointer data, GError **error)
{
  const Change *change = data;
  const BvUnit *before = change->before;
  gint64 above = bv_unit_rows_find_parent (library, change->campaign, before, error);

  if (above == 0 || !check_parts (change, error)
      || !bv_unit_rows_check_childless (library, before->record.id, change->day, error)
      || !bv_unit_rows_check_unused (library, before->record.id, change->day, error))
    return FALSE;
  for (guint i = 0; i < change->parts->len; i++)
    {
      BvUnit *part = g_ptr_array_index (change->parts, i);

      bv_unit_rows_add_alias (part, before->name);
      if (!insert_after (library, change, part, above, error)
          || !bv_unit_rows_join (library, before->record.id, part->record.id, change->day, error))
        return FALSE;
    }
  return end_unit (library, change, before->record.id, 0, error)
         && bv_unit_rows_check_campaigns (library, error);
}

/**
 * bv_unit_edit_split:
 * @library: a library open for writing
 * @campaign: the row of a campaign in which it takes part
 * @unit: the row of a unit under which nothing stands
 * @into: (element-type BvUnit): the new units, %BV_UNIT_PARTS_LEAST to %BV_UNIT_PARTS_MOST; they are given
 * their rows, and stand where it stood unless they say otherwise
 * @day: yyyymmdd: the first day on which they are
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Its name is another spelling of each of them, by which it is known again.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_unit_edit_split (BvLibrary *library,
                    gint64 campaign,
                    gint64 unit,
                    GPtrArray *into,
                    gint64 day,
                    GError **error)
{
  g_autoptr (BvRecord) before = bv_edit_read (library, &bv_unit_entity, unit, error);
  g_autofree char *label = NULL;
  Change change = { .campaign = campaign, .day = day, .before = (BvUnit *) before, .parts = into };

  if (before == NULL || !bv_unit_rows_check_day (change.before, day, error))
    return FALSE;
  label = write_label (_ ("Split unit"), change.before->name, day);
  return bv_journal_act (library, label, split_unit, &change, NULL, error);
}

static gboolean
close_unit (BvLibrary *library, gpointer data, GError **error)
{
  const Change *change = data;
  gint64 unit = change->before->record.id;

  return bv_unit_rows_check_childless (library, unit, change->day, error)
         && end_unit (library, change, unit, 0, error) && bv_unit_rows_check_campaigns (library, error);
}

/**
 * bv_unit_edit_close:
 * @library: a library open for writing
 * @campaign: the row of a campaign in which it takes part
 * @unit: a unit's row
 * @day: yyyymmdd: the first day on which it is no more
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure: where something stands under it then, or
 * a campaign that begins on the day or later needs it
 */
gboolean
bv_unit_edit_close (BvLibrary *library, gint64 campaign, gint64 unit, gint64 day, GError **error)
{
  g_autoptr (BvRecord) before = bv_edit_read (library, &bv_unit_entity, unit, error);
  g_autofree char *label = NULL;
  Change change = { .campaign = campaign, .day = day, .before = (BvUnit *) before };

  if (before == NULL || !bv_unit_rows_check_day (change.before, day, error))
    return FALSE;
  label = write_label (_ ("Close unit"), change.before->name, day);
  return bv_journal_act (library, label, close_unit, &change, NULL, error);
}
