/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/draft/draft.h"

#include "app/draft/field-text.h"
#include "core/check-error.h"

/**
 * BvDraft:
 *
 * A record that forms show and edit. Each edit is tried on a copy and saved at once as one action; where that
 * fails nothing is changed. Only what was edited is written: the rest is as the library has it by then, which
 * another action may have changed since the record was shown. `changed` says that the record is another.
 */
struct _BvDraft
{
  GObject parent_instance;
  gpointer record;
  BvDraftReadFunc read;
  BvDraftSaveFunc save;
  gpointer data;              /* for read, save and list */
  BvDraftCheckFunc check;     /* NULL: the library's checks are enough */
  BvDraftListFunc list;       /* NULL: there is nothing to choose for a reference */
  BvDraftWarnFunc warn;       /* NULL: nothing is warned of */
  BvDraftForeseeFunc foresee; /* NULL: nothing is foreseen */
  BvDraftShapeFunc shape;     /* NULL: it is shown as the library has it */
  const char *locked;         /* why nothing can be edited; NULL: it can be */
  BvDraft *owner;             /* of whose record this is to be a child; NULL: it stands by itself */
};

G_DEFINE_FINAL_TYPE (BvDraft, bv_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What an edit function is about. */
typedef struct
{
  const BvField *field;
  const char *text;
  gint64 number;
  guint index;
  gconstpointer child;
} Edit;

static gpointer
find_child (gpointer record, BvDraftPath path)
{
  GPtrArray *children;

  if (path.child == NULL || path.child->type == BV_FIELD_CHILD)
    return path.child == NULL ? record : BV_FIELD_RECORD (record, path.child);
  children = BV_FIELD_RECORDS (record, path.child);
  return path.index < children->len ? g_ptr_array_index (children, path.index) : NULL;
}

/* A child that is not there yet is made by editing it. */
static gpointer
make_child (gpointer record, BvDraftPath path)
{
  gpointer found;

  while ((found = find_child (record, path)) == NULL)
    bv_record_add_child (record, path.child);
  return found;
}

static void
bv_draft_finalize (GObject *object)
{
  bv_record_free (BV_DRAFT (object)->record);
  g_clear_object (&BV_DRAFT (object)->owner);
  G_OBJECT_CLASS (bv_draft_parent_class)->finalize (object);
}

static void
bv_draft_class_init (BvDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_draft_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", BV_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_draft_init (BvDraft *self)
{
}

/**
 * bv_draft_new:
 * @record: (transfer full): a record
 * @read: reads it from the library again
 * @save: writes it into the library
 * @data: for @read and @save
 *
 * Returns: (transfer full): the draft
 */
BvDraft *
bv_draft_new (gpointer record, BvDraftReadFunc read, BvDraftSaveFunc save, gpointer data)
{
  BvDraft *self = g_object_new (BV_TYPE_DRAFT, NULL);

  self->record = record;
  self->read = read;
  self->save = save;
  self->data = data;
  return self;
}

/**
 * bv_draft_read_apart:
 * @record: the record of a draft that is in no library yet
 * @data: (nullable): not used
 * @error: never set
 *
 * A #BvDraftReadFunc.
 *
 * Returns: (transfer full): the record as it is
 */
gpointer
bv_draft_read_apart (gconstpointer record, gpointer data, GError **error)
{
  return bv_record_copy (record);
}

static gboolean
save_apart (gpointer record, gpointer data, GError **error)
{
  return TRUE;
}

/**
 * bv_draft_new_apart:
 * @record: (transfer full): a record
 *
 * Returns: (transfer full): a draft whose edits stay in it, apart from the library
 */
BvDraft *
bv_draft_new_apart (gpointer record)
{
  return bv_draft_new (record, bv_draft_read_apart, save_apart, NULL);
}

/**
 * bv_draft_set_check:
 * @draft: a draft
 * @check: what an edit has to be besides what the library asks of it
 */
void
bv_draft_set_check (BvDraft *draft, BvDraftCheckFunc check)
{
  draft->check = check;
}

/**
 * bv_draft_set_candidates:
 * @draft: a draft
 * @list: lists what its references may name; called with the data of @draft
 */
void
bv_draft_set_candidates (BvDraft *draft, BvDraftListFunc list)
{
  draft->list = list;
}

/**
 * bv_draft_set_warn:
 * @draft: a draft
 * @warn: says what looks wrong with a field; called with the data of @draft
 */
void
bv_draft_set_warn (BvDraft *draft, BvDraftWarnFunc warn)
{
  draft->warn = warn;
}

static void
give_shape (BvDraft *self, gpointer record)
{
  if (self->shape != NULL)
    self->shape (record, self->data);
}

/**
 * bv_draft_set_shape:
 * @draft: a draft
 * @shape: puts its record into the form in which it is shown and edited; called with the data of @draft each
 * time that it was read or written
 */
void
bv_draft_set_shape (BvDraft *draft, BvDraftShapeFunc shape)
{
  draft->shape = shape;
  give_shape (draft, draft->record);
}

/**
 * bv_draft_set_foresee:
 * @draft: a draft
 * @foresee: says what an edit leads to; called with the data of @draft
 */
void
bv_draft_set_foresee (BvDraft *draft, BvDraftForeseeFunc foresee)
{
  draft->foresee = foresee;
}

/**
 * bv_draft_find_warning:
 * @draft: a draft
 * @path: which record of it
 * @field: a field of that record
 *
 * Returns: (transfer full) (nullable): what looks wrong with the field, though it is stored; %NULL: nothing
 */
char *
bv_draft_find_warning (BvDraft *draft, BvDraftPath path, const BvField *field)
{
  const BvDraft *warns = draft->owner != NULL ? draft->owner : draft;
  gconstpointer record = bv_draft_get_record (draft, path);

  return record != NULL && warns->warn != NULL ? warns->warn (record, field, warns->data) : NULL;
}

/**
 * bv_draft_set_locked:
 * @draft: a draft
 * @reason: (nullable): a text of the program that says why it can only be looked at; %NULL: it can be edited
 *
 * Forms that are bound to it from now on take nothing.
 */
void
bv_draft_set_locked (BvDraft *draft, const char *reason)
{
  draft->locked = reason;
}

/**
 * bv_draft_get_locked:
 * @draft: a draft
 *
 * Returns: (transfer none) (nullable): why it can only be looked at; %NULL: it can be edited
 */
const char *
bv_draft_get_locked (BvDraft *draft)
{
  return draft->owner != NULL ? bv_draft_get_locked (draft->owner) : draft->locked;
}

/**
 * bv_draft_set_owner:
 * @draft: a draft of a child that is not added yet
 * @owner: the draft of the record that it is to belong to, which says what its references may name
 */
void
bv_draft_set_owner (BvDraft *draft, BvDraft *owner)
{
  g_set_object (&draft->owner, owner);
}

/**
 * bv_draft_list_candidates:
 * @draft: a draft
 * @field: a reference of its record, or of a child
 *
 * Returns: (transfer full): what @field may name
 */
BvCandidates *
bv_draft_list_candidates (BvDraft *draft, const BvField *field)
{
  if (draft->owner != NULL)
    return bv_draft_list_candidates (draft->owner, field);
  return draft->list != NULL ? draft->list (draft->record, field, draft->data) : bv_candidates_new ();
}

/**
 * bv_draft_take_record:
 * @draft: a draft
 * @record: (transfer full): the record as the library has it now
 */
void
bv_draft_take_record (BvDraft *draft, gpointer record)
{
  bv_record_free (draft->record);
  draft->record = record;
  give_shape (draft, record);
  g_signal_emit (draft, signals[CHANGED], 0);
}

/**
 * bv_draft_follow:
 * @place: where the form keeps the draft that it shows; %NULL there: none yet
 * @draft: (nullable): the draft that it shows from now on
 * @changed: (nullable): called with @data when that draft has changed
 * @data: the form
 */
void
bv_draft_follow (BvDraft **place, BvDraft *draft, GCallback changed, gpointer data)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, data);
  g_set_object (place, draft);
  if (draft != NULL)
    g_signal_connect_swapped (draft, "changed", changed, data);
}

