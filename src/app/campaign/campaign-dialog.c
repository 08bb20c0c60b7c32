/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/campaign/campaign-dialog.h"

#include "app/campaign/campaign-picture.h"
#include "app/campaign/campaign-sources.h"
#include "app/form/record-form.h"
#include "app/guide/guide.h"
#include "app/page/context.h"
#include "app/page/unsaved.h"
#include "app/session/load-job.h"
#include "core/check-error.h"
#include "core/check.h"
#include "core/text/date.h"
#include "core/unit.h"
#include "exchange/shipped/templates.h"
#include "exchange/template/moved-dates.h"

#include <glib/gi18n-lib.h>

/**
 * BvCampaignDialog:
 *
 * A new campaign: what it is made from, its name and time, and of which registry the units are. Nothing is in
 * the library before it is made.
 */
struct _BvCampaignDialog
{
  GtkWindow parent_instance;
  GtkBox *sections;
  GtkDropDown *source_list;
  GtkWidget *name_heading;
  GtkWidget *what_box; /* what the source makes */
  GtkGrid *picture;
  GtkLabel *due_label;
  GtkDropDown *registry_list;
  GtkLabel *units_label;
  GtkLabel *message_label;
  GtkWidget *make_button;
  GtkWidget *form;

  BvSession *session;
  BvCampaignSources *sources;
  BvOutline *outline;   /* for the first day that is typed; NULL: no source was read */
  BvDraft *draft;       /* its campaign as it is to be, without units; NULL as well */
  BvCampaign *template; /* the campaign before anything was typed */
  char *obstacle;       /* why the source cannot be read; NULL: it can */
  gint64 starts;        /* for which the registry was chosen */
};

static void bv_campaign_dialog_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvCampaignDialog,
                               bv_campaign_dialog,
                               GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_campaign_dialog_be_unsaved))

static guint source_selected;

static void
show_message (BvCampaignDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
}

/* Nothing is made of a source that cannot be read. */
static void
set_obstacle (BvCampaignDialog *self, const GError *error)
{
  g_free (self->obstacle);
  self->obstacle = error != NULL ? g_strdup (error->message) : NULL;
  gtk_widget_set_sensitive (self->make_button, error == NULL);
  show_message (self, error != NULL ? error->message : "");
}

static const BvCampaign *
get_campaign (BvCampaignDialog *self)
{
  return bv_draft_get_record (self->draft, BV_DRAFT_WHOLE);
}

/* A campaign that is made from another may keep its units: these stand before the registries. */
static guint
count_own (BvCampaignDialog *self)
{
  return self->outline->units != NULL;
}

/* As bv_outline_fill() takes it; behind the built-in registries stands none. */
static const char *
get_registry (BvCampaignDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->registry_list);
  const char *name;

  if (selected < count_own (self))
    return NULL;
  name = bv_templates_get_registry (selected - count_own (self));
  return name != NULL ? name : BV_OUTLINE_NO_UNITS;
}

/* The campaign with its units and its key; %NULL with @error set where none is valid. */
static BvCampaign *
fill_campaign (BvCampaignDialog *self, GError **error)
{
  g_autoptr (BvCampaign) campaign
    = bv_outline_fill (self->outline, get_campaign (self), get_registry (self), error);

  if (campaign != NULL)
    bv_campaign_take_key (campaign);
  return g_steal_pointer (&campaign);
}

static void
show_units (BvCampaignDialog *self)
{
  const char *registry = get_registry (self);
  g_autoptr (BvCampaign) filled = bv_outline_fill (self->outline, get_campaign (self), registry, NULL);
  guint n_units = filled != NULL ? filled->units->len : 0;
  g_autofree char *starts = bv_date_to_vietnamese (get_campaign (self)->starts);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) left = NULL;

  if (g_strcmp0 (registry, BV_OUTLINE_NO_UNITS) == 0)
    g_string_append (text, _ ("Units are added afterwards, on the page of the units."));
  else if (n_units > 0)
    g_string_append_printf (text, _ ("%u units are valid on %s, when the campaign starts."), n_units, starts);
  else
    g_string_append_printf (text, _ ("None of these units is valid on %s, when the campaign starts."),
                            starts);
  left = bv_appointments_list_left (&self->outline->unassigned);
  for (guint i = 0; n_units > 0 && left[i] != NULL; i++)
    g_string_append_printf (text, "\n%s", left[i]);
  gtk_label_set_label (self->units_label, text->str);
}

static void
show_due (BvCampaignDialog *self)
{
  g_autofree char *text = bv_moved_dates_describe (self->outline->text->moves);

  gtk_label_set_label (self->due_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due_label), text != NULL);
}

/* What the source says for another first day stands in for what it said, unless somebody typed over it. */
static void
take_moved (BvCampaign *campaign, const BvCampaign *before, const BvCampaign *moved)
{
  static const char *const fields[] = { "title", "short", "plan.subject", "ends", "considered_on" };
  const BvField *groups = bv_entity_find_field (&bv_campaign_entity, "groups");

  bv_field_copy (groups, campaign, moved);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const BvField *field = bv_entity_find_field (&bv_campaign_entity, fields[i]);

      if (bv_field_equal (field, campaign, before))
        bv_field_copy (field, campaign, moved);
    }
}

