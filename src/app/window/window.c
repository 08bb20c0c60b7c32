/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/window.h"

#include "app/fault/fault-dialog.h"
#include "app/guide/guide.h"
#include "app/page/error-line.h"
#include "app/page/page-actions.h"
#include "app/page/page-book.h"
#include "app/page/route.h"
#include "app/page/unsaved.h"
#include "app/papers/preview.h"
#include "app/ways/ways.h"
#include "app/window/campaign-chooser.h"
#include "app/window/parts.h"
#include "app/window/shortcuts.h"
#include "app/window/sidebar.h"
#include "app/window/welcome-page.h"
#include "app/window/window-actions.h"

#include <glib/gi18n-lib.h>

/* Narrower windows show the steps as icons, and fewer columns. */
#define COMPACT_WIDTH 1100
#define SEARCH_CHARS 24
#define SEARCH_CHARS_IN_NARROW 16

/**
 * BvWindow:
 *
 * The window: the steps of the work on the left, the page of the chosen one beside, the status bar below. It
 * shows a session, and decides nothing.
 */
struct _BvWindow
{
  GtkApplicationWindow parent_instance;

  BvCampaignChooser *chooser;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GMenu *library_section;
  GtkWidget *undo_button;
  GtkWidget *print_button;
  GtkWidget *redo_button;
  GtkWidget *title_box;
  GtkLabel *title_label;
  GtkLabel *number_label; /* of the plan; never cut */
  GtkSearchEntry *search_entry;
  GtkStack *content;
  BvPageBook *pages;
  BvSidebar *sidebar;
  BvStatusBar *status_bar;
  BvBanner *welcome_banner;

  char *origin; /* what is shown instead of the library; NULL: the library */
  BvSession *session;
  BvWindowActions *actions;
  BvErrorLine *errors;
  BvRoute *route;
  BvWays *ways;
  GSettings *settings;
  gboolean compact; /* narrow */
};

G_DEFINE_FINAL_TYPE (BvWindow, bv_window, GTK_TYPE_APPLICATION_WINDOW)

static void
show_title (BvWindow *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  const char *number = head != NULL ? head->plan_number : "";
  const char *origin = self->origin != NULL ? self->origin : "";
  g_autofree char *title
    = g_strconcat (origin, *origin != '\0' ? " · " : "", head != NULL ? head->title : _ ("Bảng Vàng"), NULL);
  g_autofree char *behind = *number != '\0' ? g_strconcat ("· ", number, NULL) : g_strdup ("");
  g_autofree char *all = g_strconcat (title, *behind != '\0' ? " " : "", behind, NULL);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->number_label, behind);
  gtk_widget_set_tooltip_text (self->title_box, all);
  gtk_window_set_title (GTK_WINDOW (self), all);
}

static void
describe_page (BvWindow *self)
{
  g_autofree char *text = bv_page_describe (bv_window_get_visible_page (self));

  bv_status_bar_set_page (self->status_bar, text != NULL ? text : "");
}

static void
enable (BvWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)),
                               enabled);
}

/* What a page only tries out is neither printed nor sealed. */
static void
update_papers (BvWindow *self, BvPage *page, gboolean has_campaign)
{
  const char *reason = bv_page_withhold (page);

  enable (self, "print", has_campaign && reason == NULL);
  enable (self, "export", has_campaign && reason == NULL);
  gtk_widget_set_tooltip_text (self->print_button, reason != NULL ? reason : _ ("Print (Ctrl+P)"));
}

static void
update_page_actions (BvWindow *self, BvPage *page, gboolean shown)
{
  gboolean has_campaign = bv_session_get_campaign (self->session) != 0;

  if (shown)
    update_papers (self, page, has_campaign);
  bv_page_actions_update (G_ACTION_MAP (self), page, shown && has_campaign,
                          has_campaign && bv_session_is_writable (self->session));
}

/* Of what several pages have, the one that is shown has the last word. */
static void
update_pages_actions (BvWindow *self)
{
  BvPage *shown = bv_page_book_get_visible (self->pages);

  for (guint i = 0; i < bv_page_book_count (self->pages); i++)
    update_page_actions (self, bv_page_book_get_nth (self->pages, i), FALSE);
  if (shown != NULL)
    update_page_actions (self, shown, TRUE);
}

static void
row_selected_cb (BvWindow *self, BvPage *page)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    update_page_actions (self, page, page == bv_page_book_get_visible (self->pages));
}

