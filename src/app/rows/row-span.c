/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/row-span.h"

#include "app/rows/row-pair.h"

/* GTK keeps widgets for 200 rows, and guesses the height of those that have none: with more rows GTK 4.8
 * loses its place when it is scrolled twice in a frame. */
#define ROWS_MOST 160
/* Few enough not to be felt, and many enough for the layout, which goes over all rows each time. */
#define ROWS_A_TURN 12

/**
 * BvRowSpan:
 *
 * The rows of a selection as a view has them: those that are seen and as many on either side, for GTK makes
 * the widgets of 200 rows before it paints anything, and keeps them. Who scrolls gets more, little by little,
 * and loses those that are far away; but while a cell is being edited the view keeps what it has. What is
 * selected stays so while it is outside. Where it `pairs`, one more row can be chosen beside that, by what
 * chooses several in other lists.
 */
struct _BvRowSpan
{
  GObject parent_instance;
  GtkSingleSelection *selection;
  BvRowPair pair;
  gboolean pairs;
  guint from; /* the view has the rows from here */
  guint to;   /* up to here */
  guint wanted_from;
  guint wanted_to;
  gboolean held; /* no row is taken from the view */
  guint source;
};

enum
{
  PROP_SELECTION = 1,
  PROP_PAIRS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  DROPPING,
  PAIRED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
bv_row_span_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
bv_row_span_get_n_items (GListModel *list)
{
  return BV_ROW_SPAN (list)->to - BV_ROW_SPAN (list)->from;
}

static gpointer
bv_row_span_get_item (GListModel *list, guint position)
{
  BvRowSpan *self = BV_ROW_SPAN (list);

  if (position >= self->to - self->from)
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->selection), self->from + position);
}

static void
bv_row_span_be_list (GListModelInterface *iface)
{
  iface->get_item_type = bv_row_span_get_item_type;
  iface->get_n_items = bv_row_span_get_n_items;
  iface->get_item = bv_row_span_get_item;
}

static gboolean
bv_row_span_is_selected (GtkSelectionModel *model, guint position)
{
  BvRowSpan *self = BV_ROW_SPAN (model);

  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), self->from + position)
         || bv_row_pair_has (&self->pair, self->from + position);
}

static void
notify_place (BvRowSpan *self, guint place)
{
  if (bv_row_span_has (self, place))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), place - self->from, 1);
}

static void
take_other (BvRowSpan *self, guint place)
{
  guint before = bv_row_pair_find (&self->pair);
  gint64 other = self->pair.other;

  bv_row_pair_take (&self->pair, place);
  if (self->pair.other == other)
    return;
  notify_place (self, before);
  notify_place (self, bv_row_pair_find (&self->pair));
  g_signal_emit (self, signals[PAIRED], 0);
}

static void
look_at_pair (BvRowSpan *self)
{
  if (bv_row_pair_is_over (&self->pair))
    take_other (self, GTK_INVALID_LIST_POSITION);
}

static gboolean
bv_row_span_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  BvRowSpan *self = BV_ROW_SPAN (model);

  if (self->pairs && !unselect_rest)
    {
      take_other (self, self->from + position);
      return TRUE;
    }
  take_other (self, GTK_INVALID_LIST_POSITION);
  return gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), self->from + position,
                                          unselect_rest);
}

static gboolean
bv_row_span_unselect_item (GtkSelectionModel *model, guint position)
{
  BvRowSpan *self = BV_ROW_SPAN (model);

  if (bv_row_pair_has (&self->pair, self->from + position))
    {
      take_other (self, GTK_INVALID_LIST_POSITION);
      return TRUE;
    }
  return gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->selection), self->from + position);
}

/* Of a range it is the end that is further away. */
static gboolean
bv_row_span_select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  BvRowSpan *self = BV_ROW_SPAN (model);
  guint first = self->from + position;
  guint last = first + n_items - 1;
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!self->pairs || n_items == 0 || selected == GTK_INVALID_LIST_POSITION)
    return FALSE;
  take_other (self, selected >= last || selected - first > last - selected ? first : last);
  return TRUE;
}

static void
bv_row_span_be_selection (GtkSelectionModelInterface *iface)
{
  iface->is_selected = bv_row_span_is_selected;
  iface->select_item = bv_row_span_select_item;
  iface->unselect_item = bv_row_span_unselect_item;
  iface->select_range = bv_row_span_select_range;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BvRowSpan,
                               bv_row_span,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bv_row_span_be_list)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, bv_row_span_be_selection))

static guint
count_all (BvRowSpan *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static void
add_after (BvRowSpan *self, guint n_rows)
{
  guint n_had = self->to - self->from;

  self->to += n_rows;
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_had, 0, n_rows);
}

static void
add_before (BvRowSpan *self, guint n_rows)
{
  self->from -= n_rows;
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_rows);
}

