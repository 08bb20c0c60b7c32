/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/page-feed.h"

#define FEED "bv-page-feed"

/**
 * BvPageFeed:
 *
 * What a widget hears from its session. A page that is not seen reads nothing until it is; one that is seen
 * reads again only what it shows.
 */
struct _BvPageFeed
{
  BvSession *session;
  BvPageFeedFuncs funcs;
  gboolean stale;    /* to be refreshed as a whole when it is seen */
  gboolean unranked; /* totals and ranks are to be shown when it is seen */
  guint source;
};

static void
feed_free (gpointer data)
{
  BvPageFeed *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->session);
  g_free (self);
}

static BvPageFeed *
get_feed (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), FEED);
}

static void
refresh (GtkWidget *widget, const BvChanges *changes)
{
  BvPageFeed *self = get_feed (widget);

  if (!gtk_widget_get_mapped (widget))
    {
      self->stale = TRUE;
      return;
    }
  /* What was missed while it was not seen is not among the changes. */
  if (self->stale)
    changes = NULL;
  self->stale = FALSE;
  self->funcs.refresh (widget, changes);
}

static gboolean
shows_any (const BvPageFeed *self, const BvChanges *changes)
{
  for (guint i = 0; self->funcs.tables != NULL && self->funcs.tables[i] != NULL; i++)
    if (bv_changes_touch (changes, self->funcs.tables[i]))
      return TRUE;
  return FALSE;
}

static void
changed_cb (GtkWidget *widget, const BvChanges *changes)
{
  if (shows_any (get_feed (widget), changes))
    refresh (widget, changes);
}

static void
campaign_changed_cb (GtkWidget *widget)
{
  refresh (widget, NULL);
}

static void
ranked_cb (GtkWidget *widget)
{
  BvPageFeed *self = get_feed (widget);

  self->unranked = !gtk_widget_get_mapped (widget);
  if (!self->unranked && self->funcs.ranked != NULL)
    self->funcs.ranked (widget);
}

static gboolean
catch_up (gpointer data)
{
  BvPageFeed *self = get_feed (data);
  gboolean unranked = self->unranked && !self->stale;

  self->source = 0;
  if (self->stale)
    refresh (data, NULL);
  if (unranked)
    ranked_cb (data);
  self->unranked = FALSE;
  return G_SOURCE_REMOVE;
}

/* Before the first frame is painted, for which GTK 4.8 does not wait long, but the window need not wait for
 * it to be mapped. */
static void
map_cb (GtkWidget *widget)
{
  BvPageFeed *self = get_feed (widget);

  if ((self->stale || self->unranked) && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, catch_up, widget, NULL);
}

/**
 * bv_page_feed_start:
 * @widget: a page, which belongs to one session all its life
 * @session: the session it shows from now on
 * @funcs: what it hears
 *
 * It is refreshed as a whole when it is first seen.
 */
void
bv_page_feed_start (GtkWidget *widget, BvSession *session, BvPageFeedFuncs funcs)
{
  BvPageFeed *self = g_new0 (BvPageFeed, 1);

  self->session = g_object_ref (session);
  self->funcs = funcs;
  g_object_set_data_full (G_OBJECT (widget), FEED, self, feed_free);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "campaign-changed", G_CALLBACK (campaign_changed_cb), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "ranked", G_CALLBACK (ranked_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), NULL);
  refresh (widget, NULL);
}

/**
 * bv_page_feed_get_session:
 * @widget: a page
 *
 * Returns: (transfer none) (nullable): the session it shows; %NULL before it has a feed
 */
BvSession *
bv_page_feed_get_session (GtkWidget *widget)
{
  BvPageFeed *self = get_feed (widget);

  return self != NULL ? self->session : NULL;
}

/**
 * bv_page_feed_is_waiting:
 * @widget: a page with a feed
 *
 * Returns: whether what it missed is still to be shown
 */
gboolean
bv_page_feed_is_waiting (GtkWidget *widget)
{
  return get_feed (widget)->source != 0;
}
