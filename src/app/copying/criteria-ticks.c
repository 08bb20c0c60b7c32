/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/copying/criteria-ticks.h"

#include "core/criterion-kind.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "core/tree/criterion-choice.h"
#include "core/tree/criterion-sum.h"

#include <glib/gi18n-lib.h>

/* How much further to the right each level stands. */
#define STEP 20

/**
 * BvCriteriaTicks:
 *
 * The criteria of a tree to choose from: a tick for each, below one for all of them. One of a section is that
 * of all in it, and neither set nor not where some of them are. `changed` says that others are ticked.
 */
struct _BvCriteriaTicks
{
  GtkWidget parent_instance;
  GArray *ticks;             /* of Tick, in the order of the tree; the first is that of all */
  const GPtrArray *criteria; /* of BvCriterion, which outlive what is shown */
  gboolean settling;         /* a tick that is set now follows another one */
};

G_DEFINE_FINAL_TYPE (BvCriteriaTicks, bv_criteria_ticks, GTK_TYPE_WIDGET)

typedef struct
{
  GtkCheckButton *button;
  const BvCriterion *criterion; /* NULL: all */
  guint depth;
} Tick;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Tick *
get_tick (BvCriteriaTicks *self, guint i)
{
  return &g_array_index (self->ticks, Tick, i);
}

/* Behind all that stand below it. */
static guint
find_end (BvCriteriaTicks *self, guint i)
{
  guint end = i + 1;

  while (end < self->ticks->len && get_tick (self, end)->depth > get_tick (self, i)->depth)
    end++;
  return end;
}

/* From its leaves. */
static void
settle (BvCriteriaTicks *self, guint i)
{
  guint end = find_end (self, i);
  guint n_leaves = 0;
  guint n_ticked = 0;

  if (end == i + 1)
    return;
  for (guint k = i + 1; k < end; k++)
    if (find_end (self, k) == k + 1)
      {
        n_leaves++;
        n_ticked += gtk_check_button_get_active (get_tick (self, k)->button);
      }
  gtk_check_button_set_active (get_tick (self, i)->button, n_ticked == n_leaves);
  gtk_check_button_set_inconsistent (get_tick (self, i)->button, n_ticked > 0 && n_ticked < n_leaves);
}

static void
toggled_cb (BvCriteriaTicks *self, GtkCheckButton *button)
{
  gboolean is_set = gtk_check_button_get_active (button);
  guint i = 0;

  if (self->settling)
    return;
  self->settling = TRUE;
  while (get_tick (self, i)->button != button)
    i++;
  for (guint k = i + 1; k < find_end (self, i); k++)
    gtk_check_button_set_active (get_tick (self, k)->button, is_set);
  for (guint k = 0; k < self->ticks->len; k++)
    settle (self, k);
  self->settling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear (BvCriteriaTicks *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->ticks, 0);
}

static void
bv_criteria_ticks_dispose (GObject *object)
{
  clear (BV_CRITERIA_TICKS (object));
  G_OBJECT_CLASS (bv_criteria_ticks_parent_class)->dispose (object);
}

static void
bv_criteria_ticks_finalize (GObject *object)
{
  g_array_unref (BV_CRITERIA_TICKS (object)->ticks);
  G_OBJECT_CLASS (bv_criteria_ticks_parent_class)->finalize (object);
}

static gboolean
bv_criteria_ticks_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
bv_criteria_ticks_class_init (BvCriteriaTicksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_criteria_ticks_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_criteria_ticks_finalize;
  widget_class->grab_focus = bv_criteria_ticks_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", BV_TYPE_CRITERIA_TICKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
bv_criteria_ticks_init (BvCriteriaTicks *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
}

static GtkWidget *
create_title (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                       "tooltip-text", text, NULL);
}

static void
add (BvCriteriaTicks *self, const BvCriterion *criterion, const char *text, const char *points, guint depth)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s points"), text, points);
  GtkWidget *full_label = gtk_label_new (points);
  Tick tick = { GTK_CHECK_BUTTON (gtk_check_button_new ()), criterion, depth };

  gtk_check_button_set_child (tick.button, create_title (text));
  gtk_check_button_set_active (tick.button, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (tick.button), (int) depth * STEP);
  gtk_widget_set_hexpand (GTK_WIDGET (tick.button), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick.button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (full_label,
                            criterion != NULL && bv_criterion_is_leaf (criterion) ? "points" : "dim-label");
  g_array_append_val (self->ticks, tick);
  g_signal_connect_object (tick.button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (tick.button));
  gtk_box_append (GTK_BOX (row), full_label);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

/* As the table does: of a bonus or deduction its own maximum, though no sum has it. */
static char *
write_points (const BvCriterion *criterion)
{
  if (!bv_criterion_is_leaf (criterion))
    return bv_wording_points (bv_criterion_sum_full (criterion));
  return criterion->max != BV_NONE ? bv_criterion_write_max (criterion) : g_strdup ("");
}

static void
add_all (BvCriteriaTicks *self, const GPtrArray *criteria, guint depth)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *title = bv_text_phrase (criterion->title);
      g_autofree char *text = g_strconcat (criterion->code, "  ", title, NULL);

      g_autofree char *points = write_points (criterion);

      add (self, criterion, text, points, depth);
      add_all (self, criterion->criteria, depth + 1);
    }
}

/**
 * bv_criteria_ticks_show:
 * @ticks: ticks
 * @criteria: (element-type BvCriterion): a tree, which outlives what is shown
 *
 * Shows the tree with all of it ticked.
 */
void
bv_criteria_ticks_show (BvCriteriaTicks *ticks, const GPtrArray *criteria)
{
  g_autofree char *points = bv_wording_points (bv_criterion_sum_list (criteria));

  clear (ticks);
  ticks->criteria = criteria;
  add (ticks, NULL, _ ("All criteria"), points, 0);
  add_all (ticks, criteria, 1);
  g_signal_emit (ticks, signals[CHANGED], 0);
}

/**
 * bv_criteria_ticks_copy:
 * @ticks: ticks that show a tree
 *
 * Returns: (transfer full) (element-type BvCriterion): copies of what is ticked, in its sections
 */
GPtrArray *
bv_criteria_ticks_copy (BvCriteriaTicks *ticks)
{
  g_autoptr (GHashTable) left_out = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 1; i < ticks->ticks->len; i++)
    if (!gtk_check_button_get_active (get_tick (ticks, i)->button))
      g_hash_table_add (left_out, (gpointer) &get_tick (ticks, i)->criterion->record.id);
  return bv_criterion_choice_copy (ticks->criteria, left_out);
}
