/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/typed-text.h"
#include "app/scoring/score-sheet-private.h"
#include "core/text/wording.h"

/* The text in which a cell of the sheet is typed, and what keys and the mouse do with the sheet. */

/* What is done with cells has its key here, as it counts in the sheet alone. */
typedef struct
{
  guint keyval;
  GdkModifierType state;
  const char *action;
} CellKey;

static const CellKey cell_keys[] = {
  { GDK_KEY_Return, GDK_CONTROL_MASK, "win.accept-scores" },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "win.accept-scores" },
  { GDK_KEY_ISO_Enter, GDK_CONTROL_MASK, "win.accept-scores" },
  { GDK_KEY_BackSpace, GDK_CONTROL_MASK, "win.return-scores" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-scores" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-scores" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "win.fill-scores-down" },
  { GDK_KEY_r, GDK_CONTROL_MASK, "win.fill-scores-right" },
  { GDK_KEY_Delete, 0, "win.clear-scores" },
  { GDK_KEY_KP_Delete, 0, "win.clear-scores" },
};

static gboolean
has_cells (BvScoreSheet *self)
{
  return self->grid.n_rows > 0 && self->grid.n_columns > 0;
}

static char *
read_points (BvScoreSheet *self)
{
  BvScoreCell cell;
  gint64 points;

  if (!bv_score_model_get_cell (self->model, self->cursor.row, self->cursor.column, &cell))
    return g_strdup ("");
  points = self->column == BV_SCORE_EDIT_SELF ? cell.self
           : cell.final != BV_NONE            ? cell.final
                                              : cell.verified;
  return points != BV_NONE ? bv_wording_points (points) : g_strdup ("");
}

/* Below the cell stands why it is refused, or how it is understood while it is typed. */
static void
show_note (BvScoreSheet *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_label (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL && *text != '\0');
  if (is_wrong)
    gtk_widget_add_css_class (self->note, "wrong");
  else
    gtk_widget_remove_css_class (self->note, "wrong");
}

static void
set_message (BvScoreSheet *self, char *message)
{
  g_free (self->message);
  self->message = message;
  show_note (self, message, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  bv_score_sheet_notify (self);
}

/* One text serves all cells: what stood in another is not brought back by Undo. */
static void
put_text (BvScoreSheet *self, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
}

/**
 * bv_score_sheet_begin:
 * @sheet: a sheet
 * @by_typing: whether a letter was pressed, which replaces what is there
 *
 * Returns: whether the cell in which one is can be typed in now
 */
gboolean
bv_score_sheet_begin (BvScoreSheet *sheet, gboolean by_typing)
{
  if (sheet->is_editing)
    return TRUE;
  if (!has_cells (sheet) || !bv_score_sheet_ask (sheet, &sheet->cursor, by_typing))
    return FALSE;
  bv_score_sheet_move (sheet, &sheet->cursor, FALSE);
  sheet->is_editing = TRUE;
  sheet->by_typing = by_typing;
  g_free (sheet->before);
  sheet->before = read_points (sheet);
  put_text (sheet, by_typing ? "" : sheet->before);
  gtk_widget_set_can_target (sheet->text, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (sheet));
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
  gtk_widget_grab_focus (sheet->text);
  gtk_editable_set_position (GTK_EDITABLE (sheet->text), -1);
  return TRUE;
}

/**
 * bv_score_sheet_end:
 * @sheet: a sheet
 *
 * Leaves the cell that is being typed as it was before.
 */
void
bv_score_sheet_end (BvScoreSheet *sheet)
{
  gboolean had_focus = gtk_widget_is_focus (sheet->text);

  sheet->is_editing = FALSE;
  set_message (sheet, NULL);
  gtk_widget_set_can_target (sheet->text, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (sheet));
  /* An input method commits what it was composing when it loses the focus. */
  put_text (sheet, "");
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
}

/* Who types the same number again says something by it; who only looks does not. */
static gboolean
is_unchanged (BvScoreSheet *self, const char *text)
{
  return g_str_equal (text, self->before) && (!self->by_typing || *text == '\0');
}

/**
 * bv_score_sheet_commit:
 * @sheet: a sheet
 *
 * Writes what is being typed.
 *
 * Returns: whether nothing is being typed now; else it was refused, and stays
 */
gboolean
bv_score_sheet_commit (BvScoreSheet *sheet)
{
  g_autofree char *text = NULL;
  char *message;

  if (!sheet->is_editing)
    return TRUE;
  bv_typed_text_end_word (sheet->text);
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (sheet->text))));
  message = is_unchanged (sheet, text) ? NULL : bv_score_sheet_write (sheet, &sheet->cursor, text);
  if (message == NULL)
    bv_score_sheet_end (sheet);
  else
    set_message (sheet, message);
  return message == NULL;
}

