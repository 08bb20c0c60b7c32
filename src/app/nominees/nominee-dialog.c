/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/nominee-dialog.h"

#include "app/draft/record-draft.h"
#include "app/form/record-form.h"
#include "app/guide/guide.h"
#include "app/menu/main-button.h"
#include "app/nominees/nomination.h"
#include "app/page/context.h"
#include "app/page/unsaved.h"
#include "app/rows/row.h"
#include "app/search/no-rows.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/cells.h"
#include "app/table/table-model.h"
#include "core/nominee.h"
#include "store/lists.h"

#include <glib/gi18n-lib.h>

/**
 * BvNomineeDialog:
 *
 * Puts units or persons forward: the group, then one or several units of a list that is searched by typing,
 * and in a group of individuals who it is. It stays for the next ones until it is closed: a person is
 * followed by the next, and the last units of a group by the next group that has nobody. `added` says what
 * was put forward: the group, and the row of the last nominee.
 */
struct _BvNomineeDialog
{
  GtkWindow parent_instance;
  GtkDropDown *group_list;
  GtkWidget *unit_entry;
  GtkColumnView *unit_view;
  BvTableModel *units;
  BvRowFilter *search;
  GtkCustomFilter *fitting;
  GListModel *found;
  BvNoRows *no_rows;
  GtkButton *all_button;
  GtkCheckButton *others_button;
  GtkWidget *hint_label;
  GtkGrid *grid;
  GtkWidget *person_form;
  GtkLabel *done_label;
  GtkLabel *message_label;
  BvSession *session;
  BvDraft *person;       /* who is typed, and in no library yet */
  GHashTable *nominated; /* of the units' rows: those that the group has already */
  GHashTable *types;     /* of units that are fitting; empty: all */
  char *warned_of;       /* the name that stands there twice, and was warned of; NULL: none */
};

static void bv_nominee_dialog_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvNomineeDialog,
                               bv_nominee_dialog,
                               GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_nominee_dialog_be_unsaved))

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BvGroup *
get_group (BvNomineeDialog *self)
{
  const BvCampaign *head = self->session != NULL ? bv_session_get_head (self->session) : NULL;
  guint selected = gtk_drop_down_get_selected (self->group_list);

  return head != NULL && selected < head->groups->len ? g_ptr_array_index (head->groups, selected) : NULL;
}

static gboolean
is_of_persons (const BvGroup *group)
{
  return group != NULL && group->kind == BV_GROUP_INDIVIDUAL;
}

static void
show_message (BvNomineeDialog *self, const char *message)
{
  gtk_label_set_label (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
}

static const char *
get_type (BvTable *units, guint row)
{
  return bv_table_get_text (units, row, BV_UNITS_TYPE);
}

static gboolean
has_fitting_type (BvNomineeDialog *self, BvTable *units, guint row)
{
  return g_hash_table_size (self->types) == 0 || gtk_check_button_get_active (self->others_button)
         || g_hash_table_contains (self->types, get_type (units, row));
}

/* A unit stands once among the collectives of a group, but may put several persons forward. Units of types
 * that do not fit are shown when asked for. */
static gboolean
is_fitting (gpointer row, gpointer data)
{
  BvNomineeDialog *self = data;
  gint64 unit = bv_row_get_id (row);

  if (self->nominated == NULL)
    return TRUE;
  return (is_of_persons (get_group (self)) || !g_hash_table_contains (self->nominated, &unit))
         && has_fitting_type (self, bv_row_get_table (row), bv_row_get_index (row));
}

/* Districts are seldom wanted among departments: the types are those that the group names, else, among
 * collectives, those that it has already. */
static void
find_types (BvNomineeDialog *self, const BvGroup *group)
{
  BvTable *units = bv_table_model_get_table (self->units);

  g_hash_table_remove_all (self->types);
  for (char **type = group->unit_types; type != NULL && *type != NULL; type++)
    g_hash_table_add (self->types, g_strdup (*type));
  if (g_hash_table_size (self->types) > 0 || self->nominated == NULL || is_of_persons (group))
    return;
  for (guint i = 0; i < bv_table_get_n_rows (units); i++)
    {
      gint64 unit = bv_table_get_id (units, i);

      if (g_hash_table_contains (self->nominated, &unit))
        g_hash_table_add (self->types, g_strdup (get_type (units, i)));
    }
}

static void
set_selection (BvNomineeDialog *self, gboolean several)
{
  GListModel *found = G_LIST_MODEL (self->found);
  g_autoptr (GtkSelectionModel) selection
    = several ? GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (found)))
              : GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (found)));

  if (!several)
    {
      gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
      gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
      gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (selection), GTK_INVALID_LIST_POSITION);
    }
  gtk_column_view_set_model (self->unit_view, selection);
}

