/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/viewer/paper-column.h"

#include "core/text/vietnamese.h"

#include <math.h>

/* Pixels around each page. */
#define GAP 8
#define LEAST_SIDE 80
#define PIXELS_A_POINT (96.0 / 72.0)
#define QUARTERS 4
#define NO_PAGE G_MAXUINT

enum
{
  LAID_OUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * BvPaperColumn:
 *
 * The pages of a document one below the other, on white paper whatever the colours of the desktop; of those
 * that are seen the pictures are asked for. What is looked for is marked in them, and text selected.
 */
struct _BvPaperColumn
{
  GtkWidget parent_instance;
  BvPaperPages *pages; /* NULL: nothing */
  BvPaperFit fit;
  double scale;   /* pixels a point at 100 %, where nothing is fitted */
  guint quarters; /* turned by */
  double top;     /* of what is seen */
  double height;
  char *wanted; /* folded; NULL: nothing */
  char *found;
  guint found_page; /* where the one is that was gone to */
  guint found_place;
  guint selected_page;
  BvPaperRange selected;
  guint selected_from;
  gboolean is_laid_out; /* as it is to be shown now */
  guint teller;         /* says so, once the place around has been laid out, too */
};

G_DEFINE_FINAL_TYPE (BvPaperColumn, bv_paper_column, GTK_TYPE_WIDGET)

static guint
count (BvPaperColumn *self)
{
  return self->pages != NULL ? bv_paper_pages_count (self->pages) : 0;
}

static gboolean
lies (BvPaperColumn *self)
{
  return self->quarters % 2 == 1;
}

/* As it is turned, in points. */
static BvFolioSize
get_size (BvPaperColumn *self, guint page)
{
  BvFolioSize size = *bv_paper_pages_get_size (self->pages, page);

  return lies (self) ? (BvFolioSize){ size.height, size.width } : size;
}

static double
find_scale (BvPaperColumn *self, guint page, int width)
{
  BvFolioSize size = get_size (self, page);
  double room_x = MAX (width, LEAST_SIDE) - 2 * GAP;
  double room_y = MAX (self->height, LEAST_SIDE) - 2 * GAP;

  if (self->fit == BV_PAPER_FIT_NONE)
    return self->scale * PIXELS_A_POINT;
  return self->fit == BV_PAPER_FIT_WIDTH ? room_x / size.width
                                         : MIN (room_x / size.width, room_y / size.height);
}

static double
get_height (BvPaperColumn *self, guint page, int width)
{
  return ceil (get_size (self, page).height * find_scale (self, page, width)) + GAP;
}

/* Where a page is drawn: from @y on. */
static graphene_rect_t
get_place (BvPaperColumn *self, guint page, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double scale = find_scale (self, page, width);
  BvFolioSize size = get_size (self, page);
  double page_width = round (size.width * scale);

  return GRAPHENE_RECT_INIT ((float) floor (MAX ((width - page_width) / 2, GAP)), (float) y,
                             (float) page_width, (float) round (size.height * scale));
}

static GtkSizeRequestMode
bv_paper_column_get_request_mode (GtkWidget *widget)
{
  return BV_PAPER_COLUMN (widget)->fit == BV_PAPER_FIT_NONE ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                                            : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_width (BvPaperColumn *self)
{
  double most = LEAST_SIDE;

  for (guint i = 0; self->fit == BV_PAPER_FIT_NONE && i < count (self); i++)
    most = MAX (most, get_size (self, i).width * find_scale (self, i, 0));
  return (int) ceil (most) + 2 * GAP;
}

static int
measure_height (BvPaperColumn *self, int width)
{
  double height = GAP;

  for (guint i = 0; i < count (self); i++)
    height += get_height (self, i, width);
  return (int) MIN (height, G_MAXINT / 4);
}

static void
bv_paper_column_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  BvPaperColumn *self = BV_PAPER_COLUMN (widget);

  *minimum = *natural
    = orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (self) : measure_height (self, for_size);
}

/* From what is drawn of a page to how it lies unturned. */
static void
turn_snapshot (BvPaperColumn *self, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  static const struct
  {
    int across, down;
  } corners[QUARTERS] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };

  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (place->origin.x + (float) corners[self->quarters].across * place->size.width,
                          place->origin.y + (float) corners[self->quarters].down * place->size.height));
  gtk_snapshot_rotate (snapshot, 90.0f * (float) self->quarters);
}

