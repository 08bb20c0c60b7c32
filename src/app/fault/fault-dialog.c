/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fault/fault-dialog.h"

#include "app/guide/guide.h"
#include "app/mail/mail-delivery.h"
#include "app/system/save-dialog.h"
#include "exchange/fault-facts.h"
#include "exchange/mail/mail.h"
#include "store/fence.h"
#include "store/whole-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FILE_NAME "Báo lỗi Bảng Vàng"

/**
 * BvFaultDialog:
 *
 * The text of a report of a fault, which the user completes, looks through, and takes along. Nothing is sent.
 */
struct _BvFaultDialog
{
  GtkWindow parent_instance;
  GtkTextView *view;
  GtkTextBuffer *text;
  GtkLabel *message_label;
  GtkWidget *copy_button;
  GtkWidget *save_button;
  GtkWidget *mail_button;
  BvSession *session; /* NULL: the library cannot be opened */
};

G_DEFINE_FINAL_TYPE (BvFaultDialog, bv_fault_dialog, GTK_TYPE_WINDOW)

static void
show_message (BvFaultDialog *self, const char *message, gboolean is_error)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "field-message");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "field-message");
}

static void
copy_cb (BvFaultDialog *self)
{
  g_autofree char *text = bv_fault_dialog_get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  show_message (self, _ ("Copied: it can be pasted wherever you write"), FALSE);
}

static void
save_file (BvSession *session, GFile *file, gpointer data)
{
  bv_fault_dialog_save (data, file);
}

static void
save_cb (BvFaultDialog *self)
{
  static const BvSaveKind kind = {
    N_ ("Save the report"), N_ ("Texts (.txt)"), ".txt", "report-folder", save_file, g_object_unref,
  };

  bv_save_dialog_ask (GTK_WINDOW (self), self->session, &kind, FILE_NAME ".txt", g_object_ref (self));
}

static void
save_mail (BvSession *session, GFile *file, gpointer data)
{
  g_autoptr (BvWork) work = bv_fault_dialog_mail (data, file);

  if (work != NULL)
    gtk_window_destroy (GTK_WINDOW (data));
}

static void
mail_cb (BvFaultDialog *self)
{
  static const BvSaveKind kind = {
    N_ ("Where to keep the e-mail"), N_ ("E-mails (.eml)"), ".eml", "mail-folder", save_mail, g_object_unref,
  };

  bv_save_dialog_ask (GTK_WINDOW (self), self->session, &kind, FILE_NAME ".eml", g_object_ref (self));
}

static void
bv_fault_dialog_dispose (GObject *object)
{
  g_clear_object (&BV_FAULT_DIALOG (object)->session);
  G_OBJECT_CLASS (bv_fault_dialog_parent_class)->dispose (object);
}

static void
bv_fault_dialog_class_init (BvFaultDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_fault_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/fault/fault-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvFaultDialog, view);
  gtk_widget_class_bind_template_child (widget_class, BvFaultDialog, text);
  gtk_widget_class_bind_template_child (widget_class, BvFaultDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvFaultDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, BvFaultDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, BvFaultDialog, mail_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_fault_dialog_init (BvFaultDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "10-khi-can.html");
}

static void
add_gtk (BvFaultReport *report)
{
  g_autofree char *version = g_strdup_printf ("%u.%u.%u", gtk_get_major_version (), gtk_get_minor_version (),
                                              gtk_get_micro_version ());

  report->display = g_strdup (G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
  bv_fault_report_add_library (report, "GTK", version);
}

static char *
write_report (BvLibrary *library, const GError *cause, const char *last_error)
{
  g_autoptr (BvFaultReport) report = bv_fault_facts_collect (library, cause);

  add_gtk (report);
  if (last_error != NULL)
    report->last_error = bv_fault_facts_tell_error (library, last_error);
  return bv_fault_report_write (report);
}

/* Under the question that the text begins with. */
static void
place_cursor (BvFaultDialog *self)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_line (self->text, &place, 1);
  gtk_text_buffer_place_cursor (self->text, &place);
}

static BvFaultDialog *
dialog_new (GtkWindow *parent, const char *text)
{
  BvFaultDialog *self = g_object_new (BV_TYPE_FAULT_DIALOG, "transient-for", parent, NULL);

  gtk_text_buffer_set_text (self->text, text, -1);
  place_cursor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return self;
}

/**
 * bv_fault_dialog_new:
 * @parent: the window
 * @session: its session, with or without a campaign
 * @last_error: (nullable): the last that the window said went wrong
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_fault_dialog_new (GtkWindow *parent, BvSession *session, const char *last_error)
{
  g_autofree char *text = write_report (bv_session_get_library (session), NULL, last_error);
  BvFaultDialog *self = dialog_new (parent, text);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * bv_fault_dialog_new_without_library:
 * @parent: the window that says so
 * @cause: why the library cannot be opened
 *
 * What is saved and mailed must not fall into a library, which nobody knows here: the text can be copied.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_fault_dialog_new_without_library (GtkWindow *parent, const GError *cause)
{
  g_autofree char *text = write_report (NULL, cause, NULL);
  BvFaultDialog *self = dialog_new (parent, text);

  gtk_widget_set_visible (self->save_button, FALSE);
  gtk_widget_set_visible (self->mail_button, FALSE);
  gtk_widget_add_css_class (self->copy_button, "suggested-action");
  return GTK_WIDGET (self);
}

/**
 * bv_fault_dialog_get_text:
 * @dialog: the dialog
 *
 * Returns: (transfer full): the report as the user has it now
 */
char *
bv_fault_dialog_get_text (BvFaultDialog *dialog)
{
  char *text = NULL;

  g_object_get (dialog->text, "text", &text, NULL);
  return text;
}

static gboolean
finish (BvFaultDialog *self, gboolean ok, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *message = ok ? g_strdup_printf (_ ("Saved %s"), name) : g_strdup (error->message);

  show_message (self, message, !ok);
  return ok;
}

/**
 * bv_fault_dialog_save:
 * @dialog: the dialog
 * @file: a file on this machine
 *
 * Saves the text; the dialog says whether that went well.
 *
 * Returns: whether it did
 */
gboolean
bv_fault_dialog_save (BvFaultDialog *dialog, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *text = bv_fault_dialog_get_text (dialog);
  g_autoptr (GError) error = NULL;
  gboolean ok = bv_fence_check (bv_session_get_folder (dialog->session), path, &error)
                && bv_whole_file_write (path, text, strlen (text), &error);

  return finish (dialog, ok, file, error);
}

/**
 * bv_fault_dialog_mail:
 * @dialog: the dialog
 * @file: the draft, a file on this machine
 *
 * Writes a mail with the text and without an address, and has the user's mail program show it.
 *
 * Returns: (transfer full) (nullable): the work; %NULL where the draft cannot be written, which the dialog
 * says
 */
BvWork *
bv_fault_dialog_mail (BvFaultDialog *dialog, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *text = bv_fault_dialog_get_text (dialog);
  BvMail *mail = bv_mail_new ("", "", FILE_NAME " " BV_VERSION, text);
  g_autoptr (GPtrArray) mails = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_mail_free);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean ok = bv_fence_check (bv_session_get_folder (dialog->session), path, &error)
                && bv_mail_write (mail, path, NULL, &error);
  BvWork *work;

  g_ptr_array_add (mails, mail);
  g_ptr_array_add (drafts, g_strdup (path));
  if (!finish (dialog, ok, file, error))
    return NULL;
  work = bv_session_begin_work (dialog->session, _ ("Writing the e-mail…"));
  bv_mail_delivery_start (work, mails, drafts);
  return work;
}