/* Enables what can be done now. */
static void
update_actions (BvWindow *self)
{
  static const char *const actions[]
    = { "go-to",    "search",       "clear-search", "page",         "open", "open-cell", "back",
        "next-tab", "previous-tab", "next-hit",     "previous-hit", "save", "print" };
  gboolean has_campaign = bv_session_get_campaign (self->session) != 0;

  bv_window_actions_update (self->actions);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    enable (self, actions[i], has_campaign);
  update_pages_actions (self);
}

static void
show_undo (BvWindow *self)
{
  g_autofree char *undo = bv_session_get_undo_label (self->session);
  g_autofree char *redo = bv_session_get_redo_label (self->session);
  g_autofree char *undo_tip = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  g_autofree char *redo_tip = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : NULL;

  gtk_widget_set_tooltip_text (self->undo_button, undo_tip != NULL ? undo_tip : _ ("Nothing to undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip != NULL ? redo_tip : _ ("Nothing to redo"));
  update_actions (self);
}

/* What was undone or done again says so itself, when it is finished. */
static void
show_last_action (BvWindow *self)
{
  const BvAction *last = bv_session_get_last_action (self->session);

  if (last != NULL && g_str_equal (last->kind, "do"))
    bv_status_bar_show_action (self->status_bar, last->label, TRUE);
}

/* What waits on a page that is not shown. */
static void
count_again (BvWindow *self)
{
  for (guint i = 0; i < bv_page_book_count (self->pages); i++)
    bv_page_notify_counted (bv_page_book_get_nth (self->pages, i));
}

static void
changed_cb (BvWindow *self)
{
  count_again (self);
  show_title (self);
  show_undo (self);
  show_last_action (self);
}

/* Once the pages show what was changed. What was undone is still said where another page is shown for it. */
static void
follow_replay_cb (BvWindow *self)
{
  g_autofree char *said = g_strdup (bv_status_bar_get_message (self->status_bar));

  if (bv_route_follow_replay (self->route))
    bv_status_bar_show_action (self->status_bar, said, FALSE);
}

/* Of the page that is shown, if one is. */
static void
choose_guide (BvWindow *self)
{
  BvPage *shown = bv_page_book_get_visible (self->pages);
  gboolean has_campaign = bv_session_get_campaign (self->session) != 0;

  bv_guide_set_page (GTK_WINDOW (self),
                     has_campaign && shown != NULL ? bv_page_get_info (shown)->guide : NULL);
}

/* Another campaign may have no use for the page that is shown: work goes on with its first. */
static void
leave_page_not_offered (BvWindow *self)
{
  BvPage *shown = bv_page_book_get_visible (self->pages);

  if (shown == NULL || bv_page_is_offered (shown))
    return;
  for (guint i = 0; i < bv_page_book_count (self->pages); i++)
    {
      BvPage *page = bv_page_book_get_nth (self->pages, i);

      if (!bv_page_get_info (page)->of_menu && bv_page_is_offered (page))
        {
          bv_page_book_show (self->pages, bv_page_get_info (page)->key);
          return;
        }
    }
}

static void
campaign_changed_cb (BvWindow *self)
{
  gboolean has_campaign = bv_session_get_campaign (self->session) != 0;

  /* What was said of the campaign before is not about this one. */
  bv_error_line_clear (self->errors);
  gtk_stack_set_visible_child_name (self->content, has_campaign ? "campaign" : "welcome");
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), has_campaign);
  leave_page_not_offered (self);
  choose_guide (self);
  count_again (self);
  show_title (self);
  show_undo (self);
}

static void
failed_cb (BvWindow *self, const char *message)
{
  bv_error_line_say (self->errors, message);
}

static void
working_cb (BvWindow *self, BvWork *work)
{
  bv_status_bar_add_work (self->status_bar, work);
}

static void
counted_cb (BvWindow *self)
{
  describe_page (self);
}

/* What was said of the page before is not about this one. */
static void
page_shown_cb (BvWindow *self)
{
  bv_status_bar_clear (self->status_bar);
  bv_window_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update_pages_actions (self);
  choose_guide (self);
  describe_page (self);
}

static void
search_changed_cb (BvWindow *self)
{
  bv_window_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
stop_search_cb (BvWindow *self)
{
  bv_window_clear_search (self);
  bv_page_focus_part (bv_window_get_visible_page (self), BV_PAGE_MAIN);
}

/* What is searched need not be waited for. */
static void
leave_search_cb (BvWindow *self)
{
  search_changed_cb (self);
  bv_page_focus_part (bv_window_get_visible_page (self), BV_PAGE_MAIN);
}

static gboolean
search_key_cb (BvWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  leave_search_cb (self);
  return GDK_EVENT_STOP;
}

static void
focus_other_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);

  if (bv_session_get_campaign (self->session) != 0)
    bv_parts_focus_other (GTK_WIDGET (self->sidebar), bv_window_get_visible_page (self),
                          g_str_equal (action, "part.next"));
}