static void
draw_boxes (GtkSnapshot *snapshot, const GArray *boxes, double scale, const GdkRGBA *colour)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      graphene_rect_t box = g_array_index (boxes, graphene_rect_t, i);

      graphene_rect_scale (&box, (float) scale, (float) scale, &box);
      graphene_rect_inset (&box, -1, -1);
      gtk_snapshot_append_color (snapshot, colour, &box);
    }
}

static void
draw_line (const BvPaperText *text, GtkSnapshot *snapshot, const GArray *boxes, double scale)
{
  static const GdkRGBA pale = { 1, 0.86f, 0.3f, 0.25f };
  graphene_rect_t line;

  if (boxes->len == 0)
    return;
  bv_paper_text_get_line (text, &g_array_index (boxes, graphene_rect_t, 0), &line);
  graphene_rect_scale (&line, (float) scale, (float) scale, &line);
  graphene_rect_inset (&line, -2, -1);
  gtk_snapshot_append_color (snapshot, &pale, &line);
}

static void
draw_found (BvPaperColumn *self, guint page, GtkSnapshot *snapshot, double scale)
{
  static const GdkRGBA yellow = { 1, 0.82f, 0.1f, 0.4f };
  static const GdkRGBA blue = { 0.2f, 0.5f, 1, 0.28f };
  static const GdkRGBA orange = { 1, 0.5f, 0, 0.5f };
  const BvPaperText *text = bv_paper_pages_get_text (self->pages, page);
  const char *const looked_for[] = { self->wanted, self->found };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (looked_for); i++)
    {
      g_autoptr (GArray) ranges
        = bv_paper_text_find (text, looked_for[i] != NULL ? looked_for[i] : "", i == 0);

      for (guint j = 0; j < ranges->len; j++)
        {
          g_autoptr (GArray) boxes = bv_paper_text_get_boxes (text, &g_array_index (ranges, BvPaperRange, j));
          gboolean is_here = page == self->found_page && j == self->found_place;

          if (i == 0)
            draw_line (text, snapshot, boxes, scale);
          draw_boxes (snapshot, boxes, scale, i == 1 && is_here ? &orange : &yellow);
        }
    }
  if (text != NULL && page == self->selected_page)
    {
      g_autoptr (GArray) boxes = bv_paper_text_get_boxes (text, &self->selected);

      draw_boxes (snapshot, boxes, scale, &blue);
    }
}

static void
draw_fault (BvPaperColumn *self, const char *words, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  static const GdkRGBA ink = { 0.25f, 0.25f, 0.25f, 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_set_width (layout, (int) (place->size.width - 4 * GAP) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (place->origin.x + 2 * GAP, place->origin.y + place->size.height / 4));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_page (BvPaperColumn *self, guint page, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.35f };
  GdkTexture *picture = bv_paper_pages_get_picture (self->pages, page);
  const char *fault = bv_paper_pages_get_fault (self->pages, page);
  gboolean across = !lies (self);
  gboolean is_marked = self->wanted != NULL || self->found != NULL || page == self->selected_page;
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, across ? place->size.width : place->size.height,
                                              across ? place->size.height : place->size.width);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, place, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &white, place);
  if (picture == NULL && fault != NULL)
    draw_fault (self, fault, snapshot, place);
  if (picture == NULL)
    return;
  gtk_snapshot_save (snapshot);
  turn_snapshot (self, snapshot, place);
  /* As with a marker: what is written stays black. */
  if (is_marked)
    gtk_snapshot_push_blend (snapshot, GSK_BLEND_MODE_MULTIPLY);
  gtk_snapshot_append_texture (snapshot, picture, &paper);
  if (is_marked)
    {
      gtk_snapshot_pop (snapshot);
      draw_found (self, page, snapshot,
                  paper.size.width / bv_paper_pages_get_size (self->pages, page)->width);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_restore (snapshot);
}

