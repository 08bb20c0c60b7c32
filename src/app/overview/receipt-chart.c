/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/receipt-chart.h"

#include "app/cells/named-colour.h"
#include "app/overview/chart-text.h"
#include "core/text/date.h"
#include "store/report-days.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 200
#define LABEL 18 /* above the columns, for due dates */
#define COLUMNS 56
#define AXIS 18
#define EDGE 10
#define DASH 4
#define BAR_MOST 6.0f

/* Days before the first and behind the last that something is told of. */
#define MARGIN 7

/**
 * BvReceiptChart:
 *
 * How many reports were received on which day, and when they were due.
 */
struct _BvReceiptChart
{
  GtkWidget parent_instance;
  GArray *days; /* of BvReportDay, ascending */
  GArray *due;  /* of gint64 dates, ascending */
  gint64 first; /* a date */
  gint64 n_days;
  gint64 most; /* reports in one day */
};

G_DEFINE_FINAL_TYPE (BvReceiptChart, bv_receipt_chart, GTK_TYPE_WIDGET)

static void
bv_receipt_chart_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LABEL + COLUMNS + AXIS;
}

static float
find_width (BvReceiptChart *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;
}

static float
find_x (BvReceiptChart *self, gint64 date)
{
  gint64 day = bv_date_days_between (self->first, date) + MARGIN;

  return EDGE + find_width (self) * day / self->n_days;
}

/* A day and a month: 30/9 */
static char *
write_day (gint64 date)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, date % 100, date / 100 % 100);
}

static void
draw_days (BvReceiptChart *self, GtkSnapshot *snapshot)
{
  GdkRGBA colour = bv_named_colour_find (GTK_WIDGET (self), "bv_accent");
  float width = CLAMP (find_width (self) / self->n_days - 0.5f, 1, BAR_MOST);

  for (guint i = 0; i < self->days->len; i++)
    {
      const BvReportDay *day = &g_array_index (self->days, BvReportDay, i);
      float height = MAX (1.5f, (float) COLUMNS * day->n / self->most);

      gtk_snapshot_append_color (
        snapshot, &colour,
        &GRAPHENE_RECT_INIT (find_x (self, day->date) - width / 2, LABEL + COLUMNS - height, width, height));
    }
}

static void
draw_due (BvReceiptChart *self, GtkSnapshot *snapshot)
{
  GdkRGBA colour = bv_named_colour_find (GTK_WIDGET (self), "bv_error");
  float written = -1;

  for (guint i = 0; i < self->due->len; i++)
    {
      gint64 due = g_array_index (self->due, gint64, i);
      float x = find_x (self, due);
      g_autofree char *day = write_day (due);
      /* Translators: a due date in a chart, a day and a month. */
      g_autofree char *text = g_strdup_printf (_ ("due %s"), day);

      for (float y = 3; y < LABEL + COLUMNS; y += 2 * DASH)
        gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x - 0.5f, y, 1, DASH));
      /* One that would stand on another is left out. */
      if (x < written)
        continue;
      written = x + 8
                + (float) bv_chart_text_append (GTK_WIDGET (self), snapshot, text, "bv_text",
                                                &GRAPHENE_POINT_INIT (x + 4, 0), 0);
    }
}

static void
draw_axis (BvReceiptChart *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA line = bv_named_colour_find (widget, "bv_line");
  gint64 last = self->days->len > 0 ? g_array_index (self->days, BvReportDay, self->days->len - 1).date : 0;
  g_autofree char *from = bv_date_to_vietnamese (self->first);
  g_autofree char *to = NULL;

  if (self->due->len > 0)
    last = MAX (last, g_array_index (self->due, gint64, self->due->len - 1));
  to = bv_date_to_vietnamese (last);
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (EDGE, LABEL + COLUMNS, find_width (self), 1));
  bv_chart_text_append (widget, snapshot, from, "bv_dim", &GRAPHENE_POINT_INIT (EDGE, LABEL + COLUMNS + 1),
                        0);
  bv_chart_text_append (widget, snapshot, to, "bv_dim",
                        &GRAPHENE_POINT_INIT (EDGE + find_width (self), LABEL + COLUMNS + 1), 1);
}

static void
bv_receipt_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvReceiptChart *self = BV_RECEIPT_CHART (widget);

  if (self->n_days == 0)
    return;
  draw_days (self, snapshot);
  draw_axis (self, snapshot);
  draw_due (self, snapshot);
}

static void
bv_receipt_chart_finalize (GObject *object)
{
  g_array_unref (BV_RECEIPT_CHART (object)->days);
  g_array_unref (BV_RECEIPT_CHART (object)->due);
  G_OBJECT_CLASS (bv_receipt_chart_parent_class)->finalize (object);
}

static void
bv_receipt_chart_class_init (BvReceiptChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_receipt_chart_finalize;
  widget_class->measure = bv_receipt_chart_measure;
  widget_class->snapshot = bv_receipt_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_receipt_chart_init (BvReceiptChart *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (BvReportDay));
  self->due = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
take (BvReceiptChart *self, const GArray *days, const GArray *due)
{
  g_array_set_size (self->days, 0);
  g_array_set_size (self->due, 0);
  g_array_append_vals (self->days, days->data, days->len);
  g_array_append_vals (self->due, due->data, due->len);
}

/* What is received years before or after spoils the axis, but it is told. */
static void
find_span (BvReceiptChart *self)
{
  gint64 first = G_MAXINT64;
  gint64 last = 0;

  self->most = 1;
  for (guint i = 0; i < self->days->len; i++)
    {
      const BvReportDay *day = &g_array_index (self->days, BvReportDay, i);

      first = MIN (first, day->date);
      last = MAX (last, day->date);
      self->most = MAX (self->most, day->n);
    }
  for (guint i = 0; i < self->due->len; i++)
    {
      first = MIN (first, g_array_index (self->due, gint64, i));
      last = MAX (last, g_array_index (self->due, gint64, i));
    }
  self->first = first;
  self->n_days = last > 0 ? bv_date_days_between (first, last) + 2 * MARGIN : 0;
}

/**
 * bv_receipt_chart_set:
 * @chart: a chart
 * @days: (element-type BvReportDay): days on which reports were received, ascending
 * @due: (element-type gint64): when they were due, ascending
 */
void
bv_receipt_chart_set (BvReceiptChart *chart, const GArray *days, const GArray *due)
{
  g_autofree char *sentence = NULL;
  guint n = 0;

  take (chart, days, due);
  find_span (chart);
  for (guint i = 0; i < days->len; i++)
    n += (guint) g_array_index (days, BvReportDay, i).n;
  gtk_widget_queue_draw (GTK_WIDGET (chart));
  /* Translators: of a chart, for screen readers. */
  sentence = g_strdup_printf (_ ("%u reports received, due on %u days"), n, due->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}
