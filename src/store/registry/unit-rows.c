/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/unit-rows.h"

#include "core/campaign.h"
#include "core/check.h"
#include "core/text/date.h"
#include "store/campaigns.h"
#include "store/edit-check.h"
#include "store/key-map.h"
#include "store/records.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* A column by which a campaign names units, and the campaign of a row t. */
typedef struct
{
  const char *table;
  const char *column;
  const char *campaign;
} Use;

static const Use uses[] = {
  { "participation", "unit", "t.campaign" },
  { "nominee", "unit", "t.campaign" },
  { "group", "assessor", "t.campaign" },
  { "criterion", "assessor", "(SELECT campaign FROM \"group\" WHERE id = t.\"group\")" },
};

/* Campaigns that begin on the day ?1 or later. */
#define LATER "(SELECT id FROM campaign WHERE starts >= ?1)"

/**
 * bv_unit_rows_check_day:
 * @unit: a unit
 * @day: a day on which it changes
 * @error: return location for a %BV_CHECK_ERROR
 *
 * Returns: %FALSE with @error set where the unit is not valid on both sides of the day
 */
gboolean
bv_unit_rows_check_day (const BvUnit *unit, gint64 day, GError **error)
{
  g_autofree char *text = bv_date_to_vietnamese (day);

  if (bv_unit_is_valid_on (unit, day) && bv_unit_is_valid_on (unit, bv_date_day_before (day)))
    return TRUE;
  return bv_check_fail (error, "valid_from", _ ("“%s” does not exist before and on %s: name another day"),
                        unit->name, text);
}

/* The title of a campaign of that day or later that still needs the unit; NULL: of none. */
static gboolean
find_use (BvLibrary *library, gint64 unit, gint64 day, char **title, GError **error)
{
  *title = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *sql = NULL;

      if (g_str_equal (uses[i].table, "participation"))
        continue;
      sql = g_strdup_printf ("SELECT c.title FROM \"%s\" t JOIN campaign c ON c.id = %s WHERE t.\"%s\" = ?2 "
                             "AND c.starts >= ?1 LIMIT 1",
                             uses[i].table, uses[i].campaign, uses[i].column);
      if (!bv_statement_read_text (library, sql, title, error, "ii", day, unit))
        return FALSE;
      if (*title != NULL)
        return TRUE;
    }
  return TRUE;
}

/* What messages call it. */
static gboolean
read_name (BvLibrary *library, gint64 unit, char **name, GError **error)
{
  return bv_statement_read_text (library, "SELECT name FROM unit WHERE id = ?1", name, error, "i", unit);
}

/**
 * bv_unit_rows_check_unused:
 * @library: a library
 * @unit: a unit's row
 * @day: the first day on which it is no more
 * @error: return location for a %BV_STORE_ERROR
 *
 * A unit that is used cannot vanish.
 *
 * Returns: %FALSE with @error set where a campaign that begins on the day or later names it
 */
gboolean
bv_unit_rows_check_unused (BvLibrary *library, gint64 unit, gint64 day, GError **error)
{
  g_autofree char *campaign = NULL;
  g_autofree char *name = NULL;

  if (!find_use (library, unit, day, &campaign, error))
    return FALSE;
  if (campaign == NULL)
    return TRUE;
  if (read_name (library, unit, &name, error))
    g_set_error (
      error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
      _ ("“%s” is needed in “%s”, which begins on that day or later: remove its nominees there, or "
         "let another unit score, first"),
      name, campaign);
  return FALSE;
}

static gboolean
fail_under (const char *name, GError **error)
{
  g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
               _ ("“%s” stands under it on that day: move it to another unit first"), name);
  return FALSE;
}

/**
 * bv_unit_rows_check_childless:
 * @library: a library
 * @unit: a unit's row
 * @day: the first day on which it is no more
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set where another unit stands under it then
 */
gboolean
bv_unit_rows_check_childless (BvLibrary *library, gint64 unit, gint64 day, GError **error)
{
  g_autofree char *child = NULL;

  return bv_statement_read_text (
           library, "SELECT name FROM unit WHERE parent = ?1 AND ifnull (valid_to, 99999999) >= ?2 LIMIT 1",
           &child, error, "ii", unit, day)
         && (child == NULL || fail_under (child, error));
}

/* ?1 and all that is above it. */
#define IS_ABOVE                                                                                            \
  "WITH RECURSIVE above (id) AS (SELECT ?1 UNION SELECT u.parent FROM unit u JOIN above a ON u.id = a.id) " \
  "SELECT EXISTS (SELECT * FROM above WHERE id = ?2)"

