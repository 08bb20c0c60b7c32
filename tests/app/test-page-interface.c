/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "app/page/page-book.h"
#include "app/papers/preview-window.h"
#include "core/nominee.h"
#include "core/unit.h"
#include "hand.h"
#include "store/edit.h"

/* An old screen: the pages are icons in the side list. */
#define NARROW_WIDTH 1024
#define NARROW_HEIGHT 700

#define WAITING 3
#define ALARM "It burns"

/* A page of this test: no table, but a button, and another for its details. */
#define OWN_TYPE_PAGE (own_page_get_type ())
G_DECLARE_FINAL_TYPE (OwnPage, own_page, OWN, PAGE, GtkBox)

struct _OwnPage
{
  GtkBox parent_instance;
  GtkWidget *main_button;
  GtkWidget *details_button;
  char *search;
  gboolean compact;
  gboolean details_visible;
  guint n_refreshed;
  guint n_changes; /* that it heard of last; 0: it was to read everything */
  guint n_ranked;
  guint n_acted;
  gboolean alarming;
  gboolean withdrawn; /* the campaign has no use for it */
};

static void own_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OwnPage,
                               own_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, own_page_be_page))

static void
own_page_finalize (GObject *object)
{
  g_free (OWN_PAGE (object)->search);
  G_OBJECT_CLASS (own_page_parent_class)->finalize (object);
}

static void
own_page_class_init (OwnPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = own_page_finalize;
}

static void
own_page_init (OwnPage *self)
{
}

static void
own_page_build (BvPage *page)
{
  OwnPage *self = OWN_PAGE (page);

  if (self->main_button != NULL)
    return;
  self->main_button = gtk_button_new_with_label ("Main");
  self->details_button = gtk_button_new_with_label ("Details");
  gtk_box_append (GTK_BOX (self), self->main_button);
  gtk_box_append (GTK_BOX (self), self->details_button);
}

static void
own_page_refresh (BvPage *page, const BvChanges *changes)
{
  OWN_PAGE (page)->n_refreshed++;
  OWN_PAGE (page)->n_changes = changes != NULL ? bv_changes_count (changes) : 0;
}

static void
own_page_ranked (BvPage *page)
{
  OWN_PAGE (page)->n_ranked++;
}

static void
own_page_set_search (BvPage *page, const char *text)
{
  g_free (OWN_PAGE (page)->search);
  OWN_PAGE (page)->search = g_strdup (text);
}

static void
own_page_set_compact (BvPage *page, gboolean compact)
{
  OWN_PAGE (page)->compact = compact;
}

static void
own_page_set_details_visible (BvPage *page, gboolean visible)
{
  OWN_PAGE (page)->details_visible = visible;
}

static GtkWidget *
own_page_get_part (BvPage *page, BvPagePart part)
{
  return part == BV_PAGE_MAIN ? OWN_PAGE (page)->main_button : OWN_PAGE (page)->details_button;
}

static char *
own_page_describe (BvPage *page)
{
  return g_strdup ("a page of its own");
}

static guint
own_page_count (BvPage *page)
{
  return WAITING;
}

static char *
own_page_alarm (BvPage *page)
{
  return OWN_PAGE (page)->alarming ? g_strdup (ALARM) : NULL;
}

static gboolean
own_page_is_offered (BvPage *page)
{
  return !OWN_PAGE (page)->withdrawn;
}

static BvPaperChoice *
own_page_offer_papers (BvPage *page, GListStore *special)
{
  return bv_paper_choice_new (BV_PAPER_MISSING, "", NULL);
}

static void
act (BvPage *page)
{
  OWN_PAGE (page)->n_acted++;
}

