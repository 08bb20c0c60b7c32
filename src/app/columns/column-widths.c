/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-widths.h"

#include "app/columns/column-heads.h"

/* So many of the texts with most letters are measured: letters are not all as wide. */
#define N_MEASURED 5
/* Rows that are seen when the table is: what they need comes first. */
#define N_SEEN 32

/* What a column needs, in pixels. */
typedef struct
{
  int least; /* below that they cannot be read */
  int first; /* of names what they usually have, of others no more than the least: it comes before all else */
  int seen;  /* none is cut of those that are seen at first */
  int whole; /* none is cut */
} Need;

/* What texts are measured by, in pixels. */
typedef struct
{
  PangoLayout *layout;
  int letter;
  int padding; /* of a cell */
} Ruler;

/* How the room of a table is shared by its columns: each gets what its title and texts need. Where that is
 * more than there is, names as long as they usually are come first, then the rows that are seen at first,
 * then all names, then the rest. What is left over goes to the columns of texts. Where the user moved a
 * border it stays. */
struct _BvColumnWidths
{
  BvColumns *columns;
  BvTable *table; /* whose texts are shown; NULL: none yet */
  gint64 group;
  gboolean measured;
  GHashTable *needs; /* BvTableColumn → Need */
  gboolean setting;  /* a width that is set now is not the user's */
  gboolean moving;   /* the user moves a border */
  guint held;        /* the columns before that border stay, until something else changes */
  int room;          /* what was shared last */
};

/* Any cell that is there: all are alike, but for one that is being edited. */
static GtkWidget *
find_cell (BvColumnWidths *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (bv_columns_get_view (self->columns)));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *place = gtk_widget_get_first_child (row);
      GtkWidget *cell = place != NULL ? gtk_widget_get_first_child (place) : NULL;

      if (cell != NULL && bv_cells_get_owner (cell) != NULL)
        return cell;
    }
  return NULL;
}

static int
measure_text (PangoLayout *layout, const char *text, gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_attr_list_unref (attributes);
  return width;
}

static int
measure_texts (BvColumnWidths *self, guint column, guint n_first, const Ruler *ruler)
{
  guint rows[N_MEASURED];
  guint n_rows = column < bv_table_get_n_columns (self->table)
                   ? bv_table_find_longest (self->table, column, self->group, n_first, rows, N_MEASURED)
                   : 0;
  int widest = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = bv_table_write_cell (self->table, rows[i], column);
      gboolean bold
        = (bv_table_get_flags (self->table, rows[i]) & (BV_TABLE_ROW_ALERT | BV_TABLE_ROW_INSIDE)) != 0;

      widest = MAX (widest, measure_text (ruler->layout, text, bold));
    }
  return widest + ruler->padding;
}

static int
measure_letter (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static int
measure_padding (GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GtkBorder padding, border;

  gtk_style_context_get_padding (style, &padding);
  gtk_style_context_get_border (style, &border);
  return padding.left + padding.right + border.left + border.right;
}

/* GTK says which title belongs to which column by its text alone. */
static GtkWidget *
find_title (BvColumnWidths *self, const char *text)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (bv_columns_get_view (self->columns)));

  for (GtkWidget *title = gtk_widget_get_first_child (head); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkLabel *label = bv_column_heads_find_label (title);

      if (label != NULL && g_strcmp0 (gtk_label_get_text (label), text) == 0)
        return title;
    }
  return NULL;
}