static void
drop_after (BvRowSpan *self, guint n_rows)
{
  self->to -= n_rows;
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->to - self->from, n_rows, 0);
}

static void
drop_before (BvRowSpan *self, guint n_rows)
{
  self->from += n_rows;
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, 0);
}

static guint
count_missing_after (BvRowSpan *self)
{
  guint wanted = MIN (self->wanted_to, count_all (self));

  return wanted > self->to ? wanted - self->to : 0;
}

static guint
count_missing_before (BvRowSpan *self)
{
  return self->from > self->wanted_from ? self->from - self->wanted_from : 0;
}

static guint
count_excess (BvRowSpan *self)
{
  return !self->held && self->to - self->from > ROWS_MOST ? self->to - self->from - ROWS_MOST : 0;
}

/* What is far from what is seen. */
static void
drop_excess (BvRowSpan *self)
{
  guint n_before = self->wanted_from > self->from ? self->wanted_from - self->from : 0;
  guint n_after = self->to > self->wanted_to ? self->to - self->wanted_to : 0;

  if (count_excess (self) > 0)
    g_signal_emit (self, signals[DROPPING], 0);
  drop_before (self, MIN (n_before, count_excess (self)));
  drop_after (self, MIN (n_after, count_excess (self)));
}

static gboolean
grow (gpointer data)
{
  BvRowSpan *self = data;
  guint n_after = count_missing_after (self);
  guint n_before = count_missing_before (self);

  if (n_after > 0)
    add_after (self, MIN (n_after, ROWS_A_TURN));
  else
    add_before (self, MIN (n_before, ROWS_A_TURN));
  drop_excess (self);
  if (count_missing_after (self) + count_missing_before (self) > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_growth (BvRowSpan *self)
{
  if (self->source == 0 && count_missing_after (self) + count_missing_before (self) + count_excess (self) > 0)
    self->source = g_idle_add (grow, self);
}

static void
take_all (BvRowSpan *self)
{
  add_after (self, count_all (self) - self->to);
  add_before (self, self->from);
}

/* Begins again with the rows around one. */
static void
begin_around (BvRowSpan *self, guint place)
{
  guint n_had = self->to - self->from;
  guint n_all = count_all (self);

  self->from = place >= BV_ROW_SPAN_FIRST ? place - BV_ROW_SPAN_FIRST / 2 : 0;
  self->to = MIN (n_all, self->from + BV_ROW_SPAN_FIRST);
  self->wanted_from = self->from;
  self->wanted_to = self->to;
  g_clear_handle_id (&self->source, g_source_remove);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_had, self->to - self->from);
}

/* What is selected is seen. */
static void
begin (BvRowSpan *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  begin_around (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

/* Where a place is when rows before it are others. */
static guint
shift (guint place, guint removed, guint added)
{
  return place + added > removed ? place + added - removed : 0;
}

/* A change on the border counts as one of the rows that the view has. */
static void
items_changed_cb (BvRowSpan *self, guint position, guint removed, guint added)
{
  if (added > BV_ROW_SPAN_FIRST || (position < self->from && position + removed > self->from)
      || (position <= self->to && position + removed > self->to))
    begin (self);
  else if (position >= self->from && position <= self->to)
    {
      self->to += added - removed;
      g_list_model_items_changed (G_LIST_MODEL (self), position - self->from, removed, added);
      queue_growth (self);
    }
  else if (position < self->from)
    {
      self->from += added - removed;
      self->to += added - removed;
      self->wanted_from = shift (self->wanted_from, removed, added);
      self->wanted_to = shift (self->wanted_to, removed, added);
    }
}

static void
selection_changed_cb (BvRowSpan *self, guint position, guint n_items)
{
  guint from = MAX (position, self->from);
  guint to = MIN (position + n_items, self->to);

  if (from < to)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), from - self->from, to - from);
}

static void
bv_row_span_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvRowSpan *self = BV_ROW_SPAN (object);

  if (property_id == PROP_PAIRS)
    {
      self->pairs = g_value_get_boolean (value);
      return;
    }
  self->selection = g_value_dup_object (value);
  self->pair.selection = self->selection;
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (look_at_pair), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (look_at_pair), self,
                           G_CONNECT_SWAPPED);
  begin (self);
}

static void
bv_row_span_dispose (GObject *object)
{
  BvRowSpan *self = BV_ROW_SPAN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  G_OBJECT_CLASS (bv_row_span_parent_class)->dispose (object);
}

static void
bv_row_span_finalize (GObject *object)
{
  g_clear_object (&BV_ROW_SPAN (object)->selection);
  G_OBJECT_CLASS (bv_row_span_parent_class)->finalize (object);
}

