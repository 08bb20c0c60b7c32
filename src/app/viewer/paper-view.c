/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/viewer/paper-view.h"

#include "app/viewer/paper-column.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>

#define NAME "paper"
/* A scale is that of a step although it was rounded to pixels. */
#define NEAR 0.01
/* A name is looked for on so many first pages. */
#define MOST_LOOKED_AT 50
/* What is found is shown at this part of the height. */
#define FOUND_AT 0.3

/* What is looked for page by page, as their texts come. */
typedef struct
{
  char *folded; /* NULL: nothing */
  gboolean is_wanted;
  guint page;
  int place; /* the how many-th of the page is next; -1: its last */
  int direction;
  guint left; /* pages that may be looked at */
} Quest;

/**
 * BvPaperView:
 *
 * A document from outside, as it is read beside the work: its pages with a bar above, or words why it has
 * none to show. `open` asks for another program; `n-pages` is 0 while nothing is shown.
 */
struct _BvPaperView
{
  GtkWidget parent_instance;
  GtkWidget *bar;
  GtkWidget *stack;
  GtkLabel *place;
  GtkMenuButton *zoom;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *search_words;
  GtkLabel *words;
  GtkWidget *open_button;
  GtkScrolledWindow *scroller;
  BvPaperColumn *column;
  GActionMap *actions;
  BvPaperPages *pages;
  char *path; /* of what is shown; NULL: nothing is */
  char *wanted;
  double part; /* of the height, where it is to be read once it has been laid out anew; 0: where it is */
  Quest quest;
  guint found_page;
  int found_place;
};

G_DEFINE_FINAL_TYPE (BvPaperView, bv_paper_view, GTK_TYPE_WIDGET)

enum
{
  PROP_N_PAGES = 1,
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkAdjustment *
get_adjustment (BvPaperView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static void
enable (BvPaperView *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, action)), enabled);
}

static void
update (BvPaperView *self)
{
  static const char *const of_pages[]
    = { "larger", "smaller", "zoom", "turn", "search", "copy", "fit-width" };
  guint n_pages = bv_paper_view_get_n_pages (self);
  guint page = bv_paper_view_get_page (self);
  g_autofree char *place = NULL;

  if (n_pages > 0)
    place = g_strdup_printf ("%u / %u", page + 1, n_pages);
  gtk_label_set_label (self->place, place != NULL ? place : "");
  enable (self, "previous", n_pages > 0 && page > 0);
  enable (self, "next", page + 1 < n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (of_pages); i++)
    enable (self, of_pages[i], n_pages > 0);
}

static void
see (BvPaperView *self)
{
  GtkAdjustment *down = get_adjustment (self);

  bv_paper_column_see (self->column, gtk_adjustment_get_value (down), gtk_adjustment_get_page_size (down));
  update (self);
}

static void
go_to_page (BvPaperView *self, guint page)
{
  gtk_adjustment_set_value (get_adjustment (self), bv_paper_column_get_top (self->column, page));
}

static void
previous_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  BvPaperView *self = data;
  guint page = bv_paper_view_get_page (self);

  go_to_page (self, page > 0 ? page - 1 : 0);
}

static void
next_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  go_to_page (data, bv_paper_view_get_page (data) + 1);
}

static void
set_zoom (BvPaperView *self, BvPaperFit fit, int percent)
{
  GtkAdjustment *down = get_adjustment (self);
  g_autofree char *label = fit == BV_PAPER_FIT_NONE ? g_strdup_printf ("%d %%", percent) : NULL;

  self->part = gtk_adjustment_get_value (down) / MAX (gtk_adjustment_get_upper (down), 1);
  gtk_menu_button_set_label (self->zoom, label != NULL              ? label
                                         : fit == BV_PAPER_FIT_PAGE ? _ ("Fit page")
                                                                    : _ ("Fit width"));
  bv_paper_column_set_fit (self->column, fit, percent / 100.0);
}

static void
zoom_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *zoom = g_variant_get_string (target, NULL);
  int percent = (int) g_ascii_strtoll (zoom, NULL, 10);

  set_zoom (data,
            percent > 0                  ? BV_PAPER_FIT_NONE
            : g_str_equal (zoom, "page") ? BV_PAPER_FIT_PAGE
                                         : BV_PAPER_FIT_WIDTH,
            MAX (percent, 1));
}

static void
fit_width_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_zoom (data, BV_PAPER_FIT_WIDTH, 100);
}

