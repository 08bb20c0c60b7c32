/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scoring/score-sheet.h"

#include "app/page/unsaved.h"
#include "app/scoring/score-sheet-private.h"

/* Smaller it is not shown. */
#define LEAST_WIDTH 320
#define LEAST_HEIGHT 160

/* Of a cell, what is left of the place in which it is typed. */
#define SELF_WIDTH 62
#define SIGN_WIDTH 18
#define EDGE 3
#define NOTE_GAP 2

/**
 * BvScoreSheet:
 *
 * A sheet of scores, nominees × leaves: it draws what is seen and holds one text in which a cell is typed. It
 * decides nothing: what is typed it hands over. `begin` asks whether the cell can be typed in, `typed` writes
 * what was, and says why not; `explain` says how it is understood while it is typed; `moved` says that
 * another cell, or block, is selected.
 */

static void bv_score_sheet_be_unsaved (BvUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvScoreSheet,
                               bv_score_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                 G_IMPLEMENT_INTERFACE (BV_TYPE_UNSAVED, bv_score_sheet_be_unsaved))

enum
{
  BEGIN,
  TYPED,
  MOVED,
  EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BvScoreLook *
get_look (BvScoreSheet *self)
{
  if (self->look == NULL)
    self->look = bv_score_look_new (GTK_WIDGET (self));
  return self->look;
}

/* Where the cell is, seen or not. */
static graphene_rect_t
get_cell (BvScoreSheet *self)
{
  return bv_score_grid_get_cell (&self->grid, &self->cursor);
}

/* Of names so many as are seen at once: the longest of all would be measured for nothing. */
static int
measure_names (BvScoreSheet *self)
{
  guint n = MIN (self->grid.n_rows, 200);
  int longest = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *name = bv_score_model_get_entrant (self->model, i)->name;
      int width;

      pango_layout_get_pixel_size (bv_score_look_lay_out (get_look (self), name, BV_SCORE_FONT_PLAIN, -1),
                                   &width, NULL);
      longest = MAX (longest, width + 2 * EDGE + SIGN_WIDTH);
    }
  return longest;
}

static void
take_scroll (BvScoreSheet *self)
{
  self->grid.x = bv_scroll_pair_get (&self->scroll, GTK_ORIENTATION_HORIZONTAL);
  self->grid.y = bv_scroll_pair_get (&self->scroll, GTK_ORIENTATION_VERTICAL);
}

static void
lay_out (BvScoreSheet *self)
{
  BvScoreGrid *grid = &self->grid;

  bv_score_grid_share (grid, get_look (self)->line_height, measure_names (self));
  bv_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_HORIZONTAL,
                            (int) grid->n_columns * grid->leaf_width,
                            grid->width - bv_score_grid_get_frozen (grid), grid->leaf_width);
  bv_scroll_pair_configure (&self->scroll, GTK_ORIENTATION_VERTICAL, (int) grid->n_rows * grid->row_height,
                            grid->height - grid->head_height, grid->row_height);
  take_scroll (self);
}

/* In the right half of the cell, where the score stands; self-scores in the left one. */
static void
allocate_text (BvScoreSheet *self)
{
  graphene_rect_t cell = get_cell (self);
  int left = self->column == BV_SCORE_EDIT_SELF ? SIGN_WIDTH : SELF_WIDTH;
  int right = self->column == BV_SCORE_EDIT_SELF ? SELF_WIDTH : (int) cell.size.width;
  int height;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  height = MAX (height, (int) cell.size.height - 2 * EDGE);
  gtk_widget_size_allocate (self->text,
                            &(GtkAllocation){ (int) cell.origin.x + left,
                                              (int) (cell.origin.y + (cell.size.height - height) / 2),
                                              MAX (1, right - left - EDGE), height },
                            -1);
}

/* Below the cell, or above where there is no room. */
static void
allocate_note (BvScoreSheet *self)
{
  graphene_rect_t cell = get_cell (self);
  GtkRequisition size;
  int y;

  if (!gtk_widget_should_layout (self->note))
    return;
  gtk_widget_get_preferred_size (self->note, NULL, &size);
  y = (int) (cell.origin.y + cell.size.height) + NOTE_GAP;
  if (y + size.height > self->grid.height)
    y = (int) cell.origin.y - NOTE_GAP - size.height;
  gtk_widget_size_allocate (
    self->note,
    &(GtkAllocation){ CLAMP ((int) cell.origin.x, 0, MAX (0, self->grid.width - size.width)), y, size.width,
                      size.height },
    -1);
}

