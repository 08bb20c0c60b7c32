/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/preview-window.h"

#include "app/guide/guide.h"
#include "app/page/banner.h"
#include "app/papers/paper-chooser.h"
#include "app/papers/paper-job.h"
#include "app/papers/paper-save-job.h"
#include "app/papers/print-operation.h"
#include "app/proposal/submission-dialog.h"
#include "app/system/save-dialog.h"
#include "app/system/window-bond.h"
#include "app/window/status-bar.h"
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

  BvPaperChooser *chooser;
  GtkWidget *edit_button;
  BvPaperReader *reader;
  BvStatusBar *status_bar;
  BvBanner *banner;

  BvSession *session;
  guint sealing; /* whose papers are shown; 0: the campaign as it stands */
  GCancellable *composing;
};

G_DEFINE_FINAL_TYPE (BvPreviewWindow, bv_preview_window, GTK_TYPE_WINDOW)

static void
enable_actions (BvPreviewWindow *self)
{
  gboolean there = bv_paper_reader_get_pages (self->reader) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-pdf", there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save-word", there);
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BvPreviewWindow *self = data;
  g_autoptr (GError) error = NULL;
  BvDocument *document = bv_paper_job_run_finish (result, &error);

  /* A window that is gone has cancelled its composing. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->composing);
  if (document != NULL)
    bv_paper_reader_show (self->reader, document);
  else
    bv_paper_reader_show_message (self->reader, error->message);
  enable_actions (self);
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
  bv_paper_job_run_async (self->session, choice, self->sealing, self->composing, composed_cb, self);
}

static void
show_title (BvPreviewWindow *self)
{
  BvPaperId paper = bv_paper_chooser_get_paper (self->chooser);
  g_autofree char *title = NULL;

  if (self->sealing != 0)
    title = g_strdup_printf (_ ("As sealed, number %u: %s"), self->sealing, bv_paper_title (paper));
  else
    title = g_strdup_printf (_ ("Print preview: %s"), bv_paper_title (paper));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->edit_button,
                          self->sealing == 0 && (bv_paper_get (paper)->use & BV_PAPER_WORDED) != 0);
}

/* Another paper is read from its first page. */
static void
chosen_cb (BvPreviewWindow *self)
{
  show_title (self);
  bv_paper_reader_wait (self->reader);
  enable_actions (self);
  compose (self);
}

/* What was sealed stays as it is, but may be undone. */
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
  bv_banner_set (self->banner, BV_BANNER_ERROR, message);
}

/* How it went wrong before is not said any more. */
static void
working_cb (BvPreviewWindow *self, BvWork *work)
{
  bv_banner_set (self->banner, BV_BANNER_ERROR, NULL);
  bv_status_bar_add_work (self->status_bar, work);
}

static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (widget);

  bv_print_operation_run (bv_paper_reader_get_pages (self->reader), bv_paper_reader_get_page (self->reader),
                          self->session, GTK_WINDOW (self));
}

static char *
suggest_name (BvPreviewWindow *self, const char *suffix)
{
  const BvDocument *document = bv_preview_pages_get_document (bv_paper_reader_get_pages (self->reader));
  const BvCampaign *head = bv_session_get_head (self->session);
  const char *campaign = *head->short_name != '\0' ? head->short_name : head->key;

  g_autofree char *name
    = g_strconcat (document->draft ? "DỰ THẢO " : "", document->title, " ", campaign, NULL);

  return bv_file_name_make (name, suffix, BV_FILE_NAME_MOST);
}

/* A paper of the preview that is saved, whatever is shown meanwhile. */
typedef struct
{
  BvPaperChoice *choice;
  guint sealing;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->choice);
  g_free (saving);
}

static void
save_to (BvSession *session, GFile *file, gpointer data)
{
  const Saving *saving = data;

  g_object_unref (bv_paper_save_job_start (session, saving->choice, saving->sealing, file));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const BvSaveKind pdf
    = { N_ ("Save the paper as"), N_ ("PDF documents (.pdf)"), ".pdf", "print-folder", save_to, saving_free };
  static const BvSaveKind word = {
    N_ ("Save the paper as"), N_ ("Word documents (.docx)"), ".docx", "print-folder", save_to, saving_free
  };
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (widget);
  const BvSaveKind *kind = g_str_equal (action, "preview.save-word") ? &word : &pdf;
  g_autofree char *name = suggest_name (self, kind->suffix);
  Saving *saving = g_new0 (Saving, 1);

  saving->choice = g_object_ref (bv_preview_window_get_choice (self));
  saving->sealing = self->sealing;
  bv_save_dialog_ask (GTK_WINDOW (self), self->session, kind, name, saving);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *dialog = bv_submission_dialog_new (GTK_WINDOW (widget), BV_PREVIEW_WINDOW (widget)->session);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
bv_preview_window_dispose (GObject *object)
{
  BvPreviewWindow *self = BV_PREVIEW_WINDOW (object);

  stop_composing (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_preview_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/papers/preview-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, status_bar);
  gtk_widget_class_bind_template_child (widget_class, BvPreviewWindow, banner);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "preview.print", print },
    { "preview.save-pdf", save },
    { "preview.save-word", save },
    { "preview.edit", edit },
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
  g_type_ensure (BV_TYPE_PAPER_CHOOSER);
  g_type_ensure (BV_TYPE_PAPER_READER);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_STATUS_BAR);
  bind_template (widget_class);
  add_actions (widget_class);
  add_bindings (widget_class);
}

static void
bv_preview_window_init (BvPreviewWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "08-giay-to.html");
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
  bv_window_bond (GTK_WINDOW (self), parent);
  bv_paper_chooser_set_session (self->chooser, session);
  add_undo (self, parent);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "campaign-changed", G_CALLBACK (campaign_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "working", G_CALLBACK (working_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * bv_preview_window_set_sealing:
 * @window: the preview
 * @sealing: the number of the sealing whose papers it shows from the next choice on; 0: the campaign as it
 * stands
 */
void
bv_preview_window_set_sealing (BvPreviewWindow *window, guint sealing)
{
  window->sealing = sealing;
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
  bv_paper_chooser_choose (window->chooser, choice, special);
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
  return bv_paper_chooser_get_chosen (window->chooser);
}

/**
 * bv_preview_window_get_reader:
 * @window: the preview
 *
 * Returns: (transfer none): where the paper is read
 */
BvPaperReader *
bv_preview_window_get_reader (BvPreviewWindow *window)
{
  return window->reader;
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
  BvPreviewPages *pages = bv_paper_reader_get_pages (window->reader);

  return window->composing != NULL || (pages != NULL && !bv_preview_pages_are_complete (pages));
}
