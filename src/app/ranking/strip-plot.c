/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/strip-plot.h"

#include "app/ranking/strip-picture.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define TOP 4
#define LANE 23
/* Where there are many. */
#define LOW_LANE 17
#define FEW_LANES 3
#define LEAST_WIDTH 240

/**
 * BvStripPlot:
 *
 * A ranking along an axis, one lane a group, with its line. The table below is the same for who cannot see
 * it; a click on a dot chooses its row. Signal `chosen` (gint64): the nominee of the dot.
 */
struct _BvStripPlot
{
  GtkWidget parent_instance;
  BvRankingLanes *lanes; /* NULL: there is nothing to show */
  GHashTable *dots;      /* of the numbers of dots from 1, by nominee */
  GHashTable *names;     /* of nominees */
  GArray *kept;          /* of guint8, by dot: whether it is among those that are looked at */
  GArray *places;        /* of graphene_point_t; NULL: not known for this size */
  GskRenderNode *drawn;  /* all but what is chosen; NULL: not drawn yet */
  BvStripPlace place;
  gint64 nominee; /* that is chosen; 0: none */
  gint64 beside;  /* the one that it is compared with; 0: none */
};

G_DEFINE_FINAL_TYPE (BvStripPlot, bv_strip_plot, GTK_TYPE_WIDGET)

static guint chosen_signal;

static float
get_lane_height (BvStripPlot *self)
{
  return self->lanes->lanes->len > FEW_LANES ? LOW_LANE : LANE;
}

static BvStripPicture
describe (BvStripPlot *self)
{
  return (BvStripPicture){ GTK_WIDGET (self), self->lanes, &self->place, self->places, self->kept };
}

/* Names take a quarter of the width at most. */
static void
find_places (BvStripPlot *self)
{
  const BvStripPicture picture = describe (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int below;
  int names;

  if (self->places != NULL)
    return;
  names = MIN (bv_strip_picture_measure_names (&picture, &below), width / 4);
  self->place = (BvStripPlace){ BV_STRIP_MARGIN + names + BV_STRIP_GAP + below + BV_STRIP_GAP,
                                width - BV_STRIP_MARGIN - BV_STRIP_GAP, TOP, get_lane_height (self) };
  self->places = bv_strip_dots_place (&self->place, self->lanes);
}

static void
bv_strip_plot_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  BvStripPlot *self = BV_STRIP_PLOT (widget);

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural
      = self->lanes != NULL
          ? TOP + (int) get_lane_height (self) * (int) self->lanes->lanes->len + BV_STRIP_AXIS
          : 0;
}

static void
forget_places (BvStripPlot *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
}

static void
bv_strip_plot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  forget_places (BV_STRIP_PLOT (widget));
}

static void
bv_strip_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BvStripPlot *self = BV_STRIP_PLOT (widget);
  BvStripPicture picture;
  graphene_point_t at;

  if (self->lanes == NULL)
    return;
  find_places (self);
  picture = describe (self);
  if (self->drawn == NULL)
    {
      GtkSnapshot *still = gtk_snapshot_new ();

      bv_strip_picture_draw (&picture, still);
      self->drawn = gtk_snapshot_free_to_node (still);
    }
  gtk_snapshot_append_node (snapshot, self->drawn);
  if (bv_strip_plot_find_place (self, self->beside, &at))
    bv_strip_picture_draw_ring (&picture, snapshot, &at, "bv_gold");
  if (bv_strip_plot_find_place (self, self->nominee, &at))
    bv_strip_picture_draw_ring (&picture, snapshot, &at, "bv_accent");
}

static void
bv_strip_plot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bv_strip_plot_parent_class)->css_changed (widget, change);
  forget_places (BV_STRIP_PLOT (widget));
}

static guint
find_dot (BvStripPlot *self, double x, double y)
{
  guint dot;

  if (self->lanes == NULL)
    return G_MAXUINT;
  find_places (self);
  dot = bv_strip_dots_find (self->places, (float) x, (float) y);
  return dot != G_MAXUINT && g_array_index (self->kept, guint8, dot) != 0 ? dot : G_MAXUINT;
}

static void
pressed_cb (BvStripPlot *self, int n_press, double x, double y)
{
  guint dot = find_dot (self, x, y);

  if (dot != G_MAXUINT)
    g_signal_emit (self, chosen_signal, 0, bv_ranking_lanes_dot (self->lanes, dot)->nominee);
}

static gboolean
bv_strip_plot_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BvStripPlot *self = BV_STRIP_PLOT (widget);
  guint i = keyboard ? G_MAXUINT : find_dot (self, x, y);
  const BvRankingDot *dot;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (i == G_MAXUINT)
    return FALSE;
  dot = bv_ranking_lanes_dot (self->lanes, i);
  number = self->lanes->by_percent ? bv_wording_percent (dot->value) : bv_wording_points (dot->value);
  text = g_strdup_printf ("%s · %s", (const char *) g_hash_table_lookup (self->names, &dot->nominee), number);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
