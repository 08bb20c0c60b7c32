/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-drop-down.h"

#include "app/page/context.h"
#include "core/points.h"

#include <glib/gi18n-lib.h>

/**
 * BvFieldDropDown:
 *
 * A drop-down for a field of a draft that is a flag or one of some choices; it saves at once. Null is a
 * choice of its own where the field may be null.
 */
struct _BvFieldDropDown
{
  GtkWidget parent_instance;
  GtkDropDown *list;
  BvDraft *draft;
  BvDraftPath path;
  const BvField *field;
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
  gint64 value = record != NULL ? BV_FIELD_NUMBER (record, self->field) : BV_NONE;

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->list, value == BV_NONE ? 0 : value + get_offset (self->field));
  self->showing = FALSE;
}

static void
changed_cb (BvFieldDropDown *self)
{
  show (self);
}

static void
selected_cb (BvFieldDropDown *self)
{
  g_autoptr (GError) error = NULL;
  guint selected = gtk_drop_down_get_selected (self->list);
  gint64 value;

  if (self->showing || self->draft == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  value = selected < get_offset (self->field) ? BV_NONE : (gint64) selected - get_offset (self->field);
  set_message (self, NULL);
  if (bv_draft_set_number (self->draft, self->path, self->field, value, &error))
    return;
  set_message (self, error->message);
  show (self);
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
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  bv_context_name_button (self->list);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
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
 * @field: a flag or choice of that record
 */
void
bv_field_drop_down_bind (BvFieldDropDown *drop_down, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  bv_draft_follow (&drop_down->draft, draft, G_CALLBACK (changed_cb), drop_down);
  drop_down->path = path;
  if (drop_down->field != field)
    {
      g_autoptr (GtkStringList) titles = list_choices (field);

      drop_down->field = field;
      drop_down->showing = TRUE;
      gtk_drop_down_set_model (drop_down->list, G_LIST_MODEL (titles));
      drop_down->showing = FALSE;
    }
  set_message (drop_down, NULL);
  show (drop_down);
}