/**
 * bv_unit_rows_check_apart:
 * @library: a library
 * @unit: the row of a unit that stays, or is to be above one; %BV_NONE: none
 * @ending: the row of a unit that is no more from a day on, and whose place another takes
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * What takes the place of a unit cannot stand under that.
 *
 * Returns: %FALSE with @error set where @unit is @ending or stands under it
 */
gboolean
bv_unit_rows_check_apart (BvLibrary *library, gint64 unit, gint64 ending, GError **error)
{
  g_autofree char *name = NULL;
  gint64 under = FALSE;

  if (!bv_statement_read_number (library, IS_ABOVE, &under, error, "ii", unit, ending))
    return FALSE;
  if (!under)
    return TRUE;
  if (!read_name (library, unit, &name, error))
    return FALSE;
  if (unit == ending)
    bv_check_fail (error, "parent", _ ("“%s” would be above itself"), name);
  else
    fail_under (name, error);
  return FALSE;
}

/**
 * bv_unit_rows_check_campaigns:
 * @library: a library, in an action that has written units
 * @error: return location for a %BV_STORE_ERROR or %BV_CHECK_ERROR
 *
 * The registry is shared: it must be right in every campaign.
 *
 * Returns: %FALSE with @error set where it breaks a rule of one
 */
gboolean
bv_unit_rows_check_campaigns (BvLibrary *library, GError **error)
{
  g_autoptr (GPtrArray) campaigns
    = bv_statement_list_ids (library, "SELECT id FROM campaign ORDER BY id", error, "");

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      gint64 id = *(const gint64 *) g_ptr_array_index (campaigns, i);
      g_autoptr (BvCampaign) part
        = bv_campaigns_read (library, id, BV_CAMPAIGN_HEAD | BV_CAMPAIGN_UNITS, error);

      if (part == NULL || !bv_check_campaign (part, error))
        return FALSE;
    }
  return campaigns != NULL;
}

/**
 * bv_unit_rows_end:
 * @library: a library, in an action
 * @unit: a unit's row
 * @day: the first day on which it is no more
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_unit_rows_end (BvLibrary *library, gint64 unit, gint64 day, GError **error)
{
  return bv_statement_run (library, "UPDATE unit SET valid_to = ?2 WHERE id = ?1", error, "ii", unit,
                           bv_date_day_before (day));
}

/**
 * bv_unit_rows_find_parent:
 * @library: a library
 * @campaign: the row of a campaign whose units @unit may stand under
 * @unit: a unit
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: the row of the unit above it; %BV_NONE: there is none; 0 with @error set where its code is unknown
 */
gint64
bv_unit_rows_find_parent (BvLibrary *library, gint64 campaign, const BvUnit *unit, GError **error)
{
  gint64 parent;

  if (unit->parent == NULL)
    return BV_NONE;
  if (bv_key_map_look_up (library, &bv_unit_entity, campaign, unit->parent, &parent, error) && parent == 0)
    bv_check_fail (error, "parent", _ ("there is no unit “%s” in units: add it"), unit->parent);
  return parent;
}

