/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/table-frame.h"

#include "app/columns/column-heads.h"
#include "app/columns/column-menu.h"
#include "app/columns/column-widths.h"
#include "app/rows/row-scroll.h"
#include "app/search/row-rule.h"

/* Narrower a table is not shown; its columns are scrolled. */
#define LEAST_WIDTH 360
#define NOTE_CHARS 46

/**
 * BvTableFrame:
 *
 * A table on screen, which is scrolled, and whose columns share its width. The right button on its head opens
 * the menu of the columns; a note may stand below one of its cells, another in the place of the rows.
 */
struct _BvTableFrame
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  BvColumns *columns;
  BvColumnWidths *widths;
  GtkWidget *menu;   /* of the columns; NULL until it was asked for */
  GtkWidget *note;   /* what is wrong with what was typed; NULL until something was */
  GtkWidget *noted;  /* the widget that it stands at; NULL: it is hidden */
  BvRowRule *rule;   /* above some of the rows; NULL until there was one */
  BvNoRows *no_rows; /* why there are none; NULL until that was so */
  int beside;        /* the width of what stands beside the table: a scroll bar that does not lie over it */
};

G_DEFINE_FINAL_TYPE (BvTableFrame, bv_table_frame, GTK_TYPE_WIDGET)

enum
{
  PROP_VIEW = 1,
};

/* Its size too, not only its place: columns get other widths while places are given, and what is around the
 * table would be painted before it has its own. */
static void
changed_cb (BvTableFrame *self)
{
  bv_column_heads_align (self->columns);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* While a .ui file is read the columns have no factories yet. */
static void
find_columns (BvTableFrame *self)
{
  if (self->columns != NULL)
    return;
  self->columns = bv_columns_new (self->view);
  bv_column_heads_align (self->columns);
  self->widths = bv_column_widths_new (self->columns);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
get_head (BvTableFrame *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->view));
}

static void
open_menu (BvTableFrame *self, const GdkRectangle *at)
{
  find_columns (self);
  if (self->menu == NULL)
    {
      self->menu = bv_column_menu_new (self->columns);
      bv_table_frame_add_menu (self, GTK_POPOVER (self->menu));
    }
  bv_column_menu_open (BV_COLUMN_MENU (self->menu), at);
}

static void
pressed_cb (BvTableFrame *self, int n_press, double x, double y)
{
  double here_x, here_y;

  gtk_widget_translate_coordinates (get_head (self), GTK_WIDGET (self), x, y, &here_x, &here_y);
  open_menu (self, &(GdkRectangle){ here_x, here_y, 1, 1 });
}

static void
listen_to_head (BvTableFrame *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (get_head (self), GTK_EVENT_CONTROLLER (press));
}

