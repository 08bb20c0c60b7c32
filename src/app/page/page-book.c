/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page/page-book.h"

#define STATES "pages"

/**
 * BvPageBook:
 *
 * The pages of the window, of which one is shown. It knows of them what #BvPage says. What goes wrong is said
 * in the banner of the page that is shown, or above a page that has none, until that is left.
 */
struct _BvPageBook
{
  GtkWidget parent_instance;
  GtkStack *stack;
  BvBanner *banner;    /* of the pages that have none */
  BvBanner *told;      /* where the last error was said; NULL: nowhere */
  const char *reading; /* why nothing can be changed; NULL: it can */
  char *damage;        /* that the library is damaged; NULL: it is not known to be */
  GtkSelectionModel *pages;
  GSettings *settings;
  gboolean compact;
  gboolean details_hidden;
};

G_DEFINE_FINAL_TYPE (BvPageBook, bv_page_book, GTK_TYPE_WIDGET)

enum
{
  SHOWN,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BvBanner *
get_banner (BvPageBook *self)
{
  BvPage *page = bv_page_book_get_visible (self);
  BvBanner *banner = page != NULL && BV_PAGE_GET_IFACE (page)->get_banner != NULL
                       ? BV_PAGE_GET_IFACE (page)->get_banner (page)
                       : NULL;

  return banner != NULL ? banner : self->banner;
}

/* The main buttons of a page say why they cannot be pressed. */
static void
explain_buttons (GtkWidget *widget, const char *reason)
{
  if (GTK_IS_BUTTON (widget) && !gtk_widget_get_sensitive (widget)
      && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
    gtk_widget_set_tooltip_text (widget, reason);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    explain_buttons (child, reason);
}

/* What every page says that is shown. */
static void
show_state (BvPageBook *self)
{
  BvPage *page = bv_page_book_get_visible (self);

  if (page == NULL)
    return;
  bv_banner_set (get_banner (self), BV_BANNER_READ_ONLY, self->reading);
  bv_banner_set (get_banner (self), BV_BANNER_DAMAGE, self->damage);
  if (self->reading != NULL)
    explain_buttons (GTK_WIDGET (page), self->reading);
}

static void
visible_child_cb (BvPageBook *self)
{
  /* The first page that is added is not shown for that; a stack that is taken down shows all in turn. */
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  bv_page_build (bv_page_book_get_visible (self));
  bv_page_book_show_error (self, NULL);
  show_state (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

/* The rows of a table that is taken down go too. */
static void
counted_cb (BvPageBook *self)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    g_signal_emit (self, signals[COUNTED], 0);
}

static void
bv_page_book_dispose (GObject *object)
{
  BvPageBook *self = BV_PAGE_BOOK (object);

  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  g_clear_object (&self->pages);
  g_clear_weak_pointer (&self->told);
  g_clear_pointer ((GtkWidget **) &self->banner, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->damage, g_free);
  G_OBJECT_CLASS (bv_page_book_parent_class)->dispose (object);
}

static void
bv_page_book_class_init (BvPageBookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_page_book_dispose;
  /* Another page is shown. */
  signals[SHOWN]
    = g_signal_new ("shown", BV_TYPE_PAGE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* A page describes itself in another way. */
  signals[COUNTED]
    = g_signal_new ("counted", BV_TYPE_PAGE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
bv_page_book_init (BvPageBook *self)
{
  self->settings = g_settings_new (BV_APP_ID);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->pages = gtk_stack_get_pages (self->stack);
  self->banner = g_object_new (BV_TYPE_BANNER, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->banner), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (visible_child_cb), self);
}

static void
restore_state (BvPageBook *self, BvPage *page)
{
  g_autoptr (GVariant) states = g_settings_get_value (self->settings, STATES);
  g_autoptr (GVariant) state
    = g_variant_lookup_value (states, bv_page_get_info (page)->key, G_VARIANT_TYPE_VARDICT);

  if (state != NULL)
    bv_page_restore_state (page, state);
}

/**
 * bv_page_book_add:
 * @book: the pages
 * @page: (transfer floating): a page with a session
 */
void
bv_page_book_add (BvPageBook *book, BvPage *page)
{
  restore_state (book, page);
  bv_page_set_compact (page, book->compact);
  bv_page_set_details_visible (page, !book->details_hidden);
  g_signal_connect_object (page, "counted", G_CALLBACK (counted_cb), book, G_CONNECT_SWAPPED);
  gtk_stack_add_named (book->stack, GTK_WIDGET (page), bv_page_get_info (page)->key);
}

/**
 * bv_page_book_get_pages:
 * @book: the pages
 *
 * Returns: (transfer none): a list of #GtkStackPage, each child of which is a #BvPage; the selected one is
 * shown
 */
GtkSelectionModel *
bv_page_book_get_pages (BvPageBook *book)
{
  return book->pages;
}

/**
 * bv_page_book_count:
 * @book: the pages
 *
 * Returns: how many there are
 */
guint
bv_page_book_count (BvPageBook *book)
{
  return g_list_model_get_n_items (G_LIST_MODEL (book->pages));
}

/**
 * bv_page_book_count_listed:
 * @book: the pages
 * @of_setup: whether those below the rule of the side list are counted; else the steps of the work above it
 *
 * Returns: how many stand there
 */
guint
bv_page_book_count_listed (BvPageBook *book, gboolean of_setup)
{
  guint n = 0;

  for (guint i = 0; i < bv_page_book_count (book); i++)
    {
      const BvPageInfo *info = bv_page_get_info (bv_page_book_get_nth (book, i));

      n += !info->of_menu && !info->of_setup == !of_setup;
    }
  return n;
}

/**
 * bv_page_book_get_nth:
 * @book: the pages
 * @place: a place in the side list, from 0
 *
 * Returns: (transfer none): the page
 */
BvPage *
bv_page_book_get_nth (BvPageBook *book, guint place)
{
  g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (book->pages), place);

  return BV_PAGE (gtk_stack_page_get_child (GTK_STACK_PAGE (page)));
}

/**
 * bv_page_book_find:
 * @book: the pages
 * @key: a page's key
 *
 * Returns: (transfer none) (nullable): the page
 */
BvPage *
bv_page_book_find (BvPageBook *book, const char *key)
{
  return (BvPage *) gtk_stack_get_child_by_name (book->stack, key);
}

/**
 * bv_page_book_get_visible:
 * @book: the pages
 *
 * Returns: (transfer none) (nullable): the page that is shown; %NULL where there are none yet
 */
BvPage *
bv_page_book_get_visible (BvPageBook *book)
{
  return (BvPage *) gtk_stack_get_visible_child (book->stack);
}

static gboolean
has_focus (BvPageBook *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/**
 * bv_page_book_show:
 * @book: the pages
 * @key: a page's key
 *
 * The focus stays in the pages where it was there.
 */
void
bv_page_book_show (BvPageBook *book, const char *key)
{
  BvPage *page = bv_page_book_find (book, key);
  gboolean had_focus;

  g_return_if_fail (page != NULL);

  had_focus = has_focus (book);
  bv_page_build (page);
  gtk_stack_set_visible_child (book->stack, GTK_WIDGET (page));
  show_state (book);
  /* What is scrolled to stays: no row of it is asked to take the focus. */
  if (had_focus && !gtk_widget_grab_focus (BV_PAGE_GET_IFACE (page)->get_part (page, BV_PAGE_MAIN)))
    bv_page_focus_part (page, BV_PAGE_MAIN);
}

/**
 * bv_page_book_set_compact:
 * @book: the pages
 * @compact: whether the window is narrow
 */
void
bv_page_book_set_compact (BvPageBook *book, gboolean compact)
{
  book->compact = compact;
  for (guint i = 0; i < bv_page_book_count (book); i++)
    bv_page_set_compact (bv_page_book_get_nth (book, i), compact);
}

/**
 * bv_page_book_set_details_visible:
 * @book: the pages
 * @visible: whether the pages show details on the right
 */
void
bv_page_book_set_details_visible (BvPageBook *book, gboolean visible)
{
  book->details_hidden = !visible;
  for (guint i = 0; i < bv_page_book_count (book); i++)
    bv_page_set_details_visible (bv_page_book_get_nth (book, i), visible);
}

/**
 * bv_page_book_show_error:
 * @book: the pages
 * @text: (nullable): what went wrong, and what to do; %NULL: that is no longer so
 *
 * Says so on the page that is shown, until the user closes it or leaves the page.
 */
void
bv_page_book_show_error (BvPageBook *book, const char *text)
{
  if (book->told != NULL)
    bv_banner_set (book->told, BV_BANNER_ERROR, NULL);
  g_set_weak_pointer (&book->told, text != NULL ? get_banner (book) : NULL);
  if (book->told != NULL)
    bv_banner_set (book->told, BV_BANNER_ERROR, text);
}

/**
 * bv_page_book_get_error:
 * @book: the pages
 *
 * Returns: (transfer none) (nullable): what is said to have gone wrong
 */
const char *
bv_page_book_get_error (BvPageBook *book)
{
  return book->told != NULL ? bv_banner_get (book->told, BV_BANNER_ERROR) : NULL;
}

/**
 * bv_page_book_set_read_only:
 * @book: the pages
 * @reason: (nullable): (transfer none): why nothing can be changed, for as long as @book is there; %NULL: it
 * can
 */
void
bv_page_book_set_read_only (BvPageBook *book, const char *reason)
{
  book->reading = reason;
  show_state (book);
}

/**
 * bv_page_book_set_damage:
 * @book: the pages
 * @text: that the library is damaged; every page says so from now on
 */
void
bv_page_book_set_damage (BvPageBook *book, const char *text)
{
  g_free (book->damage);
  book->damage = g_strdup (text);
  show_state (book);
}

/**
 * bv_page_book_save_states:
 * @book: the pages
 *
 * Keeps how each page looks for when the program runs again.
 */
void
bv_page_book_save_states (BvPageBook *book)
{
  g_autoptr (GVariant) before = g_settings_get_value (book->settings, STATES);
  g_auto (GVariantDict) states = G_VARIANT_DICT_INIT (before);

  for (guint i = 0; i < bv_page_book_count (book); i++)
    {
      BvPage *page = bv_page_book_get_nth (book, i);
      GVariant *state = bv_page_save_state (page);

      if (state != NULL)
        g_variant_dict_insert_value (&states, bv_page_get_info (page)->key, state);
    }
  g_settings_set_value (book->settings, STATES, g_variant_dict_end (&states));
}
