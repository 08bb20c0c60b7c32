/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/window-actions.h"

#include "app/campaign/campaign-name.h"
#include "app/campaign/campaign-removal.h"
#include "app/campaign/template-dialog.h"
#include "app/mail/letters-dialog.h"
#include "app/mail/mail-dialog.h"
#include "app/proposal/dossier-dialog.h"
#include "app/proposal/export-dialog.h"
#include "app/proposal/sealed-dialog.h"
#include "app/proposal/submission-dialog.h"
#include "app/proposal/unseal-question.h"
#include "app/session/replay-job.h"
#include "app/window/text-undo.h"

/* What is done with the campaign as a whole, whatever page is shown. */
struct _BvWindowActions
{
  GtkApplicationWindow *window; /* not owned */
  BvSession *session;
};

/* What is being typed comes first. */
static GtkWindow *
leave_field (BvWindowActions *self)
{
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  return GTK_WINDOW (self->window);
}

/* In a field the text that is not saved yet comes first, and is taken back as text. What else is being typed
 * is saved when it loses the focus, which stays where it is. */
static void
replay (BvWindowActions *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  if (bv_text_undo_replay (focus, redo))
    return;
  leave_field (self);
  gtk_window_set_focus (GTK_WINDOW (self->window), focus);
  if (redo || !bv_unseal_question_ask (GTK_WINDOW (self->window), self->session))
    bv_replay_job_start (self->session, redo);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  replay (data, FALSE);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  replay (data, TRUE);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  bv_export_dialog_start (leave_field (self), self->session);
}

static void
mail_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  gtk_window_present (GTK_WINDOW (bv_mail_dialog_new (leave_field (self), self->session)));
}

static void
sealed_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  gtk_window_present (GTK_WINDOW (bv_sealed_dialog_new (leave_field (self), self->session)));
}

static void
submission_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;
  GtkWidget *dialog = bv_submission_dialog_new (leave_field (self), self->session);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
dossier_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  bv_dossier_dialog_start (leave_field (self), self->session);
}

static void
letters_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  g_object_unref (bv_letters_dialog_start (leave_field (self), self->session));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  bv_campaign_name_edit (leave_field (self), self->session);
}

static void
save_template_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  GtkWidget *dialog = bv_template_dialog_new (leave_field (self), self->session);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BvWindowActions *self = data;

  bv_campaign_removal_ask (leave_field (self), self->session);
}

static void
enable (BvWindowActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * bv_window_actions_new:
 * @window: the window, which gets the actions
 * @session: what it shows
 *
 * Returns: (transfer full): the actions; the window frees them
 */
BvWindowActions *
bv_window_actions_new (GtkApplicationWindow *window, BvSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "export", .activate = export_cb },
    { .name = "sealed", .activate = sealed_cb },
    { .name = "submission", .activate = submission_cb },
    { .name = "mail", .activate = mail_cb },
    { .name = "dossier", .activate = dossier_cb },
    { .name = "letters", .activate = letters_cb },
    { .name = "rename-campaign", .activate = rename_cb },
    { .name = "save-template", .activate = save_template_cb },
    { .name = "remove-campaign", .activate = remove_cb },
  };
  BvWindowActions *self = g_new0 (BvWindowActions, 1);

  self->window = window;
  self->session = g_object_ref (session);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  return self;
}

/**
 * bv_window_actions_free:
 * @actions: (transfer full): the actions of a window that is closed
 */
void
bv_window_actions_free (BvWindowActions *actions)
{
  static const char *const names[]
    = { "undo",    "redo",    "export",          "sealed",        "submission",     "mail",
        "dossier", "letters", "rename-campaign", "save-template", "remove-campaign" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_action_map_remove_action (G_ACTION_MAP (actions->window), names[i]);
  g_object_unref (actions->session);
  g_free (actions);
}

/**
 * bv_window_actions_update:
 * @actions: the actions
 *
 * Enables what can be done now.
 */
void
bv_window_actions_update (BvWindowActions *actions)
{
  static const char *const names[] = { "export", "sealed", "submission", "mail", "dossier", "letters" };
  gboolean has_campaign = bv_session_get_campaign (actions->session) != 0;
  gboolean may_change = !bv_session_is_read_only (actions->session);
  g_autofree char *undo = bv_session_get_undo_label (actions->session);
  g_autofree char *redo = bv_session_get_redo_label (actions->session);

  /* While one of them is under way the next one waits for it. */
  enable (actions, "undo", may_change && undo != NULL);
  enable (actions, "redo", may_change && redo != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    enable (actions, names[i], has_campaign);
  enable (actions, "rename-campaign", has_campaign && bv_session_is_writable (actions->session));
  enable (actions, "save-template", has_campaign && bv_session_is_writable (actions->session));
  enable (actions, "remove-campaign", has_campaign && bv_session_is_writable (actions->session));
}