/* How many would be selected stands on the button. Units that do not fit the group are asked for below the
 * list. */
static void
show_found (BvNomineeDialog *self)
{
  const BvNoRowsReason none = { .title = _ ("No other unit fits this group") };
  guint n = self->no_rows != NULL ? g_list_model_get_n_items (self->found) : 0;
  g_autofree char *label = g_strdup_printf (_ ("Select _all %u"), n);

  if (self->no_rows == NULL)
    return;
  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_button), n > 0);
  if (n == 0 && bv_row_filter_is_searching (self->search))
    bv_no_rows_show_search (self->no_rows, gtk_editable_get_text (GTK_EDITABLE (self->unit_entry)), NULL,
                            NULL);
  else if (n == 0)
    bv_no_rows_explain (self->no_rows, &none);
  else
    bv_no_rows_hide (self->no_rows);
}

static void
show_group (BvNomineeDialog *self)
{
  const BvGroup *group = get_group (self);
  gboolean of_persons = is_of_persons (group);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || group == NULL)
    return;
  g_clear_pointer (&self->nominated, g_hash_table_unref);
  self->nominated
    = bv_lists_list_nominated (bv_session_get_library (self->session), group->record.id, &error);
  find_types (self, group);
  show_message (self, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->person_form, of_persons);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), !of_persons);
  gtk_widget_set_visible (self->hint_label, !of_persons);
  gtk_widget_set_visible (GTK_WIDGET (self->others_button), g_hash_table_size (self->types) > 0);
  gtk_filter_changed (GTK_FILTER (self->fitting), GTK_FILTER_CHANGE_DIFFERENT);
  set_selection (self, !of_persons);
  show_found (self);
}

static void
group_selected_cb (BvNomineeDialog *self)
{
  show_group (self);
}

static void
others_toggled_cb (BvNomineeDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->fitting), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
found_cb (BvNomineeDialog *self)
{
  show_found (self);
}

/* The first unit that is found is mostly the one that is meant. */
static void
search_changed_cb (BvNomineeDialog *self)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (self->unit_view);

  if (bv_row_filter_set_search (self->search, gtk_editable_get_text (GTK_EDITABLE (self->unit_entry)))
      && g_list_model_get_n_items (G_LIST_MODEL (selection)) > 0)
    gtk_selection_model_select_item (selection, 0, TRUE);
  show_found (self);
}

static void
clear_cb (BvNomineeDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->unit_entry), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (self->unit_entry);
}

static void
select_all_cb (BvNomineeDialog *self)
{
  gtk_selection_model_select_all (gtk_column_view_get_model (self->unit_view));
}

static gboolean
search_key_cb (BvNomineeDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  search_changed_cb (self);
  return gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->unit_view)),
                                 GTK_DIR_TAB_FORWARD);
}

static void
add_cb (BvNomineeDialog *self)
{
  bv_nominee_dialog_add (self);
}

static void
close_cb (BvNomineeDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_blank (const BvPerson *person)
{
  g_autoptr (BvRecord) blank = bv_record_new (&bv_person_entity);

  return bv_record_equal (person, blank);
}

static void
bv_nominee_dialog_commit (BvUnsaved *unsaved)
{
}

static const char *
bv_nominee_dialog_get_message (BvUnsaved *unsaved)
{
  BvNomineeDialog *self = BV_NOMINEE_DIALOG (unsaved);

  if (!is_of_persons (get_group (self)) || is_blank (bv_draft_get_record (self->person, BV_DRAFT_WHOLE)))
    return NULL;
  return _ ("The person was not added yet");
}

static void
bv_nominee_dialog_give_back (BvUnsaved *unsaved)
{
  bv_draft_take_record (BV_NOMINEE_DIALOG (unsaved)->person, bv_record_new (&bv_person_entity));
}

static void
bv_nominee_dialog_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_nominee_dialog_commit;
  iface->get_message = bv_nominee_dialog_get_message;
  iface->give_back = bv_nominee_dialog_give_back;
}

