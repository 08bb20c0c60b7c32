/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/papers/page-view.h"

#include <glib/gi18n-lib.h>

/* Pixels around the paper, where its shadow falls. */
#define MARGIN 8
#define LEAST_SIDE 80
#define SHADOW_BLUR 5

/**
 * BvPageView:
 *
 * One page of a document on white paper, whatever the colours of the desktop: as large as was set, or as
 * large as its place.
 */
struct _BvPageView
{
  GtkWidget parent_instance;
  BvPreviewPage *sheet; /* NULL: nothing */
  BvFit fit;
  double scale; /* pixels a point, where nothing is fitted */
};

G_DEFINE_FINAL_TYPE (BvPageView, bv_page_view, GTK_TYPE_WIDGET)

enum
{
  PROP_SHEET = 1,
  PROP_SCALE,
};

static void
get_paper (BvPageView *self, double *width, double *height)
{
  bv_preview_pages_get_size (bv_preview_page_get_pages (self->sheet), bv_preview_page_get_page (self->sheet),
                             width, height);
}

static double
find_scale (BvPageView *self)
{
  double room_x = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double room_y = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double width, height;

  if (self->sheet == NULL || self->fit == BV_FIT_NONE)
    return self->scale;
  get_paper (self, &width, &height);
  return MAX (0.01, self->fit == BV_FIT_WIDTH ? room_x / width : MIN (room_x / width, room_y / height));
}

static GtkSizeRequestMode
bv_page_view_get_request_mode (GtkWidget *widget)
{
  return BV_PAGE_VIEW (widget)->fit == BV_FIT_WIDTH ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                    : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static int
measure_height_for_width (int for_width, double width, double height)
{
  return (int) (MAX (for_width - 2 * MARGIN, LEAST_SIDE) * height / width) + 2 * MARGIN;
}

static void
bv_page_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  BvPageView *self = BV_PAGE_VIEW (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double width, height;

  *minimum = *natural = LEAST_SIDE + 2 * MARGIN;
  if (self->sheet == NULL)
    return;
  get_paper (self, &width, &height);
  if (self->fit == BV_FIT_NONE)
    *minimum = *natural = (int) (self->scale * (across ? width : height)) + 2 * MARGIN;
  else if (self->fit == BV_FIT_WIDTH && !across)
    *minimum = *natural = measure_height_for_width (for_size, width, height);
}

static void
draw_page (BvPageView *self, GtkSnapshot *snapshot, double scale, const graphene_rect_t *paper)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, paper);

  cairo_scale (cr, scale, scale);
  bv_preview_pages_draw (bv_preview_page_get_pages (self->sheet), bv_preview_page_get_page (self->sheet), cr);
  cairo_destroy (cr);
}

static void
bv_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.35 };
  BvPageView *self = BV_PAGE_VIEW (widget);
  double scale = find_scale (self);
  double width, height;
  graphene_rect_t paper;
  GskRoundedRect outline;

  if (self->sheet == NULL)
    return;
  get_paper (self, &width, &height);
  graphene_rect_init (&paper, 0, 0, (int) (width * scale), (int) (height * scale));
  gsk_rounded_rect_init_from_rect (&outline, &paper, 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((int) (gtk_widget_get_width (widget) - paper.size.width) / 2,
                                    (int) (gtk_widget_get_height (widget) - paper.size.height) / 2));
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 1, SHADOW_BLUR);
  gtk_snapshot_append_color (snapshot, &white, &paper);
  draw_page (self, snapshot, scale, &paper);
  gtk_snapshot_restore (snapshot);
}

static void
bv_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BvPageView *self = BV_PAGE_VIEW (object);

  if (id == PROP_SHEET)
    bv_page_view_set_sheet (self, g_value_get_object (value));
  else
    bv_page_view_set_fit (self, BV_FIT_NONE, g_value_get_double (value));
}

static void
bv_page_view_dispose (GObject *object)
{
  g_clear_object (&BV_PAGE_VIEW (object)->sheet);
  G_OBJECT_CLASS (bv_page_view_parent_class)->dispose (object);
}

static void
bv_page_view_class_init (BvPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bv_page_view_set_property;
  object_class->dispose = bv_page_view_dispose;
  widget_class->get_request_mode = bv_page_view_get_request_mode;
  widget_class->measure = bv_page_view_measure;
  widget_class->snapshot = bv_page_view_snapshot;
  g_object_class_install_property (object_class, PROP_SHEET,
                                   g_param_spec_object ("sheet", NULL, NULL, BV_TYPE_PREVIEW_PAGE,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  /* Pixels a point. */
  g_object_class_install_property (
    object_class, PROP_SCALE,
    g_param_spec_double ("scale", NULL, NULL, 0.01, 100, 1, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_page_view_init (BvPageView *self)
{
  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * bv_page_view_set_sheet:
 * @view: a view
 * @sheet: (nullable): the page it shows from now on
 */
void
bv_page_view_set_sheet (BvPageView *view, BvPreviewPage *sheet)
{
  g_autofree char *label = NULL;

  g_set_object (&view->sheet, sheet);
  if (sheet != NULL)
    label = g_strdup_printf (_ ("Page %u"), bv_preview_page_get_page (sheet) + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (view));
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

/**
 * bv_page_view_set_fit:
 * @view: a view
 * @fit: what of the page is fitted into the view
 * @scale: pixels a point, where nothing is
 */
void
bv_page_view_set_fit (BvPageView *view, BvFit fit, double scale)
{
  view->fit = fit;
  view->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (view));
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

/**
 * bv_page_view_get_scale:
 * @view: a view
 *
 * Returns: pixels a point, as the page is shown
 */
double
bv_page_view_get_scale (BvPageView *view)
{
  return find_scale (view);
}
