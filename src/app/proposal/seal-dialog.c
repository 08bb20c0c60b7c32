/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/proposal/seal-dialog.h"

#include "app/guide/guide.h"
#include "app/proposal/seal-reason.h"
#include "app/session/job.h"
#include "core/text/date.h"
#include "core/text/text.h"
#include "exchange/sealed/seal-inquiry.h"

#include <glib/gi18n-lib.h>

/* Of the parent: that it has asked already. */
#define ASKED "bv-seal-asked"

/**
 * BvSealDialog:
 *
 * Everything that was found before a proposal is sealed, in one list: what is refused, what needs a written
 * reason, what is only said. One confirmation answers all of it.
 */
struct _BvSealDialog
{
  GtkWindow parent_instance;
  GtkLabel *heading_label;
  GtkBox *finding_box;
  GtkWidget *reason_box;
  GtkEditable *reason_entry;
  GtkWidget *same_box;
  GtkLabel *same_label;
  GtkWidget *note_label;
  GtkWidget *draft_button;
  GtkWidget *again_button;
  GtkWidget *seal_button;

  BvSession *session;
  BvSealFunc next;
  guint same;  /* the number of the sealing of the same data; 0: none */
  char *state; /* what the user sees and confirms */
};

G_DEFINE_FINAL_TYPE (BvSealDialog, bv_seal_dialog, GTK_TYPE_WINDOW)

/* What each weight is called above its findings. */
static const char *
title_weight (BvFindingWeight weight)
{
  static const char *const titles[] = {
    [BV_FINDING_REFUSED] = N_ ("To be solved first"),
    [BV_FINDING_NEEDS_REASON] = N_ ("Needs a reason"),
    [BV_FINDING_LISTED] = N_ ("To be known"),
  };

  return _ (titles[weight]);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 80);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_finding (GtkBox *box, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new ("•");

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), new_label (text, NULL));
  gtk_box_append (box, row);
}

static void
show_findings (BvSealDialog *self, const GPtrArray *findings)
{
  static const char *const styles[] = { "error-heading", "warning-heading", "list-heading" };

  for (BvFindingWeight weight = BV_FINDING_REFUSED; weight <= BV_FINDING_LISTED; weight++)
    {
      g_auto (GStrv) texts = bv_seal_check_list (findings, weight);

      if (texts[0] == NULL)
        continue;
      gtk_box_append (self->finding_box, new_label (title_weight (weight), styles[weight]));
      for (guint i = 0; texts[i] != NULL; i++)
        add_finding (self->finding_box, texts[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->finding_box), findings->len > 0);
}

static void
show_same (BvSealDialog *self, const BvSealing *same)
{
  g_autofree char *day = same != NULL ? bv_date_to_vietnamese (same->date) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->same_box, same != NULL);
  if (same == NULL)
    return;
  self->same = same->number;
  text = g_strdup_printf (_ ("Nothing has changed since sealing %u (ranking of %s, %s): it can be written "
                             "again as it was, without another seal."),
                          same->number, day, same->file);
  gtk_label_set_label (self->same_label, text);
}

/* Where nothing can be noted, nothing is sealed. */
static void
reason_changed_cb (BvSealDialog *self)
{
  const char *locked = bv_session_explain_read_only (self->session);
  gboolean asked = gtk_widget_get_visible (self->reason_box);

  gtk_widget_set_sensitive (self->seal_button,
                            locked == NULL
                              && (!asked || !bv_text_is_blank (gtk_editable_get_text (self->reason_entry))));
  gtk_widget_set_tooltip_text (self->seal_button, locked);
}

