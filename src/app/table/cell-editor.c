/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/cell-editor.h"

#include "app/form/field-entry.h"
#include "app/rows/row-scroll.h"
#include "app/rows/row-span.h"

#include <glib/gi18n-lib.h>

/* Edits cells of a table in place: an entry stands where the cell was, and there is one only. Enter saves and
 * goes down, Tab saves and goes right, Escape gives back what was there. What is refused stays as it was
 * typed, and below it stands why; no other cell is edited before that is settled. */
struct _BvCellEditor
{
  BvTableFrame *frame; /* not owned: it outlives the editor */
  BvCellDraftFunc find_draft;
  gpointer data;
  BvFieldEntry *entry; /* NULL: nothing is being edited */
  GtkListItem *item;   /* where it stands */
  GtkWidget *cell;     /* what stood there */
  gpointer row;        /* which it edits; only to be compared */
  gint64 next;         /* what the row below stands for; 0: there is none */
  BvCells *first;      /* the column where a run of Tabs began, below which Enter goes on */
  GtkWidget *clicked;  /* the cell that was clicked twice; NULL: none */
  guint source;
};

static BvRowSpan *
get_span (BvCellEditor *self)
{
  return BV_ROW_SPAN (gtk_column_view_get_model (bv_table_frame_get_view (self->frame)));
}

static GtkSingleSelection *
get_selection (BvCellEditor *self)
{
  return bv_row_span_get_selection (get_span (self));
}

/* What the row below the selected one stands for; 0: there is none. */
static gint64
find_next_row (BvCellEditor *self)
{
  g_autoptr (BvRow) next = g_list_model_get_item (
    G_LIST_MODEL (get_selection (self)), gtk_single_selection_get_selected (get_selection (self)) + 1);

  return next != NULL ? bv_row_get_id (next) : 0;
}

static void settle_soon (BvCellEditor *self);

/* What was refused may be settled from elsewhere. */
static void
show_message (BvCellEditor *self)
{
  const char *message = bv_field_entry_get_message (self->entry);
  /* Translators: %s says what is wrong. */
  g_autofree char *text = message != NULL ? g_strdup_printf (_ ("%s · Esc: as it was"), message) : NULL;

  bv_table_frame_set_note (self->frame, GTK_WIDGET (self->entry), text);
  if (message == NULL)
    settle_soon (self);
}

/* A row gives the focus to what it holds, as long as that takes it; and GTK gives the focus of what is taken
 * away to anybody. */
static void
take_focus (BvCellEditor *self, GtkWidget *entry)
{
  gboolean had_focus = bv_cell_editor_has_focus (self);

  gtk_widget_set_can_focus (entry, FALSE);
  if (had_focus)
    bv_table_frame_focus_row (self->frame);
}

static void
end (BvCellEditor *self)
{
  g_autoptr (GtkListItem) item = NULL;
  g_autoptr (GtkWidget) cell = NULL;

  if (self->entry == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->entry, self);
  g_signal_handlers_disconnect_by_data (self->item, self);
  bv_table_frame_set_note (self->frame, NULL, NULL);
  bv_field_entry_bind (self->entry, NULL, BV_DRAFT_WHOLE, NULL);
  take_focus (self, GTK_WIDGET (self->entry));
  item = g_steal_pointer (&self->item);
  cell = g_steal_pointer (&self->cell);
  g_clear_object (&self->entry);
  gtk_list_item_set_child (item, cell);
  bv_row_span_hold (get_span (self), FALSE);
}

/* Whether the entry has done its part: it was left and nothing is wrong, or another row stands there now. */
static gboolean
is_over (BvCellEditor *self)
{
  if (gtk_list_item_get_item (self->item) != self->row)
    return TRUE;
  return !bv_cell_editor_has_focus (self) && bv_field_entry_get_message (self->entry) == NULL;
}

static gboolean
settle (gpointer data)
{
  BvCellEditor *self = data;

  self->source = 0;
  if (self->entry != NULL && is_over (self))
    end (self);
  return G_SOURCE_REMOVE;
}

/* It may be the entry's own saving that put another row there: that comes to its end first. */
static void
settle_soon (BvCellEditor *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle, self, NULL);
}

