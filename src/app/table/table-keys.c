/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-keys.h"

#include "app/table/table-menu.h"

/* Who does what the keys of a table ask for. All of them outlive it. */
typedef struct
{
  BvTableFrame *frame;
  BvCellEditor *editor;
  BvPage *page;
  GtkWidget *bar; /* above the table; NULL: none */
  const BvTableKeyFuncs *funcs;
} BvTableKeys;

/* Whether the table went on from the selected row, or with @other from the one beside it. */
static gboolean
step (BvTableFrame *frame, guint keyval, gboolean other)
{
  static const struct
  {
    guint keys[2];
    int rows;
    gboolean pages;
  } steps[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, -1, FALSE },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 1, FALSE },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, -1, TRUE },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (keyval == steps[i].keys[0] || keyval == steps[i].keys[1])
      return (other && bv_table_frame_step_other (frame, steps[i].rows, steps[i].pages))
             || bv_table_frame_step (frame, steps[i].rows, steps[i].pages);
  return FALSE;
}

static guint
leave_keypad (guint keyval)
{
  if (keyval == GDK_KEY_KP_Enter)
    return GDK_KEY_Return;
  return keyval == GDK_KEY_KP_Delete ? GDK_KEY_Delete : keyval;
}

/* What the page does with the selected row by that key; NULL: nothing. */
static const BvPageAction *
find_action (BvPage *page, guint keyval, GdkModifierType held)
{
  const BvPageInfo *info = bv_page_get_info (page);

  for (guint i = 0; i < info->n_actions; i++)
    {
      guint key = 0;
      GdkModifierType with = 0;

      if (info->actions[i].of_row && info->actions[i].key != NULL)
        gtk_accelerator_parse (info->actions[i].key, &key, &with);
      if (key != 0 && key == leave_keypad (keyval) && with == held)
        return &info->actions[i];
    }
  return NULL;
}

static gboolean
act (BvPage *page, const BvPageAction *action)
{
  g_autofree char *name = g_strconcat ("win.", action->name, NULL);

  return gtk_widget_activate_action (GTK_WIDGET (page), name, NULL);
}

/* Return opens a row; where a page has nothing to open it edits, as F2 does. */
static gboolean
act_on_row (BvTableKeys *self, guint keyval, GdkModifierType held)
{
  const BvPageAction *action = find_action (self->page, keyval, held);

  if (action != NULL)
    return act (self->page, action);
  return held == 0 && (keyval == GDK_KEY_F2 || leave_keypad (keyval) == GDK_KEY_Return)
         && self->funcs->edit (self->page);
}

/* GTK's tables take Tab for the next row; here it leaves the table, as it leaves any other control. What is
 * being typed in a cell has all keys for itself. */
static gboolean
key_pressed_cb (BvTableKeys *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK);

  if (bv_cell_editor_has_focus (self->editor))
    return GDK_EVENT_PROPAGATE;
  if (held != 0)
    return act_on_row (self, keyval, held);
  if (keyval == GDK_KEY_Escape)
    return bv_cell_editor_give_back (self->editor) || bv_table_frame_part (self->frame)
           || self->funcs->end_search (self->page);
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return bv_table_menu_open (self->frame, self->page);
  if (act_on_row (self, keyval, 0) || step (self->frame, keyval, (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    return bv_table_frame_reach (self->frame, 0);
  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    return bv_table_frame_reach (self->frame, G_MAXUINT);
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab)
    {
      if (!bv_page_focus_part (self->page, BV_PAGE_DETAILS))
        gtk_widget_activate_action (GTK_WIDGET (self->page), "part.next", NULL);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_ISO_Left_Tab)
    {
      if (self->bar == NULL || !gtk_widget_child_focus (self->bar, GTK_DIR_TAB_BACKWARD))
        gtk_widget_activate_action (GTK_WIDGET (self->page), "part.previous", NULL);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* A row was clicked twice. */
static void
activated_cb (BvTableKeys *self)
{
  const BvPageAction *action = find_action (self->page, GDK_KEY_Return, 0);

  if (action != NULL)
    act (self->page, action);
}

static void
release_keys (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * bv_table_keys_add:
 * @frame: a table
 * @editor: what edits its cells
 * @page: the page that it stands on
 * @bar: (nullable): what stands above it
 * @funcs: (transfer none): what the page does
 *
 * Has the table take the keys that GTK's does not, or takes for something else.
 */
void
bv_table_keys_add (BvTableFrame *frame,
                   BvCellEditor *editor,
                   BvPage *page,
                   GtkWidget *bar,
                   const BvTableKeyFuncs *funcs)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  BvTableKeys *self = g_new (BvTableKeys, 1);

  *self = (BvTableKeys){ frame, editor, page, bar, funcs };
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, release_keys,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (bv_table_frame_get_view (frame), "activate", G_CALLBACK (activated_cb), self);
  gtk_widget_add_controller (bv_table_frame_get_scroller (frame), keys);
}
