/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tree/group-order.h"

#include "core/campaign.h"
#include "core/group.h"
#include "core/tree/criterion-tree.h"
#include "store/campaigns.h"
#include "store/error.h"
#include "store/journal.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

/* A group that goes elsewhere among the others. */
typedef struct
{
  gint64 campaign;
  gint64 group;
  gint64 before; /* 0: behind all others */
} Move;

static gint64
get_id (const GPtrArray *groups, guint i)
{
  return ((const BvRecord *) g_ptr_array_index (groups, i))->id;
}

/* The rows of the groups, in the order that they are to have. */
static GArray *
list_order (const GPtrArray *groups, const Move *move)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < groups->len; i++)
    {
      gint64 id = get_id (groups, i);

      if (id == move->before)
        g_array_append_val (order, move->group);
      if (id != move->group)
        g_array_append_val (order, id);
    }
  if (move->before == 0)
    g_array_append_val (order, move->group);
  return order;
}

static gboolean
write_order (BvLibrary *library, gpointer data, GError **error)
{
  const Move *move = data;
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, move->campaign, BV_CAMPAIGN_HEAD, error);
  g_autoptr (GArray) order = head != NULL ? list_order (head->groups, move) : NULL;

  for (guint i = 0; order != NULL && i < order->len; i++)
    if (!bv_statement_run (library, "UPDATE \"group\" SET ordinal = ?2 WHERE id = ?1 AND ordinal <> ?2",
                           error, "ii", g_array_index (order, gint64, i), (gint64) i))
      return FALSE;
  return order != NULL;
}

static gboolean
check (const BvGroup *group, gboolean has_mark, GError **error)
{
  if (group != NULL && has_mark)
    return TRUE;
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND, _ ("the group is no longer there"));
  return FALSE;
}

/**
 * bv_group_order_move:
 * @library: a library open for writing
 * @campaign: a campaign's row
 * @group: a group's row
 * @before: the row of the group before which it is to stand; 0: behind all others
 * @error: return location for a %BV_STORE_ERROR
 *
 * Moves the group with all that belongs to it, in one action; where it stands there already nothing is done.
 * Papers follow that order.
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_group_order_move (BvLibrary *library, gint64 campaign, gint64 group, gint64 before, GError **error)
{
  g_autoptr (BvCampaign) head = bv_campaigns_read (library, campaign, BV_CAMPAIGN_HEAD, error);
  const BvGroup *moved = head != NULL ? bv_criterion_tree_find_group (head->groups, group) : NULL;
  Move move = { campaign, group, before };
  g_autofree char *label = NULL;
  g_autoptr (GArray) order = NULL;

  if (head == NULL
      || !check (moved, before == 0 || bv_criterion_tree_find_group (head->groups, before) != NULL, error))
    return FALSE;
  order = list_order (head->groups, &move);
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, gint64, i) != get_id (head->groups, i))
      {
        label = g_strdup_printf (_ ("Move group: %s"), moved->name);
        return bv_journal_act (library, label, write_order, &move, NULL, error);
      }
  return TRUE;
}
