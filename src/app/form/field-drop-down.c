/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-drop-down.h"

#include "app/form/read-only.h"
#include "app/page/context.h"
#include "core/points.h"
#include "core/text/vietnamese.h"

#include <glib/gi18n-lib.h>

/**
 * BvFieldDropDown:
 *
 * A drop-down for a field of a draft that is a flag, one of some choices or one of the records that a
 * reference may name; it saves at once. Null is a choice of its own where the field may be null. A letter
 * chooses the next title that begins with it, without the list being opened.
 */
struct _BvFieldDropDown
{
  GtkWidget parent_instance;
  GtkDropDown *list;
  BvDraft *draft;
  BvDraftPath path;
  const BvField *field;
  BvCandidates *candidates; /* of a reference */
  char *message;
  gboolean showing; /* what is selected comes from the draft */
};

G_DEFINE_FINAL_TYPE (BvFieldDropDown, bv_field_drop_down, GTK_TYPE_WIDGET)

enum
{
  PROP_MESSAGE = 1,
};

static guint
get_offset (const BvField *field)
{
  return (field->flags & BV_FIELD_NULLABLE) != 0 ? 1 : 0;
}

static GtkStringList *
list_choices (const BvField *field)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  if (get_offset (field) > 0)
    gtk_string_list_append (titles, "—");
  if (field->type == BV_FIELD_FLAG)
    {
      gtk_string_list_append (titles, _ ("No"));
      gtk_string_list_append (titles, _ ("Yes"));
      return titles;
    }
  for (guint i = 0; field->choices[i].name != NULL; i++)
    gtk_string_list_append (titles, _ (field->choices[i].title));
  return titles;
}

static void
show_candidates (BvFieldDropDown *self)
{
  GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (self->list));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (get_offset (self->field) > 0)
    g_ptr_array_add (shown, (char *) "—");
  for (guint i = 0; i < bv_candidates_count (self->candidates); i++)
    g_ptr_array_add (shown, (char *) bv_candidates_title (self->candidates, i));
  g_ptr_array_add (shown, NULL);
  gtk_string_list_splice (titles, 0, g_list_model_get_n_items (G_LIST_MODEL (titles)),
                          (const char *const *) shown->pdata);
}

/* What it names is there even where it is no candidate any more. The list is changed, not another: that of
 * GTK 4.8 must outlive the choice that leads here. */
static void
list_candidates (BvFieldDropDown *self, const char *named)
{
  BvCandidates *candidates = bv_draft_list_candidates (self->draft, self->field);

  if (named != NULL)
    bv_candidates_add (candidates, named, named);
  if (self->candidates != NULL && bv_candidates_equal (self->candidates, candidates))
    {
      bv_candidates_free (candidates);
      return;
    }
  g_clear_pointer (&self->candidates, bv_candidates_free);
  self->candidates = candidates;
  show_candidates (self);
}

static guint
find_candidate (BvFieldDropDown *self, gpointer record)
{
  const char *named = record != NULL ? BV_FIELD_STRING (record, self->field) : NULL;

  list_candidates (self, named);
  return named != NULL ? bv_candidates_find (self->candidates, named) + get_offset (self->field) : 0;
}

static guint
find_number (BvFieldDropDown *self, gpointer record)
{
  gint64 value = record != NULL ? BV_FIELD_NUMBER (record, self->field) : BV_NONE;

  return value == BV_NONE ? 0 : value + get_offset (self->field);
}

static void
set_message (BvFieldDropDown *self, const char *message)
{
  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify (G_OBJECT (self), "message");
}

static void
show (BvFieldDropDown *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, self->path) : NULL;
  gboolean refers = self->field->type == BV_FIELD_REFERENCE;

  if (refers && self->draft == NULL)
    return;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->list,
                              refers ? find_candidate (self, record) : find_number (self, record));
  self->showing = FALSE;
}

static void
changed_cb (BvFieldDropDown *self)
{
  show (self);
}

static gboolean
save (BvFieldDropDown *self, guint selected, GError **error)
{
  gboolean is_null = selected < get_offset (self->field);
  guint index = is_null ? 0 : selected - get_offset (self->field);

  if (self->field->type == BV_FIELD_REFERENCE)
    return bv_draft_set_text (self->draft, self->path, self->field,
                              is_null ? "" : bv_candidates_key (self->candidates, index), error);
  return bv_draft_set_number (self->draft, self->path, self->field, is_null ? BV_NONE : (gint64) index,
                              error);
}

