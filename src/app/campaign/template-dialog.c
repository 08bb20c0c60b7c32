/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/template-dialog.h"

#include "app/guide/guide.h"
#include "core/text/tidy.h"
#include "core/text/vietnamese.h"
#include "exchange/template/outline.h"
#include "store/campaigns.h"
#include "store/template-shelf.h"

#include <glib/gi18n-lib.h>

/**
 * BvTemplateDialog:
 *
 * What a template that is made of the campaign is to be called. One of that name gives way, which is said
 * before.
 */
struct _BvTemplateDialog
{
  GtkWindow parent_instance;
  GtkWidget *save_button;
  GtkEditable *name_entry;
  GtkLabel *message_label;

  BvSession *session;
  BvCampaign *campaign;
  GPtrArray *shelf; /* of BvShelvedTemplate: those that are there */
};

G_DEFINE_FINAL_TYPE (BvTemplateDialog, bv_template_dialog, GTK_TYPE_WINDOW)

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_message (BvTemplateDialog *self, const char *message, gboolean is_error)
{
  gtk_label_set_label (self->message_label, message);
  set_class (GTK_WIDGET (self->message_label), "field-message", is_error);
  set_class (GTK_WIDGET (self->message_label), "caption", !is_error);
}

static char *
read_title (BvTemplateDialog *self)
{
  return bv_tidy_line (gtk_editable_get_text (self->name_entry));
}

/* By which it is chosen; NULL: nothing of the title can stand in a name. */
static char *
make_name (const char *title)
{
  g_autofree char *slug = bv_vietnamese_slug (title);

  return *slug != '\0' ? bv_outline_name_shelved (slug) : NULL;
}

static void
show_button (BvTemplateDialog *self, gboolean saves, gboolean replaces)
{
  gtk_button_set_label (GTK_BUTTON (self->save_button), replaces ? _ ("_Replace") : _ ("_Save"));
  set_class (self->save_button, "suggested-action", !replaces);
  set_class (self->save_button, "destructive-action", replaces);
  gtk_widget_set_sensitive (self->save_button, saves);
}

static void
changed_cb (BvTemplateDialog *self)
{
  g_autofree char *title = read_title (self);
  g_autofree char *name = make_name (title);
  const BvShelvedTemplate *other = name != NULL ? bv_template_shelf_find (self->shelf, name) : NULL;
  g_autofree char *message = NULL;

  if (name == NULL)
    message = g_strdup (_ ("Give it a name with letters or digits."));
  else if (other != NULL)
    message = g_strdup_printf (
      _ ("There is an own template “%s” already: this one takes its place. Undo brings it back."),
      other->title);
  else
    message = g_strdup (_ ("It has the groups, criteria, quotas and rules of the campaign, without units and "
                           "nominees. A new campaign can be made from it."));
  show_message (self, message, FALSE);
  show_button (self, name != NULL, other != NULL);
}

static void
tell_saved (BvTemplateDialog *self, const char *title)
{
  g_autofree char *message = g_strdup_printf (_ ("Saved as a template: %s"), title);
  g_autoptr (BvWork) work = bv_session_begin_work (self->session, _ ("Saving the template…"));

  bv_work_finish_in_idle (work, message, NULL);
}

static void
save_cb (BvTemplateDialog *self)
{
  g_autofree char *title = read_title (self);
  g_autofree char *name = make_name (title);
  g_autofree char *text = bv_outline_write_template (self->campaign, NULL);
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return;
  if (!bv_template_shelf_put (bv_session_get_library (self->session), name, title, text, &error))
    {
      show_message (self, error->message, TRUE);
      return;
    }
  tell_saved (self, title);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
bv_template_dialog_dispose (GObject *object)
{
  BvTemplateDialog *self = BV_TEMPLATE_DIALOG (object);

  g_clear_pointer (&self->shelf, g_ptr_array_unref);
  g_clear_pointer (&self->campaign, bv_record_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_template_dialog_parent_class)->dispose (object);
}

static void
bv_template_dialog_class_init (BvTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_template_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/campaign/template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvTemplateDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, BvTemplateDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, BvTemplateDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_template_dialog_init (BvTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "01-bat-dau.html");
}

/**
 * bv_template_dialog_new:
 * @parent: the window
 * @session: a session with a campaign
 *
 * Returns: (transfer none) (nullable): the dialog, which offers the campaign's short title; %NULL where the
 * library cannot be read, which the window says
 */
GtkWidget *
bv_template_dialog_new (GtkWindow *parent, BvSession *session)
{
  BvLibrary *library = bv_session_get_library (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign
    = bv_campaigns_read (library, bv_session_get_campaign (session), BV_CAMPAIGN_HEAD, &error);
  g_autoptr (GPtrArray) shelf = campaign != NULL ? bv_template_shelf_list (library, &error) : NULL;
  BvTemplateDialog *self;

  if (shelf == NULL)
    {
      bv_session_report (session, error);
      return NULL;
    }
  self = g_object_new (BV_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->campaign = g_steal_pointer (&campaign);
  self->shelf = g_steal_pointer (&shelf);
  gtk_editable_set_text (self->name_entry, bv_campaign_short_title (self->campaign));
  gtk_editable_select_region (self->name_entry, 0, -1);
  return GTK_WIDGET (self);
}