/* Enter goes down, after a run of Tabs below the first of it. */
static void
go_down (BvScoreSheet *self)
{
  BvScoreSpot spot = self->cursor;

  spot.row = MIN (spot.row + 1, self->grid.n_rows - 1);
  if (self->run != BV_SCORE_NO_RUN)
    spot.column = self->run;
  self->run = BV_SCORE_NO_RUN;
  bv_score_sheet_move (self, &spot, FALSE);
}

static void
go_aside (BvScoreSheet *self, int step)
{
  BvScoreSpot spot = self->cursor;

  if (self->run == BV_SCORE_NO_RUN)
    self->run = self->cursor.column;
  spot.column = CLAMP ((int) spot.column + step, 0, (int) self->grid.n_columns - 1);
  bv_score_sheet_move (self, &spot, FALSE);
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

static gboolean
is_tab (guint keyval)
{
  return keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab || keyval == GDK_KEY_ISO_Left_Tab;
}

static gboolean
move_by_key (BvScoreSheet *self, guint keyval, GdkModifierType state)
{
  BvScoreSpot spot = self->cursor;

  if (!bv_score_grid_move (&self->grid, keyval, state, &spot))
    return FALSE;
  self->run = BV_SCORE_NO_RUN;
  bv_score_sheet_move (self, &spot, (state & GDK_SHIFT_MASK) != 0);
  return TRUE;
}

static gboolean
tab_by_key (BvScoreSheet *self, guint keyval, GdkModifierType state)
{
  gboolean is_back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if (!is_tab (keyval) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  go_aside (self, is_back ? -1 : 1);
  return TRUE;
}

/* What was typed is written first; where it is refused the key is done with. */
static gboolean
leave_by_key (BvScoreSheet *self, guint keyval, GdkModifierType state)
{
  guint plain = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  BvScoreSpot spot = self->cursor;

  if (keyval == GDK_KEY_Escape)
    {
      bv_score_sheet_end (self);
      return TRUE;
    }
  if (is_tab (keyval))
    return !bv_score_sheet_commit (self) || tab_by_key (self, keyval, state);
  if (is_enter (keyval) && (plain & GDK_CONTROL_MASK) != 0)
    {
      if (bv_score_sheet_commit (self))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.accept-scores", NULL);
      return TRUE;
    }
  if (plain != 0 || !self->by_typing || !bv_score_grid_move (&self->grid, keyval, 0, &spot))
    return FALSE;
  return !bv_score_sheet_commit (self) || move_by_key (self, keyval, state);
}

/* Behind the input method, which may still owe what was typed before, and before the text moves in itself. */
static gboolean
text_key_cb (BvScoreSheet *self, guint keyval, guint keycode, GdkModifierType state)
{
  return self->is_editing && leave_by_key (self, keyval, state);
}

static void
text_entered_cb (BvScoreSheet *self)
{
  if (bv_score_sheet_commit (self))
    go_down (self);
}

static void
explain (BvScoreSheet *self)
{
  g_autofree char *said = bv_score_sheet_explain (self, gtk_editable_get_text (GTK_EDITABLE (self->text)));

  show_note (self, said, FALSE);
}

/* What is typed again is not yet refused. */
static void
text_changed_cb (BvScoreSheet *self)
{
  if (!self->is_editing)
    return;
  if (self->message != NULL)
    set_message (self, NULL);
  explain (self);
}

static gboolean
settle (gpointer data)
{
  BvScoreSheet *self = data;

  self->source = 0;
  if (!gtk_widget_is_focus (self->text))
    bv_score_sheet_commit (self);
  return G_SOURCE_REMOVE;
}

/* Who leaves it by the mouse has typed it all the same. */
static void
text_left_cb (BvScoreSheet *self)
{
  if (self->is_editing && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle, self, NULL);
}

static gboolean
do_by_key (BvScoreSheet *self, guint keyval, guint plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (cell_keys); i++)
    if (cell_keys[i].keyval == gdk_keyval_to_lower (keyval) && cell_keys[i].state == plain)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), cell_keys[i].action, NULL);
        return TRUE;
      }
  return FALSE;
}

static void
select_all (BvScoreSheet *self)
{
  const BvScoreSpot last = { self->grid.n_rows - 1, self->grid.n_columns - 1 };

  self->anchor = last;
  self->cursor = (BvScoreSpot){ 0, 0 };
  bv_score_sheet_move (self, &self->cursor, TRUE);
}