static void
bv_row_span_class_init (BvRowSpanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bv_row_span_set_property;
  object_class->dispose = bv_row_span_dispose;
  object_class->finalize = bv_row_span_finalize;
  properties[PROP_SELECTION]
    = g_param_spec_object ("selection", NULL, NULL, GTK_TYPE_SINGLE_SELECTION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAIRS] = g_param_spec_boolean (
    "pairs", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Rows that are not near what is seen are about to be taken from the view. */
  signals[DROPPING]
    = g_signal_new ("dropping", BV_TYPE_ROW_SPAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Another row, or none, is chosen beside the selected one. */
  signals[PAIRED]
    = g_signal_new ("paired", BV_TYPE_ROW_SPAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bv_row_span_init (BvRowSpan *self)
{
}

/**
 * bv_row_span_get_selection:
 * @span: a span
 *
 * Returns: (transfer none): the selection of all rows
 */
GtkSingleSelection *
bv_row_span_get_selection (BvRowSpan *span)
{
  return span->selection;
}

/**
 * bv_row_span_has:
 * @span: a span
 * @place: the place of a row among all
 *
 * Returns: whether the view has the row
 */
gboolean
bv_row_span_has (BvRowSpan *span, guint place)
{
  return place >= span->from && place < span->to;
}

/**
 * bv_row_span_reach:
 * @span: a span
 * @place: the place of a row among all; behind the last: that one
 *
 * Has the view get that row, unless it has it.
 *
 * Returns: its place in the view
 */
guint
bv_row_span_reach (BvRowSpan *span, guint place)
{
  place = MIN (place, MAX (count_all (span), 1) - 1);
  if (!bv_row_span_has (span, place) && span->held)
    take_all (span);
  if (!bv_row_span_has (span, place))
    {
      g_signal_emit (span, signals[DROPPING], 0);
      begin_around (span, place);
    }
  return place - span->from;
}

/**
 * bv_row_span_see:
 * @span: a span
 * @first: the place among all of the first row that is seen
 * @n_rows: how many are seen
 *
 * Has the view get as many again on either side, between frames.
 */
void
bv_row_span_see (BvRowSpan *span, guint first, guint n_rows)
{
  span->wanted_from = first > n_rows ? first - n_rows : 0;
  span->wanted_to = first + 2 * n_rows;
  queue_growth (span);
}

/**
 * bv_row_span_rest:
 * @span: a span that is not seen for now
 *
 * Takes back from the view what is not beside what was seen last.
 */
void
bv_row_span_rest (BvRowSpan *span)
{
  guint from = MAX (span->from, span->wanted_from);
  guint to = MIN (span->to, span->wanted_to);

  if (span->held || from >= to)
    return;
  g_clear_handle_id (&span->source, g_source_remove);
  drop_after (span, span->to - to);
  drop_before (span, from - span->from);
}

/**
 * bv_row_span_hold:
 * @span: a span
 * @held: whether the view keeps every row that it has
 */
void
bv_row_span_hold (BvRowSpan *span, gboolean held)
{
  span->held = held;
  queue_growth (span);
}

/**
 * bv_row_span_get_start:
 * @span: a span
 *
 * Returns: the place among all of the first row that the view has
 */
guint
bv_row_span_get_start (BvRowSpan *span)
{
  return span->from;
}

/**
 * bv_row_span_is_whole:
 * @span: a span
 *
 * Returns: whether the view has all rows
 */
gboolean
bv_row_span_is_whole (BvRowSpan *span)
{
  return span->from == 0 && span->to == count_all (span);
}

/**
 * bv_row_span_is_growing:
 * @span: a span
 *
 * Returns: whether the view is about to get more rows
 */
gboolean
bv_row_span_is_growing (BvRowSpan *span)
{
  return span->source != 0;
}

/**
 * bv_row_span_get_other:
 * @span: a span
 *
 * Returns: what the row stands for that is chosen beside the selected one; 0: none is
 */
gint64
bv_row_span_get_other (BvRowSpan *span)
{
  return span->pair.other;
}

/**
 * bv_row_span_step_other:
 * @span: a span
 * @rows: how many rows to go down; less than 0: up
 *
 * Chooses a row beside the selected one, so many from that which is chosen so far, or from the selected one.
 *
 * Returns: its place among all; %GTK_INVALID_LIST_POSITION: there is none beside another
 */
guint
bv_row_span_step_other (BvRowSpan *span, int rows)
{
  guint place = bv_row_pair_count_from (&span->pair, rows);

  if (!span->pairs || count_all (span) == 0)
    return GTK_INVALID_LIST_POSITION;
  take_other (span, place);
  return place;
}

/**
 * bv_row_span_part:
 * @span: a span
 *
 * No row is chosen beside the selected one any more.
 *
 * Returns: whether one was
 */
gboolean
bv_row_span_part (BvRowSpan *span)
{
  gboolean paired = span->pair.other != 0;

  take_other (span, GTK_INVALID_LIST_POSITION);
  return paired;
}