/* What it is for and its key, where there is room; they are in its tooltip too. */
static void
show_search_hint (BvWindow *self)
{
  const char *hint = _ ("Search this page (Ctrl+F)");

  g_object_set (self->search_entry, "placeholder-text", self->compact ? _ ("Search…") : hint, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->search_entry), self->compact ? hint : NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search_entry),
                                self->compact ? SEARCH_CHARS_IN_NARROW : SEARCH_CHARS);
}

static void
layout_cb (GdkSurface *surface, int width, int height, gpointer data)
{
  BvWindow *self = data;
  gboolean compact = width < COMPACT_WIDTH;

  if (compact == self->compact)
    return;
  self->compact = compact;
  bv_sidebar_set_compact (self->sidebar, compact);
  bv_page_book_set_compact (self->pages, compact);
  show_search_hint (self);
}

static void
bv_window_realize (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (bv_window_parent_class)->realize (widget);
  surface = gtk_native_get_surface (GTK_NATIVE (widget));
  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), widget, 0);
}

static void
remember_size (BvWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* A page to which a menu leads is not where work begins. */
static void
remember_view (BvWindow *self)
{
  BvPage *shown = bv_window_get_visible_page (self);
  g_autoptr (GVariant) details = g_action_group_get_action_state (G_ACTION_GROUP (self), "details");

  if (shown != NULL && !bv_page_get_info (shown)->of_menu)
    g_settings_set_string (self->settings, "page", bv_page_get_info (shown)->key);
  g_settings_set_value (self->settings, "details-shown", details);
}

static void
close_window (gpointer data)
{
  gtk_window_close (data);
}

static gboolean
bv_window_close_request (GtkWindow *window)
{
  BvWindow *self = BV_WINDOW (window);

  if (bv_unsaved_ask (GTK_WIDGET (self->pages), close_window, NULL, self))
    return GDK_EVENT_STOP;
  remember_size (self);
  remember_view (self);
  bv_page_book_save_states (self->pages);
  return GTK_WINDOW_CLASS (bv_window_parent_class)->close_request (window);
}

static void
bv_window_dispose (GObject *object)
{
  BvWindow *self = BV_WINDOW (object);

  g_clear_pointer (&self->actions, bv_window_actions_free);
  g_clear_object (&self->errors);
  g_clear_object (&self->route);
  g_clear_object (&self->ways);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bv_window_parent_class)->dispose (object);
}

static void
bv_window_finalize (GObject *object)
{
  g_free (BV_WINDOW (object)->origin);
  G_OBJECT_CLASS (bv_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/window/window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, library_section);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, number_label);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, status_bar);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, welcome_banner);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, counted_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "part.next", NULL, focus_other_part);
  gtk_widget_class_install_action (widget_class, "part.previous", NULL, focus_other_part);
}

static void
bv_window_class_init (BvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_window_finalize;
  widget_class->realize = bv_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = bv_window_close_request;
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CAMPAIGN_CHOOSER);
  g_type_ensure (BV_TYPE_PAGE_BOOK);
  g_type_ensure (BV_TYPE_SIDEBAR);
  g_type_ensure (BV_TYPE_STATUS_BAR);
  g_type_ensure (BV_TYPE_WELCOME_PAGE);
  bind_template (widget_class);
  add_bindings (widget_class);
}

static void
restore_size (BvWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* The window does not wait at its start for the widgets of a menu that nobody opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, BV_WINDOW (data)->menu);
}

static void
bv_window_init (BvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  self->settings = g_settings_new (BV_APP_ID);
  restore_size (self);
  bv_sidebar_set_pages (self->sidebar, self->pages);
}

static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_ways_open (BV_WINDOW (data)->ways);
}

/* Within a document that is shown, that is searched. */
static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *entry = GTK_WIDGET (BV_WINDOW (data)->search_entry);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (data));

  if (focus != NULL && gtk_widget_activate_action (focus, "paper.search", NULL))
    return;
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

static void
clear_search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_window_clear_search (data);
}

