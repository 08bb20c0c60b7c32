/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-tree.h"

#include "app/table/table-frame.h"

#include <string.h>

/* The deepest that has a place of its own: those below stand there too. */
#define LEVELS 8

/* As far as the arrow before a name goes, from where the text begins, and before that. */
#define ARROW 22
#define BEFORE_ARROW 6

#define OPEN "▾ "
#define CLOSED "▸ "
#define LEAF "   "

/**
 * BvTableTree:
 *
 * What is folded up stays so while the page lives; while something is searched nothing is. The table of the
 * page has only the rows that are seen, each below what it belongs to (bv_table_set_above()), and their flags
 * say what holds others.
 */
struct _BvTableTree
{
  BvTablePage *page; /* not owned: it owns this */
  BvTableTreeFunc show;
  BvTableTreeStepFunc move; /* NULL: rows stay where they are */
  BvCells *names;           /* of the column with the arrows */
  GHashTable *closed;       /* (element-type gint64): what is folded up */
  gboolean searching;
};

static gboolean
has_flag (BvRow *row, guint flag)
{
  return (bv_table_get_flags (bv_row_get_table (row), bv_row_get_index (row)) & flag) != 0;
}

static gboolean
select_above (BvTableTree *self, BvRow *row)
{
  BvTable *table = bv_row_get_table (row);
  guint above = bv_table_get_above (table, bv_row_get_index (row));

  return above != BV_TABLE_NOT_FOUND && bv_table_page_select (self->page, bv_table_get_id (table, above));
}

/* As in any tree: right opens, then goes in; left closes, then goes out. */
static void
walk (BvTableTree *self, gboolean in)
{
  BvRow *row = bv_table_page_get_selected (self->page);

  if (row == NULL || self->searching)
    return;
  if (has_flag (row, BV_TABLE_ROW_HOLDS) && has_flag (row, BV_TABLE_ROW_OPEN) != in)
    bv_table_tree_fold (self, bv_row_get_id (row), in);
  else if (!in)
    select_above (self, row);
  else if (has_flag (row, BV_TABLE_ROW_HOLDS))
    bv_table_page_step (self->page, 1);
}

static guint
leave_keypad (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_KP_Left:
      return GDK_KEY_Left;
    case GDK_KEY_KP_Right:
      return GDK_KEY_Right;
    case GDK_KEY_KP_Up:
      return GDK_KEY_Up;
    case GDK_KEY_KP_Down:
      return GDK_KEY_Down;
    default:
      return keyval;
    }
}

static gboolean
take_step (BvTableTree *self, guint key)
{
  static const struct
  {
    guint key;
    BvTreeStep step;
  } steps[] = {
    { GDK_KEY_Up, BV_TREE_STEP_UP },
    { GDK_KEY_Down, BV_TREE_STEP_DOWN },
    { GDK_KEY_Right, BV_TREE_STEP_IN },
    { GDK_KEY_Left, BV_TREE_STEP_OUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (key == steps[i].key)
      {
        if (bv_table_page_get_selected (self->page) != NULL)
          self->move (BV_PAGE (self->page), steps[i].step);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
key_pressed_cb (BvTablePage *page,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *keys)
{
  BvTableTree *self = g_object_get_data (G_OBJECT (keys), "tree");
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  guint key = leave_keypad (keyval);

  if (bv_table_page_get_cell_entry (page) != NULL)
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_ALT_MASK && self->move != NULL)
    return take_step (self, key);
  if (held != 0 || (key != GDK_KEY_Right && key != GDK_KEY_Left))
    return GDK_EVENT_PROPAGATE;
  walk (self, key == GDK_KEY_Right);
  return GDK_EVENT_STOP;
}

/* The arrow before a name. */
static void
pressed_cb (BvTablePage *page, int n_press, double x, double y, GtkGesture *click)
{
  BvTableTree *self = g_object_get_data (G_OBJECT (click), "tree");
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *cell = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  BvRow *row;
  double at;

  if (self->searching || cell == NULL || bv_cells_get_owner (cell) != self->names)
    return;
  row = gtk_list_item_get_item (bv_cells_get_item (cell));
  gtk_widget_translate_coordinates (view, cell, x, y, &at, NULL);
  if (row == NULL || !has_flag (row, BV_TABLE_ROW_HOLDS) || at < -BEFORE_ARROW || at > ARROW)
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  bv_table_tree_fold (self, bv_row_get_id (row), !has_flag (row, BV_TABLE_ROW_OPEN));
}

/**
 * bv_table_tree_new:
 * @page: a page, which frees it
 * @show: shows its rows anew
 *
 * Returns: (transfer full): a tree in which nothing is folded up
 */
BvTableTree *
bv_table_tree_new (BvTablePage *page, BvTableTreeFunc show)
{
  BvTableTree *self = g_new0 (BvTableTree, 1);

  self->page = page;
  self->show = show;
  self->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * bv_table_tree_free:
 * @tree: (transfer full): a tree, when its page is no more
 */
void
bv_table_tree_free (BvTableTree *tree)
{
  g_hash_table_unref (tree->closed);
  g_free (tree);
}

/**
 * bv_table_tree_listen:
 * @tree: a tree
 * @frame: the table of its page
 * @names: the cells with the arrows
 *
 * Takes the keys Left and Right, and clicks on the arrows. To be called once.
 */
void
bv_table_tree_listen (BvTableTree *tree, BvTableFrame *frame, BvCells *names)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());

  tree->names = names;
  g_object_set_data (G_OBJECT (keys), "tree", tree);
  g_object_set_data (G_OBJECT (click), "tree", tree);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), tree->page, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (bv_table_frame_get_scroller (frame), keys);
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), tree->page, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (bv_table_frame_get_view (frame)), click);
}

