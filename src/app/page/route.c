/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/route.h"

#include "app/page/unsaved.h"
#include "app/table/table-page.h"
#include "store/action-campaign.h"
#include "store/action-place.h"

/* The key of the page whose parts are scores. */
#define SHEET "scoring"

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
  char *part;    /* of that record; NULL: none */
  char *origin;  /* the page from which one went to a part; NULL: none */
  gint64 campaign;
  gint64 followed; /* the last action of the journal that was looked at; 0: none */
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
  if (self->part != NULL)
    bv_page_open_part (page, self->record, self->part);
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

/* What removed its rows does not say of which it is, nor do units: they may be of this one. */
static gboolean
is_of_shown_campaign (BvRoute *self, gint64 action)
{
  gint64 campaign = bv_action_campaign_find (bv_session_get_library (self->session), action);

  return campaign == 0 || campaign == bv_session_get_campaign (self->session);
}

static const char *
find_page_of (const char *table)
{
  static const char *const pages[][2] = {
    { "criterion", "rules" }, { "evidence", "documents" }, { "group", "rules" }, { "nominee", "nominees" },
    { "quota", "rules" },     { "receipt", "inbox" },      { "unit", "units" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i][0], table) == 0)
      return pages[i][1];
  return NULL;
}

/* Who looks at documents stays with them; elsewhere they are seen at their nominee. */
static void
settle_place (BvPage *shown, BvActionPlace *place)
{
  if (place->evidence != 0 && g_str_equal (bv_page_get_info (shown)->key, find_page_of ("evidence")))
    {
      place->table = "evidence";
      place->id = place->evidence;
      g_clear_pointer (&place->criterion, g_free);
    }
}

/* What is about a nominee is seen on the sheet of scores, too: who is there stays. A score is a cell of that
 * sheet, unless one looks at its nominee. */
static BvPage *
find_shown (BvRoute *self, BvPage *shown, const BvActionPlace *place)
{
  const char *key = find_page_of (place->table);
  gboolean is_nominee = g_strcmp0 (place->table, "nominee") == 0;

  if (is_nominee && g_str_equal (bv_page_get_info (shown)->key, SHEET))
    return shown;
  if (is_nominee && place->criterion != NULL && !g_str_equal (bv_page_get_info (shown)->key, key))
    key = SHEET;
  return key != NULL ? bv_page_book_find (self->pages, key) : NULL;
}

static gboolean
is_selected (BvPage *page, gint64 record)
{
  BvRow *row = BV_IS_TABLE_PAGE (page) ? bv_table_page_get_selected (BV_TABLE_PAGE (page)) : NULL;

  return row != NULL && bv_row_get_id (row) == record;
}

/* Who is there already keeps the focus, and what is searched if that has it. */
static void
show_here (BvPage *page, gint64 record, const char *part)
{
  if (record == 0 || is_selected (page, record))
    return;
  bv_page_open (page, record);
  if (part != NULL)
    bv_page_open_part (page, record, part);
  if (BV_IS_TABLE_PAGE (page) && !is_selected (page, record))
    {
      gtk_widget_activate_action (GTK_WIDGET (page), "win.clear-search", NULL);
      bv_page_open (page, record);
    }
}

static void
bv_route_finalize (GObject *object)
{
  g_object_unref (BV_ROUTE (object)->session);
  g_free (BV_ROUTE (object)->page);
  g_free (BV_ROUTE (object)->part);
  g_free (BV_ROUTE (object)->origin);
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

  const BvAction *last = bv_session_get_last_action (session);

  self->pages = pages;
  self->session = g_object_ref (session);
  self->followed = last != NULL ? last->id : 0;
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
  bv_route_go_to_part (route, page, record, NULL);
}

/**
 * bv_route_go_to_part:
 * @route: a route
 * @page: the key of a page
 * @record: a record that is to be shown there; 0: none
 * @part: (nullable): what of it, in a name that the page knows, as the code of a leaf; %NULL: all
 *
 * As bv_route_go(). From a part one can go back to where one was.
 */
void
bv_route_go_to_part (BvRoute *route, const char *page, gint64 record, const char *part)
{
  BvPage *shown = bv_page_book_get_visible (route->pages);

  g_free (route->page);
  g_free (route->part);
  g_free (route->origin);
  route->page = g_strdup (page);
  route->record = record;
  route->part = g_strdup (part);
  route->origin = part != NULL && shown != NULL ? g_strdup (bv_page_get_info (shown)->key) : NULL;
  if (shown == bv_page_book_find (route->pages, page)
      || !bv_unsaved_ask (GTK_WIDGET (shown), show_page, NULL, route))
    show_page (route);
}

/**
 * bv_route_go_back:
 * @route: a route
 *
 * Goes to the page from which one came to a part of a record, if nothing led elsewhere since.
 *
 * Returns: whether there is one
 */
gboolean
bv_route_go_back (BvRoute *route)
{
  g_autofree char *origin = g_strdup (route->origin);

  if (origin == NULL)
    return FALSE;
  bv_route_go (route, origin, 0);
  return TRUE;
}

/**
 * bv_route_follow_replay:
 * @route: a route
 *
 * If the last action of the journal is an undo or redo that was not followed yet, goes to what it was about:
 * its page, and there its record. What is of another campaign, or has no page, leads nowhere.
 *
 * Returns: whether another page is shown now
 */
gboolean
bv_route_follow_replay (BvRoute *route)
{
  BvLibrary *library = bv_session_get_library (route->session);
  const BvAction *last = bv_session_get_last_action (route->session);
  BvPage *shown = bv_page_book_get_visible (route->pages);
  g_auto (BvActionPlace) place = { NULL };
  BvPage *page;

  if (last == NULL || last->id == route->followed)
    return FALSE;
  route->followed = last->id;
  /* What another program did leads nobody away. */
  if (last->target == 0 || shown == NULL || bv_session_is_read_only (route->session))
    return FALSE;
  place = bv_action_place_find (library, last->target);
  settle_place (shown, &place);
  page = find_shown (route, shown, &place);
  if (page == NULL || !bv_page_is_offered (page) || !is_of_shown_campaign (route, last->target))
    return FALSE;
  if (page == shown)
    show_here (page, place.id, place.criterion);
  else
    bv_route_go_to_part (route, bv_page_get_info (page)->key, place.id, place.criterion);
  return bv_page_book_get_visible (route->pages) != shown;
}
