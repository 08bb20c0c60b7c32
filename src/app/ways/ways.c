/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ways/ways.h"

#include "app/ways/way-actions.h"
#include "app/ways/ways-popover.h"

/* How far below the upper edge of the window the list begins. */
#define BELOW_EDGE 3

/**
 * BvWays:
 *
 * The ways of a window to anything: keeps what was visited, and opens the list of all that there is.
 */
struct _BvWays
{
  GObject parent_instance;
  GtkApplicationWindow *window; /* not owned */
  BvSession *session;
  BvPageBook *pages; /* not owned */
  GtkWidget *anchor; /* in the head of the window; not owned */
  GMenuModel *menu;
  BvWayHistory *history;
  GtkWidget *popover; /* NULL: it was never opened */
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (BvWays, bv_ways, G_TYPE_OBJECT)

static void
page_shown_cb (BvWays *self)
{
  bv_way_history_add (self->history, bv_page_get_info (bv_page_book_get_visible (self->pages))->key, 0);
}

/* Of a window that is not seen yet no page is said to be shown. */
static void
mapped_cb (BvWays *self)
{
  if (bv_page_book_get_visible (self->pages) != NULL)
    page_shown_cb (self);
}

static void
opened_cb (BvWays *self, GVariant *target)
{
  const char *page;
  gint64 record;

  g_variant_get (target, "(&sx)", &page, &record);
  if (record != 0)
    bv_way_history_add (self->history, page, record);
}

static void
chosen_cb (BvWays *self, const char *action, GVariant *target)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, target);
}

static void
stop_reading (BvWays *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* What was given up may be about a window that is gone. Without records there is still what can be done. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvWays *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvWayTables) tables = bv_way_tables_read_finish (result, &error);
  BvWayFinder *finder;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  finder = bv_ways_popover_get_finder (BV_WAYS_POPOVER (self->popover));
  if (finder == NULL)
    return;
  if (tables == NULL)
    {
      bv_session_report (self->session, error);
      tables = bv_way_tables_new ();
    }
  bv_way_finder_take_tables (finder, g_steal_pointer (&tables));
  bv_ways_popover_look_again (BV_WAYS_POPOVER (self->popover));
}

static void
ensure_popover (BvWays *self)
{
  if (self->popover != NULL)
    return;
  self->popover = bv_ways_popover_new ();
  gtk_widget_set_parent (self->popover, self->anchor);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* Over the middle of the window, from its upper edge on. */
static void
point_to_edge (BvWays *self)
{
  double x = 0, y = 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->window), self->anchor,
                                    gtk_widget_get_width (GTK_WIDGET (self->window)) / 2.0, BELOW_EDGE, &x,
                                    &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ x, y - 1, 1, 1 });
}

static void
bv_ways_dispose (GObject *object)
{
  BvWays *self = BV_WAYS (object);

  stop_reading (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_ways_parent_class)->dispose (object);
}

static void
bv_ways_finalize (GObject *object)
{
  g_object_unref (BV_WAYS (object)->session);
  g_object_unref (BV_WAYS (object)->menu);
  bv_way_history_free (BV_WAYS (object)->history);
  G_OBJECT_CLASS (bv_ways_parent_class)->finalize (object);
}

static void
bv_ways_class_init (BvWaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_ways_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_ways_finalize;
}

static void
bv_ways_init (BvWays *self)
{
  self->history = bv_way_history_new ();
}

/**
 * bv_ways_new:
 * @window: a window, which lives longer and has the action `open`
 * @session: what it shows
 * @pages: its pages
 * @menu: its menu
 * @anchor: a part of its head, above which the list is opened
 *
 * Returns: (transfer full): its ways, of which none was visited
 */
BvWays *
bv_ways_new (GtkApplicationWindow *window,
             BvSession *session,
             BvPageBook *pages,
             GMenuModel *menu,
             GtkWidget *anchor)
{
  BvWays *self = g_object_new (BV_TYPE_WAYS, NULL);

  self->window = window;
  self->session = g_object_ref (session);
  self->pages = pages;
  self->menu = g_object_ref (menu);
  self->anchor = anchor;
  g_signal_connect_object (window, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "shown", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_action_map_lookup_action (G_ACTION_MAP (window), "open"), "activate",
                           G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * bv_ways_open:
 * @ways: the ways of a window whose session has a campaign
 *
 * Opens the list. What can be done and was visited is there at once; the records of the campaign are read
 * anew.
 */
void
bv_ways_open (BvWays *ways)
{
  BvWayFinder *finder = bv_way_finder_new (ways->session, ways->pages, ways->history,
                                           bv_way_actions_list (ways->window, ways->pages, ways->menu));

  ensure_popover (ways);
  point_to_edge (ways);
  bv_ways_popover_open (BV_WAYS_POPOVER (ways->popover), finder);
  stop_reading (ways);
  ways->reading = g_cancellable_new ();
  bv_way_tables_read_async (ways->session, ways->reading, read_cb, ways);
}
