/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/ranking/compared-view.h"

#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/* Of a name more stands on the next line. */
#define NAME_CHARS 9
#define TITLE_CHARS 15

/**
 * BvComparedView:
 *
 * Two entries of a ranking beside each other: where it was decided who comes first, their leaves, and all
 * that the ranking compares.
 */
struct _BvComparedView
{
  GtkWidget parent_instance;
  GtkLabel *sentence_label;
  GtkGrid *grid;
  int n_rows;
};

G_DEFINE_FINAL_TYPE (BvComparedView, bv_compared_view, GTK_TYPE_WIDGET)

typedef enum
{
  COLUMN_TITLE,
  COLUMN_FIRST,
  COLUMN_SECOND,
  COLUMN_DIFFERENCE,
  N_COLUMNS,
} Column;

/* A row: the first is better where @difference is less than 0. */
typedef struct
{
  const char *texts[N_COLUMNS];
  int difference;
  gboolean decides;
} Row;

static void
bv_compared_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_COMPARED_VIEW);
  G_OBJECT_CLASS (bv_compared_view_parent_class)->dispose (object);
}

static void
bv_compared_view_class_init (BvComparedViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_compared_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/ranking/compared-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BvComparedView, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, BvComparedView, grid);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_compared_view_init (BvComparedView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
add_text (BvComparedView *self, Column column, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Names of units have short words, of which none is broken. */
  gtk_label_set_wrap_mode (GTK_LABEL (label),
                           column == COLUMN_TITLE ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_TITLE ? 0 : 1);
  gtk_label_set_width_chars (GTK_LABEL (label), column == COLUMN_TITLE ? TITLE_CHARS : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == COLUMN_TITLE ? TITLE_CHARS : NAME_CHARS);
  gtk_widget_set_hexpand (label, column == COLUMN_TITLE);
  gtk_widget_add_css_class (label, "compared");
  gtk_grid_attach (self->grid, label, column, self->n_rows, 1, 1);
  return label;
}

static void
add_names (BvComparedView *self, const BvRanking *ranking, const BvRankingComparison *shown)
{
  static const char *const classes[BV_N_COMPARED] = { "first", "second" };

  gtk_widget_add_css_class (add_text (self, COLUMN_TITLE, ""), "names");
  for (guint i = 0; i < BV_N_COMPARED; i++)
    {
      const BvRankingEntry *entry = bv_ranking_entry (ranking, shown->entries[i]);
      GtkWidget *label = add_text (self, COLUMN_FIRST + i,
                                   bv_contest_entrant (ranking->scores->contest, entry->entrant)->name);

      gtk_widget_add_css_class (label, "names");
      gtk_widget_add_css_class (label, classes[i]);
    }
  gtk_widget_add_css_class (add_text (self, COLUMN_DIFFERENCE, _ ("Difference")), "names");
  self->n_rows++;
}

static void
add_row (BvComparedView *self, const Row *row)
{
  int better = row->difference < 0 ? COLUMN_FIRST : COLUMN_SECOND;

  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *label = add_text (self, column, row->texts[column]);

      if (row->decides)
        gtk_widget_add_css_class (label, "deciding");
      if (row->difference != 0 && column == better)
        gtk_widget_add_css_class (label, "better");
    }
  self->n_rows++;
}

static char *
write_points (gint64 points)
{
  return points != BV_NONE ? bv_wording_points (points) : g_strdup ("");
}

static char *
write_difference (gint64 difference)
{
  g_autofree char *number = difference != BV_NONE ? bv_wording_points (ABS (difference)) : NULL;

  if (difference == BV_NONE)
    return g_strdup ("");
  if (difference == 0)
    return g_strdup ("–");
  return g_strconcat (difference > 0 ? "+" : "−", number, NULL);
}

/* Of a deduction less is better. */
static void
add_leaf (BvComparedView *self, const BvComparedLeaf *leaf)
{
  g_autofree char *title = g_strdup_printf ("%s %s", leaf->leaf->code, bv_criterion_short_title (leaf->leaf));
  g_autofree char *first = write_points (leaf->points[0]);
  g_autofree char *second = write_points (leaf->points[1]);
  g_autofree char *difference = write_difference (leaf->difference);
  int sign = leaf->difference == BV_NONE ? 0 : (leaf->difference < 0) - (leaf->difference > 0);
  const Row row = { { title, first, second, difference },
                    leaf->leaf->kind == BV_CRITERION_DEDUCTION ? -sign : sign,
                    leaf->decides };

  add_row (self, &row);
}

/* Only totals are subtracted here: of the leaves among the steps it stands above. */
static void
add_step (BvComparedView *self, const BvComparedStep *step, gint64 difference)
{
  g_autofree char *text = write_difference (difference);
  const Row row
    = { { step->title, step->values[0], step->values[1], text }, step->difference, step->decides };

  add_row (self, &row);
}

static void
add_steps (BvComparedView *self, const BvRanking *ranking, const BvRankingComparison *shown)
{
  gint64 difference = bv_ranking_entry (ranking, shown->entries[0])->value
                      - bv_ranking_entry (ranking, shown->entries[1])->value;
  GtkWidget *title;

  if (shown->steps->len == 0)
    return;
  title = add_text (self, COLUMN_TITLE, _ ("Decided in this order"));
  gtk_widget_add_css_class (title, "section");
  self->n_rows++;
  for (guint i = 0; i < shown->steps->len; i++)
    add_step (self, bv_ranking_comparison_step (shown, i), i == 0 ? difference : BV_NONE);
}

/**
 * bv_compared_view_show:
 * @view: the view
 * @ranking: a ranking
 * @shown: two of its entries, compared; neither is needed afterwards
 */
void
bv_compared_view_show (BvComparedView *view, const BvRanking *ranking, const BvRankingComparison *shown)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (view->grid))) != NULL)
    gtk_grid_remove (view->grid, child);
  view->n_rows = 0;
  gtk_label_set_label (view->sentence_label, shown->sentence);
  add_names (view, ranking, shown);
  for (guint i = 0; i < shown->leaves->len; i++)
    add_leaf (view, bv_ranking_comparison_leaf (shown, i));
  add_steps (view, ranking, shown);
}