static void
details_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  bv_page_book_set_details_visible (BV_WINDOW (data)->pages, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static gboolean
has_focus_in (BvWindow *self, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Who asks for the page that is shown wants to go on in its table, and so does who comes from elsewhere; but
 * who goes down the side list goes on there. */
static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindow *self = data;
  const char *key = g_variant_get_string (parameter, NULL);
  BvPage *shown = bv_window_get_visible_page (self);
  BvPage *page = bv_window_get_page (self, key);

  if (page == NULL || !bv_page_is_offered (page))
    return;
  if (page == shown || (!has_focus_in (self, self->sidebar) && !has_focus_in (self, self->pages)))
    bv_page_focus_part (shown, BV_PAGE_MAIN);
  if (page != shown)
    bv_window_show_page (self, key);
}

static void
next_tab_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_page_step_tab (bv_window_get_visible_page (data), 1);
}

static void
previous_tab_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_page_step_tab (bv_window_get_visible_page (data), -1);
}

/* Where nothing is searched yet that comes first. */
static void
step_hit (BvWindow *self, int rows)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    bv_page_step (bv_window_get_visible_page (self), rows);
}

static void
next_hit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_hit (data, 1);
}

static void
previous_hit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_hit (data, -1);
}

/* Behind what the journal says of it. */
static gboolean
say_saved (gpointer status_bar)
{
  bv_status_bar_show_action (status_bar, _ ("All changes are saved"), FALSE);
  return G_SOURCE_REMOVE;
}

/* All is saved as it is typed: only what is being typed is left. The focus stays. */
static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_set_focus (GTK_WINDOW (self), focus);
  if (!bv_error_line_show_refused (self->errors))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, say_saved, g_object_ref (self->status_bar), g_object_unref);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *key;
  gint64 record;

  g_variant_get (parameter, "(&sx)", &key, &record);
  bv_route_go (BV_WINDOW (data)->route, key, record);
}

static void
open_cell_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *key;
  const char *part;
  gint64 record;

  g_variant_get (parameter, "(&sx&s)", &key, &record, &part);
  bv_route_go_to_part (BV_WINDOW (data)->route, key, record, part);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_route_go_back (BV_WINDOW (data)->route);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindow *self = data;
  g_autoptr (GListStore) special = g_list_store_new (BV_TYPE_PAPER_CHOICE);
  g_autoptr (BvPaperChoice) first = NULL;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  first = bv_page_offer_papers (bv_window_get_visible_page (self), special);
  bv_preview_open (GTK_WINDOW (self), self->session, 0, first, G_LIST_MODEL (special));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bv_shortcuts_show (data, BV_WINDOW (data)->pages);
}

static void
report_fault_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindow *self = data;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_present (GTK_WINDOW (
    bv_fault_dialog_new (GTK_WINDOW (self), self->session, bv_error_line_get_last (self->errors))));
}

static void
add_actions (BvWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "go-to", .activate = go_to_cb },
    { .name = "search", .activate = search_cb },
    { .name = "clear-search", .activate = clear_search_cb },
    { .name = "details", .state = "true", .change_state = details_cb },
    { .name = "page", .activate = page_cb, .parameter_type = "s" },
    { .name = "open", .activate = open_cb, .parameter_type = "(sx)" },
    { .name = "open-cell", .activate = open_cell_cb, .parameter_type = "(sxs)" },
    { .name = "back", .activate = back_cb },
    { .name = "next-tab", .activate = next_tab_cb },
    { .name = "previous-tab", .activate = previous_tab_cb },
    { .name = "next-hit", .activate = next_hit_cb },
    { .name = "previous-hit", .activate = previous_hit_cb },
    { .name = "save", .activate = save_cb },
    { .name = "print", .activate = print_cb },
    { .name = "show-help-overlay", .activate = shortcuts_cb },
    { .name = "report-fault", .activate = report_fault_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->actions = bv_window_actions_new (GTK_APPLICATION_WINDOW (self), self->session);
}