static void
bv_nominee_dialog_dispose (GObject *object)
{
  BvNomineeDialog *self = BV_NOMINEE_DIALOG (object);

  self->no_rows = NULL;
  if (self->fitting != NULL)
    gtk_custom_filter_set_filter_func (self->fitting, NULL, NULL, NULL);
  self->fitting = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->person);
  g_clear_pointer (&self->nominated, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_clear_pointer (&self->warned_of, g_free);
  G_OBJECT_CLASS (bv_nominee_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominees/nominee-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, group_list);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, unit_entry);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, unit_view);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, units);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, search);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, fitting);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, found);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, no_rows);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, all_button);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, others_button);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, done_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDialog, message_label);
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
bv_nominee_dialog_class_init (BvNomineeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nominee_dialog_dispose;
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_NO_ROWS);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[ADDED] = g_signal_new ("added", BV_TYPE_NOMINEE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

/* What all know of a person; what else there is to say has its place in the details. */
static void
add_person_form (BvNomineeDialog *self)
{
  static const char *const fields[] = { "name", "gender", "born", "position", NULL };

  self->person = bv_record_draft_new_apart (self->session, bv_record_new (&bv_person_entity));
  self->person_form = bv_record_form_new (&bv_person_entity, fields);
  bv_record_form_bind (BV_RECORD_FORM (self->person_form), self->person, BV_DRAFT_WHOLE);
  gtk_grid_attach (self->grid, self->person_form, 0, 1, 2, 1);
}

static void
bv_nominee_dialog_init (BvNomineeDialog *self)
{
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_guide_add_to_dialog (GTK_WINDOW (self), "03-de-cu.html");
  bv_unsaved_guard (GTK_WINDOW (self));
  bv_main_button_take_enter (GTK_WIDGET (self->others_button));
  bv_context_name_button (self->group_list);
  gtk_custom_filter_set_filter_func (self->fitting, is_fitting, self, NULL);
}

static void
fill (BvNomineeDialog *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  g_autoptr (GtkStringList) groups = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BvTable) units = bv_lists_read_units (bv_session_get_library (self->session),
                                                   bv_session_get_campaign (self->session), &error);

  for (guint i = 0; i < head->groups->len; i++)
    gtk_string_list_append (groups, ((BvGroup *) g_ptr_array_index (head->groups, i))->name);
  gtk_drop_down_set_model (self->group_list, G_LIST_MODEL (groups));
  if (units != NULL)
    bv_table_model_set_table (self->units, units);
  else
    show_message (self, error->message);
}

static void
focus_first (BvNomineeDialog *self)
{
  if (is_of_persons (get_group (self)))
    bv_record_form_focus (BV_RECORD_FORM (self->person_form));
  else
    gtk_widget_grab_focus (self->unit_entry);
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
  add_person_form (self);
  fill (self);
  bv_nominee_dialog_choose (self, group, 0, "");
  show_group (self);
  focus_first (self);
  return GTK_WIDGET (self);
}

/**
 * bv_nominee_dialog_choose:
 * @dialog: the dialog
 * @group: a group's row; 0: as it is
 * @unit: a unit's row; 0: as it is
 * @person: a person's name; empty: none yet
 *
 * Returns: whether the unit can be chosen in the group
 */
gboolean
bv_nominee_dialog_choose (BvNomineeDialog *dialog, gint64 group, gint64 unit, const char *person)
{
  const BvCampaign *head = bv_session_get_head (dialog->session);
  BvPerson *record = bv_record_new (&bv_person_entity);
  GtkSelectionModel *selection;

  for (guint i = 0; i < head->groups->len; i++)
    if (((BvGroup *) g_ptr_array_index (head->groups, i))->record.id == group)
      gtk_drop_down_set_selected (dialog->group_list, i);
  g_free (record->name);
  record->name = g_strdup (person);
  bv_draft_take_record (dialog->person, record);
  if (unit == 0)
    return TRUE;
  selection = gtk_column_view_get_model (dialog->unit_view);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (selection), i);

      if (bv_row_get_id (row) == unit)
        return gtk_selection_model_select_item (selection, i, TRUE);
    }
  return FALSE;
}

/**
 * bv_nominee_dialog_choose_all:
 * @dialog: the dialog, on a group of collectives
 * @search: what is searched, as typed
 *
 * Chooses all units that are found.
 */
void
bv_nominee_dialog_choose_all (BvNomineeDialog *dialog, const char *search)
{
  gtk_editable_set_text (GTK_EDITABLE (dialog->unit_entry), search);
  search_changed_cb (dialog);
  select_all_cb (dialog);
}

static GPtrArray *
list_selected (BvNomineeDialog *self)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (self->unit_view);
  g_autoptr (GtkBitset) places = gtk_selection_model_get_selection (selection);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (places); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (selection), gtk_bitset_get_nth (places, i)));
  return rows;
}