static void
step_zoom (BvPaperView *self, int direction)
{
  static const int percents[] = { 25, 50, 75, 100, 125, 150, 200, 300 };
  double now = bv_paper_column_get_scale (self->column);
  int n = G_N_ELEMENTS (percents);

  for (int i = direction > 0 ? 0 : n - 1; i >= 0 && i < n; i += direction)
    if ((percents[i] / 100.0 - now) * direction > NEAR)
      {
        set_zoom (self, BV_PAPER_FIT_NONE, percents[i]);
        return;
      }
}

static void
larger_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_zoom (data, 1);
}

static void
smaller_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_zoom (data, -1);
}

static void
turn_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  bv_paper_column_turn (BV_PAPER_VIEW (data)->column);
}

static void
open_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_signal_emit (data, signals[OPEN], 0);
}

static void
copy_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  BvPaperView *self = data;
  g_autofree char *text = bv_paper_column_get_selection (self->column);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
search_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  BvPaperView *self = data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
move (BvPaperView *self, int direction)
{
  GtkAdjustment *down = get_adjustment (self);

  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down)
                                    + direction * gtk_adjustment_get_page_increment (down));
}

static void
page_up_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  move (data, -1);
}

static void
page_down_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  move (data, 1);
}

static void
end_quest (BvPaperView *self)
{
  g_clear_pointer (&self->quest.folded, g_free);
}

static void
show_found (BvPaperView *self, const BvPaperRange *range)
{
  GtkAdjustment *down = get_adjustment (self);
  double place = bv_paper_column_find_place (self->column, self->quest.page, range);
  double top = gtk_adjustment_get_value (down);
  double height = gtk_adjustment_get_page_size (down);

  if (!self->quest.is_wanted)
    {
      self->found_page = self->quest.page;
      self->found_place = self->quest.place;
      bv_paper_column_set_found (self->column, self->quest.page, (guint) self->quest.place);
      gtk_label_set_label (self->search_words, "");
    }
  /* What is seen already is left where it is. */
  if (place < top || place > top + height * 0.9)
    gtk_adjustment_set_value (down, place - height * FOUND_AT);
}

static void
turn_quest_page (BvPaperView *self)
{
  Quest *quest = &self->quest;
  guint n_pages = bv_paper_view_get_n_pages (self);

  quest->left--;
  quest->page = (quest->page + (quest->direction > 0 ? 1 : n_pages - 1)) % n_pages;
  quest->place = quest->direction > 0 ? 0 : -1;
}

/* Goes on as far as texts are there. */
static void
follow_quest (BvPaperView *self)
{
  Quest *quest = &self->quest;

  if (!bv_paper_column_is_laid_out (self->column))
    return;
  while (quest->folded != NULL && quest->left > 0)
    {
      const BvPaperText *text = bv_paper_pages_get_text (self->pages, quest->page);
      g_autoptr (GArray) found
        = text != NULL ? bv_paper_text_find (text, quest->folded, quest->is_wanted) : NULL;

      if (text == NULL && bv_paper_pages_get_fault (self->pages, quest->page) == NULL)
        return;
      if (quest->place < 0 && found != NULL)
        quest->place = (int) found->len - 1;
      if (found != NULL && quest->place >= 0 && quest->place < (int) found->len)
        {
          show_found (self, &g_array_index (found, BvPaperRange, quest->place));
          end_quest (self);
          return;
        }
      turn_quest_page (self);
    }
  if (quest->folded != NULL && !quest->is_wanted)
    gtk_label_set_label (self->search_words, _ ("Not found"));
  end_quest (self);
}

static void
begin_quest (BvPaperView *self, const char *text, gboolean is_wanted, guint page, int place)
{
  guint n_pages = bv_paper_view_get_n_pages (self);
  g_autofree char *folded = bv_vietnamese_fold (text != NULL ? text : "");

  end_quest (self);
  if (*folded == '\0' || n_pages == 0)
    return;
  self->quest = (Quest){ g_steal_pointer (&folded),
                         is_wanted,
                         page,
                         place,
                         place < 0 ? -1 : 1,
                         is_wanted ? MIN (n_pages, MOST_LOOKED_AT) : n_pages + 1 };
  follow_quest (self);
}

static void
search_changed_cb (BvPaperView *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  bv_paper_column_set_marks (self->column, self->wanted, text);
  gtk_label_set_label (self->search_words, "");
  self->found_page = G_MAXUINT;
  begin_quest (self, text, FALSE, bv_paper_view_get_page (self), 0);
}

static void
find_next_cb (BvPaperView *self)
{
  gboolean is_first = self->found_page == G_MAXUINT;

  begin_quest (self, gtk_editable_get_text (self->search_entry), FALSE,
               is_first ? bv_paper_view_get_page (self) : self->found_page,
               is_first ? 0 : self->found_place + 1);
}