/**
 * bv_table_tree_set_mover:
 * @tree: a tree
 * @move: takes the selected row a step on
 *
 * Rows go by Alt and an arrow from now on.
 */
void
bv_table_tree_set_mover (BvTableTree *tree, BvTableTreeStepFunc move)
{
  tree->move = move;
}

/**
 * bv_table_tree_get_closed:
 * @tree: a tree
 *
 * Returns: (transfer none) (nullable) (element-type gint64): below what nothing is seen now; %NULL: all is
 * searched
 */
GHashTable *
bv_table_tree_get_closed (BvTableTree *tree)
{
  return tree->searching ? NULL : tree->closed;
}

/**
 * bv_table_tree_set_searching:
 * @tree: a tree
 * @searching: whether something is searched from now on
 *
 * Returns: whether that is new, and the rows are to be shown anew
 */
gboolean
bv_table_tree_set_searching (BvTableTree *tree, gboolean searching)
{
  gboolean changed = tree->searching != searching;

  tree->searching = searching;
  return changed;
}

/**
 * bv_table_tree_open:
 * @tree: a tree
 * @id: what a row stands for
 *
 * What stands below it is seen when the rows are shown the next time.
 */
void
bv_table_tree_open (BvTableTree *tree, gint64 id)
{
  g_hash_table_remove (tree->closed, &id);
}

static gint64
get_selected (BvTableTree *self)
{
  BvRow *row = bv_table_page_get_selected (self->page);

  return row != NULL ? bv_row_get_id (row) : 0;
}

/**
 * bv_table_tree_fold:
 * @tree: a tree
 * @id: what a row stands for that holds others
 * @open: whether they are seen
 *
 * Shows the rows below it, or folds them up; who was selected among them gives way to it.
 */
void
bv_table_tree_fold (BvTableTree *tree, gint64 id, gboolean open)
{
  gint64 selected = get_selected (tree);

  if (open != g_hash_table_contains (tree->closed, &id))
    return;
  if (open)
    bv_table_tree_open (tree, id);
  else
    g_hash_table_add (tree->closed, g_memdup2 (&id, sizeof id));
  tree->show (tree->page);
  if (selected != get_selected (tree) && !bv_table_page_select (tree->page, selected))
    bv_table_page_select (tree->page, id);
}

/**
 * bv_table_tree_look:
 * @cell: shows the name of a row
 * @row: the row
 * @level: how many steps to the right it stands
 *
 * Puts it in its place, with an arrow before what holds others.
 *
 * Returns: behind how many bytes the name begins now
 */
gsize
bv_table_tree_look (GtkInscription *cell, BvRow *row, guint level)
{
  const char *arrow = !has_flag (row, BV_TABLE_ROW_HOLDS) ? LEAF
                      : has_flag (row, BV_TABLE_ROW_OPEN) ? OPEN
                                                          : CLOSED;
  g_autofree char *text = g_strconcat (arrow, gtk_inscription_get_text (cell), NULL);
  g_autofree char *place = g_strdup_printf ("level-%u", MIN (level, LEVELS));

  gtk_inscription_set_text (cell, text);
  gtk_widget_add_css_class (GTK_WIDGET (cell), place);
  return strlen (arrow);
}
