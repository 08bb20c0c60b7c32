/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cells/scroll-pair.h"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static void
scrolled_cb (BvScrollPair *pair)
{
  pair->scrolled (pair->widget);
}

static void
take (BvScrollPair *pair, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (pair->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (pair->adjustments[orientation], pair);
  g_set_object (&pair->adjustments[orientation], adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), pair);
  gtk_widget_queue_resize (pair->widget);
}

/**
 * bv_scroll_pair_override:
 * @object_class: the class of a #GtkScrollable that has no properties but these
 */
void
bv_scroll_pair_override (GObjectClass *object_class)
{
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

/**
 * bv_scroll_pair_set_property:
 * @pair: of a widget
 * @property_id: of one of its properties
 * @value: what it is now
 *
 * Returns: %FALSE where that is another property
 */
gboolean
bv_scroll_pair_set_property (BvScrollPair *pair, guint property_id, const GValue *value)
{
  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      take (pair, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      return TRUE;
    case PROP_VADJUSTMENT:
      take (pair, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      return TRUE;
    case PROP_HSCROLL_POLICY:
      pair->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      return TRUE;
    case PROP_VSCROLL_POLICY:
      pair->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * bv_scroll_pair_get_property:
 * @pair: of a widget
 * @property_id: of one of its properties
 * @value: (out): what it is
 *
 * Returns: %FALSE where that is another property
 */
gboolean
bv_scroll_pair_get_property (BvScrollPair *pair, guint property_id, GValue *value)
{
  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, pair->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      return TRUE;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, pair->adjustments[GTK_ORIENTATION_VERTICAL]);
      return TRUE;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, pair->policies[GTK_ORIENTATION_HORIZONTAL]);
      return TRUE;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, pair->policies[GTK_ORIENTATION_VERTICAL]);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * bv_scroll_pair_clear:
 * @pair: of a widget that goes
 */
void
bv_scroll_pair_clear (BvScrollPair *pair)
{
  take (pair, GTK_ORIENTATION_HORIZONTAL, NULL);
  take (pair, GTK_ORIENTATION_VERTICAL, NULL);
}

/**
 * bv_scroll_pair_configure:
 * @pair: of a widget
 * @orientation: a way
 * @all: how long all is, in pixels
 * @page: how much of it is seen
 * @step: how far a step goes
 */
void
bv_scroll_pair_configure (BvScrollPair *pair, GtkOrientation orientation, int all, int page, int step)
{
  GtkAdjustment *adjustment = pair->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return;
  page = MAX (page, 1);
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, all - page));
  gtk_adjustment_configure (adjustment, value, 0, MAX (all, page), step, MAX (step, page - step), page);
}

/**
 * bv_scroll_pair_get:
 * @pair: of a widget
 * @orientation: a way
 *
 * Returns: how far it is scrolled, in pixels
 */
int
bv_scroll_pair_get (const BvScrollPair *pair, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = pair->adjustments[orientation];

  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

/**
 * bv_scroll_pair_reveal:
 * @pair: of a widget
 * @orientation: a way
 * @from: where something begins, in pixels
 * @length: how long it is
 *
 * Scrolls no further than it is needed for that to be seen.
 */
void
bv_scroll_pair_reveal (BvScrollPair *pair, GtkOrientation orientation, int from, int length)
{
  if (pair->adjustments[orientation] != NULL)
    gtk_adjustment_clamp_page (pair->adjustments[orientation], from, from + length);
}