static void
find_previous_cb (BvPaperView *self)
{
  guint n_pages = bv_paper_view_get_n_pages (self);
  gboolean is_first = self->found_page == G_MAXUINT;
  guint page = is_first ? bv_paper_view_get_page (self) : self->found_page;

  if (n_pages == 0)
    return;
  if (is_first || self->found_place == 0)
    begin_quest (self, gtk_editable_get_text (self->search_entry), FALSE, (page + n_pages - 1) % n_pages, -1);
  else
    {
      begin_quest (self, gtk_editable_get_text (self->search_entry), FALSE, page, self->found_place - 1);
    }
}

static void
stop_search_cb (BvPaperView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  bv_paper_column_set_marks (self->column, self->wanted, NULL);
  end_quest (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->column));
}

static void
say (BvPaperView *self, const char *words, gboolean offers)
{
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->open_button, offers);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "words");
}

static void
opened_cb (BvPaperView *self)
{
  bv_paper_column_set_pages (self->column, self->pages);
  bv_paper_column_set_marks (self->column, self->wanted, NULL);
  gtk_adjustment_set_value (get_adjustment (self), 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pages");
  see (self);
  begin_quest (self, self->wanted, TRUE, 0, 0);
  g_object_notify (G_OBJECT (self), "n-pages");
}

static void
laid_out_cb (BvPaperView *self)
{
  GtkAdjustment *down = get_adjustment (self);

  if (self->part > 0)
    gtk_adjustment_set_value (down, self->part * gtk_adjustment_get_upper (down));
  self->part = 0;
  see (self);
  follow_quest (self);
}

static void
came_cb (BvPaperView *self)
{
  follow_quest (self);
}

static void
failed_cb (BvPaperView *self, const char *words)
{
  end_quest (self);
  /* Who asks for it once more gets it tried once more. */
  g_clear_pointer (&self->path, g_free);
  say (self, words, TRUE);
}

static void
bv_paper_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, bv_paper_view_get_n_pages (BV_PAPER_VIEW (object)));
}

static gboolean
bv_paper_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_PAPER_VIEW (widget)->column));
}

static void
leave (BvPaperView *self)
{
  end_quest (self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->wanted, g_free);
  self->part = 0;
  self->found_page = G_MAXUINT;
  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  if (self->column != NULL)
    bv_paper_column_set_pages (self->column, NULL);
  /* Its process ends with it, whoever else holds the pages. */
  if (self->pages != NULL)
    g_object_run_dispose (G_OBJECT (self->pages));
  g_clear_object (&self->pages);
}

static void
bv_paper_view_dispose (GObject *object)
{
  BvPaperView *self = BV_PAPER_VIEW (object);
  GtkWidget *child;

  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_data (get_adjustment (self), self);
  leave (self);
  self->column = NULL;
  self->scroller = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (bv_paper_view_parent_class)->dispose (object);
}

static const struct
{
  guint key;
  GdkModifierType state;
  const char *action;
  gboolean of_text;
} keys[] = {
  { GDK_KEY_Page_Up, 0, "paper.page-up" },
  { GDK_KEY_Page_Down, 0, "paper.page-down" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "paper.larger" },
  { GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "paper.larger" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "paper.larger" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "paper.larger" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "paper.smaller" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "paper.smaller" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "paper.fit-width" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "paper.search", TRUE },
  { GDK_KEY_c, GDK_CONTROL_MASK, "paper.copy", TRUE },
};

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action, NULL);
}

static void
bv_paper_view_class_init (BvPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_paper_view_get_property;
  object_class->dispose = bv_paper_view_dispose;
  widget_class->grab_focus = bv_paper_view_grab_focus;
  g_object_class_install_property (
    object_class, PROP_N_PAGES,
    g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[OPEN]
    = g_signal_new ("open", BV_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (BV_TYPE_PAPER_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/viewer/paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, bar);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, stack);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, place);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, zoom);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, search_words);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, words);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, open_button);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BvPaperView, column);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_css_name (widget_class, "paperview");
  add_keys (widget_class);
}

