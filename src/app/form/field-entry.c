/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/field-entry.h"

#include "app/form/suggestions.h"
#include "app/form/typed-text.h"
#include "app/page/unsaved.h"

/**
 * BvFieldEntry:
 *
 * An entry for one field of a draft (#BvTypedText). Enter saves too. Where other records are likely to have
 * the same text, theirs are suggested.
 */
struct _BvFieldEntry
{
  GtkEntry parent_instance;
  BvTypedText *typed;
  BvSuggestions *suggestions; /* NULL: the field has none */
};

static void bv_field_entry_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvFieldEntry,
                               bv_field_entry,
                               GTK_TYPE_ENTRY,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_field_entry_be_unsaved))

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

static char *
read_text (GtkWidget *editor)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
}

static void
write_text (GtkWidget *editor, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

static void
set_undo (GtkWidget *editor, gboolean enabled)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (editor), enabled);
}

static void
activate_cb (BvFieldEntry *self)
{
  if (bv_field_entry_commit (self))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
bv_field_entry_commit_unsaved (BvUnsaved *unsaved)
{
  bv_field_entry_commit (BV_FIELD_ENTRY (unsaved));
}

static const char *
bv_field_entry_get_unsaved_message (BvUnsaved *unsaved)
{
  return bv_field_entry_get_message (BV_FIELD_ENTRY (unsaved));
}

static void
bv_field_entry_give_back (BvUnsaved *unsaved)
{
  bv_typed_text_give_back (BV_FIELD_ENTRY (unsaved)->typed);
}

static void
bv_field_entry_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_field_entry_commit_unsaved;
  iface->get_message = bv_field_entry_get_unsaved_message;
  iface->give_back = bv_field_entry_give_back;
}

static void
bv_field_entry_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, bv_field_entry_get_message (BV_FIELD_ENTRY (object)));
}

static void
bv_field_entry_dispose (GObject *object)
{
  bv_typed_text_release (BV_FIELD_ENTRY (object)->typed);
  g_clear_pointer (&BV_FIELD_ENTRY (object)->suggestions, bv_suggestions_free);
  G_OBJECT_CLASS (bv_field_entry_parent_class)->dispose (object);
}

static void
bv_field_entry_finalize (GObject *object)
{
  bv_typed_text_free (BV_FIELD_ENTRY (object)->typed);
  G_OBJECT_CLASS (bv_field_entry_parent_class)->finalize (object);
}

static void
bv_field_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvFieldEntry *self = BV_FIELD_ENTRY (widget);

  GTK_WIDGET_CLASS (bv_field_entry_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->suggestions != NULL)
    bv_suggestions_present (self->suggestions);
}

/* All of it is selected, from its end: what is longer than its entry would be seen without its beginning. */
static gboolean
bv_field_entry_grab_focus (GtkWidget *widget)
{
  int start, end;

  if (!GTK_WIDGET_CLASS (bv_field_entry_parent_class)->grab_focus (widget))
    return FALSE;
  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (widget), &start, &end) && start == 0)
    gtk_editable_select_region (GTK_EDITABLE (widget), end, 0);
  return TRUE;
}

static void
bv_field_entry_class_init (BvFieldEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bv_field_entry_get_property;
  object_class->dispose = bv_field_entry_dispose;
  object_class->finalize = bv_field_entry_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = bv_field_entry_size_allocate;
  GTK_WIDGET_CLASS (klass)->grab_focus = bv_field_entry_grab_focus;
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
  static const BvTypedTextFuncs text = { read_text, write_text, set_undo };

  self->typed = bv_typed_text_new (GTK_WIDGET (self), GTK_WIDGET (self), &text);
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
  gboolean suggests = draft != NULL && (field->flags & BV_FIELD_SUGGESTED) != 0;

  bv_typed_text_bind (entry->typed, draft, path, field);
  if (suggests && entry->suggestions == NULL)
    entry->suggestions = bv_suggestions_new (GTK_WIDGET (entry));
  if (entry->suggestions != NULL)
    bv_suggestions_bind (entry->suggestions, suggests ? draft : NULL, field);
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
  return bv_typed_text_commit (entry->typed);
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
  return bv_typed_text_get_message (entry->typed);
}