static void
reveal_cursor (BvScoreSheet *self)
{
  bv_scroll_pair_reveal (&self->scroll, GTK_ORIENTATION_HORIZONTAL,
                         (int) self->cursor.column * self->grid.leaf_width, self->grid.leaf_width);
  bv_scroll_pair_reveal (&self->scroll, GTK_ORIENTATION_VERTICAL,
                         (int) self->cursor.row * self->grid.row_height, self->grid.row_height);
}

static void
bv_score_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvScoreSheet *self = BV_SCORE_SHEET (widget);

  self->grid.width = width;
  self->grid.height = height;
  lay_out (self);
  if (self->is_new)
    reveal_cursor (self);
  self->is_new = FALSE;
  allocate_text (self);
  allocate_note (self);
}

static void
bv_score_sheet_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static const char *
get_name (guint row, gpointer data)
{
  return bv_score_model_get_entrant (BV_SCORE_SHEET (data)->model, row)->name;
}

static BvScorePicture
describe_picture (BvScoreSheet *self)
{
  return (BvScorePicture){
    .model = self->model,
    .grid = self->grid,
    .look = get_look (self),
    .get_name = get_name,
    .data = self,
    .cursor = self->cursor,
    .block = bv_score_grid_block_between (&self->cursor, &self->anchor),
    .is_self = self->column == BV_SCORE_EDIT_SELF,
    .is_editing = self->is_editing,
    .is_refused = self->message != NULL,
  };
}

static void
bv_score_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvScoreSheet *self = BV_SCORE_SHEET (widget);
  const BvScorePicture picture = describe_picture (self);

  bv_score_paint (&picture, snapshot);
  if (self->is_editing)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (bv_score_grid_get_frozen (&self->grid),
                                                             self->grid.head_height, self->grid.width,
                                                             self->grid.height));
      gtk_widget_snapshot_child (widget, self->text, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->note, snapshot);
}

static gboolean
bv_score_sheet_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  g_autofree char *text = by_key ? NULL : bv_score_sheet_find_cut (BV_SCORE_SHEET (widget), x, y);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
bv_score_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BvScoreSheet *self = BV_SCORE_SHEET (widget);

  GTK_WIDGET_CLASS (bv_score_sheet_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->look, bv_score_look_free);
  gtk_widget_queue_resize (widget);
}

