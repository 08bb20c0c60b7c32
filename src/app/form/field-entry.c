/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-entry.h"

#include "app/form/field-text.h"

/**
 * BvFieldEntry:
 *
 * An entry for one field of a draft. Enter and leaving it save, Escape takes back what was typed. What cannot
 * be saved stays as it was typed, and `message` says what is wrong with it.
 */
struct _BvFieldEntry
{
  GtkEntry parent_instance;
  BvDraft *draft;
  BvDraftPath path;
  const BvField *field;
  char *shown; /* the text as the draft has it */
  char *message;
};

G_DEFINE_FINAL_TYPE (BvFieldEntry, bv_field_entry, GTK_TYPE_ENTRY)

enum
{
  PROP_MESSAGE = 1,
};

enum
{
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_touched (BvFieldEntry *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0;
}

static void
set_message (BvFieldEntry *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  g_object_notify (G_OBJECT (self), "message");
}

static void
show (BvFieldEntry *self)
{
  gpointer record = self->draft != NULL ? bv_draft_get_record (self->draft, self->path) : NULL;

  g_free (self->shown);
  self->shown = record != NULL ? bv_field_text_write (self->field, record) : g_strdup ("");
  if (is_touched (self))
    gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  set_message (self, NULL);
}

static void
changed_cb (BvFieldEntry *self)
{
  if (!is_touched (self))
    show (self);
}

static void
leave_cb (BvFieldEntry *self)
{
  bv_field_entry_commit (self);
}

static void
activate_cb (BvFieldEntry *self)
{
  if (bv_field_entry_commit (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
key_pressed_cb (BvFieldEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !is_touched (self))
    return GDK_EVENT_PROPAGATE;
  show (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
  return GDK_EVENT_STOP;
}

static void
bv_field_entry_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, BV_FIELD_ENTRY (object)->message);
}

static void
bv_field_entry_dispose (GObject *object)
{
  BvFieldEntry *self = BV_FIELD_ENTRY (object);

  bv_draft_follow (&self->draft, NULL, NULL, self);
  G_OBJECT_CLASS (bv_field_entry_parent_class)->dispose (object);
}

static void
bv_field_entry_finalize (GObject *object)
{
  g_free (BV_FIELD_ENTRY (object)->shown);
  g_free (BV_FIELD_ENTRY (object)->message);
  G_OBJECT_CLASS (bv_field_entry_parent_class)->finalize (object);
}

static void
bv_field_entry_class_init (BvFieldEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_field_entry_get_property;
  object_class->dispose = bv_field_entry_dispose;
  object_class->finalize = bv_field_entry_finalize;
  g_object_class_install_property (
    object_class, PROP_MESSAGE,
    g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  /* Enter was pressed and the value is saved: the owner moves the focus on. */
  signals[ENTERED]
    = g_signal_new ("entered", BV_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_field_entry_init (BvFieldEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
}

/**
 * bv_field_entry_new:
 *
 * Returns: (transfer floating): an entry without a field
 */
GtkWidget *
bv_field_entry_new (void)
{
  return g_object_new (BV_TYPE_FIELD_ENTRY, NULL);
}

/**
 * bv_field_entry_bind:
 * @entry: an entry
 * @draft: (nullable): whose field it shows from now on; %NULL: nothing
 * @path: which record of the draft
 * @field: a field of that record
 *
 * Binding again to the same keeps what is being typed.
 */
void
bv_field_entry_bind (BvFieldEntry *entry, BvDraft *draft, BvDraftPath path, const BvField *field)
{
  if (draft != NULL && entry->draft == draft && entry->field == field && entry->path.child == path.child
      && entry->path.index == path.index)
    {
      changed_cb (entry);
      return;
    }
  bv_draft_follow (&entry->draft, draft, G_CALLBACK (changed_cb), entry);
  entry->path = path;
  entry->field = field;
  show (entry);
}

/**
 * bv_field_entry_commit:
 * @entry: an entry
 *
 * Saves what was typed.
 *
 * Returns: whether nothing is left to be saved
 */
gboolean
bv_field_entry_commit (BvFieldEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (entry->draft == NULL)
    return TRUE;
  if (!is_touched (entry))
    {
      set_message (entry, NULL);
      return TRUE;
    }
  if (!bv_draft_set_text (entry->draft, entry->path, entry->field, typed, &error))
    {
      set_message (entry, error->message);
      return FALSE;
    }
  show (entry);
  return TRUE;
}

/**
 * bv_field_entry_get_message:
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): what is wrong with what was typed
 */
const char *
bv_field_entry_get_message (BvFieldEntry *entry)
{
  return entry->message;
}

static void
add_refused (GPtrArray *entries, GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (BV_IS_FIELD_ENTRY (root) && BV_FIELD_ENTRY (root)->message != NULL)
    g_ptr_array_add (entries, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && !BV_IS_FIELD_ENTRY (root);
       child = gtk_widget_get_next_sibling (child))
    add_refused (entries, child);
}

/**
 * bv_field_entry_list_refused:
 * @root: a widget
 *
 * Returns: (transfer container) (element-type BvFieldEntry): the entries below it whose text could not be
 * saved
 */
GPtrArray *
bv_field_entry_list_refused (GtkWidget *root)
{
  GPtrArray *entries = g_ptr_array_new ();

  add_refused (entries, root);
  return entries;
}