static void
own_page_be_page (BvPageInterface *iface)
{
  static const char *const tables[] = { "unit", NULL };
  static const BvPageAction actions[] = { { "act", "Act", "<Control>j", act } };
  static const BvPageInfo info = {
    .key = "own",
    .title = "Own",
    .icon_name = "bv-units-symbolic",
    .tables = tables,
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
  };

  iface->info = &info;
  iface->build = own_page_build;
  iface->refresh = own_page_refresh;
  iface->ranked = own_page_ranked;
  iface->set_search = own_page_set_search;
  iface->set_compact = own_page_set_compact;
  iface->set_details_visible = own_page_set_details_visible;
  iface->get_part = own_page_get_part;
  iface->describe = own_page_describe;
  iface->count = own_page_count;
  iface->alarm = own_page_alarm;
  iface->is_offered = own_page_is_offered;
  iface->offer_papers = own_page_offer_papers;
}

static OwnPage *
add_page (BvWindow *window)
{
  OwnPage *page = g_object_new (OWN_TYPE_PAGE, NULL);

  bv_window_add_page (window, BV_PAGE (page));
  return page;
}

static OwnPage *
show_page (BvWindow *window)
{
  OwnPage *page = add_page (window);

  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("own"));
  fixture_settle (window);
  g_assert_true (bv_window_get_visible_page (window) == BV_PAGE (page));
  return page;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
check_key (BvWindow *window, const char *action, const char *key)
{
  g_auto (GStrv) keys
    = gtk_application_get_accels_for_action (gtk_window_get_application (GTK_WINDOW (window)), action);

  g_assert_cmpstr (keys[0], ==, key);
}

static void
test_keys (BvWindow *window)
{
  OwnPage *page = show_page (window);
  GtkWidget *book = hand_find_inside (GTK_WIDGET (window), BV_TYPE_PAGE_BOOK);
  g_autofree char *last = g_strdup_printf ("<Alt>%u", bv_page_book_count_listed (BV_PAGE_BOOK (book), FALSE));

  check_key (window, "win.page::own", last);
  check_key (window, "win.act", "<Control>j");
  g_action_group_activate_action (G_ACTION_GROUP (window), "act", NULL);
  g_assert_cmpuint (page->n_acted, ==, 1);
}

static void
test_search (BvWindow *window)
{
  OwnPage *page = show_page (window);

  bv_window_search (window, "so y te");
  g_assert_cmpstr (page->search, ==, "so y te");
  bv_window_clear_search (window);
  g_assert_cmpstr (page->search, ==, "");
}

static gpointer
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (BV_IS_PREVIEW_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_preview (BvWindow *window)
{
  BvPreviewWindow *preview;

  show_page (window);
  g_action_group_activate_action (G_ACTION_GROUP (window), "print", NULL);
  preview = find_preview ();
  g_assert_nonnull (preview);
  g_assert_cmpint (bv_paper_choice_get_paper (bv_preview_window_get_choice (preview)), ==, BV_PAPER_MISSING);
}

static gboolean
is_compact (gpointer page)
{
  return OWN_PAGE (page)->compact;
}

static void
test_narrow (BvWindow *window)
{
  OwnPage *page = show_page (window);

  g_assert_false (page->compact);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW_WIDTH, NARROW_HEIGHT);
  fixture_wait (is_compact, page, "the narrow window");
}

/* Writes a text of a record, as an action. */
static void
write_text (BvWindow *window, const BvEntity *entity, gint64 id, const char *field, const char *text)
{
  BvSession *session = bv_window_get_session (window);
  gint64 campaign = bv_session_get_campaign (session);
  g_autoptr (BvRecord) record = bv_edit_read (bv_session_get_library (session), entity, id, NULL);
  char **value = &BV_FIELD_STRING (record, bv_entity_find_field (entity, field));

  g_free (*value);
  *value = g_strdup (text);
  g_assert_true (bv_edit_update (bv_session_get_library (session), campaign, record, NULL));
  fixture_settle (window);
}

