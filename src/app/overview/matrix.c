/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/matrix.h"

#include "app/cells/scroll-pair.h"
#include "app/overview/matrix-paint.h"

/* Smaller it is not shown. */
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 160

/* Of so many the longest name is looked for. */
#define MOST_MEASURED 200
#define NAME_EDGE 14

/**
 * BvMatrix:
 *
 * Nominees × leaves, each cell by the colour and sign of its state: it draws what is seen, and decides
 * nothing. `moved` says that one is in another cell, `activated` that one wants to go where that is given.
 */
struct _BvMatrix
{
  GtkWidget parent_instance;
  const BvMatrixRows *rows; /* not owned; NULL: none yet */
  BvScrollPair scroll;
  BvMatrixGrid grid;
  BvScoreLook *look; /* NULL: the style changed since */
  BvMatrixBlocks blocks;
  BvScoreSpot cursor;
  gboolean is_new; /* the cursor is to be seen when it is laid out */
  guint n_drawn;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (BvMatrix,
                               bv_matrix,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  ACTIVATED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BvScoreLook *
get_look (BvMatrix *self)
{
  if (self->look == NULL)
    self->look = bv_score_look_new (GTK_WIDGET (self));
  return self->look;
}

static gboolean
has_cells (BvMatrix *self)
{
  return self->grid.cells.n_rows > 0 && self->grid.cells.n_columns > 0;
}

static int
measure_names (BvMatrix *self)
{
  guint n = MIN (self->grid.cells.n_rows, MOST_MEASURED);
  int longest = 0;

  for (guint i = 0; i < n; i++)
    {
      int width;

      pango_layout_get_pixel_size (bv_score_look_lay_out (get_look (self),
                                                          bv_matrix_rows_get_entrant (self->rows, i)->name,
                                                          BV_SCORE_FONT_PLAIN, -1),
                                   &width, NULL);
      longest = MAX (longest, width + NAME_EDGE);
    }
  return longest;
}

static void
take_scroll (BvMatrix *self)
{
  self->grid.cells.x = bv_scroll_pair_get (&self->scroll, GTK_ORIENTATION_HORIZONTAL);
  self->grid.cells.y = bv_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL);
}

static void
reveal_cursor (BvMatrix *self)
{
  const BvScoreGrid *cells = &self->grid.cells;

  bv_scroll_pair_reveal (&self->scroll, GTK_ORIENTATION_HORIZONTAL,
                         (int) self->cursor.column * cells->leaf_width, cells->leaf_width);
  bv_scroll_pair_reveal (&self->scroll, GTK_ORIENTATION_VERTICAL, (int) self->cursor.row * cells->row_height,
                         cells->row_height);
}

static void
bv_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvMatrix *self = BV_MATRIX (widget);
  BvScoreGrid *cells = &self->grid.cells;

  cells->height = height;
  bv_matrix_grid_share (&self->grid, width, get_look (self)->line_height, measure_names (self));
  bv_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_HORIZONTAL,
                            (int) cells->n_columns * cells->leaf_width,
                            cells->width - bv_score_grid_get_frozen (cells), cells->leaf_width);
  bv_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_VERTICAL, (int) cells->n_rows * cells->row_height,
                            height - cells->head_height, cells->row_height);
  if (self->is_new)
    reveal_cursor (self);
  self->is_new = FALSE;
  take_scroll (self);
}

static void
bv_matrix_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
bv_matrix_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvMatrix *self = BV_MATRIX (widget);
  BvMatrixPicture picture = {
    .rows = self->rows,
    .grid = &self->grid,
    .look = get_look (self),
    .blocks = &self->blocks,
    .cursor = self->cursor,
  };

  bv_matrix_paint (&picture, snapshot);
  self->n_drawn = picture.n_drawn;
}

static void
forget_look (BvMatrix *self)
{
  g_clear_pointer (&self->look, bv_score_look_free);
  bv_matrix_blocks_clear (&self->blocks);
}

static void
bv_matrix_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bv_matrix_parent_class)->css_changed (widget, change);
  forget_look (BV_MATRIX (widget));
  gtk_widget_queue_resize (widget);
}

static void
scrolled_cb (gpointer data)
{
  take_scroll (data);
  gtk_widget_queue_draw (data);
}

static void
move (BvMatrix *self, const BvScoreSpot *spot)
{
  self->cursor = *spot;
  /* Before it is laid out nobody knows how far there is to scroll. */
  self->is_new = self->is_new || self->grid.cells.row_height == 0;
  if (!self->is_new)
    reveal_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
key_pressed_cb (BvMatrix *self, guint keyval, guint keycode, GdkModifierType state)
{
  BvScoreSpot spot = self->cursor;
  guint held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);

  if (!has_cells (self))
    return FALSE;
  if (held == 0 && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      g_signal_emit (self, signals[ACTIVATED], 0);
      return TRUE;
    }
  if (!bv_score_grid_move (&self->grid.cells, keyval, state, &spot))
    return FALSE;
  move (self, &spot);
  return TRUE;
}

static void
pressed_cb (BvMatrix *self, int n_press, double x, double y)
{
  BvScoreSpot spot = self->cursor;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!has_cells (self) || !bv_score_grid_find (&self->grid.cells, x, y, &spot))
    return;
  move (self, &spot);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The cell in a sentence; of a name, the name as a whole. */
