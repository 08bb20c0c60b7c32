/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window.h"

#include "app/campaign-chooser.h"
#include "app/sidebar.h"
#include "app/units-page.h"
#include "app/welcome-page.h"
#include "app/window-actions.h"

#include <glib/gi18n-lib.h>

/* Narrower windows show the steps as icons, and fewer columns. */
#define COMPACT_WIDTH 1180

/* The parts of the window that F6 goes through. */
enum
{
  PART_SIDEBAR,
  PART_TABLE,
  PART_DETAILS,
  N_PARTS,
};

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
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkLabel *title_label;
  GtkSearchEntry *search_entry;
  GtkStack *content;
  GtkStack *pages;
  BvSidebar *sidebar;
  BvUnitsPage *units_page;
  BvNomineesPage *nominees_page;
  BvRankingPage *ranking_page;
  BvStatusBar *status_bar;

  BvSession *session;
  GSettings *settings;
  gboolean compact; /* narrow */
};

G_DEFINE_FINAL_TYPE (BvWindow, bv_window, GTK_TYPE_APPLICATION_WINDOW)

static void
show_title (BvWindow *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  g_autofree char *title = NULL;

  if (head == NULL)
    title = g_strdup (_ ("Bảng Vàng"));
  else if (*head->plan_number != '\0')
    title = g_strdup_printf ("%s · %s", head->title, head->plan_number);
  else
    title = g_strdup (head->title);
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
describe_page (BvWindow *self)
{
  BvPage *page = bv_window_get_visible_page (self);
  g_autofree char *text = page != NULL ? bv_page_describe (page) : NULL;

  if (text != NULL)
    bv_status_bar_set_page (self->status_bar, text);
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
  bv_window_actions_update (self);
}

/* After an undo the button for it would take back something else. */
static void
show_last_action (BvWindow *self)
{
  g_autoptr (GPtrArray) actions = bv_journal_list (bv_session_get_library (self->session), 1, NULL);
  const BvAction *last = actions != NULL && actions->len > 0 ? g_ptr_array_index (actions, 0) : NULL;

  if (last != NULL)
    bv_status_bar_show_action (self->status_bar, last->label, g_str_equal (last->kind, "do"));
}

static void
changed_cb (BvWindow *self)
{
  show_title (self);
  show_undo (self);
  show_last_action (self);
}

static void
campaign_changed_cb (BvWindow *self)
{
  gboolean has_campaign = bv_session_get_campaign (self->session) != 0;

  gtk_stack_set_visible_child_name (self->content, has_campaign ? "campaign" : "welcome");
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), has_campaign);
  show_title (self);
  show_undo (self);
}

static void
failed_cb (BvWindow *self, const char *message)
{
  bv_status_bar_show_error (self->status_bar, message);
}

static void
working_cb (BvWindow *self, BvWork *work)
{
  bv_status_bar_add_work (self->status_bar, work);
}

static void
counted_cb (BvWindow *self)
{
  /* The rows of a table that is taken down go too. */
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    describe_page (self);
}

static void
page_changed_cb (BvWindow *self)
{
  if (self->session == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  bv_window_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  describe_page (self);
  bv_window_actions_update (self);
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
  bv_page_focus_table (bv_window_get_visible_page (self));
}

/* What is searched need not be waited for. */
static void
leave_search_cb (BvWindow *self)
{
  search_changed_cb (self);
  bv_page_focus_table (bv_window_get_visible_page (self));
}

static gboolean
search_key_cb (BvWindow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  leave_search_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
focus_part (BvWindow *self, guint part)
{
  BvPage *page = bv_window_get_visible_page (self);

  if (part == PART_SIDEBAR)
    return gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
  return part == PART_TABLE ? bv_page_focus_table (page) : bv_page_focus_details (page);
}

/* From anywhere else the next part is the table, the one before it the sidebar. */
static guint
find_focused_part (BvWindow *self, guint otherwise)
{
  BvPage *page = bv_window_get_visible_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    return PART_SIDEBAR;
  if (bv_page_has_focus (page, FALSE))
    return PART_TABLE;
  return bv_page_has_focus (page, TRUE) ? PART_DETAILS : otherwise;
}

static void
focus_other_part (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvWindow *self = BV_WINDOW (widget);
  gboolean next = g_str_equal (action, "part.next");
  guint part = find_focused_part (self, next ? PART_SIDEBAR : PART_TABLE);

  if (bv_session_get_campaign (self->session) == 0)
    return;
  for (guint i = 1; i < N_PARTS; i++)
    if (focus_part (self, (part + (next ? i : N_PARTS - i)) % N_PARTS))
      return;
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
  g_object_set (self->units_page, "compact", compact, NULL);
  g_object_set (self->nominees_page, "compact", compact, NULL);
  g_object_set (self->ranking_page, "compact", compact, NULL);
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

static gboolean
bv_window_close_request (GtkWindow *window)
{
  /* What is being typed is saved when it loses the focus. */
  gtk_window_set_focus (window, NULL);
  remember_size (BV_WINDOW (window));
  return GTK_WINDOW_CLASS (bv_window_parent_class)->close_request (window);
}

static void
bv_window_dispose (GObject *object)
{
  BvWindow *self = BV_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bv_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bangvang/BangVang/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, units_page);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, nominees_page);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, ranking_page);
  gtk_widget_class_bind_template_child (widget_class, BvWindow, status_bar);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "part.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, "part.previous", NULL);
}