/* The title itself asks for the width that its column has; what it holds does not. */
static int
measure_title (BvColumnWidths *self, const BvTableColumn *column)
{
  GtkWidget *title = find_title (self, gtk_column_view_column_get_title (column->column));
  int width;

  if (title == NULL)
    return 0;
  gtk_widget_measure (gtk_widget_get_first_child (title), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  return width + measure_padding (title);
}

/* What is computed comes later than the rows: it has its room from the start, or columns would jump. */
static Need
measure_cells (BvColumnWidths *self, BvCells *cells, const Ruler *ruler)
{
  guint column = bv_cells_get_column (cells);
  int usual = bv_cells_get_usual (cells) * ruler->letter + ruler->padding;
  int least = bv_cells_get_least (cells) * ruler->letter + ruler->padding;
  int whole = measure_texts (self, column, G_MAXUINT, ruler);

  if (bv_cells_is_elastic (cells))
    {
      int seen = MAX (least, measure_texts (self, column, N_SEEN, ruler));

      return (Need){ least, bv_cells_is_kept (cells) ? CLAMP (usual, least, seen) : least, seen,
                     MAX (least, whole) };
    }
  if (whole == ruler->padding || bv_cells_is_numeric (cells))
    whole = MAX (whole, usual);
  return (Need){ whole, whole, whole, whole };
}

static void
measure_column (BvColumnWidths *self, BvTableColumn *column, const Ruler *ruler)
{
  int title = measure_title (self, column);
  Need *need = g_new (Need, 1);

  *need = measure_cells (self, column->cells, ruler);
  need->least = MAX (title, need->least);
  need->first = MAX (title, need->first);
  need->seen = MAX (title, need->seen);
  /* Of all rows the longest by letters are measured, which need not be the widest. */
  need->whole = MAX (need->seen, need->whole);
  g_hash_table_insert (self->needs, column, need);
}

/* Where there are no rows nobody sees how wide cells would be. */
static void
measure (BvColumnWidths *self)
{
  GtkWidget *cell = find_cell (self);
  GtkWidget *widget = cell != NULL ? cell : GTK_WIDGET (bv_columns_get_view (self->columns));
  g_autoptr (PangoLayout) layout = NULL;
  Ruler ruler;

  if (self->measured || self->table == NULL)
    return;
  layout = gtk_widget_create_pango_layout (widget, NULL);
  ruler = (Ruler){ layout, measure_letter (widget), measure_padding (widget) };
  for (guint i = 0; i < bv_columns_count (self->columns); i++)
    measure_column (self, bv_columns_get_nth (self->columns, i), &ruler);
  self->measured = cell != NULL;
}

/* A width that is settled is all three. */
static Need
find_need (BvColumnWidths *self, const BvTableColumn *column, guint place)
{
  int fixed = gtk_column_view_column_get_fixed_width (column->column);
  const Need *need = g_hash_table_lookup (self->needs, column);

  if (!bv_columns_is_shown (self->columns, column))
    return (Need){ 0, 0, 0, 0 };
  if (column->given > 0)
    return (Need){ column->given, column->given, column->given, column->given };
  if (place < self->held && fixed > 0)
    return (Need){ fixed, fixed, fixed, fixed };
  return need != NULL ? *need : (Need){ 0, 0, 0, 0 };
}

static gboolean
takes_rest (BvColumnWidths *self, const BvTableColumn *column, guint place)
{
  return bv_columns_is_shown (self->columns, column) && bv_cells_is_elastic (column->cells)
         && column->given == 0 && place >= self->held;
}

static void
add_rest (BvColumnWidths *self, GtkRequestedSize *sizes, int rest)
{
  guint n = bv_columns_count (self->columns);
  guint n_takers = 0;

  for (guint i = 0; i < n; i++)
    n_takers += takes_rest (self, bv_columns_get_nth (self->columns, i), i);
  for (guint i = 0; i < n && rest > 0; i++)
    if (takes_rest (self, bv_columns_get_nth (self->columns, i), i))
      {
        int part = rest / (int) n_takers;

        sizes[i].minimum_size += part;
        rest -= part;
        n_takers--;
      }
}

/* The rows are known by their names: one that is cut is worse than anything else that is. */
static int
widen_kept (BvColumnWidths *self, GtkRequestedSize *sizes, const Need *needs, int rest)
{
  for (guint i = 0; i < bv_columns_count (self->columns); i++)
    if (bv_cells_is_kept (bv_columns_get_nth (self->columns, i)->cells))
      {
        int part = CLAMP (needs[i].whole - sizes[i].minimum_size, 0, rest);

        sizes[i].minimum_size += part;
        rest -= part;
      }
  return rest;
}

/* First names as they usually are, then what is seen, then all names, then all texts. */
static void
widen (BvColumnWidths *self, GtkRequestedSize *sizes, const Need *needs, int rest)
{
  guint n = bv_columns_count (self->columns);

  for (guint i = 0; i < n; i++)
    sizes[i].natural_size = needs[i].first;
  rest = gtk_distribute_natural_allocation (rest, n, sizes);
  for (guint i = 0; i < n; i++)
    sizes[i].natural_size = needs[i].seen;
  rest = gtk_distribute_natural_allocation (rest, n, sizes);
  rest = widen_kept (self, sizes, needs, rest);
  for (guint i = 0; i < n; i++)
    sizes[i].natural_size = needs[i].whole;
  rest = gtk_distribute_natural_allocation (rest, n, sizes);
  add_rest (self, sizes, rest);
}

static void
set_widths (BvColumnWidths *self, const GtkRequestedSize *sizes)
{
  self->setting = TRUE;
  for (guint i = 0; i < bv_columns_count (self->columns); i++)
    {
      const BvTableColumn *column = bv_columns_get_nth (self->columns, i);

      if (bv_columns_is_shown (self->columns, column))
        gtk_column_view_column_set_fixed_width (column->column, sizes[i].minimum_size);
    }
  self->setting = FALSE;
}

/* Only the user moves a border meanwhile: GTK sets the width, or -1 after a double click on it. */
static void
width_cb (BvColumnWidths *self, GParamSpec *pspec, GtkColumnViewColumn *moved)
{
  int width = gtk_column_view_column_get_fixed_width (moved);

  if (self->setting)
    return;
  for (guint i = 0; i < bv_columns_count (self->columns); i++)
    {
      BvTableColumn *column = bv_columns_get_nth (self->columns, i);

      if (column->column != moved)
        continue;
      self->moving = TRUE;
      self->held = width > 0 ? i + 1 : 0;
      bv_columns_give_width (self->columns, column, MAX (width, 0));
      self->moving = FALSE;
    }
}

static void
changed_cb (BvColumnWidths *self)
{
  if (!self->moving)
    self->held = 0;
}

/**
 * bv_column_widths_new:
 * @columns: (transfer none): the columns of a table
 *
 * Returns: (transfer full): their widths
 */
BvColumnWidths *
bv_column_widths_new (BvColumns *columns)
{
  BvColumnWidths *self = g_new0 (BvColumnWidths, 1);

  self->columns = g_object_ref (columns);
  self->needs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < bv_columns_count (columns); i++)
    g_signal_connect_swapped (bv_columns_get_nth (columns, i)->column, "notify::fixed-width",
                              G_CALLBACK (width_cb), self);
  g_signal_connect_swapped (columns, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * bv_column_widths_free:
 * @widths: (transfer full): the widths
 */
void
bv_column_widths_free (BvColumnWidths *widths)
{
  for (guint i = 0; i < bv_columns_count (widths->columns); i++)
    g_signal_handlers_disconnect_by_data (bv_columns_get_nth (widths->columns, i)->column, widths);
  g_signal_handlers_disconnect_by_data (widths->columns, widths);
  g_hash_table_unref (widths->needs);
  g_clear_pointer (&widths->table, bv_table_unref);
  g_object_unref (widths->columns);
  g_free (widths);
}

/**
 * bv_column_widths_set_table:
 * @widths: the widths
 * @table: what is shown from now on
 * @group: the group whose rows are shown; 0: all
 *
 * What is searched does not matter: columns do not jump while somebody types.
 */
void
bv_column_widths_set_table (BvColumnWidths *widths, BvTable *table, gint64 group)
{
  bv_table_ref (table);
  g_clear_pointer (&widths->table, bv_table_unref);
  widths->table = table;
  if (group != widths->group)
    widths->held = 0;
  widths->group = group;
  widths->measured = FALSE;
}

/**
 * bv_column_widths_share:
 * @widths: the widths
 * @room: the width of the table, in pixels
 *
 * Sets the width of each column that is shown.
 */
void
bv_column_widths_share (BvColumnWidths *widths, int room)
{
  guint n = bv_columns_count (widths->columns);
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, n + 1);
  g_autofree Need *needs = g_new0 (Need, n + 1);
  int rest = room;

  if (room != widths->room)
    widths->held = 0;
  widths->room = room;
  measure (widths);
  if (widths->table == NULL)
    return;
  for (guint i = 0; i < n; i++)
    {
      needs[i] = find_need (widths, bv_columns_get_nth (widths->columns, i), i);
      sizes[i].minimum_size = sizes[i].natural_size = needs[i].least;
      rest -= needs[i].least;
    }
  if (rest > 0)
    widen (widths, sizes, needs, rest);
  set_widths (widths, sizes);
}