static void
follow_start (BvCampaignDialog *self)
{
  g_autoptr (BvCampaign) campaign = bv_record_copy (get_campaign (self));
  g_autoptr (GError) error = NULL;
  BvOutline *moved = bv_campaign_sources_read (self->sources, gtk_drop_down_get_selected (self->source_list),
                                               campaign->starts, &error);

  set_obstacle (self, error);
  if (moved == NULL)
    return;
  take_moved (campaign, self->outline->campaign, moved->campaign);
  bv_outline_free (self->outline);
  self->outline = moved;
  bv_draft_take_record (self->draft, g_steal_pointer (&campaign));
}

/* Whether any of those that are chosen is valid on the first day. */
static gboolean
has_units (BvCampaignDialog *self)
{
  g_autoptr (BvCampaign) filled
    = bv_outline_fill (self->outline, get_campaign (self), get_registry (self), NULL);

  return filled != NULL && filled->units->len > 0;
}

static void
choose_registry (BvCampaignDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->registry_list);
  guint own = count_own (self);

  if (selected < own && !has_units (self))
    selected = own;
  if (selected < own || bv_templates_get_registry (selected - own) == NULL)
    return;
  selected = bv_templates_choose_registry (get_campaign (self), selected - own);
  gtk_drop_down_set_selected (self->registry_list, selected + own);
}

static void
changed_cb (BvCampaignDialog *self)
{
  gint64 starts = get_campaign (self)->starts;

  if (starts != self->starts)
    {
      self->starts = starts;
      choose_registry (self);
      follow_start (self);
    }
  show_due (self);
  show_units (self);
  show_message (self, self->obstacle != NULL ? self->obstacle : "");
}

static void
registry_selected_cb (BvCampaignDialog *self)
{
  if (self->draft != NULL)
    show_units (self);
}

/* A field that loses the focus with the dialog still edits it. */
static void
forget_draft (BvCampaignDialog *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->template, bv_record_free);
  g_clear_pointer (&self->outline, bv_outline_free);
}

static void
list_registries (BvCampaignDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (count_own (self) > 0)
    gtk_string_list_append (names, _ ("Those of the campaign"));
  for (guint i = 0; bv_templates_get_registry (i) != NULL; i++)
    gtk_string_list_append (names, bv_templates_registry_words (i));
  gtk_string_list_append (names, _ ("None yet"));
  gtk_drop_down_set_model (self->registry_list, G_LIST_MODEL (names));
  choose_registry (self);
}

/* The source is there before its registries are, which depend on it. */
static void
take_outline (BvCampaignDialog *self, BvOutline *outline)
{
  forget_draft (self);
  self->outline = outline;
  self->template = bv_record_copy (outline->campaign);
  self->starts = outline->campaign->starts;
  self->draft = bv_draft_new_apart (bv_record_copy (outline->campaign));
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (changed_cb), self);
  list_registries (self);
  bv_record_form_bind (BV_RECORD_FORM (self->form), self->draft, BV_DRAFT_WHOLE);
  bv_campaign_picture_show (self->picture, outline->campaign);
  changed_cb (self);
}

static void
source_selected_cb (BvCampaignDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->source_list);
  g_autoptr (GError) error = NULL;
  BvOutline *outline;

  if (self->sources == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  outline = bv_campaign_sources_read (self->sources, selected, BV_NONE, &error);
  set_obstacle (self, error);
  gtk_widget_set_sensitive (self->form, outline != NULL);
  gtk_widget_set_visible (self->what_box, outline != NULL);
  if (outline != NULL)
    take_outline (self, outline);
  g_signal_emit (self, source_selected, 0);
}

