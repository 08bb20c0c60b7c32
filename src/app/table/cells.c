/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table/cells.h"

#include "app/rows/row.h"

/**
 * BvCells:
 *
 * How one column of a table is shown: which cell of the row, how wide, as a number or a text. A .ui
 * file binds the column's factory to `factory`. `name` is kept when the program ends; a column with
 * `min-chars` may be cut down to that, and grows with the window; one without is as wide as `chars` and what
 * it shows. GTK makes some 1,600 cells for a page, and building each from XML took most of the time that the
 * page took to be shown; so these are made by hand.
 */
struct _BvCells
{
  GObject parent_instance;
  char *name; /* of the column, in settings */
  guint column;
  guint chars;     /* what its texts usually have */
  guint min_chars; /* 0: it is not cut */
  gboolean numeric;
  gboolean kept;       /* the column cannot be hidden */
  gboolean spare;      /* it can be done without where the window is narrow */
  BvCellLookFunc look; /* NULL: the text is all */
  gpointer look_data;
  char *tip; /* what the signs of the column mean; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (BvCells, bv_cells, G_TYPE_OBJECT)

enum
{
  PROP_COLUMN = 1,
  PROP_NAME,
  PROP_CHARS,
  PROP_MIN_CHARS,
  PROP_NUMERIC,
  PROP_KEPT,
  PROP_SPARE,
  PROP_TIP,
  PROP_FACTORY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_cut (GtkWidget *cell, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (cell);
}

/* The whole text where it is cut; what the signs of the column mean in any case. */
static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean keyboard, GtkTooltip *tooltip, BvCells *self)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  if (self->tip != NULL)
    text = self->tip;
  else if (text == NULL || !is_cut (cell, text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

#define CELL "bv-cell"
#define ITEM "bv-item"
#define OWNER "bv-cells"

/* The width is the column's: nobody asks the cells. The item keeps its cell while that is being edited. */
static void
setup_cb (BvCells *self, GtkListItem *item)
{
  GtkWidget *cell
    = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                    "min-chars", 0, "nat-chars", 0, "xalign", self->numeric ? 1.0 : 0.0, NULL);

  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, 0);
  g_object_set_data (G_OBJECT (cell), ITEM, item);
  g_object_set_data (G_OBJECT (cell), OWNER, self);
  g_object_set_data_full (G_OBJECT (item), CELL, g_object_ref (cell), g_object_unref);
  gtk_list_item_set_child (item, cell);
}

/* The row is called as the column that cannot be hidden says. */
static void
name_row (GtkWidget *cell, const char *name)
{
  GtkWidget *place = gtk_widget_get_parent (cell);
  GtkWidget *row = place != NULL ? gtk_widget_get_parent (place) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (GtkListItem *item, BvRow *row)
{
  GtkInscription *cell = g_object_get_data (G_OBJECT (item), CELL);
  BvCells *self = bv_cells_get_owner (GTK_WIDGET (cell));
  g_autofree char *text = bv_row_write_cell (row, self->column);
  guint flags = bv_table_get_flags (bv_row_get_table (row), bv_row_get_index (row));

  gtk_inscription_set_text (cell, text);
  if (self->kept)
    name_row (GTK_WIDGET (cell), text);
  gtk_widget_set_css_classes (GTK_WIDGET (cell), bv_row_list_classes (flags));
  if (self->look != NULL)
    self->look (cell, row, self->look_data);
}

static void
row_changed_cb (BvRow *row, GtkListItem *item)
{
  show (item, row);
}

static void
bind_cb (BvCells *self, GtkListItem *item)
{
  BvRow *row = gtk_list_item_get_item (item);

  show (item, row);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
}

static void
unbind_cb (BvCells *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static void
release_cells (gpointer self, GClosure *closure)
{
  g_object_unref (self);
}

static void
connect (BvCells *self, GtkListItemFactory *factory, const char *signal, GCallback callback)
{
  g_signal_connect_data (factory, signal, callback, g_object_ref (self), release_cells, G_CONNECT_SWAPPED);
}

/* The factory keeps the cells alive: nobody else does once the .ui file has been read. */
static GtkListItemFactory *
new_factory (BvCells *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  connect (self, factory, "setup", G_CALLBACK (setup_cb));
  connect (self, factory, "bind", G_CALLBACK (bind_cb));
  connect (self, factory, "unbind", G_CALLBACK (unbind_cb));
  g_object_set_data (G_OBJECT (factory), OWNER, self);
  return factory;
}

static void
bv_cells_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  g_value_take_object (value, new_factory (BV_CELLS (object)));
}

static void
bv_cells_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  BvCells *self = BV_CELLS (object);

  if (property_id == PROP_COLUMN)
    self->column = g_value_get_uint (value);
  else if (property_id == PROP_CHARS)
    self->chars = g_value_get_uint (value);
  else if (property_id == PROP_MIN_CHARS)
    self->min_chars = g_value_get_uint (value);
  else if (property_id == PROP_NAME)
    self->name = g_value_dup_string (value);
  else if (property_id == PROP_KEPT)
    self->kept = g_value_get_boolean (value);
  else if (property_id == PROP_SPARE)
    self->spare = g_value_get_boolean (value);
  else if (property_id == PROP_TIP)
    self->tip = g_value_dup_string (value);
  else
    self->numeric = g_value_get_boolean (value);
}