/**
 * bv_draft_get_record:
 * @draft: a draft
 * @path: which record
 *
 * Returns: (transfer none) (nullable): the record, to be read only; %NULL where there is no such child
 */
gpointer
bv_draft_get_record (BvDraft *draft, BvDraftPath path)
{
  return find_child (draft->record, path);
}

/* Gives @to what is different in @after from @before; of a child that all three have, its fields alone. */
static void
merge (gpointer to, gconstpointer before, gconstpointer after)
{
  const BvEntity *entity = ((const BvRecord *) to)->entity;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const BvField *field = &entity->fields[i];

      if (bv_field_equal (field, before, after))
        continue;
      if (field->type == BV_FIELD_CHILD && BV_FIELD_RECORD (to, field) != NULL
          && BV_FIELD_RECORD (before, field) != NULL && BV_FIELD_RECORD (after, field) != NULL)
        merge (BV_FIELD_RECORD (to, field), BV_FIELD_RECORD (before, field), BV_FIELD_RECORD (after, field));
      else
        bv_field_copy (field, to, after);
    }
}

static gboolean
edit_record (BvDraft *draft, BvDraftPath path, BvDraftEditFunc edit, gpointer data, GError **error)
{
  g_autoptr (BvRecord) copy = bv_record_copy (draft->record);
  g_autoptr (BvRecord) current = NULL;
  gpointer before = draft->record;

  if (!edit (make_child (copy, path), data, error))
    return FALSE;
  if (bv_record_equal (copy, before))
    return TRUE;
  if (draft->check != NULL && !draft->check (before, copy, error))
    return FALSE;
  current = draft->read (before, draft->data, error);
  if (current == NULL)
    return FALSE;
  give_shape (draft, current);
  merge (current, before, copy);
  if (!draft->save (current, draft->data, error))
    return FALSE;
  if (draft->record == before)
    bv_draft_take_record (draft, g_steal_pointer (&current));
  return TRUE;
}

