/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preview-window.h"

#include "app/composing.h"
#include "app/paper-saving.h"
#include "app/print-operation.h"
#include "app/save-dialog.h"
#include "app/status-bar.h"
#include "app/submission-dialog.h"
#include "store/file-name.h"

#include <glib/gi18n-lib.h>

/**
 * BvPreviewWindow:
 *
 * What leaves the office, as it will be on paper: a paper of the campaign is chosen, read, printed, saved. It
 * is composed again whenever the campaign changes.
 */
struct _BvPreviewWindow
{
  GtkWindow parent_instance;

  GtkDropDown *paper_list;
  GtkDropDown *scope_list;
  GtkWidget *edit_button;
  GtkEditable *page_entry;
  GtkLabel *count_label;
  GtkStack *content;
  GtkLabel *message_label;
  GtkListView *thumbnails;
  BvPagePane *pane;
  BvStatusBar *status_bar;
  GListStore *choices;
  GtkSingleSelection *selection;

  BvSession *session;
  GListModel *special; /* what is selected in the window */
  BvSheets *sheets;    /* NULL: nothing is composed */
  GCancellable *composing;
  gboolean is_filling; /* the lists of choices */
  gboolean is_read;    /* a page was shown */
};

G_DEFINE_FINAL_TYPE (BvPreviewWindow, bv_preview_window, GTK_TYPE_WINDOW)

static void
enable_actions (BvPreviewWindow *self)
{
  guint page = bv_preview_window_get_page (self);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean there = self->sheets != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-pdf", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-word", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", there && page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", there && page + 1 < n_pages);
}

static void
show_page_number (BvPreviewWindow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", bv_preview_window_get_page (self) + 1);

  gtk_editable_set_text (self->page_entry, self->sheets != NULL ? number : "");
}

static void
show_count (BvPreviewWindow *self)
{
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean complete = self->sheets != NULL && bv_sheets_are_complete (self->sheets);
  g_autofree char *count = g_strdup_printf (complete ? "/ %u" : "/ %u…", n_pages);

  gtk_label_set_label (self->count_label, self->sheets != NULL ? count : "");
  enable_actions (self);
}

static void
page_selected_cb (BvPreviewWindow *self)
{
  guint page = bv_preview_window_get_page (self);

  if (self->sheets == NULL)
    return;
  bv_page_pane_show (self->pane, gtk_single_selection_get_selected_item (self->selection));
  gtk_widget_activate_action (GTK_WIDGET (self->thumbnails), "list.scroll-to-item", "u", page);
  show_page_number (self);
  enable_actions (self);
}

static void
go_to (BvPreviewWindow *self, gint64 page)
{
  gint64 n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_pages > 0)
    gtk_single_selection_set_selected (self->selection, CLAMP (page, 0, n_pages - 1));
}

static void
page_typed_cb (BvPreviewWindow *self)
{
  gint64 number;

  if (g_ascii_string_to_signed (gtk_editable_get_text (self->page_entry), 10, 1, G_MAXINT, &number, NULL))
    {
      bv_sheets_reach (self->sheets, number - 1);
      go_to (self, number - 1);
    }
  show_page_number (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pane));
}

static void
turn_cb (BvPreviewWindow *self, int direction)
{
  go_to (self, (gint64) bv_preview_window_get_page (self) + direction);
}

static void
drop_sheets (BvPreviewWindow *self)
{
  if (self->sheets != NULL)
    g_signal_handlers_disconnect_by_data (self->sheets, self);
  g_clear_object (&self->sheets);
  bv_page_pane_show (self->pane, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
}

/* Composed again, the page that was read stays. */
static void
show_document (BvPreviewWindow *self, BvDocument *document)
{
  guint page = self->sheets != NULL ? bv_preview_window_get_page (self) : 0;
  BvSheets *sheets = bv_sheets_new (document);

  drop_sheets (self);
  bv_sheets_reach (sheets, page);
  g_signal_connect_object (sheets, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sheets));
  self->sheets = sheets;
  go_to (self, page);
  page_selected_cb (self);
  show_count (self);
  gtk_stack_set_visible_child_name (self->content, "pages");
  if (!self->is_read)
    gtk_widget_grab_focus (GTK_WIDGET (self->pane));
  self->is_read = TRUE;
}