static void
make_cb (BvCampaignDialog *self)
{
  if (bv_campaign_dialog_make (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
make_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  make_cb (BV_CAMPAIGN_DIALOG (widget));
}

static void
bv_campaign_dialog_commit (BvUnsaved *unsaved)
{
}

static const char *
bv_campaign_dialog_get_message (BvUnsaved *unsaved)
{
  BvCampaignDialog *self = BV_CAMPAIGN_DIALOG (unsaved);

  if (self->draft == NULL
      || bv_record_equal (bv_draft_get_record (self->draft, BV_DRAFT_WHOLE), self->template))
    return NULL;
  return _ ("The campaign was not made yet");
}

static void
bv_campaign_dialog_give_back (BvUnsaved *unsaved)
{
  BvCampaignDialog *self = BV_CAMPAIGN_DIALOG (unsaved);

  bv_draft_take_record (self->draft, bv_record_copy (self->template));
}

static void
bv_campaign_dialog_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_campaign_dialog_commit;
  iface->get_message = bv_campaign_dialog_get_message;
  iface->give_back = bv_campaign_dialog_give_back;
}

static void
bv_campaign_dialog_dispose (GObject *object)
{
  BvCampaignDialog *self = BV_CAMPAIGN_DIALOG (object);

  forget_draft (self);
  g_clear_pointer (&self->obstacle, g_free);
  g_clear_pointer (&self->sources, bv_campaign_sources_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_campaign_dialog_parent_class)->dispose (object);
}

static void
bv_campaign_dialog_class_init (BvCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_campaign_dialog_dispose;
  source_selected = g_signal_new ("source-selected", BV_TYPE_CAMPAIGN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/campaign/campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, source_list);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, name_heading);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, due_label);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, registry_list);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, units_label);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, BvCampaignDialog, what_box);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, registry_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_install_action (widget_class, "campaign.make", NULL, make_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bv_campaign_dialog_init (BvCampaignDialog *self)
{
  static const char *const fields[]
    = { "title",       "short",     "starts",       "ends",        "considered_on",
        "plan.number", "plan.date", "plan.subject", "plan.issuer", NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "01-bat-dau.html");
  bv_unsaved_guard (GTK_WINDOW (self));
  bv_context_name_button (self->source_list);
  bv_context_name_button (self->registry_list);
  self->form = bv_record_form_new (&bv_campaign_entity, fields);
  gtk_box_insert_child_after (self->sections, self->form, self->name_heading);
}

/* While they are listed anew nothing is read; then the one that is chosen is, even if it has the same place.
 */
static void
list_sources (BvCampaignDialog *self, const char *own)
{
  BvCampaignSources *sources = bv_campaign_sources_new (bv_session_get_library (self->session));
  g_auto (GStrv) titles = bv_campaign_sources_list_titles (sources);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) titles);

  g_clear_pointer (&self->sources, bv_campaign_sources_free);
  gtk_drop_down_set_model (self->source_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->source_list, bv_campaign_sources_find_own (sources, own));
  self->sources = sources;
  source_selected_cb (self);
}

/**
 * bv_campaign_dialog_new:
 * @parent: the window
 * @session: its session
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_campaign_dialog_new (GtkWindow *parent, BvSession *session)
{
  BvCampaignDialog *self = g_object_new (BV_TYPE_CAMPAIGN_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  list_sources (self, NULL);
  bv_record_form_focus (BV_RECORD_FORM (self->form));
  return GTK_WIDGET (self);
}

/**
 * bv_campaign_dialog_get_session:
 * @dialog: the dialog
 *
 * Returns: (transfer none): the session of its window
 */
BvSession *
bv_campaign_dialog_get_session (BvCampaignDialog *dialog)
{
  return dialog->session;
}

/**
 * bv_campaign_dialog_get_own:
 * @dialog: the dialog
 *
 * Returns: (transfer none) (nullable): the template of the library that is chosen; %NULL: something else is
 */
const BvShelvedTemplate *
bv_campaign_dialog_get_own (BvCampaignDialog *dialog)
{
  guint selected = gtk_drop_down_get_selected (dialog->source_list);

  return dialog->sources != NULL ? bv_campaign_sources_get_own (dialog->sources, selected) : NULL;
}

/**
 * bv_campaign_dialog_show_own:
 * @dialog: the dialog
 * @name: (nullable): a template of the library; %NULL: what is chosen at first
 *
 * Lists anew what a campaign can be made from, and chooses that.
 */
void
bv_campaign_dialog_show_own (BvCampaignDialog *dialog, const char *name)
{
  list_sources (dialog, name);
}

/**
 * bv_campaign_dialog_say:
 * @dialog: the dialog
 * @message: what went wrong
 *
 * Says it in the dialog's place for that, until something else is chosen or typed.
 */
void
bv_campaign_dialog_say (BvCampaignDialog *dialog, const char *message)
{
  show_message (dialog, message);
}

/**
 * bv_campaign_dialog_get_draft:
 * @dialog: the dialog
 *
 * Returns: (transfer none) (nullable): the campaign as it is to be, without its units; %NULL where no
 * source could be read
 */
BvDraft *
bv_campaign_dialog_get_draft (BvCampaignDialog *dialog)
{
  return dialog->draft;
}

/**
 * bv_campaign_dialog_make:
 * @dialog: the dialog
 *
 * Begins to take the campaign into the library, which the window shows; what is missing or wrong is said.
 *
 * Returns: whether it was begun
 */
gboolean
bv_campaign_dialog_make (BvCampaignDialog *dialog)
{
  GtkWidget *wrong;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvCampaign) campaign = NULL;

  if (dialog->draft == NULL || dialog->obstacle != NULL)
    return FALSE;
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  wrong = bv_record_form_find_wrong (BV_RECORD_FORM (dialog->form));
  if (wrong != NULL)
    {
      gtk_widget_child_focus (wrong, GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  campaign = fill_campaign (dialog, &error);
  if (campaign == NULL || !bv_check_campaign (campaign, &error))
    {
      bv_check_error_leave (error, "campaign");
      bv_check_error_title (error, &bv_campaign_entity);
      show_message (dialog, error->message);
      return FALSE;
    }
  g_object_unref (bv_load_job_start_campaign (dialog->session, g_steal_pointer (&campaign)));
  return TRUE;
}
