/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/registry/unit-use.h"

#include "core/text/wording.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* Of the campaign ?1, the unit ?2. */
#define NOMINEES "SELECT count (*) FROM nominee WHERE campaign = ?1 AND unit = ?2"
#define CHILD                                                                                                \
  "SELECT u.name FROM participation p JOIN unit u ON u.id = p.unit WHERE p.campaign = ?1 AND u.parent = ?2 " \
  "ORDER BY p.ordinal LIMIT 1"
#define ASSESSED                                                                                    \
  "SELECT name FROM \"group\" WHERE campaign = ?1 AND assessor = ?2 UNION ALL SELECT c.title FROM " \
  "criterion c JOIN \"group\" g ON g.id = c.\"group\" WHERE g.campaign = ?1 AND c.assessor = ?2 LIMIT 1"

static char *
explain_nominees (gint64 n_nominees)
{
  g_autofree char *number = bv_wording_number (n_nominees);

  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "the unit is still in use: it has %s nominee; remove it first",
                 "the unit is still in use: it has %s nominees; remove them first", n_nominees),
    number);
}

/**
 * bv_unit_use_explain:
 * @library: a library
 * @campaign: a campaign's row
 * @unit: a unit's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): why the unit cannot vanish from the campaign; %NULL: it can, or @error
 * is set
 */
char *
bv_unit_use_explain (BvLibrary *library, gint64 campaign, gint64 unit, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 n_nominees = bv_statement_get_number (library, NOMINEES, 0, &local, "ii", campaign, unit);
  g_autofree char *child = NULL;
  g_autofree char *assessed = NULL;

  if (n_nominees > 0)
    return explain_nominees (n_nominees);
  if (local == NULL)
    child = bv_statement_get_text (library, CHILD, &local, "ii", campaign, unit);
  if (child != NULL)
    return g_strdup_printf (_ ("the unit is still in use: “%s” stands under it"), child);
  if (local == NULL)
    assessed = bv_statement_get_text (library, ASSESSED, &local, "ii", campaign, unit);
  if (assessed != NULL)
    return g_strdup_printf (_ ("the unit is still in use: it gives the scores of “%s”"), assessed);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
