/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominee-dialog.h"

#include "app/row.h"
#include "app/table-model.h"
#include "core/nominee.h"
#include "core/vietnamese.h"
#include "store/editing.h"
#include "store/pages.h"

#include <glib/gi18n-lib.h>

/**
 * BvNomineeDialog:
 *
 * Puts a unit or a person forward: the group, the unit, and a person's name in a group of individuals.
 */
struct _BvNomineeDialog
{
  GtkWindow parent_instance;
  GtkDropDown *group_list;
  GtkDropDown *unit_list;
  BvTableModel *units;
  GtkWidget *person_label;
  GtkWidget *person_entry;
  GtkLabel *message_label;
  BvSession *session;
};

G_DEFINE_FINAL_TYPE (BvNomineeDialog, bv_nominee_dialog, GTK_TYPE_WINDOW)

static const BvGroup *
get_group (BvNomineeDialog *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  guint selected = gtk_drop_down_get_selected (self->group_list);

  return selected < head->groups->len ? g_ptr_array_index (head->groups, selected) : NULL;
}

static void
show_person (BvNomineeDialog *self)
{
  const BvGroup *group = self->session != NULL ? get_group (self) : NULL;
  gboolean of_person = group != NULL && group->kind == BV_GROUP_INDIVIDUAL;

  gtk_widget_set_visible (self->person_label, of_person);
  gtk_widget_set_visible (self->person_entry, of_person);
}

static void
group_selected_cb (BvNomineeDialog *self)
{
  show_person (self);
}

static void
tell (BvNomineeDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), TRUE);
}

static char *
make_slug (const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text);
  g_autoptr (GString) slug = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_strdup (slug->len > 0 ? slug->str : "de-cu");
}

static gboolean
key_is_taken (BvNomineeDialog *self, const char *key)
{
  gint64 campaign = bv_session_get_campaign (self->session);

  return bv_editing_find (bv_session_get_library (self->session), campaign, &bv_nominee_entity, campaign, key,
                          NULL)
         != 0;
}

static char *
make_key (BvNomineeDialog *self, const char *name)
{
  g_autofree char *slug = make_slug (name);
  char *key = g_strdup (slug);

  for (guint i = 2; key_is_taken (self, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", slug, i);
    }
  return key;
}

static void
replace (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static BvNominee *
create_nominee (BvNomineeDialog *self, const BvGroup *group, BvRow *unit, const char *person)
{
  BvTable *table = bv_row_get_table (unit);
  guint row = bv_row_get_index (unit);
  const char *name = person != NULL ? person : bv_table_get_text (table, row, BV_UNITS_NAME);
  BvNominee *nominee = bv_record_new (&bv_nominee_entity);

  g_free (nominee->key);
  nominee->key = make_key (self, name);
  replace (&nominee->group, group->key);
  replace (&nominee->unit, bv_table_get_text (table, row, BV_UNITS_CODE));
  if (person != NULL)
    {
      bv_record_add_child (nominee, bv_entity_find_field (&bv_nominee_entity, "person"));
      g_free (nominee->person->name);
      nominee->person->name = bv_vietnamese_nfc (person);
    }
  return nominee;
}

static void
add_cb (BvNomineeDialog *self)
{
  if (bv_nominee_dialog_add (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (BvNomineeDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
bv_nominee_dialog_dispose (GObject *object)
{
  g_clear_object (&BV_NOMINEE_DIALOG (object)->session);
  G_OBJECT_CLASS (bv_nominee_dialog_parent_class)->dispose (object);
}

static void
bv_nominee_dialog_class_init (BvNomineeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nominee_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominee-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, group_list);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, unit_list);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, units);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, person_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, person_entry);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
bv_nominee_dialog_init (BvNomineeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (BvNomineeDialog *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) units = bv_pages_read_units (bv_session_get_library (self->session),
                                                   bv_session_get_campaign (self->session), &error);

  for (guint i = 0; i < head->groups->len; i++)
    gtk_string_list_append (groups, ((BvGroup *) g_ptr_array_index (head->groups, i))->name);
  gtk_drop_down_set_model (self->group_list, G_LIST_MODEL (groups));
  if (units != NULL)
    bv_table_model_set_table (self->units, units);
  else
    tell (self, error->message);
}

/**
 * bv_nominee_dialog_new:
 * @parent: the window
 * @session: a session with a campaign
 * @group: the row of the group that is chosen at first; 0: the first
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
bv_nominee_dialog_new (GtkWindow *parent, BvSession *session, gint64 group)
{
  BvNomineeDialog *self = g_object_new (BV_TYPE_NOMINEE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  fill (self);
  bv_nominee_dialog_choose (self, group, 0, "");
  show_person (self);
  return GTK_WIDGET (self);
}

/**
 * bv_nominee_dialog_choose:
 * @dialog: the dialog
 * @group: a group's row; 0: as it is
 * @unit: a unit's row; 0: as it is
 * @person: a person's name
 */
void
bv_nominee_dialog_choose (BvNomineeDialog *dialog, gint64 group, gint64 unit, const char *person)
{
  const BvCampaign *head = bv_session_get_head (dialog->session);
  guint place = bv_table_find (bv_table_model_get_table (dialog->units), unit);

  for (guint i = 0; i < head->groups->len; i++)
    if (((BvGroup *) g_ptr_array_index (head->groups, i))->record.id == group)
      gtk_drop_down_set_selected (dialog->group_list, i);
  if (place != BV_TABLE_NOT_FOUND)
    gtk_drop_down_set_selected (dialog->unit_list, place);
  gtk_editable_set_text (GTK_EDITABLE (dialog->person_entry), person);
}

/**
 * bv_nominee_dialog_add:
 * @dialog: the dialog
 *
 * Adds the nominee as one action; what is missing or wrong is shown.
 *
 * Returns: whether it was added
 */
gboolean
bv_nominee_dialog_add (BvNomineeDialog *dialog)
{
  const BvGroup *group = get_group (dialog);
  BvRow *unit = gtk_drop_down_get_selected_item (dialog->unit_list);
  gint64 campaign = bv_session_get_campaign (dialog->session);
  g_autofree char *person
    = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (dialog->person_entry))));
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) nominee = NULL;
  gboolean of_person = group != NULL && group->kind == BV_GROUP_INDIVIDUAL;

  if (group == NULL || unit == NULL || (of_person && *person == '\0'))
    {
      tell (dialog,
            of_person ? _ ("Give the person’s name, and choose a unit.") : _ ("Choose a group and a unit."));
      return FALSE;
    }
  nominee = (BvRecord *) create_nominee (dialog, group, unit, of_person ? person : NULL);
  if (bv_editing_add (bv_session_get_library (dialog->session), campaign, campaign, nominee, &error))
    return TRUE;
  tell (dialog, error->message);
  return FALSE;
}