static void
selected_cb (BvFieldDropDown *self)
{
  g_autoptr (GError) error = NULL;
  guint selected = gtk_drop_down_get_selected (self->list);

  if (self->showing || self->draft == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  set_message (self, NULL);
  if (save (self, selected, &error))
    return;
  set_message (self, error->message);
  show (self);
}

static gboolean
begins_with (BvFieldDropDown *self, guint place, const char *letter)
{
  GtkStringList *titles = GTK_STRING_LIST (gtk_drop_down_get_model (self->list));
  g_autofree char *folded = bv_vietnamese_fold (gtk_string_list_get_string (titles, place));

  return g_str_has_prefix (folded, letter);
}

static gboolean
choose_by_letter (BvFieldDropDown *self, const char *letter)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (self->list));
  guint selected = gtk_drop_down_get_selected (self->list);

  for (guint i = 1; i <= n && selected < n; i++)
    if (begins_with (self, (selected + i) % n, letter))
      {
        gtk_drop_down_set_selected (self->list, (selected + i) % n);
        return TRUE;
      }
  return FALSE;
}

/* As long as the list is closed: then its button has the focus. */
static gboolean
key_pressed_cb (BvFieldDropDown *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gunichar character = gdk_keyval_to_unicode (keyval);
  char text[7] = "";
  g_autofree char *letter = NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isalnum (character)
      || (gtk_widget_get_state_flags (button) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (character, text);
  letter = bv_vietnamese_fold (text);
  return choose_by_letter (self, letter);
}

static void
title_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
title_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The titles of records may be long, as names of files are: they do not make the form wider. */
static void
make_narrow (BvFieldDropDown *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (title_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (title_bind_cb), NULL);
  gtk_drop_down_set_factory (self->list, factory);
}

static void
bv_field_drop_down_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, BV_FIELD_DROP_DOWN (object)->message);
}

static void
bv_field_drop_down_dispose (GObject *object)
{
  BvFieldDropDown *self = BV_FIELD_DROP_DOWN (object);

  bv_draft_follow (&self->draft, NULL, NULL, self);
  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_field_drop_down_parent_class)->dispose (object);
}

static void
bv_field_drop_down_finalize (GObject *object)
{
  g_clear_pointer (&BV_FIELD_DROP_DOWN (object)->candidates, bv_candidates_free);
  g_free (BV_FIELD_DROP_DOWN (object)->message);
  G_OBJECT_CLASS (bv_field_drop_down_parent_class)->finalize (object);
}

static gboolean
bv_field_drop_down_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_FIELD_DROP_DOWN (widget)->list));
}

static void
bv_field_drop_down_class_init (BvFieldDropDownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_field_drop_down_get_property;
  object_class->dispose = bv_field_drop_down_dispose;
  object_class->finalize = bv_field_drop_down_finalize;
  g_object_class_install_property (
    object_class, PROP_MESSAGE,
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  GTK_WIDGET_CLASS (klass)->grab_focus = bv_field_drop_down_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bv_field_drop_down_init (BvFieldDropDown *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  bv_context_name_button (self->list);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * bv_field_drop_down_new:
 *
 * Returns: (transfer floating): a drop-down without a field
 */
GtkWidget *
bv_field_drop_down_new (void)
{
  return g_object_new (BV_TYPE_FIELD_DROP_DOWN, NULL);
}

/**
 * bv_field_drop_down_bind:
 * @drop_down: a drop-down
 * @draft: (nullable): whose field it shows from now on; %NULL: nothing
 * @path: which record of the draft
 * @field: a flag, choice or reference of that record
 */
void
bv_field_drop_down_bind (BvFieldDropDown *drop_down, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  bv_draft_follow (&drop_down->draft, draft, G_CALLBACK (changed_cb), drop_down);
  drop_down->path = path;
  if (drop_down->field != field)
    {
      g_autoptr (GtkStringList) titles
        = field->type == BV_FIELD_REFERENCE ? gtk_string_list_new (NULL) : list_choices (field);

      g_clear_pointer (&drop_down->candidates, bv_candidates_free);
      drop_down->field = field;
      if (field->type == BV_FIELD_REFERENCE)
        make_narrow (drop_down);
      drop_down->showing = TRUE;
      gtk_drop_down_set_model (drop_down->list, G_LIST_MODEL (titles));
      drop_down->showing = FALSE;
    }
  bv_read_only_set (GTK_WIDGET (drop_down->list), draft != NULL ? bv_draft_get_locked (draft) : NULL);
  set_message (drop_down, NULL);
  show (drop_down);
}