static void
show_failure (BvPreviewWindow *self, const GError *error)
{
  drop_sheets (self);
  show_page_number (self);
  show_count (self);
  gtk_label_set_label (self->message_label, error->message);
  gtk_stack_set_visible_child_name (self->content, "message");
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvPreviewWindow *self = data;
  g_autoptr (GError) error = NULL;
  BvDocument *document = bv_composing_run_finish (result, &error);

  /* A window that is gone has cancelled its composing. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->composing);
  if (document != NULL)
    show_document (self, document);
  else
    show_failure (self, error);
}

static void
stop_composing (BvPreviewWindow *self)
{
  g_cancellable_cancel (self->composing);
  g_clear_object (&self->composing);
}

static void
compose (BvPreviewWindow *self)
{
  BvPaperChoice *choice = bv_preview_window_get_choice (self);

  stop_composing (self);
  if (choice == NULL)
    return;
  self->composing = g_cancellable_new ();
  bv_composing_run_async (self->session, choice, self->composing, composed_cb, self);
}

static void
show_title (BvPreviewWindow *self)
{
  BvPaperId paper = gtk_drop_down_get_selected (self->paper_list);
  g_autofree char *title = g_strdup_printf (_ ("Print preview: %s"), bv_paper_title (paper));

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->edit_button, paper == BV_PAPER_SUBMISSION);
}

/* Another paper is read from its first page. */
static void
compose_other (BvPreviewWindow *self)
{
  drop_sheets (self);
  gtk_stack_set_visible_child_name (self->content, "waiting");
  compose (self);
}

static void
fill_choices (BvPreviewWindow *self, BvPaperId paper)
{
  g_list_store_remove_all (self->choices);
  bv_paper_choice_fill (self->choices, self->session, paper, self->special);
  gtk_drop_down_set_selected (self->scope_list, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_list),
                          g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 1);
}

static void
paper_selected_cb (BvPreviewWindow *self)
{
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  fill_choices (self, gtk_drop_down_get_selected (self->paper_list));
  self->is_filling = FALSE;
  show_title (self);
  compose_other (self);
}

static void
scope_selected_cb (BvPreviewWindow *self)
{
  if (!self->is_filling)
    compose_other (self);
}

static void
changed_cb (BvPreviewWindow *self)
{
  compose (self);
}

static void
campaign_changed_cb (BvPreviewWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
failed_cb (BvPreviewWindow *self, const char *message)
{
  bv_status_bar_show_error (self->status_bar, message);
}

static void
working_cb (BvPreviewWindow *self, BvWork *work)
{
  bv_status_bar_add_work (self->status_bar, work);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (widget);

  bv_print_operation_run (self->sheets, bv_preview_window_get_page (self), self->session, GTK_WINDOW (self));
}

static char *
suggest_name (BvPreviewWindow *self, const char *suffix)
{
  const BvDocument *document = bv_sheets_get_document (self->sheets);
  const BvCampaign *head = bv_session_get_head (self->session);
  const char *campaign = *head->short_name != '\0' ? head->short_name : head->key;

  g_autofree char *name
    = g_strconcat (document->draft ? "DỰ THẢO " : "", document->title, " ", campaign, NULL);

  return bv_file_name_make (name, suffix, BV_FILE_NAME_MOST);
}

static void
save_to (BvSession *session, GFile *file, gpointer choice)
{
  g_object_unref (bv_paper_saving_start (session, choice, file));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const BvSaveKind pdf
    = { N_ ("Save the paper as"), N_ ("PDF documents (.pdf)"), ".pdf", "print-folder" };
  static const BvSaveKind word
    = { N_ ("Save the paper as"), N_ ("Word documents (.docx)"), ".docx", "print-folder" };
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (widget);
  const BvSaveKind *kind = g_str_equal (action, "preview.save-word") ? &word : &pdf;
  g_autofree char *name = suggest_name (self, kind->suffix);

  bv_save_dialog_ask (GTK_WINDOW (self), self->session, kind, name, save_to,
                      g_object_ref (bv_preview_window_get_choice (self)), g_object_unref);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = bv_submission_dialog_new (GTK_WINDOW (widget), BV_PREVIEW_WINDOW (widget)->session);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
move (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (widget);
  gint64 page = bv_preview_window_get_page (self);

  if (g_str_equal (action, "preview.next"))
    go_to (self, page + 1);
  else if (g_str_equal (action, "preview.previous"))
    go_to (self, page - 1);
  else if (g_str_equal (action, "preview.first"))
    go_to (self, 0);
  else
    go_to (self, G_MAXINT);
}

static void
move_within (GtkWidget *widget, const char *action, GVariant *parameter)
{
  bv_page_pane_move (BV_PREVIEW_WINDOW (widget)->pane, g_str_equal (action, "preview.forward") ? 1 : -1);
}

static void
zoom (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvPagePane *pane = BV_PREVIEW_WINDOW (widget)->pane;

  if (g_str_equal (action, "preview.zoom-in"))
    bv_page_pane_step_zoom (pane, 1);
  else if (g_str_equal (action, "preview.zoom-out"))
    bv_page_pane_step_zoom (pane, -1);
  else
    bv_page_pane_set_zoom (pane, BV_ZOOM_100);
}

static void
bv_preview_window_dispose (GObject *object)
{
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (object);

  stop_composing (self);
  if (self->sheets != NULL)
    drop_sheets (self);
  g_clear_object (&self->special);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_preview_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, paper_list);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, scope_list);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, page_entry);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, status_bar);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, selection);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "preview.print", print },      { "preview.save-pdf", save }, { "preview.save-word", save },
    { "preview.edit", edit },        { "preview.next", move },     { "preview.previous", move },
    { "preview.first", move },       { "preview.last", move },     { "preview.forward", move_within },
    { "preview.back", move_within }, { "preview.zoom-in", zoom },  { "preview.zoom-out", zoom },
    { "preview.zoom-normal", zoom },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "preview.save-pdf" },
    { GDK_KEY_Home, 0, "preview.first" },
    { GDK_KEY_Home, GDK_CONTROL_MASK, "preview.first" },
    { GDK_KEY_End, 0, "preview.last" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "preview.last" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-normal" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.zoom-normal" },
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
bv_preview_window_class_init (BvPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_preview_window_dispose;
  g_type_ensure (BV_TYPE_PAGE_PANE);
  g_type_ensure (BV_TYPE_PAGE_VIEW);
  g_type_ensure (BV_TYPE_PAPER_CHOICE);
  g_type_ensure (BV_TYPE_SHEET);
  g_type_ensure (BV_TYPE_STATUS_BAR);
  bind_template (widget_class);
  add_actions (widget_class);
  add_bindings (widget_class);
}

