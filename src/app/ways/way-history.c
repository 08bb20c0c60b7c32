/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/way-history.h"

/* More than are ever offered: some of them may be gone, and one is where the user is. */
#define MOST 16

struct _BvWayHistory
{
  GArray *visits; /* of BvVisit, the last first */
};

static void
clear_visit (gpointer visit)
{
  g_free (((BvVisit *) visit)->page);
}

/**
 * bv_way_history_new:
 *
 * Returns: (transfer full): a history in which nothing was visited
 */
BvWayHistory *
bv_way_history_new (void)
{
  BvWayHistory *self = g_new (BvWayHistory, 1);

  self->visits = g_array_new (FALSE, FALSE, sizeof (BvVisit));
  g_array_set_clear_func (self->visits, clear_visit);
  return self;
}

/**
 * bv_way_history_free:
 * @history: (transfer full): a history
 */
void
bv_way_history_free (BvWayHistory *history)
{
  g_array_unref (history->visits);
  g_free (history);
}

/**
 * bv_way_history_add:
 * @history: a history
 * @page: the key of a page
 * @record: one of its records; 0: the page itself
 *
 * It is the last that was visited now.
 */
void
bv_way_history_add (BvWayHistory *history, const char *page, gint64 record)
{
  BvVisit visit = { g_strdup (page), record };

  for (guint i = history->visits->len; i-- > 0;)
    {
      const BvVisit *other = bv_way_history_get (history, i);

      if (g_str_equal (other->page, page) && other->record == record)
        g_array_remove_index (history->visits, i);
    }
  g_array_prepend_val (history->visits, visit);
  if (history->visits->len > MOST)
    g_array_set_size (history->visits, MOST);
}

/**
 * bv_way_history_count:
 * @history: a history
 *
 * Returns: how many places are remembered
 */
guint
bv_way_history_count (const BvWayHistory *history)
{
  return history->visits->len;
}

/**
 * bv_way_history_get:
 * @history: a history
 * @index: less than bv_way_history_count()
 *
 * Returns: (transfer none): a place, the last first
 */
const BvVisit *
bv_way_history_get (const BvWayHistory *history, guint index)
{
  return &g_array_index (history->visits, BvVisit, index);
}