static void
connect_session (BvWindow *self)
{
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (follow_replay_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->session, "campaign-changed", G_CALLBACK (campaign_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "ranked", G_CALLBACK (count_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "writable-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "working", G_CALLBACK (working_cb), self, G_CONNECT_SWAPPED);
  bv_campaign_chooser_set_session (self->chooser, self->session);
}

/**
 * bv_window_new:
 * @application: the program
 * @session: what is shown
 *
 * Returns: (transfer none): the window, without pages
 */
GtkWidget *
bv_window_new (GtkApplication *application, BvSession *session)
{
  BvWindow *self = g_object_new (BV_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  self->errors = bv_error_line_new (self->pages, self->welcome_banner, session);
  self->route = bv_route_new (self->pages, session);
  if (bv_session_is_read_only (session))
    bv_page_book_set_read_only (self->pages, bv_session_explain_read_only (session));
  add_actions (self);
  self->ways
    = bv_ways_new (GTK_APPLICATION_WINDOW (self), self->session, self->pages, self->menu, self->title_box);
  if (!g_settings_get_boolean (self->settings, "details-shown"))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "details", g_variant_new_boolean (FALSE));
  connect_session (self);
  campaign_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * bv_window_get_session:
 * @window: the window
 *
 * Returns: (transfer none): what it shows
 */
BvSession *
bv_window_get_session (BvWindow *window)
{
  return window->session;
}

/**
 * bv_window_set_origin:
 * @window: the window
 * @origin: what it shows instead of the library, such as a copy; stands before its title from now on
 *
 * What is done with the library as a whole is not offered there.
 */
void
bv_window_set_origin (BvWindow *window, const char *origin)
{
  g_free (window->origin);
  window->origin = g_strdup (origin);
  g_menu_remove_all (window->library_section);
  show_title (window);
}

/**
 * bv_window_add_page:
 * @window: the window
 * @page: (transfer floating): a page without a session
 *
 * Puts a page behind those that the window has.
 */
void
bv_window_add_page (BvWindow *window, BvPage *page)
{
  guint place = bv_page_book_count_listed (window->pages, bv_page_get_info (page)->of_setup);

  bv_page_set_session (page, window->session);
  bv_page_book_add (window->pages, page);
  bv_page_actions_add (GTK_APPLICATION_WINDOW (window), page, place);
  g_signal_connect_object (page, "selected", G_CALLBACK (row_selected_cb), window, G_CONNECT_SWAPPED);
  update_actions (window);
}

/**
 * bv_window_get_page:
 * @window: the window
 * @key: a page's key
 *
 * Returns: (transfer none) (nullable): the page
 */
BvPage *
bv_window_get_page (BvWindow *window, const char *key)
{
  return bv_page_book_find (window->pages, key);
}

/**
 * bv_window_get_visible_page:
 * @window: the window
 *
 * Returns: (transfer none): the page that is shown
 */
BvPage *
bv_window_get_visible_page (BvWindow *window)
{
  return bv_page_book_get_visible (window->pages);
}

/**
 * bv_window_show_page:
 * @window: the window
 * @key: the key of one of its pages
 *
 * Where something that was typed on the visible page cannot be saved, asks first.
 */
void
bv_window_show_page (BvWindow *window, const char *key)
{
  bv_route_go (window->route, key, 0);
}

/**
 * bv_window_show_last_page:
 * @window: the window, with its pages
 * @otherwise: the key of the page with which work begins where none was ever shown
 *
 * Goes on where the user was when the program was closed.
 */
void
bv_window_show_last_page (BvWindow *window, const char *otherwise)
{
  g_autofree char *key = g_settings_get_string (window->settings, "page");
  BvPage *last = bv_window_get_page (window, key);

  gboolean can_show = last != NULL && !bv_page_get_info (last)->of_menu && bv_page_is_offered (last);

  bv_window_show_page (window, can_show ? key : otherwise);
}

/**
 * bv_window_get_status_bar:
 * @window: the window
 *
 * Returns: (transfer none): its status bar
 */
BvStatusBar *
bv_window_get_status_bar (BvWindow *window)
{
  return window->status_bar;
}

/**
 * bv_window_get_error:
 * @window: the window
 *
 * Returns: (transfer none) (nullable): what it says went wrong
 */
const char *
bv_window_get_error (BvWindow *window)
{
  return bv_error_line_get (window->errors);
}

/**
 * bv_window_set_damage:
 * @window: the window
 * @text: that its library is damaged; every page says so from now on, with a way to restore it
 */
void
bv_window_set_damage (BvWindow *window, const char *text)
{
  bv_banner_set (window->welcome_banner, BV_BANNER_DAMAGE, text);
  bv_page_book_set_damage (window->pages, text);
}

/**
 * bv_window_search:
 * @window: the window
 * @text: what the visible page is searched for
 */
void
bv_window_search (BvWindow *window, const char *text)
{
  bv_page_set_search (bv_window_get_visible_page (window), text);
}

/**
 * bv_window_clear_search:
 * @window: the window
 *
 * Shows all rows of the visible page again.
 */
void
bv_window_clear_search (BvWindow *window)
{
  gtk_editable_set_text (GTK_EDITABLE (window->search_entry), "");
  bv_window_search (window, "");
}