/**
 * bv_unit_rows_insert:
 * @library: a library, in an action
 * @unit: a new unit; it is given its row
 * @parent: the row of the unit above it; %BV_NONE: none
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_unit_rows_insert (BvLibrary *library, BvUnit *unit, gint64 parent, GError **error)
{
  g_autoptr (BvRecord) bare = bv_record_copy (unit);
  g_autoptr (BvKeyMap) keys = bv_key_map_new ();
  const gint64 owners[BV_LAYOUT_MAX_OWNERS + 1] = { 0 };

  unit->record.id = bare->id = bv_records_new_id ();
  g_clear_pointer (&((BvUnit *) bare)->parent, g_free);
  return bv_records_insert (library, bare, keys, owners, 0, error)
         && bv_statement_run (library, "UPDATE unit SET parent = ?2 WHERE id = ?1", error, "ii", bare->id,
                              parent);
}

static gboolean
continue_child (BvLibrary *library, BvUnit *child, gint64 parent, gint64 day, GError **error)
{
  gint64 before = child->record.id;

  if (child->valid_from != BV_NONE && child->valid_from >= day)
    return bv_statement_run (library, "UPDATE unit SET parent = ?2 WHERE id = ?1", error, "ii", before,
                             parent);
  child->valid_from = day;
  return bv_unit_rows_insert (library, child, parent, error) && bv_unit_rows_end (library, before, day, error)
         && bv_unit_rows_take_over (library, before, child->record.id, day, error)
         && bv_unit_rows_move_children (library, before, child->record.id, day, error);
}

/**
 * bv_unit_rows_move_children:
 * @library: a library, in an action
 * @from: the row of a unit that ends before @day
 * @to: the row of the one that takes its place
 * @day: yyyymmdd
 * @error: return location for a %BV_STORE_ERROR
 *
 * What stands under @from on that day stands under @to from then on, as a row of its own; and so on below.
 * What ended before stays where it was.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_unit_rows_move_children (BvLibrary *library, gint64 from, gint64 to, gint64 day, GError **error)
{
  g_autoptr (GPtrArray) children = bv_statement_list_ids (
    library,
    "SELECT id FROM unit WHERE parent = ?1 AND id <> ?3 AND ifnull (valid_to, 99999999) >= ?2 ORDER BY id",
    error, "iii", from, day, to);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      g_autoptr (BvRecord) child = bv_records_read (library, &bv_unit_entity,
                                                    *(const gint64 *) g_ptr_array_index (children, i), error);

      if (child == NULL || !continue_child (library, (BvUnit *) child, to, day, error))
        return FALSE;
    }
  return children != NULL;
}

/**
 * bv_unit_rows_take_over:
 * @library: a library, in an action
 * @from: the row of a unit
 * @to: the row of the one that it is from @day on
 * @day: yyyymmdd
 * @error: return location for a %BV_STORE_ERROR
 *
 * Campaigns that begin on the day or later name @to wherever they named @from.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_unit_rows_take_over (BvLibrary *library, gint64 from, gint64 to, gint64 day, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *sql
        = g_strdup_printf ("UPDATE \"%s\" AS t SET \"%s\" = ?3 WHERE t.\"%s\" = ?2 AND %s IN " LATER,
                           uses[i].table, uses[i].column, uses[i].column, uses[i].campaign);

      if (!bv_statement_run (library, sql, error, "iii", day, from, to))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_participations (BvLibrary *library, const GPtrArray *campaigns, gint64 unit, GError **error)
{
  for (guint i = 0; i < campaigns->len; i++)
    if (!bv_edit_add_participation (library, *(const gint64 *) g_ptr_array_index (campaigns, i), unit, error))
      return FALSE;
  return TRUE;
}

/**
 * bv_unit_rows_join:
 * @library: a library, in an action
 * @beside: the row of a unit
 * @unit: the row of one that takes part wherever @beside does, in campaigns that begin on the day or later
 * @day: yyyymmdd
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_unit_rows_join (BvLibrary *library, gint64 beside, gint64 unit, gint64 day, GError **error)
{
  g_autoptr (GPtrArray) campaigns = bv_statement_list_ids (
    library, "SELECT campaign FROM participation WHERE unit = ?2 AND campaign IN " LATER, error, "ii", day,
    beside);

  return campaigns != NULL && add_participations (library, campaigns, unit, error);
}

/**
 * bv_unit_rows_leave:
 * @library: a library, in an action
 * @from: the row of a unit that no campaign which begins on the day or later needs
 * @to: the row of one that takes part there instead; 0: none
 * @day: the first day on which @from is no more
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_unit_rows_leave (BvLibrary *library, gint64 from, gint64 to, gint64 day, GError **error)
{
  return (to == 0 || bv_unit_rows_join (library, from, to, day, error))
         && bv_statement_run (library, "DELETE FROM participation WHERE unit = ?2 AND campaign IN " LATER,
                              error, "ii", day, from);
}

/**
 * bv_unit_rows_add_alias:
 * @unit: a unit
 * @name: what it, or what went into it, was called before; this is how it is known again
 */
void
bv_unit_rows_add_alias (BvUnit *unit, const char *name)
{
  g_autoptr (GStrvBuilder) aliases = g_strv_builder_new ();

  if (g_str_equal (unit->name, name)
      || (unit->aliases != NULL && g_strv_contains ((const char *const *) unit->aliases, name)))
    return;
  if (unit->aliases != NULL)
    g_strv_builder_addv (aliases, (const char **) unit->aliases);
  g_strv_builder_add (aliases, name);
  g_strfreev (unit->aliases);
  unit->aliases = g_strv_builder_end (aliases);
}
