/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/page-pane.h"

/* What 100 % means on screen. */
#define PIXELS_A_POINT (96.0 / 72.0)
/* A scale is that of a step although it was rounded to pixels. */
#define NEAR 0.01

/* In percent, by BvZoom. */
static const int percents[BV_N_ZOOMS] = { 0, 0, 50, 75, 100, 125, 150, 200, 300 };

/**
 * BvPagePane:
 *
 * The page that is read, as large as is asked for. Where it is larger than its place it is scrolled, and
 * beyond its end follows the next page: `turn` (-1 or 1) asks for it.
 */
struct _BvPagePane
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroller;
  BvPageView *view;
  BvZoom zoom;
};

G_DEFINE_FINAL_TYPE (BvPagePane, bv_page_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_ZOOM = 1,
};

enum
{
  TURN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkAdjustment *
get_adjustment (BvPagePane *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static void
turn (BvPagePane *self, int direction)
{
  g_signal_emit (self, signals[TURN], 0, direction);
}

static gboolean
is_at_end (BvPagePane *self, int direction)
{
  GtkAdjustment *down = get_adjustment (self);
  double end = gtk_adjustment_get_upper (down) - gtk_adjustment_get_page_size (down);

  return direction > 0 ? gtk_adjustment_get_value (down) >= end - 1 : gtk_adjustment_get_value (down) <= 0;
}

static gboolean
scroll_cb (BvPagePane *self, double dx, double dy, GtkEventController *controller)
{
  int direction = dy > 0 ? 1 : -1;

  if (dy == 0)
    return GDK_EVENT_PROPAGATE;
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) != 0)
    {
      bv_page_pane_step_zoom (self, -direction);
      return GDK_EVENT_STOP;
    }
  if (!is_at_end (self, direction))
    return GDK_EVENT_PROPAGATE;
  turn (self, direction);
  if (direction < 0)
    gtk_adjustment_set_value (get_adjustment (self), gtk_adjustment_get_upper (get_adjustment (self)));
  return GDK_EVENT_STOP;
}

static gboolean
bv_page_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_PAGE_PANE (widget)->scroller));
}

static void
bv_page_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, BV_PAGE_PANE (object)->zoom);
}

static void
bv_page_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  bv_page_pane_set_zoom (BV_PAGE_PANE (object), g_value_get_uint (value));
}

static void
bv_page_pane_dispose (GObject *object)
{
  BvPagePane *self = BV_PAGE_PANE (object);

  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  G_OBJECT_CLASS (bv_page_pane_parent_class)->dispose (object);
}

static void
bv_page_pane_class_init (BvPagePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bv_page_pane_get_property;
  object_class->set_property = bv_page_pane_set_property;
  object_class->dispose = bv_page_pane_dispose;
  widget_class->grab_focus = bv_page_pane_grab_focus;
  g_object_class_install_property (
    object_class, PROP_ZOOM,
    g_param_spec_uint ("zoom", NULL, NULL, 0, G_MAXUINT, BV_ZOOM_PAGE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  signals[TURN] = g_signal_new ("turn", BV_TYPE_PAGE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagepane");
}

static void
bv_page_pane_init (BvPagePane *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                               | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->view = g_object_new (BV_TYPE_PAGE_VIEW, NULL);
  bv_page_view_set_fit (self->view, BV_FIT_PAGE, 1);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_set_focusable (GTK_WIDGET (self->scroller), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

/**
 * bv_page_pane_show:
 * @pane: a pane
 * @sheet: (nullable): the page, which is shown from its top
 */
void
bv_page_pane_show (BvPagePane *pane, BvPreviewPage *sheet)
{
  bv_page_view_set_sheet (pane->view, sheet);
  gtk_adjustment_set_value (get_adjustment (pane), 0);
}

/**
 * bv_page_pane_move:
 * @pane: a pane
 * @direction: 1: on, -1: back
 *
 * Shows the next part of the page, and behind its end the next page.
 */
void
bv_page_pane_move (BvPagePane *pane, int direction)
{
  GtkAdjustment *down = get_adjustment (pane);

  if (is_at_end (pane, direction))
    turn (pane, direction);
  else
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down)
                                      + direction * gtk_adjustment_get_page_increment (down));
}

/**
 * bv_page_pane_set_zoom:
 * @pane: a pane
 * @zoom: how large pages are shown
 */
void
bv_page_pane_set_zoom (BvPagePane *pane, BvZoom zoom)
{
  static const BvFit fits[] = { BV_FIT_PAGE, BV_FIT_WIDTH };

  if (zoom >= BV_N_ZOOMS || zoom == pane->zoom)
    return;
  pane->zoom = zoom;
  bv_page_view_set_fit (pane->view, zoom < G_N_ELEMENTS (fits) ? fits[zoom] : BV_FIT_NONE,
                        percents[zoom] / 100.0 * PIXELS_A_POINT);
  g_object_notify (G_OBJECT (pane), "zoom");
}

/**
 * bv_page_pane_get_zoom:
 * @pane: a pane
 *
 * Returns: how large pages are shown
 */
BvZoom
bv_page_pane_get_zoom (BvPagePane *pane)
{
  return pane->zoom;
}

/**
 * bv_page_pane_step_zoom:
 * @pane: a pane
 * @direction: 1: larger, -1: smaller
 *
 * Takes the next step in percent from what is seen now.
 */
void
bv_page_pane_step_zoom (BvPagePane *pane, int direction)
{
  double now = bv_page_pane_get_scale (pane);

  for (int i = direction > 0 ? BV_ZOOM_50 : BV_ZOOM_300; i >= BV_ZOOM_50 && i <= BV_ZOOM_300; i += direction)
    if ((percents[i] / 100.0 - now) * direction > NEAR)
      {
        bv_page_pane_set_zoom (pane, i);
        return;
      }
}

/**
 * bv_page_pane_get_scale:
 * @pane: a pane
 *
 * Returns: how large the page is shown; 1 is 100 %
 */
double
bv_page_pane_get_scale (BvPagePane *pane)
{
  return bv_page_view_get_scale (pane->view) / PIXELS_A_POINT;
}