static gboolean
open_cell (BvCellEditor *self, GtkWidget *cell)
{
  GtkListItem *item = bv_cells_get_item (cell);
  BvCells *cells = bv_cells_get_owner (cell);
  BvCellDraft draft = { NULL };

  if (!self->find_draft (self->data, gtk_list_item_get_item (item), bv_cells_get_column (cells), &draft))
    return FALSE;
  self->cell = g_object_ref (cell);
  self->item = g_object_ref (item);
  self->row = gtk_list_item_get_item (item);
  self->entry = g_object_ref_sink (BV_FIELD_ENTRY (bv_field_entry_new ()));
  self->next = find_next_row (self);
  bv_field_entry_bind (self->entry, draft.draft, draft.path, draft.field);
  g_object_unref (draft.draft);
  bv_row_span_hold (get_span (self), TRUE);
  return TRUE;
}

/* It may have been scrolled away from. */
static void
focused_cb (BvCellEditor *self)
{
  guint place = gtk_list_item_get_position (self->item);

  if (place != GTK_INVALID_LIST_POSITION)
    bv_row_scroll_reach (bv_table_frame_get_view (self->frame),
                         bv_row_span_get_start (get_span (self)) + place);
}

static gboolean key_pressed_cb (BvCellEditor *self, guint keyval, guint keycode, GdkModifierType state);
static void entered_cb (BvCellEditor *self);

static void
listen (BvCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focused_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (settle_soon), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  g_signal_connect_swapped (self->entry, "notify::message", G_CALLBACK (show_message), self);
  g_signal_connect_swapped (self->entry, "entered", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->item, "notify::item", G_CALLBACK (settle_soon), self);
}

static void
show_entry (BvCellEditor *self)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);
  BvCells *cells = bv_cells_get_owner (self->cell);

  gtk_widget_add_css_class (entry, "cell-entry");
  gtk_editable_set_alignment (GTK_EDITABLE (entry), bv_cells_is_numeric (cells) ? 1 : 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bv_table_frame_get_title (self->frame, cells), -1);
  listen (self);
  gtk_list_item_set_child (self->item, entry);
  bv_table_frame_reveal (self->frame, gtk_widget_get_parent (entry));
  gtk_widget_grab_focus (entry);
}

/* Whether an entry stands there now, or another one whose text was refused. */
static gboolean
edit (BvCellEditor *self, GtkWidget *cell)
{
  if (self->entry != NULL && !bv_field_entry_commit (self->entry))
    return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  end (self);
  if (cell == NULL || !open_cell (self, cell))
    return FALSE;
  show_entry (self);
  return TRUE;
}

/* The first cell of the selected row that can be edited, in the columns from @place on, or back from it. */
static gboolean
edit_from (BvCellEditor *self, int place, int step)
{
  BvColumns *columns = bv_table_frame_get_columns (self->frame);

  for (; place >= 0 && place < (int) bv_columns_count (columns); place += step)
    {
      const BvTableColumn *column = bv_columns_get_nth (columns, place);

      if (bv_columns_is_shown (columns, column)
          && edit (self, bv_table_frame_find_cell (self->frame, column->cells)))
        return TRUE;
    }
  return FALSE;
}

static int
get_place (BvCellEditor *self, BvCells *cells)
{
  BvColumns *columns = bv_table_frame_get_columns (self->frame);

  return bv_columns_get_place (columns, bv_columns_find (columns, bv_cells_get_name (cells)));
}

/* It is near the selected one, unless rows are in another order now. */
static gboolean
select_row (BvCellEditor *self, gint64 id)
{
  GListModel *rows = G_LIST_MODEL (get_selection (self));
  guint selected = gtk_single_selection_get_selected (get_selection (self));
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      guint place = (selected + i) % n;
      g_autoptr (BvRow) row = g_list_model_get_item (rows, place);

      if (bv_row_get_id (row) != id)
        continue;
      bv_table_frame_select (self->frame, place);
      return TRUE;
    }
  return FALSE;
}

/* Saving may have put the row elsewhere: the next is the one that stood below. */
static void
entered_cb (BvCellEditor *self)
{
  gint64 next = self->next;
  int place = get_place (self, self->first);

  end (self);
  if (next == 0 || !select_row (self, next) || !edit_from (self, place, 1))
    bv_table_frame_focus_row (self->frame);
}

static void
go_aside (BvCellEditor *self, gboolean back)
{
  gint64 row = bv_row_get_id (gtk_list_item_get_item (self->item));
  gint64 next = self->next;
  int place = get_place (self, bv_cells_get_owner (self->cell)) + (back ? -1 : 1);

  if (!bv_field_entry_commit (self->entry))
    return;
  end (self);
  if ((select_row (self, row) && edit_from (self, place, back ? -1 : 1))
      || (!back && next != 0 && select_row (self, next) && edit_from (self, 0, 1)))
    return;
  bv_table_frame_focus_row (self->frame);
}