/* The first and the last page that are seen; FALSE: none is. */
static gboolean
find_seen (BvPaperColumn *self, guint *first, guint *last, double *first_top)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double y = GAP;

  *first = NO_PAGE;
  for (guint i = 0; i < count (self) && y < self->top + self->height; i++)
    {
      double height = get_height (self, i, width);

      if (y + height > self->top)
        {
          if (*first == NO_PAGE)
            {
              *first = i;
              *first_top = y;
            }
          *last = i;
        }
      y += height;
    }
  return *first != NO_PAGE;
}

static guint
get_pixels (BvPaperColumn *self, guint page)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double points = bv_paper_pages_get_size (self->pages, page)->width;

  return (guint) CLAMP (round (points * find_scale (self, page, width))
                          * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                        1, 1 << 16);
}

/* What is seen is asked for, and what stands beside it. */
static void
want (BvPaperColumn *self)
{
  guint first, last = 0;
  double top;
  g_autofree guint *widths = NULL;

  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0 || !find_seen (self, &first, &last, &top))
    return;
  widths = g_new0 (guint, last - first + 3);
  if (first > 0)
    widths[0] = get_pixels (self, first - 1);
  for (guint i = first; i <= last; i++)
    widths[i - first + 1] = get_pixels (self, i);
  if (last + 1 < count (self))
    widths[last - first + 2] = get_pixels (self, last + 1);
  bv_paper_pages_want (self->pages, first, last, widths);
}

static void
bv_paper_column_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvPaperColumn *self = BV_PAPER_COLUMN (widget);
  guint first, last = 0;
  double y;

  if (!find_seen (self, &first, &last, &y))
    return;
  for (guint i = first; i <= last; i++)
    {
      graphene_rect_t place = get_place (self, i, y);

      draw_page (self, i, snapshot, &place);
      y += get_height (self, i, gtk_widget_get_width (widget));
    }
}

static gboolean
tell_cb (gpointer data)
{
  BvPaperColumn *self = data;

  self->teller = 0;
  self->is_laid_out = TRUE;
  g_signal_emit (self, signals[LAID_OUT], 0);
  return G_SOURCE_REMOVE;
}

static void
bv_paper_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BvPaperColumn *self = BV_PAPER_COLUMN (widget);

  want (self);
  if (!self->is_laid_out && self->teller == 0 && count (self) > 0)
    self->teller = g_idle_add (tell_cb, self);
}

/* Until then no place in it is known. */
static void
lay_out (BvPaperColumn *self)
{
  g_clear_handle_id (&self->teller, g_source_remove);
  self->is_laid_out = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Where on its page a place of the widget is, in points. */
static gboolean
find_point (BvPaperColumn *self, double x, double y, guint *page, double *across, double *down)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double top = GAP;
  double scale, turned;
  graphene_rect_t place;

  for (*page = 0; *page < count (self) && top + get_height (self, *page, width) <= y; ++*page)
    top += get_height (self, *page, width);
  if (*page >= count (self))
    return FALSE;
  place = get_place (self, *page, top);
  scale = find_scale (self, *page, width);
  x = (x - place.origin.x) / scale;
  y = (y - place.origin.y) / scale;
  for (guint i = 0; i < self->quarters; i++)
    {
      /* One turn back. */
      double side = i % 2 == 0 ? place.size.width : place.size.height;

      turned = side / scale - x;
      x = y;
      y = turned;
    }
  *across = x;
  *down = y;
  return TRUE;
}

