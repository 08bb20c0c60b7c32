/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/sealed-dialog.h"

#include "app/guide/guide.h"
#include "app/mail/mail-dialog.h"
#include "app/papers/preview.h"
#include "app/proposal/dossier-dialog.h"
#include "app/proposal/export-dialog.h"
#include "core/text/date.h"
#include "store/sealings.h"

#include <glib/gi18n-lib.h>

#define SEALING "bv-sealing"

/**
 * BvSealedDialog:
 *
 * What was sealed of the campaign, newest first, and what can be written of it again as it was.
 */
struct _BvSealedDialog
{
  GtkWindow parent_instance;
  GtkListBox *list;
  GtkWidget *action_box;
  GtkLabel *note_label;
  BvSession *session;
};

G_DEFINE_FINAL_TYPE (BvSealedDialog, bv_sealed_dialog, GTK_TYPE_WINDOW)

static const BvSealing *
get_sealing (BvSealedDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_object_get_data (G_OBJECT (row), SEALING) : NULL;
}

static GtkWidget *
new_label (char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 56);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_add_css_class (label, style);
  g_free (text);
  return label;
}

static char *
write_title (const BvSealing *sealing)
{
  g_autofree char *day = bv_date_to_vietnamese (sealing->date);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sealing->sealed);
  g_autofree char *when = g_date_time_format (time, "%H:%M %d/%m/%Y");

  return g_strdup_printf (_ ("Sealing %u, at %s, ranking of %s"), sealing->number, when, day);
}

static char *
write_details (const BvSealing *sealing)
{
  g_autofree char *seal = g_strndup (sealing->seal, 12);
  g_autofree char *details = g_strdup_printf (_ ("%s · seal %s…"), sealing->file, seal);

  if (*sealing->reason == '\0')
    return g_steal_pointer (&details);
  return g_strdup_printf (_ ("%s · reason: %s"), details, sealing->reason);
}

static void
add_sealing (BvSealedDialog *self, BvSealing *sealing)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = write_title (sealing);

  gtk_box_append (GTK_BOX (box), new_label (g_strdup (title), "heading"));
  gtk_box_append (GTK_BOX (box), new_label (write_details (sealing), "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), SEALING, sealing, (GDestroyNotify) bv_sealing_free);
  gtk_list_box_append (self->list, row);
}

static void
selected_cb (BvSealedDialog *self)
{
  const BvSealing *sealing;
  gboolean kept;

  /* Rows go with the dialog, too. */
  if (self->session == NULL)
    return;
  sealing = get_sealing (self);
  kept = sealing != NULL && sealing->dump != NULL;
  gtk_widget_set_sensitive (self->action_box, kept);
  gtk_label_set_label (self->note_label,
                       sealing == NULL || kept
                         ? _ ("Everything is written as it was sealed, whatever was changed since.")
                         : _ ("It was sealed by an older Bảng Vàng, which kept nothing: only the files that "
                              "were written then have it."));
}

/* What follows belongs to the window, as this dialog goes. */
static GtkWindow *
leave (BvSealedDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
  return parent;
}

static void
workbook_cb (BvSealedDialog *self)
{
  g_autoptr (BvSealChoice) choice = bv_seal_choice_new_again (bv_sealed_dialog_get_number (self));
  g_autoptr (BvSession) session = g_object_ref (self->session);

  bv_export_dialog_ask_for_file (leave (self), session, choice);
}

static void
dossier_cb (BvSealedDialog *self)
{
  g_autoptr (BvSealChoice) choice = bv_seal_choice_new_again (bv_sealed_dialog_get_number (self));
  g_autoptr (BvSession) session = g_object_ref (self->session);

  bv_dossier_dialog_show (leave (self), session, choice);
}

static void
mail_cb (BvSealedDialog *self)
{
  guint number = bv_sealed_dialog_get_number (self);
  g_autoptr (BvSession) session = g_object_ref (self->session);
  GtkWidget *dialog = bv_mail_dialog_new (leave (self), session);

  bv_mail_dialog_choose_sealing (BV_MAIL_DIALOG (dialog), number);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
papers_cb (BvSealedDialog *self)
{
  const BvPaperScope all = { NULL };
  guint number = bv_sealed_dialog_get_number (self);
  g_autoptr (BvSession) session = g_object_ref (self->session);
  g_autoptr (GListStore) none = g_list_store_new (BV_TYPE_PAPER_CHOICE);
  g_autoptr (BvPaperChoice) first
    = bv_paper_choice_new (BV_PAPER_SUBMISSION, bv_paper_title (BV_PAPER_SUBMISSION), &all);

  bv_preview_open (leave (self), session, number, first, G_LIST_MODEL (none));
}

static void
bv_sealed_dialog_dispose (GObject *object)
{
  g_clear_object (&BV_SEALED_DIALOG (object)->session);
  G_OBJECT_CLASS (bv_sealed_dialog_parent_class)->dispose (object);
}

static void
bv_sealed_dialog_class_init (BvSealedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_sealed_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/proposal/sealed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSealedDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BvSealedDialog, action_box);
  gtk_widget_class_bind_template_child (widget_class, BvSealedDialog, note_label);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, workbook_cb);
  gtk_widget_class_bind_template_callback (widget_class, papers_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossier_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_sealed_dialog_init (BvSealedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "09-ho-so.html");
}

static void
fill (BvSealedDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sealings = bv_sealings_list (bv_session_get_library (self->session),
                                                     bv_session_get_campaign (self->session), &error);

  if (sealings == NULL)
    bv_session_report (self->session, error);
  while (sealings != NULL && sealings->len > 0)
    add_sealing (self, g_ptr_array_steal_index (sealings, sealings->len - 1));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  selected_cb (self);
}

/**
 * bv_sealed_dialog_new:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_sealed_dialog_new (GtkWindow *parent, BvSession *session)
{
  BvSealedDialog *self = g_object_new (BV_TYPE_SEALED_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * bv_sealed_dialog_get_number:
 * @dialog: the dialog
 *
 * Returns: the number of the sealing that is chosen; 0: there is none
 */
guint
bv_sealed_dialog_get_number (BvSealedDialog *dialog)
{
  const BvSealing *sealing = get_sealing (dialog);

  return sealing != NULL ? sealing->number : 0;
}
