/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/ranking-filter-button.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvRankingFilterButton:
 *
 * Chooses which entries of a ranking are shown, and says which and how many, until it is told to show all.
 * Signal `chosen`: others are.
 */
struct _BvRankingFilterButton
{
  GtkWidget parent_instance;
  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *clear_button;
  GSimpleAction *action;
  BvRankingFilter filter;
};

G_DEFINE_FINAL_TYPE (BvRankingFilterButton, bv_ranking_filter_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
chosen_cb (BvRankingFilterButton *self, GVariant *parameter)
{
  bv_ranking_filter_button_choose (self, g_variant_get_int32 (parameter));
}

static void
clear_cb (BvRankingFilterButton *self)
{
  bv_ranking_filter_button_choose (self, BV_RANKING_FILTER_NONE);
}

static void
bv_ranking_filter_button_dispose (GObject *object)
{
  BvRankingFilterButton *self = BV_RANKING_FILTER_BUTTON (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_RANKING_FILTER_BUTTON);
  g_clear_object (&self->action);
  G_OBJECT_CLASS (bv_ranking_filter_button_parent_class)->dispose (object);
}

static void
bv_ranking_filter_button_class_init (BvRankingFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_ranking_filter_button_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/bangvang/BangVang/ui/ranking/ranking-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, BvRankingFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, BvRankingFilterButton, label);
  gtk_widget_class_bind_template_child (widget_class, BvRankingFilterButton, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_ranking_filter_button_init (BvRankingFilterButton *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->action = g_simple_action_new_stateful ("filter", G_VARIANT_TYPE_INT32, g_variant_new_int32 (0));
  g_signal_connect_object (self->action, "activate", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "ranking", G_ACTION_GROUP (actions));
  bv_ranking_filter_button_set_ranking (self, NULL);
}

/* Without a line only one of them says something. */
static gboolean
is_offered (BvRankingFilter filter, const BvRanking *ranking)
{
  return filter == BV_RANKING_FILTER_NONE || filter == BV_RANKING_FILTER_NOT_ELIGIBLE
         || (ranking != NULL && ranking->quota != NULL);
}

static char *
write_label (BvRankingFilter filter, const BvRanking *ranking)
{
  g_autofree char *number
    = bv_wording_number (ranking != NULL ? bv_ranking_filter_count (filter, ranking) : 0);

  return g_strdup_printf ("%s  %s", _ (bv_ranking_filter_title (filter)), number);
}

static void
show (BvRankingFilterButton *self, const BvRanking *ranking)
{
  g_autofree char *label = write_label (self->filter, ranking);
  gboolean filters = self->filter != BV_RANKING_FILTER_NONE;

  gtk_label_set_label (self->label, filters ? label : _ ("Filter"));
  gtk_widget_set_visible (self->clear_button, filters);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->label), -1);
  g_simple_action_set_state (self->action, g_variant_new_int32 ((gint32) self->filter));
}

/**
 * bv_ranking_filter_button_set_ranking:
 * @button: the button
 * @ranking: (nullable): whose entries are counted; it is not needed afterwards
 *
 * What the ranking has no use for is chosen no longer; nothing is emitted.
 */
void
bv_ranking_filter_button_set_ranking (BvRankingFilterButton *button, const BvRanking *ranking)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (!is_offered (button->filter, ranking))
    button->filter = BV_RANKING_FILTER_NONE;
  for (int filter = 0; filter < BV_N_RANKING_FILTERS; filter++)
    {
      g_autofree char *label = write_label (filter, ranking);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "ranking.filter", "i", filter);
      if (is_offered (filter, ranking))
        g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button->button, G_MENU_MODEL (menu));
  show (button, ranking);
}

/**
 * bv_ranking_filter_button_get:
 * @button: the button
 *
 * Returns: which entries are shown
 */
BvRankingFilter
bv_ranking_filter_button_get (BvRankingFilterButton *button)
{
  return button->filter;
}

/**
 * bv_ranking_filter_button_choose:
 * @button: the button
 * @filter: which entries are shown from now on
 *
 * Whoever hears of it counts them again.
 */
void
bv_ranking_filter_button_choose (BvRankingFilterButton *button, BvRankingFilter filter)
{
  if (button->filter == filter)
    return;
  button->filter = filter;
  g_signal_emit (button, chosen_signal, 0);
}

/**
 * bv_ranking_filter_button_open:
 * @button: the button
 *
 * Asks which are to be shown.
 */
void
bv_ranking_filter_button_open (BvRankingFilterButton *button)
{
  gtk_menu_button_popup (button->button);
}
