/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/total-chart.h"

#include "app/cells/named-colour.h"
#include "app/overview/chart-text.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 200
#define LABEL 18 /* above the columns, for the line */
#define COLUMNS 76
#define AXIS 18
#define LEGEND 18
#define HEIGHT (LABEL + COLUMNS + AXIS)
#define N_MARKS 4
#define EDGE 10
#define SQUARE 7
#define N_COLOURS 4

static const char *const colours[N_COLOURS]
  = { "bv_chart_first", "bv_chart_second", "bv_chart_third", "bv_chart_fourth" };

/**
 * BvTotalChart:
 *
 * How many nominees have which total, stacked by group, with the line of the quota. The ranking says the same
 * for who cannot see it.
 */
struct _BvTotalChart
{
  GtkWidget parent_instance;
  BvDistribution *distribution; /* NULL: there is nothing to show */
};

G_DEFINE_FINAL_TYPE (BvTotalChart, bv_total_chart, GTK_TYPE_WIDGET)

static void
bv_total_chart_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  const BvDistribution *distribution = BV_TOTAL_CHART (widget)->distribution;
  gboolean has_legend = distribution != NULL && distribution->lanes->len > 1;

  *minimum = *natural
    = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT + LEGEND * has_legend;
}

static float
find_x (BvTotalChart *self, gint64 value)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * EDGE;

  return EDGE + width * CLAMP (value, 0, self->distribution->most) / self->distribution->most;
}

static void
draw_bin (BvTotalChart *self, GtkSnapshot *snapshot, guint bin)
{
  const BvDistribution *distribution = self->distribution;
  float left = find_x (self, distribution->most * bin / BV_DISTRIBUTION_BINS);
  float right = find_x (self, distribution->most * (bin + 1) / BV_DISTRIBUTION_BINS);
  guint below = 0;

  for (guint i = 0; i < distribution->lanes->len; i++)
    {
      guint n = bv_distribution_lane (distribution, distribution->lanes->len - 1 - i)->bins[bin];
      GdkRGBA colour
        = bv_named_colour_find (GTK_WIDGET (self), colours[(distribution->lanes->len - 1 - i) % N_COLOURS]);
      /* One of hundreds is seen, too. */
      float height = n > 0 ? MAX (1.5f, (float) COLUMNS * n / distribution->highest) : 0;
      float base = (float) LABEL + COLUMNS - (float) COLUMNS * below / distribution->highest;

      below += n;
      if (n > 0)
        gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT (left + 0.5f, base - height, MAX (1, right - left - 1), height));
    }
}

static void
draw_axis (BvTotalChart *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA line = bv_named_colour_find (widget, "bv_line");

  gtk_snapshot_append_color (
    snapshot, &line,
    &GRAPHENE_RECT_INIT (EDGE, LABEL + COLUMNS, gtk_widget_get_width (widget) - 2 * EDGE, 1));
  for (int i = 0; i <= N_MARKS; i++)
    {
      gint64 value = self->distribution->most * i / N_MARKS;
      g_autofree char *text = bv_wording_number (value / 100);

      bv_chart_text_append (widget, snapshot, text, "bv_dim",
                            &GRAPHENE_POINT_INIT (find_x (self, value), LABEL + COLUMNS + 1), 0.5f);
    }
}

static char *
write_line (const BvDistribution *distribution)
{
  g_autofree char *number = distribution->by_percent ? bv_wording_percent (distribution->line)
                                                     : bv_wording_points (distribution->line);

  /* Translators: the quota line in a chart, and where it lies. */
  return g_strdup_printf (_ ("line %s"), number);
}

static void
draw_line (BvTotalChart *self, GtkSnapshot *snapshot)
{
  GdkRGBA gold = bv_named_colour_find (GTK_WIDGET (self), "bv_gold");
  float x = find_x (self, self->distribution->line);
  g_autofree char *text = write_line (self->distribution);

  gtk_snapshot_append_color (snapshot, &gold, &GRAPHENE_RECT_INIT (x - 1, 2, 2, LABEL + COLUMNS - 2));
  bv_chart_text_append (GTK_WIDGET (self), snapshot, text, "bv_text", &GRAPHENE_POINT_INIT (x - 4, 0),
                        x > 90 ? 1 : 0);
}

static void
draw_legend (BvTotalChart *self, GtkSnapshot *snapshot)
{
  const BvDistribution *distribution = self->distribution;
  float x = EDGE;

  for (guint i = 0; i < distribution->lanes->len; i++)
    {
      GdkRGBA colour = bv_named_colour_find (GTK_WIDGET (self), colours[i % N_COLOURS]);

      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, HEIGHT + 5, SQUARE, SQUARE));
      x += SQUARE + 4;
      x += (float) bv_chart_text_append (GTK_WIDGET (self), snapshot,
                                         bv_distribution_lane (distribution, i)->name, "bv_dim",
                                         &GRAPHENE_POINT_INIT (x, HEIGHT), 0)
           + 10;
    }
}

static void
bv_total_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvTotalChart *self = BV_TOTAL_CHART (widget);

  if (self->distribution == NULL)
    return;
  for (guint i = 0; i < BV_DISTRIBUTION_BINS; i++)
    draw_bin (self, snapshot, i);
  draw_axis (self, snapshot);
  if (self->distribution->line != BV_NONE)
    draw_line (self, snapshot);
  if (self->distribution->lanes->len > 1)
    draw_legend (self, snapshot);
}

static void
bv_total_chart_finalize (GObject *object)
{
  g_clear_pointer (&BV_TOTAL_CHART (object)->distribution, bv_distribution_free);
  G_OBJECT_CLASS (bv_total_chart_parent_class)->finalize (object);
}

static void
bv_total_chart_class_init (BvTotalChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_total_chart_finalize;
  widget_class->measure = bv_total_chart_measure;
  widget_class->snapshot = bv_total_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bv_total_chart_init (BvTotalChart *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * bv_total_chart_set:
 * @chart: a chart
 * @ranking: (nullable): what it shows; %NULL, or nobody in it: nothing
 */
void
bv_total_chart_set (BvTotalChart *chart, const BvRanking *ranking)
{
  g_autofree char *most = NULL;
  g_autofree char *line = NULL;
  g_autofree char *sentence = NULL;

  g_clear_pointer (&chart->distribution, bv_distribution_free);
  if (ranking != NULL && ranking->entries->len > 0)
    chart->distribution = bv_distribution_new (ranking);
  gtk_widget_set_visible (GTK_WIDGET (chart), chart->distribution != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (chart));
  if (chart->distribution == NULL)
    return;
  most = bv_wording_number (chart->distribution->most / 100);
  line = chart->distribution->line != BV_NONE ? write_line (chart->distribution) : g_strdup ("");
  /* Translators: of a chart, for screen readers: how many nominees, and the end of its axis. */
  sentence = g_strdup_printf (_ ("Totals of %u nominees from 0 to %s"), chart->distribution->n, most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}