static void
bv_cells_finalize (GObject *object)
{
  g_free (BV_CELLS (object)->name);
  g_free (BV_CELLS (object)->tip);
  G_OBJECT_CLASS (bv_cells_parent_class)->finalize (object);
}

static void
bv_cells_class_init (BvCellsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags written = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bv_cells_get_property;
  object_class->set_property = bv_cells_set_property;
  object_class->finalize = bv_cells_finalize;
  properties[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, written);
  properties[PROP_CHARS] = g_param_spec_uint ("chars", NULL, NULL, 0, 1000, 0, written);
  properties[PROP_MIN_CHARS] = g_param_spec_uint ("min-chars", NULL, NULL, 0, 1000, 0, written);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, written | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SPARE] = g_param_spec_boolean ("spare", NULL, NULL, FALSE, written);
  properties[PROP_KEPT] = g_param_spec_boolean ("kept", NULL, NULL, FALSE, written);
  properties[PROP_NUMERIC] = g_param_spec_boolean ("numeric", NULL, NULL, FALSE, written);
  properties[PROP_TIP] = g_param_spec_string ("tip", NULL, NULL, NULL, written | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_FACTORY] = g_param_spec_object ("factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bv_cells_init (BvCells *self)
{
}

/**
 * bv_cells_find:
 * @column: a column with the factory of some cells
 *
 * Returns: (transfer none): its cells
 */
BvCells *
bv_cells_find (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (gtk_column_view_column_get_factory (column)), OWNER);
}

/**
 * bv_cells_get_item:
 * @cell: any widget
 *
 * Returns: (transfer none) (nullable): the place in the list that it shows; %NULL: it is no cell
 */
GtkListItem *
bv_cells_get_item (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), ITEM);
}

/**
 * bv_cells_get_owner:
 * @cell: any widget
 *
 * Returns: (transfer none) (nullable): the cells of whose column it is one; %NULL: it is no cell
 */
BvCells *
bv_cells_get_owner (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), OWNER);
}

/**
 * bv_cells_get_name:
 * @cells: the cells of a column
 *
 * Returns: (transfer none): the name of the column, which stays whatever its title is
 */
const char *
bv_cells_get_name (BvCells *cells)
{
  return cells->name;
}

/**
 * bv_cells_get_column:
 * @cells: the cells of a column
 *
 * Returns: which column of the #BvTable they show
 */
guint
bv_cells_get_column (BvCells *cells)
{
  return cells->column;
}

/**
 * bv_cells_get_usual:
 * @cells: the cells of a column
 *
 * Returns: how many letters they usually have
 */
guint
bv_cells_get_usual (BvCells *cells)
{
  return cells->chars;
}

/**
 * bv_cells_get_least:
 * @cells: the cells of an elastic column
 *
 * Returns: to how many letters they may be cut
 */
guint
bv_cells_get_least (BvCells *cells)
{
  return cells->min_chars;
}

/**
 * bv_cells_is_elastic:
 * @cells: the cells of a column
 *
 * Returns: whether they are cut where room is short, and get more where there is some left
 */
gboolean
bv_cells_is_elastic (BvCells *cells)
{
  return cells->min_chars != 0;
}

/**
 * bv_cells_is_numeric:
 * @cells: the cells of a column
 *
 * Returns: whether they are numbers, on the right
 */
gboolean
bv_cells_is_numeric (BvCells *cells)
{
  return cells->numeric;
}

/**
 * bv_cells_is_kept:
 * @cells: the cells of a column
 *
 * Returns: whether the column cannot be hidden
 */
gboolean
bv_cells_is_kept (BvCells *cells)
{
  return cells->kept;
}

/**
 * bv_cells_is_spare:
 * @cells: the cells of a column
 *
 * Returns: whether the column can be done without where the window is narrow
 */
gboolean
bv_cells_is_spare (BvCells *cells)
{
  return cells->spare;
}

/**
 * bv_cells_set_look:
 * @cells: the cells of a column
 * @look: gives one more than its text
 * @data: for @look, which outlives the cells
 */
void
bv_cells_set_look (BvCells *cells, BvCellLookFunc look, gpointer data)
{
  cells->look = look;
  cells->look_data = data;
}