static void
bv_preview_window_init (BvPreviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_papers (BvPreviewWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < BV_N_PAPERS; i++)
    gtk_string_list_append (titles, bv_paper_title (i));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->paper_list, G_LIST_MODEL (titles));
  self->is_filling = FALSE;
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer parent)
{
  g_action_group_activate_action (parent, g_action_get_name (G_ACTION (action)), NULL);
}

/* What was written can be taken back from here too. */
static void
add_undo (BvPreviewWindow *self, GtkWindow *parent)
{
  static const GActionEntry entries[]
    = { { .name = "undo", .activate = forward_cb }, { .name = "redo", .activate = forward_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), parent);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (actions));
}

/**
 * bv_preview_window_new:
 * @parent: the window, which has the actions undo and redo
 * @session: a session with a campaign
 *
 * Makes a window beside @parent, which goes with it.
 *
 * Returns: (transfer none): a preview as large as @parent, which shows nothing yet
 */
GtkWidget *
bv_preview_window_new (GtkWindow *parent, BvSession *session)
{
  BvPreviewWindow *self
    = g_object_new (BV_TYPE_PREVIEW_WINDOW, "application", gtk_window_get_application (parent), NULL);
  int width, height;

  gtk_window_get_default_size (parent, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (gtk_window_is_maximized (parent))
    gtk_window_maximize (GTK_WINDOW (self));
  self->session = g_object_ref (session);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  add_undo (self, parent);
  fill_papers (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "campaign-changed", G_CALLBACK (campaign_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "working", G_CALLBACK (working_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
select_scope (BvPreviewWindow *self, BvPaperChoice *choice)
{
  guint n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (BvPaperChoice) other = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (bv_paper_choice_is_same (choice, other))
        gtk_drop_down_set_selected (self->scope_list, i);
    }
}

/**
 * bv_preview_window_show:
 * @window: the preview
 * @choice: what it shows from now on
 * @special: list of #BvPaperChoice: what is selected in the window, and can be chosen too
 */
void
bv_preview_window_show (BvPreviewWindow *window, BvPaperChoice *choice, GListModel *special)
{
  BvPaperId paper = bv_paper_choice_get_paper (choice);

  g_set_object (&window->special, special);
  window->is_filling = TRUE;
  gtk_drop_down_set_selected (window->paper_list, paper);
  fill_choices (window, paper);
  select_scope (window, choice);
  window->is_filling = FALSE;
  show_title (window);
  compose_other (window);
}

/**
 * bv_preview_window_get_choice:
 * @window: the preview
 *
 * Returns: (transfer none) (nullable): what it shows
 */
BvPaperChoice *
bv_preview_window_get_choice (BvPreviewWindow *window)
{
  return gtk_drop_down_get_selected_item (window->scope_list);
}

/**
 * bv_preview_window_get_sheets:
 * @window: the preview
 *
 * Returns: (transfer none) (nullable): the pages; %NULL while a paper is composed for the first time, and
 *   where there is nothing to print
 */
BvSheets *
bv_preview_window_get_sheets (BvPreviewWindow *window)
{
  return window->sheets;
}

/**
 * bv_preview_window_get_page:
 * @window: the preview
 *
 * Returns: the page that is read, from 0
 */
guint
bv_preview_window_get_page (BvPreviewWindow *window)
{
  guint page = gtk_single_selection_get_selected (window->selection);

  return page == GTK_INVALID_LIST_POSITION ? 0 : page;
}

/**
 * bv_preview_window_get_pane:
 * @window: the preview
 *
 * Returns: (transfer none): where the page is read
 */
BvPagePane *
bv_preview_window_get_pane (BvPreviewWindow *window)
{
  return window->pane;
}

/**
 * bv_preview_window_get_message:
 * @window: the preview
 *
 * Returns: (transfer none): why there is nothing to print; ""
 */
const char *
bv_preview_window_get_message (BvPreviewWindow *window)
{
  return gtk_label_get_label (window->message_label);
}

/**
 * bv_preview_window_is_busy:
 * @window: the preview
 *
 * Returns: whether it is being composed or laid out
 */
gboolean
bv_preview_window_is_busy (BvPreviewWindow *window)
{
  return window->composing != NULL || (window->sheets != NULL && !bv_sheets_are_complete (window->sheets));
}