/**
 * bv_draft_edit:
 * @draft: a draft
 * @path: which record is changed; a child that is not there yet is added
 * @edit: changes it
 * @data: for @edit
 * @error: return location for what @edit or the library says
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_draft_edit (BvDraft *draft, BvDraftPath path, BvDraftEditFunc edit, gpointer data, GError **error)
{
  gboolean is_saved;

  /* Who hears of the change may be the last to hold it. */
  g_object_ref (draft);
  is_saved = edit_record (draft, path, edit, data, error);
  g_object_unref (draft);
  return is_saved;
}

static void
leave_child (BvDraftPath path, GError *error)
{
  g_autofree char *step = path.child->type == BV_FIELD_CHILDREN
                            ? g_strdup_printf ("%s[%u]", path.child->name, path.index)
                            : g_strdup (path.child->name);

  bv_check_error_leave (error, step);
}

/* What is edited stands under its title: its name in files would add nothing, and people do not know the
 * names of other fields. Always %FALSE. */
static gboolean
fail (BvDraft *draft, BvDraftPath path, const BvField *field, GError *local, GError **error)
{
  const BvRecord *record = draft->record;

  if (path.child != NULL)
    leave_child (path, local);
  if (field != NULL)
    bv_check_error_leave (local, field->name);
  bv_check_error_title (local, path.child != NULL ? path.child->target : record->entity);
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
edit_field (BvDraft *draft, BvDraftPath path, BvDraftEditFunc edit, Edit *data, GError **error)
{
  GError *local = NULL;

  return bv_draft_edit (draft, path, edit, data, &local) || fail (draft, path, data->field, local, error);
}

static gboolean
set_number (gpointer record, gpointer data, GError **error)
{
  const Edit *edit = data;

  BV_FIELD_NUMBER (record, edit->field) = edit->number;
  return TRUE;
}

/**
 * bv_draft_set_number:
 * @draft: a draft
 * @path: which record is changed
 * @field: a flag or choice of it
 * @number: its value; %BV_NONE: null
 * @error: return location for what the library says
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_draft_set_number (BvDraft *draft, BvDraftPath path, const BvField *field, gint64 number, GError **error)
{
  Edit edit = { .field = field, .number = number };

  return edit_field (draft, path, set_number, &edit, error);
}

static gboolean
set_text (gpointer record, gpointer data, GError **error)
{
  const Edit *edit = data;

  return bv_field_text_read (edit->field, record, edit->text, error);
}

/**
 * bv_draft_set_text:
 * @draft: a draft
 * @path: which record is changed
 * @field: a field of it
 * @text: its value as people type it
 * @error: return location for what is wrong with it
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_draft_set_text (BvDraft *draft, BvDraftPath path, const BvField *field, const char *text, GError **error)
{
  Edit edit = { .field = field, .text = text };

  return edit_field (draft, path, set_text, &edit, error);
}

static guint
count_children (gpointer record, const BvField *field)
{
  return field->type == BV_FIELD_CHILDREN ? BV_FIELD_RECORDS (record, field)->len : 0;
}

static gboolean
add_child (gpointer record, gpointer data, GError **error)
{
  const Edit *edit = data;

  if (edit->field->type == BV_FIELD_CHILDREN)
    {
      g_ptr_array_add (BV_FIELD_RECORDS (record, edit->field), bv_record_copy (edit->child));
      return TRUE;
    }
  bv_field_clear (edit->field, record);
  BV_FIELD_RECORD (record, edit->field) = bv_record_copy (edit->child);
  return TRUE;
}

/**
 * bv_draft_foresee:
 * @draft: a draft
 * @path: which record of it would be changed
 * @field: a field of that record
 * @text: (nullable): what is being typed; %NULL: it is not known yet
 *
 * Returns: (transfer full) (nullable): what becomes different besides the field when the edit is saved;
 * %NULL: nothing does, or @text is none of its values
 */
char *
bv_draft_foresee (BvDraft *draft, BvDraftPath path, const BvField *field, const char *text)
{
  g_autoptr (BvRecord) copy = NULL;
  Edit edit = { .field = field, .text = text };

  if (draft->foresee == NULL)
    return NULL;
  if (text == NULL)
    return draft->foresee (draft->record, NULL, field, draft->data);
  copy = bv_record_copy (draft->record);
  if (!set_text (make_child (copy, path), &edit, NULL) || bv_record_equal (copy, draft->record))
    return NULL;
  return draft->foresee (draft->record, copy, field, draft->data);
}

/**
 * bv_draft_add_child:
 * @draft: a draft
 * @field: a field that holds one child or several
 * @child: (transfer none): the new one, behind those that are there
 * @error: return location for what the library says
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_draft_add_child (BvDraft *draft, const BvField *field, gconstpointer child, GError **error)
{
  Edit edit = { .field = field, .child = child };
  BvDraftPath path = { field, count_children (draft->record, field) };
  GError *local = NULL;

  return bv_draft_edit (draft, BV_DRAFT_WHOLE, add_child, &edit, &local)
         || fail (draft, path, NULL, local, error);
}

static gboolean
remove_child (gpointer record, gpointer data, GError **error)
{
  const Edit *edit = data;

  if (edit->field->type == BV_FIELD_CHILDREN)
    g_ptr_array_remove_index (BV_FIELD_RECORDS (record, edit->field), edit->index);
  else
    bv_field_clear (edit->field, record);
  return TRUE;
}

/**
 * bv_draft_remove_child:
 * @draft: a draft
 * @path: the child
 * @error: return location for what the library says
 *
 * Returns: %FALSE with @error set, and nothing changed, on failure
 */
gboolean
bv_draft_remove_child (BvDraft *draft, BvDraftPath path, GError **error)
{
  Edit edit = { .field = path.child, .index = path.index };
  GError *local = NULL;

  return bv_draft_edit (draft, BV_DRAFT_WHOLE, remove_child, &edit, &local)
         || fail (draft, path, NULL, local, error);
}