static void
bv_table_frame_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (BV_TABLE_FRAME (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static int
get_seen_width (BvTableFrame *self)
{
  return gtk_adjustment_get_page_size (
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
}

/* Below what it is about, or above where there is no room; it goes with it when the table is scrolled. */
static void
allocate_note (BvTableFrame *self, int width, int height)
{
  graphene_rect_t at;
  GtkAllocation place;
  int head;

  if (self->noted == NULL || !gtk_widget_compute_bounds (self->noted, GTK_WIDGET (self), &at))
    return;
  head = gtk_widget_get_height (get_head (self));
  gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
  place.width = MIN (place.width, width);
  gtk_widget_measure (self->note, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
  place.x = CLAMP ((int) at.origin.x, 0, width - place.width);
  place.y = at.origin.y + at.size.height;
  if (place.y + place.height > height)
    place.y = at.origin.y - place.height;
  gtk_widget_set_child_visible (self->note, place.y >= head && place.y < height);
  gtk_widget_size_allocate (self->note, &place, -1);
}

static gboolean
says_no_rows (BvTableFrame *self)
{
  return self->no_rows != NULL && gtk_widget_get_visible (GTK_WIDGET (self->no_rows));
}

/* In the middle of what is below the head. */
static void
allocate_no_rows (BvTableFrame *self, int width, int height)
{
  int head = gtk_widget_get_height (get_head (self));
  int least;

  if (!says_no_rows (self))
    return;
  gtk_widget_measure (GTK_WIDGET (self->no_rows), GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->no_rows),
                            &(GtkAllocation){ 0, head, width, MAX (height - head, least) }, -1);
}

static void
allocate (BvTableFrame *self, int width, int height)
{
  bv_column_widths_share (self->widths, width - self->beside);
  /* Columns that are wider now are measured before they get their place. */
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

/* Whether there is a scroll bar beside the table is known when it has its place. */
static void
bv_table_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvTableFrame *self = BV_TABLE_FRAME (widget);
  int beside;

  find_columns (self);
  allocate (self, width, height);
  beside = width - get_seen_width (self);
  if (beside != self->beside)
    {
      self->beside = beside;
      allocate (self, width, height);
    }
  if (self->rule != NULL)
    bv_row_rule_allocate (self->rule, get_seen_width (self), height);
  allocate_note (self, width, height);
  allocate_no_rows (self, width, height);
}

/* Columns that get other widths while they are laid out ask every widget above them for a new layout. Where
 * the layout began at the handle beside the table, none above the handle would come to it: it begins at the
 * window. */
static void
bv_table_frame_root (GtkWidget *widget)
{
  GtkWidget *paned = gtk_widget_get_ancestor (widget, GTK_TYPE_PANED);

  GTK_WIDGET_CLASS (bv_table_frame_parent_class)->root (widget);
  if (paned != NULL)
    g_signal_connect_object (paned, "notify::position", G_CALLBACK (gtk_widget_queue_resize), widget,
                             G_CONNECT_SWAPPED);
}

static void
bv_table_frame_unroot (GtkWidget *widget)
{
  GtkWidget *paned = gtk_widget_get_ancestor (widget, GTK_TYPE_PANED);

  if (paned != NULL)
    g_signal_handlers_disconnect_by_func (paned, gtk_widget_queue_resize, widget);
  GTK_WIDGET_CLASS (bv_table_frame_parent_class)->unroot (widget);
}

/* What is scrolled to stays: no row is asked to take it. */
static gboolean
bv_table_frame_grab_focus (GtkWidget *widget)
{
  BvTableFrame *self = BV_TABLE_FRAME (widget);

  return says_no_rows (self) ? gtk_widget_child_focus (GTK_WIDGET (self->no_rows), GTK_DIR_TAB_FORWARD)
                             : gtk_widget_grab_focus (self->scroller);
}

static void
bv_table_frame_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvTableFrame *self = BV_TABLE_FRAME (object);

  self->view = g_value_get_object (value);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  bv_row_scroll_set_up (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  listen_to_head (self);
}

static void
bv_table_frame_dispose (GObject *object)
{
  BvTableFrame *self = BV_TABLE_FRAME (object);
  GtkWidget *child;

  g_clear_pointer (&self->widths, bv_column_widths_free);
  g_clear_weak_pointer (&self->noted);
  self->menu = self->note = NULL;
  self->no_rows = NULL;
  self->rule = NULL;
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->scroller = NULL;
  G_OBJECT_CLASS (bv_table_frame_parent_class)->dispose (object);
}

static void
bv_table_frame_finalize (GObject *object)
{
  g_clear_object (&BV_TABLE_FRAME (object)->columns);
  G_OBJECT_CLASS (bv_table_frame_parent_class)->finalize (object);
}

static void
bv_table_frame_class_init (BvTableFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bv_table_frame_set_property;
  object_class->dispose = bv_table_frame_dispose;
  object_class->finalize = bv_table_frame_finalize;
  widget_class->measure = bv_table_frame_measure;
  widget_class->size_allocate = bv_table_frame_size_allocate;
  widget_class->grab_focus = bv_table_frame_grab_focus;
  widget_class->root = bv_table_frame_root;
  widget_class->unroot = bv_table_frame_unroot;
  g_object_class_install_property (object_class, PROP_VIEW,
                                   g_param_spec_object ("view", NULL, NULL, GTK_TYPE_COLUMN_VIEW,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
bv_table_frame_init (BvTableFrame *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (self->scroller), LEAST_WIDTH);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * bv_table_frame_get_view:
 * @frame: a table
 *
 * Returns: (transfer none): what shows its rows
 */
GtkColumnView *
bv_table_frame_get_view (BvTableFrame *frame)
{
  return frame->view;
}

/**
 * bv_table_frame_get_scroller:
 * @frame: a table
 *
 * Returns: (transfer none): what is around its view, and has the focus while the view was scrolled away from
 * the row that had it
 */
GtkWidget *
bv_table_frame_get_scroller (BvTableFrame *frame)
{
  return frame->scroller;
}

/**
 * bv_table_frame_get_columns:
 * @frame: a table
 *
 * Returns: (transfer none): its columns
 */
BvColumns *
bv_table_frame_get_columns (BvTableFrame *frame)
{
  find_columns (frame);
  return frame->columns;
}

/**
 * bv_table_frame_set_table:
 * @frame: a table
 * @table: what it shows from now on
 * @group: the group whose rows are shown; 0: all
 *
 * Makes room for its texts.
 */
void
bv_table_frame_set_table (BvTableFrame *frame, BvTable *table, gint64 group)
{
  find_columns (frame);
  bv_column_widths_set_table (frame->widths, table, group);
  changed_cb (frame);
}

/**
 * bv_table_frame_get_title:
 * @frame: a table
 * @cells: the cells of a column of it
 *
 * Returns: (transfer none): what the column is called on screen
 */
const char *
bv_table_frame_get_title (BvTableFrame *frame, BvCells *cells)
{
  const BvTableColumn *column
    = bv_columns_find (bv_table_frame_get_columns (frame), bv_cells_get_name (cells));

  return gtk_column_view_column_get_title (column->column);
}

/**
 * bv_table_frame_reveal:
 * @frame: a table
 * @place: where a cell of it stands
 *
 * Scrolls sideways until it is seen: GTK does so for rows alone.
 */
void
bv_table_frame_reveal (BvTableFrame *frame, GtkWidget *place)
{
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (frame->scroller));
  double from = gtk_adjustment_get_value (sideways);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (place, GTK_WIDGET (frame->view), &bounds))
    return;
  from += bounds.origin.x;
  gtk_adjustment_clamp_page (sideways, from, from + bounds.size.width);
}

static void
scrolled_cb (BvTableFrame *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What stands over the table goes with it when that is scrolled. */
static void
follow_scrolling (BvTableFrame *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkAdjustment *const adjustments[]
    = { gtk_scrolled_window_get_vadjustment (scroller), gtk_scrolled_window_get_hadjustment (scroller) };

  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      g_signal_handlers_disconnect_by_func (adjustments[i], scrolled_cb, self);
      g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (scrolled_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
create_note (BvTableFrame *self)
{
  self->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->note), NOTE_CHARS);
  gtk_widget_set_can_target (self->note, FALSE);
  gtk_widget_add_css_class (self->note, "cell-note");
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  follow_scrolling (self);
}

/**
 * bv_table_frame_set_note:
 * @frame: a table
 * @at: (nullable): a widget in it
 * @text: (nullable): what is said below that widget; %NULL: nothing any more
 */
void
bv_table_frame_set_note (BvTableFrame *frame, GtkWidget *at, const char *text)
{
  if (frame->note == NULL && text == NULL)
    return;
  if (frame->note == NULL)
    create_note (frame);
  g_set_weak_pointer (&frame->noted, text != NULL ? at : NULL);
  gtk_label_set_label (GTK_LABEL (frame->note), text != NULL ? text : "");
  gtk_widget_set_visible (frame->note, text != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (frame));
}

/**
 * bv_table_frame_set_rule:
 * @frame: a table
 * @place: the place of a row, among all that are shown; %GTK_INVALID_LIST_POSITION: none
 * @caption: (nullable): what stands on a rule above that row; %NULL: there is none
 */
void
bv_table_frame_set_rule (BvTableFrame *frame, guint place, const char *caption)
{
  if (frame->rule == NULL && place == GTK_INVALID_LIST_POSITION)
    return;
  if (frame->rule == NULL)
    {
      frame->rule = BV_ROW_RULE (bv_row_rule_new (frame->view));
      gtk_widget_set_parent (GTK_WIDGET (frame->rule), GTK_WIDGET (frame));
      follow_scrolling (frame);
    }
  bv_row_rule_set (frame->rule, place, caption);
}

/**
 * bv_table_frame_open_menu:
 * @frame: a table
 *
 * Opens the menu of its columns, at the first one.
 */
void
bv_table_frame_open_menu (BvTableFrame *frame)
{
  graphene_rect_t head;

  if (gtk_widget_compute_bounds (get_head (frame), GTK_WIDGET (frame), &head))
    open_menu (frame, &(GdkRectangle){ 0, head.origin.y + head.size.height, 1, 1 });
}

/**
 * bv_table_frame_get_no_rows:
 * @frame: a table
 *
 * Returns: (transfer none): what is said in the place of its rows where there are none
 */
BvNoRows *
bv_table_frame_get_no_rows (BvTableFrame *frame)
{
  if (frame->no_rows == NULL)
    {
      frame->no_rows = BV_NO_ROWS (bv_no_rows_new ());
      gtk_widget_set_parent (GTK_WIDGET (frame->no_rows), GTK_WIDGET (frame));
    }
  return frame->no_rows;
}

/**
 * bv_table_frame_find_no_rows:
 * @frame: a table
 *
 * Returns: (transfer none) (nullable): what is said in the place of its rows; %NULL: it has some
 */
GtkWidget *
bv_table_frame_find_no_rows (BvTableFrame *frame)
{
  return says_no_rows (frame) ? GTK_WIDGET (frame->no_rows) : NULL;
}

/**
 * bv_table_frame_hide_no_rows:
 * @frame: a table that has rows
 *
 * The focus goes from what was said in their place to them.
 */
void
bv_table_frame_hide_no_rows (BvTableFrame *frame)
{
  gboolean had_focus;

  if (!says_no_rows (frame))
    return;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (frame)) == GTK_WIDGET (frame->no_rows);
  bv_no_rows_hide (frame->no_rows);
  if (had_focus)
    gtk_widget_grab_focus (frame->scroller);
}

/* GTK leaves the focus nowhere; what is scrolled to stays. */
static void
menu_closed_cb (BvTableFrame *self)
{
  gtk_widget_grab_focus (self->scroller);
}

/**
 * bv_table_frame_add_menu:
 * @frame: a table
 * @menu: (transfer floating): a menu that is opened in the table
 *
 * The focus goes back to the table when it is closed.
 */
void
bv_table_frame_add_menu (BvTableFrame *frame, GtkPopover *menu)
{
  gtk_widget_set_parent (GTK_WIDGET (menu), GTK_WIDGET (frame));
  g_signal_connect_object (menu, "closed", G_CALLBACK (menu_closed_cb), frame, G_CONNECT_SWAPPED);
}