/* A letter replaces what is there: it goes to the text, by its input method. A key that comes without an
 * event has none to be handed on. */
static gboolean
type_by_key (BvScoreSheet *self, GtkEventController *keys, guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = "";
  int place = 0;

  if (letter == 0 || !g_unichar_isprint (letter) || letter == ' ')
    return FALSE;
  if (!bv_score_sheet_begin (self, TRUE))
    return TRUE;
  if (gtk_event_controller_get_current_event (keys) != NULL)
    return gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (keys), self->text);
  g_unichar_to_utf8 (letter, text);
  gtk_editable_insert_text (GTK_EDITABLE (self->text), text, -1, &place);
  gtk_editable_set_position (GTK_EDITABLE (self->text), place);
  return TRUE;
}

/* Enter goes down; F2, as Alt with the arrow down, opens what is there. */
static gboolean
open_by_key (BvScoreSheet *self, guint keyval, guint plain)
{
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if ((keyval == GDK_KEY_F2 && plain == 0) || (is_down && plain == GDK_ALT_MASK))
    {
      bv_score_sheet_begin (self, FALSE);
      return TRUE;
    }
  if (!is_enter (keyval) || plain != 0)
    return FALSE;
  go_down (self);
  return TRUE;
}

static gboolean
key_cb (BvScoreSheet *self, guint keyval, guint keycode, GdkModifierType state, GtkEventController *keys)
{
  guint plain = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (!has_cells (self))
    return FALSE;
  if (self->is_editing)
    return leave_by_key (self, keyval, state);
  if (do_by_key (self, keyval, plain) || move_by_key (self, keyval, state)
      || tab_by_key (self, keyval, state))
    return TRUE;
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_a && plain == GDK_CONTROL_MASK)
    {
      select_all (self);
      return TRUE;
    }
  if (open_by_key (self, keyval, plain))
    return TRUE;
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0
         && type_by_key (self, keys, keyval);
}

/* What was refused keeps the focus. */
static void
pressed_cb (BvScoreSheet *self, int n_press, double x, double y, GtkGestureClick *click)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  BvScoreSpot spot = self->cursor;

  if (!bv_score_sheet_commit (self))
    {
      gtk_widget_grab_focus (self->text);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!has_cells (self) || !bv_score_grid_find (&self->grid, x, y, &spot))
    return;
  self->run = BV_SCORE_NO_RUN;
  bv_score_sheet_move (self, &spot, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    bv_score_sheet_begin (self, FALSE);
}

/**
 * bv_score_sheet_select_at:
 * @sheet: a sheet
 * @x: of a point, in pixels of the sheet
 * @y: of it
 *
 * Goes to the cell there; a block in which it is stays selected.
 *
 * Returns: whether there is one, and what was being typed is written
 */
gboolean
bv_score_sheet_select_at (BvScoreSheet *sheet, double x, double y)
{
  BvScoreBlock block = bv_score_sheet_get_block (sheet);
  BvScoreSpot spot = sheet->cursor;

  if (!bv_score_sheet_commit (sheet) || !has_cells (sheet) || !bv_score_grid_find (&sheet->grid, x, y, &spot))
    return FALSE;
  sheet->run = BV_SCORE_NO_RUN;
  if (spot.row < block.first.row || spot.row > block.last.row || spot.column < block.first.column
      || spot.column > block.last.column)
    bv_score_sheet_move (sheet, &spot, FALSE);
  return TRUE;
}

static void
dragged_cb (BvScoreSheet *self, double right, double down, GtkGestureDrag *drag)
{
  BvScoreSpot spot = self->cursor;
  double x, y;

  if (self->is_editing || !has_cells (self) || !gtk_gesture_drag_get_start_point (drag, &x, &y)
      || !bv_score_grid_find (&self->grid, x, y, &spot)
      || !bv_score_grid_find (&self->grid, x + right, y + down, &spot))
    return;
  if (spot.row != self->cursor.row || spot.column != self->cursor.column)
    bv_score_sheet_move (self, &spot, TRUE);
}

static void
listen_to_text (BvScoreSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (text_key_cb), self);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (text_left_cb), self);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (text_entered_cb), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (text_changed_cb), self);
}

/**
 * bv_score_sheet_listen:
 * @sheet: a sheet that was just made
 *
 * Begins to hear keys and the mouse.
 */
void
bv_score_sheet_listen (BvScoreSheet *sheet)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (dragged_cb), sheet);
  gtk_widget_add_controller (GTK_WIDGET (sheet), GTK_EVENT_CONTROLLER (drag));
  listen_to_text (sheet);
}
