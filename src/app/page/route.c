/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/route.h"

#include "app/page/unsaved.h"

/**
 * BvRoute:
 *
 * Where the window goes: to another page, a record there, another campaign. Where something that was typed
 * cannot be saved it asks first, and goes on when that is given up.
 */
struct _BvRoute
{
  GObject parent_instance;

  BvPageBook *pages; /* not owned */
  BvSession *session;
  char *page;    /* the key of the page that is wanted; NULL: none was yet */
  gint64 record; /* of that page; 0: none */
  gint64 campaign;
};

G_DEFINE_FINAL_TYPE (BvRoute, bv_route, G_TYPE_OBJECT)

/* With its record, whatever was searched there. */
static void
show_page (gpointer data)
{
  BvRoute *self = data;
  BvPage *page;

  bv_page_book_show (self->pages, self->page);
  if (self->record == 0)
    return;
  page = bv_page_book_get_visible (self->pages);
  gtk_widget_activate_action (GTK_WIDGET (page), "win.clear-search", NULL);
  bv_page_open (page, self->record);
  bv_page_focus_part (page, BV_PAGE_MAIN);
}

static void
show_campaign (gpointer data)
{
  bv_session_set_campaign (BV_ROUTE (data)->session, BV_ROUTE (data)->campaign);
}

/* Returns: whether the other campaign waits for an answer */
static gboolean
leaving_cb (BvRoute *self, gint64 campaign)
{
  self->campaign = campaign;
  return bv_unsaved_ask (GTK_WIDGET (self->pages), show_campaign, NULL, self);
}

static void
bv_route_finalize (GObject *object)
{
  g_object_unref (BV_ROUTE (object)->session);
  g_free (BV_ROUTE (object)->page);
  G_OBJECT_CLASS (bv_route_parent_class)->finalize (object);
}

static void
bv_route_class_init (BvRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_route_finalize;
}

static void
bv_route_init (BvRoute *self)
{
}

/**
 * bv_route_new:
 * @pages: the pages of a window, which live longer
 * @session: its session, which asks before another campaign is shown
 *
 * Returns: (transfer full): a route that goes nowhere yet
 */
BvRoute *
bv_route_new (BvPageBook *pages, BvSession *session)
{
  BvRoute *self = g_object_new (BV_TYPE_ROUTE, NULL);

  self->pages = pages;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "leaving", G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * bv_route_go:
 * @route: a route
 * @page: the key of a page
 * @record: a record that is to be shown there; 0: none
 *
 * Goes there, now or when it was asked what becomes of what was typed.
 */
void
bv_route_go (BvRoute *route, const char *page, gint64 record)
{
  BvPage *shown = bv_page_book_get_visible (route->pages);

  g_free (route->page);
  route->page = g_strdup (page);
  route->record = record;
  if (shown == bv_page_book_find (route->pages, page)
      || !bv_unsaved_ask (GTK_WIDGET (shown), show_page, NULL, route))
    show_page (route);
}