/* The main action is the one that is likeliest wanted, and there is one. */
static void
choose_main_action (BvSealDialog *self, gboolean refused)
{
  GtkWidget *action = self->seal_button;

  if (self->same != 0)
    action = self->again_button;
  else if (refused)
    action = self->draft_button;
  gtk_widget_add_css_class (action, "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (self), action);
}

/* What becomes of the proposal beside its seal is the caller's. */
static void
show_words (BvSealDialog *self, const BvSealWords *words)
{
  gtk_window_set_title (GTK_WINDOW (self), _ (words->title));
  gtk_button_set_label (GTK_BUTTON (self->seal_button), _ (words->seal));
  gtk_button_set_label (GTK_BUTTON (self->draft_button), _ (words->draft));
}

static void
show (BvSealDialog *self, const BvSealInquiry *inquiry)
{
  gboolean refused = bv_seal_check_has (inquiry->findings, BV_FINDING_REFUSED);
  gboolean asks = !refused && bv_seal_check_has (inquiry->findings, BV_FINDING_NEEDS_REASON);
  g_autofree char *question = g_strdup_printf (_ ("Seal %s?"), inquiry->proposed);

  self->state = g_strdup (inquiry->state);
  gtk_label_set_label (self->heading_label, refused ? _ ("The proposal cannot be sealed yet") : question);
  show_findings (self, inquiry->findings);
  show_same (self, inquiry->same);
  gtk_editable_set_text (self->reason_entry, bv_seal_reason_find (self->session));
  gtk_widget_set_visible (self->reason_box, asks);
  gtk_widget_set_visible (self->note_label, !refused);
  gtk_widget_set_visible (self->seal_button, !refused);
  reason_changed_cb (self);
  choose_main_action (self, refused || bv_session_is_read_only (self->session));
  gtk_window_present (GTK_WINDOW (self));
  if (asks && self->same == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
  else
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
}

static void
answer (BvSealDialog *self, BvSealChoice *choice)
{
  g_autoptr (BvSealChoice) taken = choice;
  g_autoptr (GtkWindow) parent = g_object_ref (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (BvSession) session = g_object_ref (self->session);
  BvSealFunc next = self->next;

  gtk_window_destroy (GTK_WINDOW (self));
  next (parent, session, taken);
}

static void
again_cb (BvSealDialog *self)
{
  answer (self, bv_seal_choice_new_again (self->same));
}

static void
bv_seal_dialog_dispose (GObject *object)
{
  BvSealDialog *self = BV_SEAL_DIALOG (object);

  /* Neither giving up nor a file that cannot be written takes away what was typed. */
  if (self->session != NULL && gtk_widget_get_visible (self->reason_box))
    bv_seal_reason_keep (self->session, gtk_editable_get_text (self->reason_entry));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_seal_dialog_parent_class)->dispose (object);
}

static void
bv_seal_dialog_finalize (GObject *object)
{
  g_free (BV_SEAL_DIALOG (object)->state);
  G_OBJECT_CLASS (bv_seal_dialog_parent_class)->finalize (object);
}

static void
bv_seal_dialog_class_init (BvSealDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_seal_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_seal_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/proposal/seal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, heading_label);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, finding_box);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, reason_box);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, same_box);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, same_label);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, draft_button);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, BvSealDialog, seal_button);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, bv_seal_dialog_seal);
  gtk_widget_class_bind_template_callback (widget_class, bv_seal_dialog_write_draft);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_seal_dialog_init (BvSealDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "09-ho-so.html");
}

/* A dialog on its way. */
typedef struct
{
  GWeakRef parent;
  gint64 date;
  const BvSealWords *words;
  BvSealFunc next;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_weak_ref_clear (&asking->parent);
  g_free (asking);
}

static gpointer
inquire (const BvJob *job, BvLibrary *library, GCancellable *cancellable, GError **error)
{
  const Asking *asking = job->input;

  return bv_seal_inquiry_new (library, job->campaign, asking->date, error);
}

static void
inquired_cb (const BvJob *job, gpointer result)
{
  Asking *asking = job->input;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&asking->parent);
  BvSealDialog *self;

  bv_work_finish (job->work, "", NULL);
  if (parent == NULL || job->campaign != bv_session_get_campaign (job->session))
    return;
  self = g_object_new (BV_TYPE_SEAL_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (job->session);
  self->next = asking->next;
  show_words (self, asking->words);
  show (self, result);
}

/**
 * bv_seal_dialog_ask:
 * @parent: the window
 * @session: a session with a campaign
 * @words: (transfer none): what is done with the proposal; they stay
 * @next: called with how the proposal leaves the library, unless the user gives up
 *
 * Looks, beside the window, at what was found in the proposal and its library, and asks whether it is sealed.
 * Where it cannot be, a draft is offered; where nothing has changed since it was sealed, what was sealed is.
 */
void
bv_seal_dialog_ask (GtkWindow *parent, BvSession *session, const BvSealWords *words, BvSealFunc next)
{
  static const BvJobKind kind = {
    .reads_library = TRUE,
    .run = inquire,
    .done = inquired_cb,
    .free_input = asking_free,
    .free_result = (GDestroyNotify) bv_seal_inquiry_free,
  };
  BvWork *earlier = g_object_get_data (G_OBJECT (parent), ASKED);
  Asking *asking = g_new0 (Asking, 1);

  /* Who asks again wants to know it of what is shown now. */
  if (earlier != NULL && !bv_work_is_finished (earlier))
    g_cancellable_cancel (bv_work_get_cancellable (earlier));
  g_weak_ref_init (&asking->parent, parent);
  asking->date = bv_session_get_date (session);
  asking->words = words;
  asking->next = next;
  g_object_set_data_full (G_OBJECT (parent), ASKED,
                          bv_job_start (&kind, session, _ ("Checking before sealing…"), asking),
                          g_object_unref);
}

/**
 * bv_seal_dialog_set_reason:
 * @dialog: the dialog
 * @reason: why it is sealed now
 */
void
bv_seal_dialog_set_reason (BvSealDialog *dialog, const char *reason)
{
  gtk_editable_set_text (dialog->reason_entry, reason);
}

/**
 * bv_seal_dialog_seal:
 * @dialog: the dialog, which goes
 *
 * Confirms all that is listed.
 */
void
bv_seal_dialog_seal (BvSealDialog *dialog)
{
  const char *reason = gtk_editable_get_text (dialog->reason_entry);

  if (gtk_widget_get_visible (dialog->seal_button) && gtk_widget_get_sensitive (dialog->seal_button))
    answer (dialog, bv_seal_choice_new (dialog->session, dialog->state, *reason != '\0' ? reason : NULL));
}

/**
 * bv_seal_dialog_write_draft:
 * @dialog: the dialog, which goes
 *
 * Seals nothing.
 */
void
bv_seal_dialog_write_draft (BvSealDialog *dialog)
{
  answer (dialog, bv_seal_choice_new_draft (dialog->session));
}