static void
test_refresh (BvWindow *window)
{
  OwnPage *page = add_page (window);
  gint64 id;

  fixture_show (window, "units");
  id = fixture_select (window, "Sở Y tế");
  g_assert_cmpuint (page->n_refreshed, ==, 0);
  bv_window_show_page (window, "own");
  fixture_settle (window);
  g_assert_cmpuint (page->n_refreshed, ==, 1);
  g_assert_cmpuint (page->n_changes, ==, 0);
  write_text (window, &bv_unit_entity, id, "contact", "0296 3 852 666");
  g_assert_cmpuint (page->n_refreshed, ==, 2);
  g_assert_cmpuint (page->n_changes, ==, 1);
  g_assert_cmpuint (page->n_ranked, >, 0);
  fixture_show (window, "units");
  fixture_undo (window);
  fixture_settle (window);
  g_assert_cmpuint (page->n_refreshed, ==, 2);
  bv_window_show_page (window, "own");
  fixture_settle (window);
  g_assert_cmpuint (page->n_refreshed, ==, 3);
  g_assert_cmpuint (page->n_changes, ==, 0);
}

static void
test_other_change (BvWindow *window)
{
  OwnPage *page = add_page (window);
  gint64 id;

  fixture_show (window, "nominees");
  id = fixture_select (window, "Sở Y tế");
  bv_window_show_page (window, "own");
  fixture_settle (window);
  g_assert_cmpuint (page->n_refreshed, ==, 1);
  write_text (window, &bv_nominee_entity, id, "summary", "Một dòng");
  g_assert_cmpuint (page->n_refreshed, ==, 1);
  fixture_show (window, "units");
  fixture_undo (window);
  bv_window_show_page (window, "own");
  fixture_settle (window);
  g_assert_cmpuint (page->n_refreshed, ==, 1);
}

static void
test_focus (BvWindow *window)
{
  OwnPage *page = show_page (window);

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == page->main_button);
  gtk_widget_activate_action (GTK_WIDGET (window), "part.next", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == page->details_button);
  g_assert_true (page->details_visible);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "details", g_variant_new_boolean (FALSE));
  g_assert_false (page->details_visible);
}

static void
test_texts (BvWindow *window)
{
  show_page (window);
  g_assert_nonnull (find_label (GTK_WIDGET (window), "Own"));
  g_assert_nonnull (find_label (GTK_WIDGET (window), "3"));
  g_assert_nonnull (find_label (GTK_WIDGET (window), "a page of its own"));
}

static GtkWidget *
find_row (BvWindow *window)
{
  return gtk_widget_get_ancestor (find_label (GTK_WIDGET (window), "Own"), GTK_TYPE_LIST_BOX_ROW);
}

static void
test_alarm (BvWindow *window)
{
  OwnPage *page = add_page (window);
  GtkWidget *row = find_row (window);

  g_assert_null (find_label (row, "!"));
  page->alarming = TRUE;
  bv_page_notify_counted (BV_PAGE (page));
  g_assert_nonnull (find_label (row, "!"));
  g_assert_null (find_label (row, "3"));
  page->alarming = FALSE;
  bv_page_notify_counted (BV_PAGE (page));
  g_assert_nonnull (find_label (row, "3"));
}

static void
test_offered (BvWindow *window)
{
  OwnPage *page = add_page (window);

  g_assert_true (gtk_widget_get_visible (find_row (window)));
  page->withdrawn = TRUE;
  bv_page_notify_counted (BV_PAGE (page));
  g_assert_false (gtk_widget_get_visible (find_row (window)));
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("own"));
  fixture_settle (window);
  g_assert_false (bv_window_get_visible_page (window) == BV_PAGE (page));
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/page/its-keys-show-it-and-do-what-it-can", test_keys);
  fixture_add ("/page/it-is-searched-in-its-own-way", test_search);
  fixture_add ("/page/the-preview-shows-what-it-offers", test_preview);
  fixture_add ("/page/it-hears-when-the-window-is-narrow", test_narrow);
  fixture_add ("/page/it-is-refreshed-when-what-it-shows-changed-and-it-is-seen", test_refresh);
  fixture_add ("/page/a-change-of-what-it-does-not-show-leaves-it-as-it-is", test_other_change);
  fixture_add ("/page/the-focus-goes-through-its-parts", test_focus);
  fixture_add ("/page/the-window-says-of-it-what-it-says", test_texts);
  fixture_add ("/page/what-stops-the-work-is-marked-in-the-side-list", test_alarm);
  fixture_add ("/page/what-the-campaign-has-no-use-for-is-not-listed", test_offered);
  return g_test_run ();
}