static void
drag_begin_cb (BvPaperColumn *self, double x, double y)
{
  guint page;
  double across, down;
  const BvPaperText *text;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->selected_page = NO_PAGE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!find_point (self, x, y, &page, &across, &down))
    return;
  self->selected_page = page;
  self->selected = (BvPaperRange){ 0, 0 };
  text = bv_paper_pages_get_text (self->pages, page);
  self->selected_from = text != NULL ? bv_paper_text_find_letter (text, across, down) : 0;
}

static void
drag_update_cb (BvPaperColumn *self, double dx, double dy, GtkGestureDrag *drag)
{
  guint page, to;
  double x, y, across, down;
  const BvPaperText *text;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (self->selected_page == NO_PAGE || !find_point (self, x + dx, y + dy, &page, &across, &down)
      || page != self->selected_page)
    return;
  text = bv_paper_pages_get_text (self->pages, page);
  to = text != NULL ? bv_paper_text_find_letter (text, across, down) : self->selected_from;
  self->selected = (BvPaperRange){ MIN (to, self->selected_from), MAX (to, self->selected_from) };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
came_cb (BvPaperColumn *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  want (self);
}

static void
bv_paper_column_dispose (GObject *object)
{
  bv_paper_column_set_pages (BV_PAPER_COLUMN (object), NULL);
  g_clear_handle_id (&BV_PAPER_COLUMN (object)->teller, g_source_remove);
  G_OBJECT_CLASS (bv_paper_column_parent_class)->dispose (object);
}

static void
bv_paper_column_class_init (BvPaperColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_paper_column_dispose;
  signals[LAID_OUT]
    = g_signal_new ("laid-out", BV_TYPE_PAPER_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->get_request_mode = bv_paper_column_get_request_mode;
  widget_class->measure = bv_paper_column_measure;
  widget_class->size_allocate = bv_paper_column_size_allocate;
  widget_class->snapshot = bv_paper_column_snapshot;
  gtk_widget_class_set_css_name (widget_class, "papercolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_paper_column_init (BvPaperColumn *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->scale = 1;
  self->found_page = self->selected_page = NO_PAGE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * bv_paper_column_set_pages:
 * @column: a column
 * @pages: (nullable): what it shows from now on, unturned, with nothing marked
 */
void
bv_paper_column_set_pages (BvPaperColumn *column, BvPaperPages *pages)
{
  if (column->pages != NULL)
    g_signal_handlers_disconnect_by_data (column->pages, column);
  g_set_object (&column->pages, pages);
  column->quarters = 0;
  column->selected_page = NO_PAGE;
  bv_paper_column_set_marks (column, NULL, NULL);
  if (pages != NULL)
    g_signal_connect_swapped (pages, "came", G_CALLBACK (came_cb), column);
  lay_out (column);
}

/**
 * bv_paper_column_is_laid_out:
 * @column: a column
 *
 * Returns: whether places in it are known; else `laid-out` will tell
 */
gboolean
bv_paper_column_is_laid_out (BvPaperColumn *column)
{
  return column->is_laid_out;
}

/**
 * bv_paper_column_set_fit:
 * @column: a column
 * @fit: what of a page is fitted into what is seen
 * @scale: where nothing is; 1 is 100 %
 */
void
bv_paper_column_set_fit (BvPaperColumn *column, BvPaperFit fit, double scale)
{
  column->fit = fit;
  column->scale = scale;
  lay_out (column);
}

/**
 * bv_paper_column_get_scale:
 * @column: a column
 *
 * Returns: how large the page is that is read; 1 is 100 %
 */
double
bv_paper_column_get_scale (BvPaperColumn *column)
{
  if (count (column) == 0)
    return column->scale;
  return find_scale (column, bv_paper_column_get_page (column), gtk_widget_get_width (GTK_WIDGET (column)))
         / PIXELS_A_POINT;
}

/**
 * bv_paper_column_turn:
 * @column: a column
 *
 * Turns all pages by a quarter, clockwise.
 */
void
bv_paper_column_turn (BvPaperColumn *column)
{
  column->quarters = (column->quarters + 1) % QUARTERS;
  lay_out (column);
}

/**
 * bv_paper_column_see:
 * @column: a column
 * @top: of what is seen of it, in pixels
 * @height: of that
 */
void
bv_paper_column_see (BvPaperColumn *column, double top, double height)
{
  gboolean refits = column->fit == BV_PAPER_FIT_PAGE && height != column->height;

  column->top = top;
  column->height = height;
  if (refits)
    lay_out (column);
  gtk_widget_queue_draw (GTK_WIDGET (column));
  want (column);
}

static char *
fold (const char *text)
{
  g_autofree char *folded = bv_vietnamese_fold (text != NULL ? text : "");

  return *folded != '\0' ? g_steal_pointer (&folded) : NULL;
}

/**
 * bv_paper_column_set_marks:
 * @column: a column
 * @wanted: (nullable): the words whose lines are marked
 * @found: (nullable): what is looked for
 */
void
bv_paper_column_set_marks (BvPaperColumn *column, const char *wanted, const char *found)
{
  g_free (column->wanted);
  g_free (column->found);
  column->wanted = fold (wanted);
  column->found = fold (found);
  column->found_page = NO_PAGE;
  gtk_widget_queue_draw (GTK_WIDGET (column));
}

/**
 * bv_paper_column_set_found:
 * @column: a column
 * @page: where what is looked for was gone to
 * @place: the how many-th there, from 0
 */
void
bv_paper_column_set_found (BvPaperColumn *column, guint page, guint place)
{
  column->found_page = page;
  column->found_place = place;
  gtk_widget_queue_draw (GTK_WIDGET (column));
}

/**
 * bv_paper_column_get_top:
 * @column: a column
 * @page: counted from 0
 *
 * Returns: where it begins, in pixels
 */
double
bv_paper_column_get_top (BvPaperColumn *column, guint page)
{
  double y = 0;

  for (guint i = 0; i < page && i < count (column); i++)
    y += get_height (column, i, gtk_widget_get_width (GTK_WIDGET (column)));
  return y;
}

/**
 * bv_paper_column_find_place:
 * @column: a column
 * @page: counted from 0, whose text is there
 * @range: letters of it
 *
 * Returns: where they begin, in pixels from the top of the column
 */
double
bv_paper_column_find_place (BvPaperColumn *column, guint page, const BvPaperRange *range)
{
  const BvPaperText *text = bv_paper_pages_get_text (column->pages, page);
  g_autoptr (GArray) boxes = text != NULL ? bv_paper_text_get_boxes (text, range) : NULL;
  double down = 0;

  if (boxes != NULL && boxes->len > 0 && column->quarters == 0)
    down = g_array_index (boxes, graphene_rect_t, 0).origin.y
           * find_scale (column, page, gtk_widget_get_width (GTK_WIDGET (column)));
  return bv_paper_column_get_top (column, page) + GAP + down;
}

/**
 * bv_paper_column_get_page:
 * @column: a column
 *
 * Returns: which page is read, counted from 0: the one in the middle of what is seen
 */
guint
bv_paper_column_get_page (BvPaperColumn *column)
{
  int width = gtk_widget_get_width (GTK_WIDGET (column));
  double y = GAP;
  guint page = 0;

  while (page + 1 < count (column)
         && y + get_height (column, page, width) <= column->top + column->height / 2)
    y += get_height (column, page++, width);
  return page;
}

/**
 * bv_paper_column_get_selection:
 * @column: a column
 *
 * Returns: (transfer full) (nullable): the text that is selected
 */
char *
bv_paper_column_get_selection (BvPaperColumn *column)
{
  const BvPaperText *text;

  if (column->selected_page == NO_PAGE || column->selected.first == column->selected.end)
    return NULL;
  text = bv_paper_pages_get_text (column->pages, column->selected_page);
  return text != NULL ? bv_paper_text_get_words (text, &column->selected) : NULL;
}
