/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-name.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/page/unsaved.h"

#include <glib/gi18n-lib.h>

/* A title is a long sentence. */
#define WIDTH 760

static void
listen_to_escape (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);
}

static GtkWidget *
create_form (BvSession *session)
{
  static const char *const fields[] = { "title", "short", NULL };
  GtkWidget *form = bv_record_form_new (&bv_campaign_entity, fields);
  g_autoptr (BvDraft) draft
    = bv_record_draft_read (session, &bv_campaign_entity, bv_session_get_campaign (session));

  bv_record_form_bind (BV_RECORD_FORM (form), draft, BV_DRAFT_WHOLE);
  gtk_widget_add_css_class (form, "padded");
  return form;
}

/* What wraps would need more height at its narrowest than the window has; here it may be scrolled. */
static GtkWidget *
create_scroller (GtkWidget *form)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "child", form, NULL);
}

/**
 * bv_campaign_name_edit:
 * @parent: the window
 * @session: its session, with a campaign
 *
 * Shows what the campaign is called, to be changed; each change is an action of its own.
 *
 * Returns: (transfer none): a window of its own
 */
GtkWidget *
bv_campaign_name_edit (GtkWindow *parent, BvSession *session)
{
  GtkWidget *form = create_scroller (create_form (session));
  GtkWidget *dialog
    = g_object_new (GTK_TYPE_WINDOW, "name", "naming", "title", _ ("Rename the campaign"), "transient-for",
                    parent, "modal", TRUE, "destroy-with-parent", TRUE, "default-width", WIDTH, "resizable",
                    FALSE, "titlebar", gtk_header_bar_new (), "child", form, NULL);

  listen_to_escape (dialog);
  bv_unsaved_guard (GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