static void
bv_paper_view_init (BvPaperView *self)
{
  static const GActionEntry entries[] = {
    { .name = "previous", .activate = previous_cb },
    { .name = "next", .activate = next_cb },
    { .name = "page-up", .activate = page_up_cb },
    { .name = "page-down", .activate = page_down_cb },
    { .name = "larger", .activate = larger_cb },
    { .name = "smaller", .activate = smaller_cb },
    { .name = "zoom", .activate = zoom_cb, .parameter_type = "s" },
    { .name = "fit-width", .activate = fit_width_cb },
    { .name = "turn", .activate = turn_cb },
    { .name = "search", .activate = search_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "open", .activate = open_cb },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  self->actions = G_ACTION_MAP (actions);
  self->found_page = G_MAXUINT;
  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), NAME, G_ACTION_GROUP (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_swapped (get_adjustment (self), "value-changed", G_CALLBACK (see), self);
  g_signal_connect_swapped (get_adjustment (self), "changed", G_CALLBACK (see), self);
  g_signal_connect_swapped (self->column, "laid-out", G_CALLBACK (laid_out_cb), self);
  bv_paper_view_clear (self);
}

/**
 * bv_paper_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing
 */
GtkWidget *
bv_paper_view_new (void)
{
  return g_object_new (BV_TYPE_PAPER_VIEW, NULL);
}

/* What was looked for already stays where the reader is. */
static void
look_for (BvPaperView *self, const char *wanted)
{
  if (g_strcmp0 (self->wanted, wanted) == 0)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (wanted);
  bv_paper_column_set_marks (self->column, wanted, NULL);
  begin_quest (self, wanted, TRUE, 0, 0);
}

/**
 * bv_paper_view_show:
 * @self: a view
 * @path: a document from outside
 * @name: what people call it
 * @wanted: (nullable): a name in it: its lines are marked, and it opens there
 *
 * A document that is shown already is not read again.
 */
void
bv_paper_view_show (BvPaperView *self, const char *path, const char *name, const char *wanted)
{
  g_autofree char *label = g_strdup_printf (_ ("Pages of %s"), name);

  if (g_strcmp0 (self->path, path) == 0)
    {
      look_for (self, wanted);
      return;
    }
  leave (self);
  self->path = g_strdup (path);
  self->wanted = g_strdup (wanted);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (self->search_entry, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  say (self, "", FALSE);
  enable (self, "open", TRUE);
  self->pages = bv_paper_pages_new (path);
  g_signal_connect_swapped (self->pages, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->pages, "came", G_CALLBACK (came_cb), self);
  g_signal_connect_swapped (self->pages, "failed", G_CALLBACK (failed_cb), self);
  update (self);
  g_object_notify (G_OBJECT (self), "n-pages");
}

/**
 * bv_paper_view_clear:
 * @self: a view, which shows nothing from now on
 */
void
bv_paper_view_clear (BvPaperView *self)
{
  leave (self);
  say (self, "", FALSE);
  enable (self, "open", FALSE);
  update (self);
  g_object_notify (G_OBJECT (self), "n-pages");
}

/**
 * bv_paper_view_take_key:
 * @self: a view
 * @keyval: a key that was pressed elsewhere
 * @state: with these others
 *
 * Does what the key does in the view, unless it is about text there: a page further, larger.
 *
 * Returns: whether it is such a key
 */
gboolean
bv_paper_view_take_key (BvPaperView *self, guint keyval, GdkModifierType state)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!keys[i].of_text && keys[i].key == keyval
        && keys[i].state == (state & gtk_accelerator_get_default_mod_mask ()))
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return FALSE;
}

/**
 * bv_paper_view_get_n_pages:
 * @self: a view
 *
 * Returns: how many pages it shows; 0 while that is not known
 */
guint
bv_paper_view_get_n_pages (BvPaperView *self)
{
  return self->pages != NULL ? bv_paper_pages_count (self->pages) : 0;
}

/**
 * bv_paper_view_get_page:
 * @self: a view
 *
 * Returns: the page that is read, from 0
 */
guint
bv_paper_view_get_page (BvPaperView *self)
{
  return bv_paper_column_get_page (self->column);
}

/**
 * bv_paper_view_has_picture:
 * @self: a view
 * @page: one of its pages, from 0
 *
 * Returns: whether its picture is there
 */
gboolean
bv_paper_view_has_picture (BvPaperView *self, guint page)
{
  return page < bv_paper_view_get_n_pages (self) && bv_paper_pages_get_picture (self->pages, page) != NULL;
}

/**
 * bv_paper_view_get_words:
 * @self: a view
 *
 * Returns: (transfer none): what stands in the place of pages, or of the one that is read: why there is none;
 * empty where there is
 */
const char *
bv_paper_view_get_words (BvPaperView *self)
{
  guint page = bv_paper_view_get_page (self);
  const char *fault
    = page < bv_paper_view_get_n_pages (self) ? bv_paper_pages_get_fault (self->pages, page) : NULL;

  return fault != NULL ? fault : gtk_label_get_label (self->words);
}

/**
 * bv_paper_view_get_process:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what the system calls the process that draws for it
 */
const char *
bv_paper_view_get_process (BvPaperView *self)
{
  return self->pages != NULL ? bv_paper_pages_get_process (self->pages) : NULL;
}