static void
scrolled_cb (gpointer sheet)
{
  BvScoreSheet *self = sheet;

  take_scroll (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bv_score_sheet_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (!bv_scroll_pair_set_property (&BV_SCORE_SHEET (object)->scroll, property_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
bv_score_sheet_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (!bv_scroll_pair_get_property (&BV_SCORE_SHEET (object)->scroll, property_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

/* An input method is made ready when a text has the focus for the first time: a word that is typed before
 * that is not composed. */
static void
bv_score_sheet_map (GtkWidget *widget)
{
  BvScoreSheet *self = BV_SCORE_SHEET (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root);

  GTK_WIDGET_CLASS (bv_score_sheet_parent_class)->map (widget);
  gtk_widget_grab_focus (self->text);
  gtk_root_set_focus (root, focus);
}

static void
bv_score_sheet_commit_text (BvUnsaved *unsaved)
{
  bv_score_sheet_commit (BV_SCORE_SHEET (unsaved));
}

static const char *
bv_score_sheet_get_message (BvUnsaved *unsaved)
{
  return BV_SCORE_SHEET (unsaved)->message;
}

static void
bv_score_sheet_give_back (BvUnsaved *unsaved)
{
  bv_score_sheet_end (BV_SCORE_SHEET (unsaved));
}

static void
bv_score_sheet_be_unsaved (BvUnsavedInterface *iface)
{
  iface->commit = bv_score_sheet_commit_text;
  iface->get_message = bv_score_sheet_get_message;
  iface->give_back = bv_score_sheet_give_back;
}

static void
bv_score_sheet_dispose (GObject *object)
{
  BvScoreSheet *self = BV_SCORE_SHEET (object);
  GtkWidget *child;

  /* Who has the focus still leaves it when it goes. */
  self->is_editing = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  bv_scroll_pair_clear (&self->scroll);
  g_clear_pointer (&self->look, bv_score_look_free);
  self->model = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_SCORE_SHEET);
  G_OBJECT_CLASS (bv_score_sheet_parent_class)->dispose (object);
}

static void
bv_score_sheet_finalize (GObject *object)
{
  g_free (BV_SCORE_SHEET (object)->before);
  g_free (BV_SCORE_SHEET (object)->message);
  G_OBJECT_CLASS (bv_score_sheet_parent_class)->finalize (object);
}

static void
add_signals (void)
{
  signals[BEGIN]
    = g_signal_new ("begin", BV_TYPE_SCORE_SHEET, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                    NULL, NULL, G_TYPE_BOOLEAN, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[TYPED] = g_signal_new ("typed", BV_TYPE_SCORE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_STRING, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[MOVED]
    = g_signal_new ("moved", BV_TYPE_SCORE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EXPLAIN] = g_signal_new ("explain", BV_TYPE_SCORE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_STRING, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
}

static void
bv_score_sheet_class_init (BvScoreSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bv_score_sheet_dispose;
  object_class->finalize = bv_score_sheet_finalize;
  object_class->set_property = bv_score_sheet_set_property;
  object_class->get_property = bv_score_sheet_get_property;
  widget_class->measure = bv_score_sheet_measure;
  widget_class->size_allocate = bv_score_sheet_size_allocate;
  widget_class->snapshot = bv_score_sheet_snapshot;
  widget_class->css_changed = bv_score_sheet_css_changed;
  widget_class->query_tooltip = bv_score_sheet_query_tooltip;
  widget_class->map = bv_score_sheet_map;
  bv_scroll_pair_override (object_class);
  add_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/scoring/score-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, BvScoreSheet, text);
  gtk_widget_class_bind_template_child (widget_class, BvScoreSheet, note);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "scoresheet");
}

static void
bv_score_sheet_init (BvScoreSheet *self)
{
  self->column = BV_SCORE_EDIT_VERIFIED;
  self->run = BV_SCORE_NO_RUN;
  self->scroll.widget = GTK_WIDGET (self);
  self->scroll.scrolled = scrolled_cb;
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_score_sheet_listen (self);
}

/**
 * bv_score_sheet_ask:
 * @sheet: a sheet
 * @spot: a cell
 * @by_typing: whether a letter was pressed, which replaces what is there
 *
 * Returns: whether the cell can be typed in now; whoever was asked says why not
 */
gboolean
bv_score_sheet_ask (BvScoreSheet *sheet, const BvScoreSpot *spot, gboolean by_typing)
{
  gboolean can = FALSE;

  g_signal_emit (sheet, signals[BEGIN], 0, spot->row, spot->column, by_typing, &can);
  return can;
}

/**
 * bv_score_sheet_write:
 * @sheet: a sheet
 * @spot: a cell
 * @text: what was typed
 *
 * Returns: (transfer full) (nullable): why it was not written; %NULL: it was
 */
char *
bv_score_sheet_write (BvScoreSheet *sheet, const BvScoreSpot *spot, const char *text)
{
  char *message = NULL;

  g_signal_emit (sheet, signals[TYPED], 0, spot->row, spot->column, text, &message);
  return message;
}

/**
 * bv_score_sheet_explain:
 * @sheet: a sheet
 * @text: what is typed so far in the cell in which one is
 *
 * Returns: (transfer full) (nullable): how that is understood, or how it is typed; %NULL: nothing is to be
 * said
 */
char *
bv_score_sheet_explain (BvScoreSheet *sheet, const char *text)
{
  char *said = NULL;

  g_signal_emit (sheet, signals[EXPLAIN], 0, sheet->cursor.row, sheet->cursor.column, text, &said);
  return said;
}

/**
 * bv_score_sheet_notify:
 * @sheet: a sheet
 *
 * Tells that something else is to be said of the cell in which one is.
 */
void
bv_score_sheet_notify (BvScoreSheet *sheet)
{
  g_signal_emit (sheet, signals[MOVED], 0);
}

/**
 * bv_score_sheet_move:
 * @sheet: a sheet with cells
 * @spot: the cell in which one is from now on
 * @selects: whether all from where one was before are selected with it
 */
void
bv_score_sheet_move (BvScoreSheet *sheet, const BvScoreSpot *spot, gboolean selects)
{
  sheet->cursor = *spot;
  if (!selects)
    sheet->anchor = *spot;
  /* Before it is laid out nobody knows how far there is to scroll. */
  sheet->is_new = sheet->is_new || sheet->grid.row_height == 0;
  if (!sheet->is_new)
    reveal_cursor (sheet);
  gtk_widget_queue_allocate (GTK_WIDGET (sheet));
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
  bv_score_sheet_notify (sheet);
}

/**
 * bv_score_sheet_set_model:
 * @sheet: a sheet
 * @model: what it shows; outlives the sheet
 */
void
bv_score_sheet_set_model (BvScoreSheet *sheet, BvScoreModel *model)
{
  sheet->model = model;
  bv_score_sheet_reload (sheet);
}

/**
 * bv_score_sheet_reload:
 * @sheet: a sheet
 *
 * Draws what its model has now.
 */
void
bv_score_sheet_reload (BvScoreSheet *sheet)
{
  BvScoreGrid *grid = &sheet->grid;
  guint n_rows = bv_score_model_count_rows (sheet->model);
  guint n_columns = bv_score_model_count_columns (sheet->model);

  if (n_rows != grid->n_rows || n_columns != grid->n_columns)
    {
      sheet->is_new = TRUE;
      gtk_widget_queue_resize (GTK_WIDGET (sheet));
    }
  grid->n_rows = n_rows;
  grid->n_columns = n_columns;
  sheet->cursor.row = MIN (sheet->cursor.row, MAX (n_rows, 1) - 1);
  sheet->cursor.column = MIN (sheet->cursor.column, MAX (n_columns, 1) - 1);
  sheet->anchor.row = MIN (sheet->anchor.row, MAX (n_rows, 1) - 1);
  sheet->anchor.column = MIN (sheet->anchor.column, MAX (n_columns, 1) - 1);
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
}

/**
 * bv_score_sheet_follow:
 * @sheet: a sheet that was reloaded
 * @spot: (nullable): where the cell is now in which one was; %NULL: there is none, and what was typed in it
 *   is given up
 *
 * Stays with the cell, not with its place. Nothing is scrolled.
 */
void
bv_score_sheet_follow (BvScoreSheet *sheet, const BvScoreSpot *spot)
{
  if (spot == NULL && sheet->is_editing)
    bv_score_sheet_end (sheet);
  if (spot == NULL || (spot->row == sheet->cursor.row && spot->column == sheet->cursor.column))
    return;
  sheet->cursor = sheet->anchor = *spot;
  gtk_widget_queue_allocate (GTK_WIDGET (sheet));
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
}

/**
 * bv_score_sheet_set_column:
 * @sheet: a sheet
 * @column: which points are typed from now on
 *
 * Returns: %FALSE where what is being typed was refused: it stays, and so do the points
 */
gboolean
bv_score_sheet_set_column (BvScoreSheet *sheet, BvScoreEditColumn column)
{
  if (!bv_score_sheet_commit (sheet))
    return FALSE;
  sheet->column = column;
  gtk_widget_queue_allocate (GTK_WIDGET (sheet));
  gtk_widget_queue_draw (GTK_WIDGET (sheet));
  return TRUE;
}

/**
 * bv_score_sheet_get_column:
 * @sheet: a sheet
 *
 * Returns: which points are typed
 */
BvScoreEditColumn
bv_score_sheet_get_column (BvScoreSheet *sheet)
{
  return sheet->column;
}

/**
 * bv_score_sheet_go:
 * @sheet: a sheet
 * @row: a row
 * @column: a column: the cell in which one is from now on
 *
 * Returns: %FALSE where what is being typed was refused: it stays
 */
gboolean
bv_score_sheet_go (BvScoreSheet *sheet, guint row, guint column)
{
  const BvScoreSpot spot = { row, column };

  if (!bv_score_sheet_commit (sheet))
    return FALSE;
  sheet->run = BV_SCORE_NO_RUN;
  bv_score_sheet_move (sheet, &spot, FALSE);
  return TRUE;
}

/**
 * bv_score_sheet_get_cursor:
 * @sheet: a sheet
 *
 * Returns: the cell in which one is
 */
BvScoreSpot
bv_score_sheet_get_cursor (BvScoreSheet *sheet)
{
  return sheet->cursor;
}

/**
 * bv_score_sheet_get_block:
 * @sheet: a sheet
 *
 * Returns: the cells that are selected
 */
BvScoreBlock
bv_score_sheet_get_block (BvScoreSheet *sheet)
{
  return bv_score_grid_block_between (&sheet->cursor, &sheet->anchor);
}

/**
 * bv_score_sheet_get_place:
 * @sheet: a sheet
 *
 * Returns: where the cell is in which one is, in pixels of the sheet
 */
GdkRectangle
bv_score_sheet_get_place (BvScoreSheet *sheet)
{
  graphene_rect_t cell = get_cell (sheet);

  return (GdkRectangle){ (int) cell.origin.x, (int) cell.origin.y, (int) cell.size.width,
                         (int) cell.size.height };
}

/**
 * bv_score_sheet_find_cut:
 * @sheet: a sheet
 * @x: pixels of it
 * @y: pixels of it
 *
 * Returns: (transfer full) (nullable): the whole of the name, or of the title of a leaf, that is cut there
 */
char *
bv_score_sheet_find_cut (BvScoreSheet *sheet, double x, double y)
{
  const BvScorePicture picture = describe_picture (sheet);

  return bv_score_paint_find_cut (&picture, x, y);
}

/**
 * bv_score_sheet_is_editing:
 * @sheet: a sheet
 *
 * Returns: whether a cell is being typed
 */
gboolean
bv_score_sheet_is_editing (BvScoreSheet *sheet)
{
  return sheet->is_editing;
}