static gboolean
bv_matrix_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  BvMatrix *self = BV_MATRIX (widget);
  const BvScoreGrid *cells = &self->grid.cells;
  BvScoreSpot spot = self->cursor;
  g_autofree char *text = NULL;

  if (!has_cells (self) || (!by_key && !bv_score_grid_find (cells, x, y, &spot)))
    return FALSE;
  if (!by_key && x < bv_score_grid_get_frozen (cells))
    text = g_strdup (bv_matrix_rows_get_entrant (self->rows, spot.row)->name);
  else
    text = bv_matrix_rows_describe (self->rows, spot.row, spot.column);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
bv_matrix_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (!bv_scroll_pair_set_property (&BV_MATRIX (object)->scroll, property_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
bv_matrix_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (!bv_scroll_pair_get_property (&BV_MATRIX (object)->scroll, property_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
bv_matrix_dispose (GObject *object)
{
  BvMatrix *self = BV_MATRIX (object);

  bv_scroll_pair_clear (&self->scroll);
  forget_look (self);
  self->rows = NULL;
  self->grid.cells.n_rows = 0;
  G_OBJECT_CLASS (bv_matrix_parent_class)->dispose (object);
}

static void
bv_matrix_class_init (BvMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bv_matrix_dispose;
  object_class->set_property = bv_matrix_set_property;
  object_class->get_property = bv_matrix_get_property;
  widget_class->measure = bv_matrix_measure;
  widget_class->size_allocate = bv_matrix_size_allocate;
  widget_class->snapshot = bv_matrix_snapshot;
  widget_class->css_changed = bv_matrix_css_changed;
  widget_class->query_tooltip = bv_matrix_query_tooltip;
  bv_scroll_pair_override (object_class);
  signals[ACTIVATED]
    = g_signal_new ("activated", BV_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED]
    = g_signal_new ("moved", BV_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "scorematrix");
}

static void
bv_matrix_init (BvMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->scroll.widget = GTK_WIDGET (self);
  self->scroll.scrolled = scrolled_cb;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * bv_matrix_set_rows:
 * @matrix: a matrix
 * @rows: what it shows; outlives the matrix
 */
void
bv_matrix_set_rows (BvMatrix *matrix, const BvMatrixRows *rows)
{
  matrix->rows = rows;
  bv_matrix_reload (matrix);
}

/**
 * bv_matrix_reload:
 * @matrix: a matrix
 *
 * Draws what its rows have now.
 */
void
bv_matrix_reload (BvMatrix *matrix)
{
  BvScoreGrid *cells = &matrix->grid.cells;

  cells->n_rows = bv_matrix_rows_count (matrix->rows);
  cells->n_columns = bv_matrix_rows_count_columns (matrix->rows);
  matrix->cursor.row = MIN (matrix->cursor.row, MAX (cells->n_rows, 1) - 1);
  matrix->cursor.column = MIN (matrix->cursor.column, MAX (cells->n_columns, 1) - 1);
  gtk_widget_queue_resize (GTK_WIDGET (matrix));
  gtk_widget_queue_draw (GTK_WIDGET (matrix));
}

/**
 * bv_matrix_go:
 * @matrix: a matrix with cells
 * @row: a row
 * @column: a column: the cell in which one is from now on
 */
void
bv_matrix_go (BvMatrix *matrix, guint row, guint column)
{
  const BvScoreSpot spot = { MIN (row, MAX (matrix->grid.cells.n_rows, 1) - 1),
                             MIN (column, MAX (matrix->grid.cells.n_columns, 1) - 1) };

  matrix->is_new = TRUE;
  move (matrix, &spot);
  gtk_widget_queue_resize (GTK_WIDGET (matrix));
}

/**
 * bv_matrix_get_cursor:
 * @matrix: a matrix
 *
 * Returns: the cell in which one is
 */
BvScoreSpot
bv_matrix_get_cursor (BvMatrix *matrix)
{
  return matrix->cursor;
}

/**
 * bv_matrix_select_at:
 * @matrix: a matrix
 * @x: of a point, in pixels of the matrix
 * @y: of it
 *
 * Goes to the cell there.
 *
 * Returns: whether there is one
 */
gboolean
bv_matrix_select_at (BvMatrix *matrix, double x, double y)
{
  BvScoreSpot spot = matrix->cursor;

  if (!has_cells (matrix) || !bv_score_grid_find (&matrix->grid.cells, x, y, &spot))
    return FALSE;
  move (matrix, &spot);
  return TRUE;
}

/**
 * bv_matrix_locate:
 * @matrix: a matrix
 * @at: (out): where the cell is in which one is, in pixels of the matrix
 *
 * Returns: whether there is one
 */
gboolean
bv_matrix_locate (BvMatrix *matrix, GdkRectangle *at)
{
  graphene_rect_t cell = bv_score_grid_get_cell (&matrix->grid.cells, &matrix->cursor);

  *at = (GdkRectangle){ (int) cell.origin.x, (int) cell.origin.y, (int) cell.size.width,
                        (int) cell.size.height };
  return has_cells (matrix);
}

/**
 * bv_matrix_count_drawn:
 * @matrix: a matrix
 *
 * Returns: how many cells were drawn when it was drawn last
 */
guint
bv_matrix_count_drawn (BvMatrix *matrix)
{
  return matrix->n_drawn;
}