static void
bv_window_class_init (BvWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_window_dispose;
  widget_class->realize = bv_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = bv_window_close_request;
  g_type_ensure (BV_TYPE_CAMPAIGN_CHOOSER);
  g_type_ensure (BV_TYPE_SIDEBAR);
  g_type_ensure (BV_TYPE_STATUS_BAR);
  g_type_ensure (BV_TYPE_WELCOME_PAGE);
  g_type_ensure (BV_TYPE_UNITS_PAGE);
  g_type_ensure (BV_TYPE_NOMINEES_PAGE);
  g_type_ensure (BV_TYPE_RANKING_PAGE);
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

static void
bv_window_init (BvWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (BV_APP_ID);
  restore_size (self);
  gtk_stack_set_visible_child_name (self->pages, "nominees");
  bv_page_build (bv_window_get_visible_page (self));
}

static void
connect_session (BvWindow *self)
{
  BvPage *pages[]
    = { BV_PAGE (self->units_page), BV_PAGE (self->nominees_page), BV_PAGE (self->ranking_page) };

  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "campaign-changed", G_CALLBACK (campaign_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "working", G_CALLBACK (working_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      bv_page_set_session (pages[i], self->session);
      g_signal_connect_object (pages[i], "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
    }
  bv_campaign_chooser_set_session (self->chooser, self->session);
}

/* GTK titles the list of shortcuts itself, in the language of the locale. */
static void
title_shortcuts (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), "Shortcuts"))
    gtk_label_set_label (GTK_LABEL (widget), _ ("Keyboard shortcuts"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    title_shortcuts (child);
}

static void
show_shortcuts_cb (GtkWidget *shortcuts)
{
  title_shortcuts (gtk_window_get_titlebar (GTK_WINDOW (shortcuts)));
}

/**
 * bv_window_new:
 * @application: the program
 * @session: what is shown
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
bv_window_new (GtkApplication *application, BvSession *session)
{
  BvWindow *self = g_object_new (BV_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  bv_window_actions_add (self);
  g_signal_connect (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self)), "show",
                    G_CALLBACK (show_shortcuts_cb), NULL);
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
 * bv_window_get_page:
 * @window: the window
 * @name: units, nominees or ranking
 *
 * Returns: (transfer none) (nullable): the page
 */
BvPage *
bv_window_get_page (BvWindow *window, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (window->pages, name);

  return page != NULL ? BV_PAGE (page) : NULL;
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
  return BV_PAGE (gtk_stack_get_visible_child (window->pages));
}

/**
 * bv_window_show_page:
 * @window: the window
 * @name: units, nominees or ranking
 */
void
bv_window_show_page (BvWindow *window, const char *name)
{
  gtk_stack_set_visible_child_name (window->pages, name);
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

/**
 * bv_window_focus_search:
 * @window: the window
 */
void
bv_window_focus_search (BvWindow *window)
{
  gtk_widget_grab_focus (GTK_WIDGET (window->search_entry));
}

/**
 * bv_window_set_details_visible:
 * @window: the window
 * @visible: whether the pages show details on the right
 */
void
bv_window_set_details_visible (BvWindow *window, gboolean visible)
{
  bv_page_set_details_visible (BV_PAGE (window->units_page), visible);
  bv_page_set_details_visible (BV_PAGE (window->nominees_page), visible);
  bv_page_set_details_visible (BV_PAGE (window->ranking_page), visible);
}