bv_strip_plot_finalize (GObject *object)
{
  BvStripPlot *self = BV_STRIP_PLOT (object);

  g_clear_pointer (&self->lanes, bv_ranking_lanes_free);
  forget_places (self);
  g_array_unref (self->kept);
  g_hash_table_unref (self->dots);
  g_hash_table_unref (self->names);
  G_OBJECT_CLASS (bv_strip_plot_parent_class)->finalize (object);
}

static void
bv_strip_plot_class_init (BvStripPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_strip_plot_finalize;
  widget_class->measure = bv_strip_plot_measure;
  widget_class->size_allocate = bv_strip_plot_size_allocate;
  widget_class->snapshot = bv_strip_plot_snapshot;
  widget_class->css_changed = bv_strip_plot_css_changed;
  widget_class->query_tooltip = bv_strip_plot_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "stripplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
bv_strip_plot_init (BvStripPlot *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->kept = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->dots = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
say (BvStripPlot *self)
{
  g_autofree char *least = bv_wording_number (self->lanes->least / 100);
  g_autofree char *most = bv_wording_number (self->lanes->most / 100);
  g_autofree char *line = NULL;
  g_autofree char *sentence = NULL;

  if (self->lanes->line != BV_NONE)
    {
      g_autofree char *number = self->lanes->by_percent ? bv_wording_percent (self->lanes->line)
                                                        : bv_wording_points (self->lanes->line);

      line = g_strdup_printf (_ ("quota line %s"), number);
    }
  /* Translators: of the chart of a ranking, for screen readers: the number of nominees, then the least and
   * the greatest mark of its axis. */
  sentence
    = g_strdup_printf (_ ("%u nominees along an axis from %s to %s"), self->lanes->dots->len, least, most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line != NULL ? line : "", -1);
}

static void
note_nominees (BvStripPlot *self, const BvRanking *ranking, BvRankingFilter filter)
{
  g_array_set_size (self->kept, self->lanes->dots->len);
  for (guint i = 0; i < self->lanes->dots->len; i++)
    g_hash_table_insert (self->dots, &bv_ranking_lanes_dot (self->lanes, i)->nominee,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < ranking->entries->len; i++)
    {
      const BvEntrant *entrant
        = bv_contest_entrant (ranking->scores->contest, bv_ranking_entry (ranking, i)->entrant);
      guint dot = GPOINTER_TO_UINT (g_hash_table_lookup (self->dots, &entrant->id));

      g_hash_table_insert (self->names, &bv_ranking_lanes_dot (self->lanes, dot - 1)->nominee,
                           g_strdup (entrant->name));
      g_array_index (self->kept, guint8, dot - 1)
        = bv_ranking_filter_keeps (filter, bv_ranking_entry (ranking, i));
    }
}

/**
 * bv_strip_plot_set_ranking:
 * @plot: the chart
 * @ranking: (nullable): what it shows from now on; it is not needed afterwards
 * @filter: which entries are looked at; the others are faint
 *
 * Where there is nobody the chart takes no room.
 */
void
bv_strip_plot_set_ranking (BvStripPlot *plot, const BvRanking *ranking, BvRankingFilter filter)
{
  g_hash_table_remove_all (plot->dots);
  g_hash_table_remove_all (plot->names);
  g_clear_pointer (&plot->lanes, bv_ranking_lanes_free);
  forget_places (plot);
  if (ranking != NULL && ranking->entries->len > 0)
    {
      plot->lanes = bv_ranking_lanes_new (ranking);
      note_nominees (plot, ranking, filter);
      say (plot);
    }
  gtk_widget_set_visible (GTK_WIDGET (plot), plot->lanes != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (plot));
}

/**
 * bv_strip_plot_choose:
 * @plot: the chart
 * @nominee: whose dot is marked; 0: of none
 * @beside: that it is compared with; 0: with none
 */
void
bv_strip_plot_choose (BvStripPlot *plot, gint64 nominee, gint64 beside)
{
  plot->beside = beside;
  plot->nominee = nominee;
  gtk_widget_queue_draw (GTK_WIDGET (plot));
}

/**
 * bv_strip_plot_find_place:
 * @plot: the chart
 * @nominee: somebody
 * @place: (out): the middle of the dot, in the chart's pixels
 *
 * Returns: whether it has a dot there; who lies below the axis has none
 */
gboolean
bv_strip_plot_find_place (BvStripPlot *plot, gint64 nominee, graphene_point_t *place)
{
  guint dot = GPOINTER_TO_UINT (g_hash_table_lookup (plot->dots, &nominee));

  if (dot == 0)
    return FALSE;
  find_places (plot);
  *place = g_array_index (plot->places, graphene_point_t, dot - 1);
  return place->x >= 0;
}
