/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/group-figures.h"

#include "app/overview/state-bar.h"
#include "app/page/context.h"
#include "core/group-name.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

#define NOTHING "–"
#define ROW_SPACING 2
#define COLUMN_SPACING 8

/**
 * BvGroupFigures:
 *
 * How far each group has come, a row a group. A number leads to its nominees: `sought` (gint64, guint): the
 * row of the group, and the #BvOverviewSought.
 */
struct _BvGroupFigures
{
  GtkWidget parent_instance;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (BvGroupFigures, bv_group_figures, GTK_TYPE_WIDGET)

static guint sought_signal;

/* What the number of a button leads to. */
typedef struct
{
  BvGroupFigures *figures;
  gint64 group;
  BvOverviewSought sought;
} Lead;

static void
clicked_cb (GtkButton *button, gpointer data)
{
  const Lead *lead = data;

  g_signal_emit (lead->figures, sought_signal, 0, lead->group, (guint) lead->sought);
}

static void
lead_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
attach (BvGroupFigures *self, GtkWidget *widget, int column, int row)
{
  gtk_grid_attach (self->grid, widget, column, row, 1, 1);
}

static GtkWidget *
make_label (const char *text, float align, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A number that counts somebody leads there. */
static GtkWidget *
make_number (BvGroupFigures *self, const BvGroup *group, guint n, BvOverviewSought sought, const char *title)
{
  g_autofree char *number = bv_wording_number (n);
  g_autofree char *name = NULL;
  GtkWidget *button;
  Lead *lead;

  if (n == 0)
    return make_label (NOTHING, 1, "dim-label");
  button = gtk_button_new_with_label (number);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-action");
  name = g_strdup_printf ("%s, %s: %s", group->name, title, number);
  bv_context_name (button, name);
  lead = g_new (Lead, 1);
  *lead = (Lead){ self, group->record.id, sought };
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), lead, lead_free, 0);
  return button;
}

static GtkWidget *
make_share (const BvOverviewGroup *counts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  int share = bv_overview_find_share (counts);
  g_autofree char *text = share >= 0 ? g_strdup_printf ("%d%%", share) : g_strdup (NOTHING);
  GtkWidget *label = make_label (text, 1, "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_box_append (GTK_BOX (box), bv_state_bar_new (counts->cells));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_heads (BvGroupFigures *self)
{
  attach (self, make_label (C_ ("column", "Group"), 0, "strong"), 0, 0);
  attach (self, make_label (_ ("Not sent"), 1, "strong"), 1, 0);
  attach (self, make_label (_ ("Late"), 1, "strong"), 2, 0);
  attach (self, make_label (_ ("Verified"), 0, "strong"), 3, 0);
}

static void
add_group (BvGroupFigures *self, const BvGroup *group, const BvOverviewGroup *counts, int row)
{
  g_autofree char *name = bv_group_name_shorten (group->name);
  GtkWidget *label = make_label (name, 0, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, group->name);
  attach (self, label, 0, row);
  attach (self,
          make_number (self, group, bv_overview_count (counts, BV_OVERVIEW_SILENT), BV_OVERVIEW_SILENT,
                       _ ("Not sent")),
          1, row);
  attach (
    self,
    make_number (self, group, bv_overview_count (counts, BV_OVERVIEW_LATE), BV_OVERVIEW_LATE, _ ("Late")), 2,
    row);
  attach (self, make_share (counts), 3, row);
}

static void
bv_group_figures_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &BV_GROUP_FIGURES (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (bv_group_figures_parent_class)->dispose (object);
}

static void
bv_group_figures_class_init (BvGroupFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_group_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  sought_signal = g_signal_new ("sought", BV_TYPE_GROUP_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
bv_group_figures_init (BvGroupFigures *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, ROW_SPACING);
  gtk_grid_set_column_spacing (self->grid, COLUMN_SPACING);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

/**
 * bv_group_figures_set:
 * @figures: the figures
 * @overview: what was counted
 * @contest: of which it was
 */
void
bv_group_figures_set (BvGroupFigures *figures, const BvOverview *overview, const BvContest *contest)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (figures->grid))) != NULL)
    gtk_grid_remove (figures->grid, child);
  add_heads (figures);
  for (guint i = 0; i < contest->groups->len; i++)
    add_group (figures, bv_contest_group (contest, i)->group, bv_overview_group (overview, i), (int) i + 1);
}
