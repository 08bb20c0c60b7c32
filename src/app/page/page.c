/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/page.h"

#include "app/page/page-feed.h"

/* In the state of a page: x, what its chosen tab stands for. */
#define TAB "tab"

/**
 * BvPage:
 *
 * A page of the window, whatever widget it is: what the window, its side list, its actions and the preview
 * ask of it. An interface, not a class: one page is a table with details, another a sheet of its own, and
 * each derives from the widget that suits it.
 */
G_DEFINE_INTERFACE (BvPage, bv_page, GTK_TYPE_WIDGET)

enum
{
  COUNTED,
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
bv_page_get_main_part (BvPage *page, BvPagePart part)
{
  return part == BV_PAGE_MAIN ? GTK_WIDGET (page) : NULL;
}

static void
bv_page_default_init (BvPageInterface *iface)
{
  iface->get_part = bv_page_get_main_part;
  /* What bv_page_describe(), bv_page_count(), bv_page_alarm() and bv_page_is_offered() say is different now.
   */
  signals[COUNTED]
    = g_signal_new ("counted", BV_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Another row is selected, or none. */
  signals[SELECTED]
    = g_signal_new ("selected", BV_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
refresh (gpointer page, const BvChanges *changes)
{
  BV_PAGE_GET_IFACE (page)->refresh (page, changes);
}

static void
ranked (gpointer page)
{
  if (BV_PAGE_GET_IFACE (page)->ranked != NULL)
    BV_PAGE_GET_IFACE (page)->ranked (page);
}

/**
 * bv_page_get_info:
 * @page: a page
 *
 * Returns: (transfer none): what it is called, and what it can do
 */
const BvPageInfo *
bv_page_get_info (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->info;
}

/**
 * bv_page_set_session:
 * @page: a page without a session
 * @session: the session it shows from now on
 */
void
bv_page_set_session (BvPage *page, BvSession *session)
{
  bv_page_feed_start (GTK_WIDGET (page), session,
                      (BvPageFeedFuncs){ bv_page_get_info (page)->tables, refresh, ranked });
}

/**
 * bv_page_get_session:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): the session it shows
 */
BvSession *
bv_page_get_session (BvPage *page)
{
  return bv_page_feed_get_session (GTK_WIDGET (page));
}

static BvTabs *
get_tabs (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->get_tabs != NULL ? BV_PAGE_GET_IFACE (page)->get_tabs (page) : NULL;
}

/* The one that was kept, once. */
static void
restore_tab (BvPage *page)
{
  GVariant *tab = g_object_get_data (G_OBJECT (page), TAB);
  BvTabs *tabs = get_tabs (page);

  if (tab == NULL || tabs == NULL)
    return;
  bv_tabs_choose (tabs, g_variant_get_int64 (tab));
  g_object_set_data (G_OBJECT (page), TAB, NULL);
}

/**
 * bv_page_build:
 * @page: a page
 *
 * Makes the page's widgets, unless they are there. A page is built when it is first shown, not with the
 * window: an office has most pages closed most of the time.
 */
void
bv_page_build (BvPage *page)
{
  if (BV_PAGE_GET_IFACE (page)->build != NULL)
    BV_PAGE_GET_IFACE (page)->build (page);
  restore_tab (page);
}

/**
 * bv_page_is_busy:
 * @page: a page with a session
 *
 * Returns: whether there is more to be shown than is shown yet
 */
gboolean
bv_page_is_busy (BvPage *page)
{
  BvPageInterface *iface = BV_PAGE_GET_IFACE (page);

  return bv_page_feed_is_waiting (GTK_WIDGET (page)) || (iface->is_busy != NULL && iface->is_busy (page));
}

/**
 * bv_page_set_search:
 * @page: a page
 * @text: what is searched, as typed
 */
void
bv_page_set_search (BvPage *page, const char *text)
{
  if (BV_PAGE_GET_IFACE (page)->set_search != NULL)
    BV_PAGE_GET_IFACE (page)->set_search (page, text);
}

/**
 * bv_page_set_compact:
 * @page: a page
 * @compact: whether the window is so narrow that what can be done without is to be hidden
 */
void
bv_page_set_compact (BvPage *page, gboolean compact)
{
  if (BV_PAGE_GET_IFACE (page)->set_compact != NULL)
    BV_PAGE_GET_IFACE (page)->set_compact (page, compact);
}

/**
 * bv_page_set_details_visible:
 * @page: a page
 * @visible: whether the details stand on the right
 */
void
bv_page_set_details_visible (BvPage *page, gboolean visible)
{
  if (BV_PAGE_GET_IFACE (page)->set_details_visible != NULL)
    BV_PAGE_GET_IFACE (page)->set_details_visible (page, visible);
}

/**
 * bv_page_focus_part:
 * @page: a page
 * @part: a part of it
 *
 * Gives the focus to that part.
 *
 * Returns: whether it takes it
 */
gboolean
bv_page_focus_part (BvPage *page, BvPagePart part)
{
  BvPageInterface *iface = BV_PAGE_GET_IFACE (page);
  GtkWidget *widget = iface->get_part (page, part);

  if (iface->focus_part != NULL)
    return iface->focus_part (page, part);
  return widget != NULL && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/**
 * bv_page_has_focus:
 * @page: a page
 * @part: a part of it
 *
 * Returns: whether the focus is there
 */
gboolean
bv_page_has_focus (BvPage *page, BvPagePart part)
{
  GtkWidget *widget = BV_PAGE_GET_IFACE (page)->get_part (page, part);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  return focus != NULL && widget != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * bv_page_describe:
 * @page: a page
 *
 * Returns: (transfer full) (nullable): what is shown, for the status bar
 */
char *
bv_page_describe (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->describe != NULL ? BV_PAGE_GET_IFACE (page)->describe (page) : NULL;
}

/**
 * bv_page_count:
 * @page: a page
 *
 * Returns: how much waits there to be done, for the side list; 0: nothing that would have to be counted
 */
guint
bv_page_count (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->count != NULL ? BV_PAGE_GET_IFACE (page)->count (page) : 0;
}

/**
 * bv_page_alarm:
 * @page: a page
 *
 * Returns: (transfer full) (nullable): what keeps the work from going on, for the side list
 */
char *
bv_page_alarm (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->alarm != NULL ? BV_PAGE_GET_IFACE (page)->alarm (page) : NULL;
}

/**
 * bv_page_is_offered:
 * @page: a page
 *
 * Returns: whether the campaign that is shown has a use for it
 */
gboolean
bv_page_is_offered (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->is_offered == NULL || BV_PAGE_GET_IFACE (page)->is_offered (page);
}

/**
 * bv_page_notify_counted:
 * @page: a page that describes itself in another way now
 */
void
bv_page_notify_counted (BvPage *page)
{
  g_signal_emit (page, signals[COUNTED], 0);
}

/**
 * bv_page_step_tab:
 * @page: a page
 * @step: how many tabs to go on; less than 0: back
 *
 * Shows the rows of another tab, if it has tabs.
 */
void
bv_page_step_tab (BvPage *page, int step)
{
  BvTabs *tabs = get_tabs (page);

  if (tabs != NULL)
    bv_tabs_step (tabs, step);
}

/**
 * bv_page_step:
 * @page: a page
 * @rows: how many rows to go down; less than 0: up
 *
 * Selects another row, behind the last the first.
 */
void
bv_page_step (BvPage *page, int rows)
{
  if (BV_PAGE_GET_IFACE (page)->step != NULL)
    BV_PAGE_GET_IFACE (page)->step (page, rows);
}

/**
 * bv_page_has_row:
 * @page: a page
 *
 * Returns: whether a row of it is selected
 */
gboolean
bv_page_has_row (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->has_row != NULL && BV_PAGE_GET_IFACE (page)->has_row (page);
}

/**
 * bv_page_notify_selected:
 * @page: a page where another row is selected, or none
 */
void
bv_page_notify_selected (BvPage *page)
{
  g_signal_emit (page, signals[SELECTED], 0);
}

/**
 * bv_page_open:
 * @page: a page that is shown, and where nothing is searched
 * @record: the row of one of its records
 *
 * Shows the record.
 */
void
bv_page_open (BvPage *page, gint64 record)
{
  if (BV_PAGE_GET_IFACE (page)->open != NULL)
    BV_PAGE_GET_IFACE (page)->open (page, record);
}

/**
 * bv_page_open_part:
 * @page: a page that is shown
 * @record: one of its records
 * @part: what of it is to be shown, in a name that the page knows
 */
void
bv_page_open_part (BvPage *page, gint64 record, const char *part)
{
  if (BV_PAGE_GET_IFACE (page)->open_part != NULL)
    BV_PAGE_GET_IFACE (page)->open_part (page, record, part);
}

/**
 * bv_page_offer_papers:
 * @page: a page
 * @special: (element-type BvPaperChoice): what is selected is appended to it, and can be printed too
 *
 * Returns: (transfer full): what is most likely to be printed from there; of a page that says nothing, the
 * ranking
 */
BvPaperChoice *
bv_page_offer_papers (BvPage *page, GListStore *special)
{
  if (BV_PAGE_GET_IFACE (page)->offer_papers != NULL)
    return BV_PAGE_GET_IFACE (page)->offer_papers (page, special);
  return bv_paper_choice_new (BV_PAPER_RANKING, "", NULL);
}

/**
 * bv_page_withhold:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): why what it shows can be neither printed nor sealed now; %NULL: it can
 */
const char *
bv_page_withhold (BvPage *page)
{
  return BV_PAGE_GET_IFACE (page)->withhold != NULL ? BV_PAGE_GET_IFACE (page)->withhold (page) : NULL;
}

/**
 * bv_page_save_state:
 * @page: a page
 *
 * Returns: (transfer floating) (nullable): an a{sv} of what is to be as it is now when the program runs
 * again; %NULL: what was kept stays
 */
GVariant *
bv_page_save_state (BvPage *page)
{
  BvTabs *tabs = get_tabs (page);
  g_autoptr (GVariant) own = NULL;
  GVariantDict state;

  if (BV_PAGE_GET_IFACE (page)->save_state != NULL)
    own = BV_PAGE_GET_IFACE (page)->save_state (page);
  if (own != NULL)
    g_variant_ref_sink (own);
  else if (tabs == NULL)
    return NULL;
  g_variant_dict_init (&state, own);
  if (tabs != NULL)
    g_variant_dict_insert (&state, TAB, "x", bv_tabs_get_chosen (tabs));
  return g_variant_dict_end (&state);
}

/**
 * bv_page_restore_state:
 * @page: a page
 * @state: what bv_page_save_state() gave, perhaps of another version: what is not understood is passed over
 */
void
bv_page_restore_state (BvPage *page, GVariant *state)
{
  GVariant *tab = g_variant_lookup_value (state, TAB, G_VARIANT_TYPE_INT64);

  if (tab != NULL)
    g_object_set_data_full (G_OBJECT (page), TAB, tab, (GDestroyNotify) g_variant_unref);
  if (BV_PAGE_GET_IFACE (page)->restore_state != NULL)
    BV_PAGE_GET_IFACE (page)->restore_state (page, state);
}