/* Two persons of one unit may have the same name, but mostly it is one person twice. */
static gboolean
warn_of_twin (BvNomineeDialog *self, const BvGroup *group, BvRow *unit, const char *person)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (self->warned_of, person) == 0
      || !bv_nomination_has_person (self->session, group, unit, person))
    return FALSE;
  g_free (self->warned_of);
  self->warned_of = g_strdup (person);
  text
    = g_strdup_printf (_ ("%s of this unit is already in this group. To add another person of the same name, "
                          "choose Add once more."),
                       person);
  show_message (self, text);
  return TRUE;
}

/* Leaving a field takes what was typed in it; what it refuses has the focus then, and says why. */
static gboolean
take_person (BvNomineeDialog *self)
{
  GtkWidget *wrong;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  wrong = bv_record_form_find_wrong (BV_RECORD_FORM (self->person_form));
  return wrong == NULL || !gtk_widget_grab_focus (wrong);
}

/* Nothing may be chosen in the list yet, or what was searched before. */
static gboolean
find_missing (BvNomineeDialog *self, const BvPerson *person, GPtrArray *units)
{
  if (person != NULL && *person->name == '\0')
    {
      show_message (self, _ ("Give the person’s name, and choose a unit."));
      focus_first (self);
      return TRUE;
    }
  if (units->len > 0)
    return FALSE;
  show_message (self, person != NULL ? _ ("Give the person’s name, and choose a unit.")
                                     : _ ("Choose a group and a unit."));
  gtk_widget_grab_focus (self->unit_entry);
  return TRUE;
}

static void
show_done (BvNomineeDialog *self, const BvGroup *group, const BvPerson *person, GPtrArray *units)
{
  BvRow *unit = g_ptr_array_index (units, 0);
  const char *name = person != NULL
                       ? person->name
                       : bv_table_get_text (bv_row_get_table (unit), bv_row_get_index (unit), BV_UNITS_NAME);
  g_autofree char *text = NULL;

  if (units->len == 1)
    /* Translators: who was added to which group. */
    text = g_strdup_printf (_ ("Added to “%s”: %s"), group->name, name);
  else
    text = g_strdup_printf (_ ("Added to “%s”: %u units"), group->name, units->len);
  gtk_label_set_label (self->done_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->done_label), TRUE);
}

static gboolean
has_nominee (BvNomineeDialog *self, const BvGroup *group)
{
  g_autoptr (GHashTable) nominated
    = bv_lists_list_nominated (bv_session_get_library (self->session), group->record.id, NULL);

  return nominated == NULL || g_hash_table_size (nominated) > 0;
}

/* Behind the last units of a group comes the next group that has nobody. */
static void
go_onward (BvNomineeDialog *self)
{
  const BvCampaign *head = bv_session_get_head (self->session);
  guint place = gtk_drop_down_get_selected (self->group_list);

  if (g_list_model_get_n_items (self->found) > 0)
    return;
  while (++place < head->groups->len)
    if (!has_nominee (self, g_ptr_array_index (head->groups, place)))
      {
        gtk_drop_down_set_selected (self->group_list, place);
        return;
      }
}

/* For the next one nothing is left of this one. */
static void
begin_anew (BvNomineeDialog *self)
{
  bv_draft_take_record (self->person, bv_record_new (&bv_person_entity));
  g_clear_pointer (&self->warned_of, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->unit_entry), "");
  bv_row_filter_set_search (self->search, "");
  show_group (self);
  go_onward (self);
  focus_first (self);
}

/**
 * bv_nominee_dialog_add:
 * @dialog: the dialog
 *
 * Adds the nominee, or one for each chosen unit, as one action, and begins anew; what is missing or wrong is
 * shown.
 *
 * Returns: whether it was added
 */
gboolean
bv_nominee_dialog_add (BvNomineeDialog *dialog)
{
  const BvGroup *group = get_group (dialog);
  g_autoptr (GPtrArray) units = NULL;
  const BvPerson *person = NULL;
  g_autoptr (GError) error = NULL;
  gint64 added;

  /* A search follows what is typed, but not at once. */
  search_changed_cb (dialog);
  if (is_of_persons (group) && !take_person (dialog))
    return FALSE;
  if (is_of_persons (group))
    person = bv_draft_get_record (dialog->person, BV_DRAFT_WHOLE);
  units = list_selected (dialog);
  if (find_missing (dialog, person, units))
    return FALSE;
  if (person != NULL && warn_of_twin (dialog, group, g_ptr_array_index (units, 0), person->name))
    return FALSE;
  added = bv_nomination_add (dialog->session, group, units, person, &error);
  if (added == 0)
    {
      show_message (dialog, error->message);
      return FALSE;
    }
  show_done (dialog, group, person, units);
  g_signal_emit (dialog, signals[ADDED], 0, group->record.id, added);
  begin_anew (dialog);
  return TRUE;
}