/* After the input method: what it is composing comes first. */
static gboolean
key_pressed_cb (BvCellEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      end (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      go_aside (self, keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
edit_clicked (gpointer data)
{
  BvCellEditor *self = data;
  GtkWidget *cell = self->clicked;

  self->source = 0;
  g_clear_weak_pointer (&self->clicked);
  if (cell != NULL && gtk_widget_get_mapped (cell) && edit (self, cell))
    self->first = bv_cells_get_owner (cell);
  return G_SOURCE_REMOVE;
}

/* The row takes the focus for the click: the entry comes after that. */
static void
pressed_cb (BvCellEditor *self, int n_press, double x, double y, GtkGestureClick *click)
{
  GtkWidget *view = GTK_WIDGET (bv_table_frame_get_view (self->frame));
  GtkWidget *cell = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  if (n_press != 2 || cell == NULL || bv_cells_get_item (cell) == NULL)
    return;
  g_set_weak_pointer (&self->clicked, cell);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, edit_clicked, self, NULL);
}

static void
listen_to_clicks (BvCellEditor *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (bv_table_frame_get_view (self->frame)),
                             GTK_EVENT_CONTROLLER (click));
}

/**
 * bv_cell_editor_new:
 * @frame: a table that outlives the editor
 * @find_draft: says what a cell edits
 * @data: for @find_draft
 *
 * Returns: (transfer full): the editor of its cells; a double click on one begins
 */
BvCellEditor *
bv_cell_editor_new (BvTableFrame *frame, BvCellDraftFunc find_draft, gpointer data)
{
  BvCellEditor *self = g_new0 (BvCellEditor, 1);

  self->frame = frame;
  self->find_draft = find_draft;
  self->data = data;
  listen_to_clicks (self);
  return self;
}

/**
 * bv_cell_editor_free:
 * @editor: (transfer full): the editor of a table that is being taken down
 */
void
bv_cell_editor_free (BvCellEditor *editor)
{
  g_clear_handle_id (&editor->source, g_source_remove);
  g_clear_weak_pointer (&editor->clicked);
  if (editor->entry != NULL)
    {
      g_signal_handlers_disconnect_by_data (editor->entry, editor);
      g_signal_handlers_disconnect_by_data (editor->item, editor);
    }
  g_clear_object (&editor->entry);
  g_clear_object (&editor->item);
  g_clear_object (&editor->cell);
  g_free (editor);
}

/**
 * bv_cell_editor_begin:
 * @editor: the editor of a table
 *
 * Edits the first cell of the selected row that can be edited.
 *
 * Returns: whether there is one
 */
gboolean
bv_cell_editor_begin (BvCellEditor *editor)
{
  if (!edit_from (editor, 0, 1))
    return FALSE;
  editor->first = bv_cells_get_owner (editor->cell);
  return TRUE;
}

/**
 * bv_cell_editor_give_back:
 * @editor: the editor of a table
 *
 * Leaves the cell that is being edited as it was, also where the focus went elsewhere because what was typed
 * is refused.
 *
 * Returns: whether there was one
 */
gboolean
bv_cell_editor_give_back (BvCellEditor *editor)
{
  gboolean was_open = editor->entry != NULL;

  end (editor);
  return was_open;
}

/**
 * bv_cell_editor_has_focus:
 * @editor: the editor of a table
 *
 * Returns: whether something is being typed
 */
gboolean
bv_cell_editor_has_focus (BvCellEditor *editor)
{
  return editor->entry != NULL
         && (gtk_widget_get_state_flags (GTK_WIDGET (editor->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * bv_cell_editor_get_entry:
 * @editor: the editor of a table
 *
 * Returns: (transfer none) (nullable): the #BvFieldEntry in the cell that is being edited
 */
GtkWidget *
bv_cell_editor_get_entry (BvCellEditor *editor)
{
  return editor->entry != NULL ? GTK_WIDGET (editor->entry) : NULL;
}

/**
 * bv_cell_editor_get_unsaved_row:
 * @editor: the editor of a table
 *
 * Returns: what the row stands for in a cell of which something was typed that is refused; 0: there is none
 */
gint64
bv_cell_editor_get_unsaved_row (BvCellEditor *editor)
{
  BvRow *row = editor->entry != NULL ? gtk_list_item_get_item (editor->item) : NULL;

  return row != NULL && bv_field_entry_get_message (editor->entry) != NULL ? bv_row_get_id (row) : 0;
}
