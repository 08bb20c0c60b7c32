/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/dossier-dialog.h"

#include "app/guide/guide.h"
#include "app/menu/main-button.h"
#include "app/proposal/dossier-job.h"
#include "app/proposal/seal-dialog.h"
#include "app/system/dialog-parent.h"
#include "app/system/save-dialog.h"
#include "exchange/dossier/dossier.h"

#include <glib/gi18n-lib.h>

/**
 * BvDossierDialog:
 *
 * Asks whether the dossier is protected by a passphrase, and has it written.
 */
struct _BvDossierDialog
{
  GtkWindow parent_instance;
  GtkLabel *state_label;
  GtkCheckButton *protect_button;
  GtkWidget *passphrase_box;
  GtkEditable *first_entry;
  GtkEditable *second_entry;
  GtkLabel *message_label;
  GtkWidget *save_button;

  BvSession *session;
  BvSealChoice *choice;
};

G_DEFINE_FINAL_TYPE (BvDossierDialog, bv_dossier_dialog, GTK_TYPE_WINDOW)

static gboolean
check_passphrase (BvDossierDialog *self, GError **error)
{
  const char *first = gtk_editable_get_text (self->first_entry);

  if (!gtk_check_button_get_active (self->protect_button))
    return TRUE;
  if (!bv_dossier_check_passphrase (first, error))
    return FALSE;
  if (g_str_equal (first, gtk_editable_get_text (self->second_entry)))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The two passphrases differ: type it once more."));
  return FALSE;
}

/* What is not typed yet is not a mistake: the rule is said, but not in red. */
static void
changed_cb (BvDossierDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean right = check_passphrase (self, &error);

  gtk_widget_set_visible (self->passphrase_box, gtk_check_button_get_active (self->protect_button));
  gtk_widget_set_sensitive (self->save_button, right);
  gtk_label_set_label (self->message_label, right ? "" : error->message);
}

static void
file_chosen (BvSession *session, GFile *file, gpointer data)
{
  BvDossierDialog *self = data;

  g_autoptr (BvWork) work = bv_dossier_dialog_write (self, file);

  if (work != NULL)
    bv_dialog_parent_close (GTK_WINDOW (self));
}

static void
save_cb (BvDossierDialog *self)
{
  static const BvSaveKind kind = {
    N_ ("Save the dossier as"), N_ ("Archives (.zip)"), ".zip", "export-folder", file_chosen, g_object_unref
  };
  g_autofree char *name = bv_dossier_suggest_name (bv_session_get_head (self->session), self->choice->draft);

  bv_save_dialog_ask (GTK_WINDOW (self), self->session, &kind, name, g_object_ref (self));
}

static void
bv_dossier_dialog_dispose (GObject *object)
{
  g_clear_object (&BV_DOSSIER_DIALOG (object)->session);
  G_OBJECT_CLASS (bv_dossier_dialog_parent_class)->dispose (object);
}

static void
bv_dossier_dialog_finalize (GObject *object)
{
  g_clear_pointer (&BV_DOSSIER_DIALOG (object)->choice, bv_seal_choice_free);
  G_OBJECT_CLASS (bv_dossier_dialog_parent_class)->finalize (object);
}

static void
bv_dossier_dialog_class_init (BvDossierDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_dossier_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_dossier_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/proposal/dossier-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, protect_button);
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, passphrase_box);
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, first_entry);
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, second_entry);
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvDossierDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_dossier_dialog_init (BvDossierDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "09-ho-so.html");
  bv_main_button_take_enter (GTK_WIDGET (self->protect_button));
}

static const char *
describe_state (const BvSealChoice *choice)
{
  if (choice->sealing != 0)
    return _ ("It is written as it was sealed; nothing is sealed again.");
  return choice->draft ? _ ("It is a draft: every paper is marked DỰ THẢO.")
                       : _ ("The proposal is sealed when it is written.");
}

/**
 * bv_dossier_dialog_new:
 * @parent: the window
 * @session: a session with a campaign
 * @choice: how the proposal is wanted
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_dossier_dialog_new (GtkWindow *parent, BvSession *session, const BvSealChoice *choice)
{
  BvDossierDialog *self = g_object_new (BV_TYPE_DOSSIER_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->choice = bv_seal_choice_copy (choice);
  gtk_label_set_label (self->state_label, describe_state (choice));
  changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * bv_dossier_dialog_show:
 * @parent: the window
 * @session: a session with a campaign
 * @choice: how the proposal is wanted
 *
 * Asks how the dossier is wanted and where to write it, and writes it.
 */
void
bv_dossier_dialog_show (GtkWindow *parent, BvSession *session, const BvSealChoice *choice)
{
  gtk_window_present (GTK_WINDOW (bv_dossier_dialog_new (parent, session, choice)));
}

/**
 * bv_dossier_dialog_start:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Asks whether the proposal is sealed, how the dossier is wanted and where to write it, and writes it.
 */
void
bv_dossier_dialog_start (GtkWindow *parent, BvSession *session)
{
  static const BvSealWords words
    = { N_ ("Dossier (.zip)"), N_ ("_Seal and make the dossier…"), N_ ("Dossier as a _draft…") };

  bv_seal_dialog_ask (parent, session, &words, bv_dossier_dialog_show);
}

/**
 * bv_dossier_dialog_set_passphrase:
 * @dialog: the dialog
 * @passphrase: what the dossier is protected with
 * @again: the same, as it was typed the second time
 */
void
bv_dossier_dialog_set_passphrase (BvDossierDialog *dialog, const char *passphrase, const char *again)
{
  gtk_check_button_set_active (dialog->protect_button, TRUE);
  gtk_editable_set_text (dialog->first_entry, passphrase);
  gtk_editable_set_text (dialog->second_entry, again);
}

/**
 * bv_dossier_dialog_write:
 * @dialog: the dialog
 * @file: the archive, on this machine
 *
 * Has the dossier written.
 *
 * Returns: (transfer full) (nullable): the work; %NULL where the passphrase is not right, which the dialog
 * says
 */
BvWork *
bv_dossier_dialog_write (BvDossierDialog *dialog, GFile *file)
{
  gboolean protect = gtk_check_button_get_active (dialog->protect_button);

  if (!check_passphrase (dialog, NULL))
    return NULL;
  return bv_dossier_job_start (dialog->session, file, dialog->choice,
                               protect ? gtk_editable_get_text (dialog->first_entry) : NULL);
}
