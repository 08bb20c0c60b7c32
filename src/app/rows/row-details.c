/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rows/row-details.h"

#include "app/page/unsaved.h"
#include "core/entity.h"

#include <glib/gi18n-lib.h>

/**
 * BvRowDetails:
 *
 * Which row the details beside a table show: that which is selected, a moment later; and, where something was
 * typed that cannot be saved, the row of before until somebody says what is to become of it. It outlives its
 * page while that question is open.
 */
struct _BvRowDetails
{
  GObject parent_instance;

  GtkWidget *widget; /* NULL: the page is gone */
  const BvRowDetailsFuncs *funcs;
  gpointer page;
  gint64 row;      /* what is shown; 0: nothing */
  gboolean asking; /* whether another row may be shown */
  guint source;
};

G_DEFINE_FINAL_TYPE (BvRowDetails, bv_row_details, G_TYPE_OBJECT)

/* Another row, or the same as it is now. */
static void
show_selected (BvRowDetails *self)
{
  BvRow *row = self->funcs->get_selected (self->page);

  self->row = row != NULL ? bv_row_get_id (row) : 0;
  self->funcs->show (self->page, row);
}

static void
leave (gpointer data)
{
  BvRowDetails *self = data;

  self->asking = FALSE;
  if (self->widget != NULL)
    show_selected (self);
}

static void
stay (gpointer data)
{
  BvRowDetails *self = data;

  self->asking = FALSE;
  if (self->widget != NULL)
    self->funcs->select (self->page, self->row);
}

/* What was typed in the details of a row that is gone cannot be saved at all; that is said. */
static void
report_unsaved (BvRowDetails *self)
{
  g_autoptr (GPtrArray) unsaved = bv_unsaved_list (self->widget);
  g_autoptr (GError) error = NULL;

  if (unsaved->len == 0)
    return;
  error = g_error_new (BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, _ ("Given up, as it could not be saved: %s"),
                       bv_unsaved_get_message (g_ptr_array_index (unsaved, 0)));
  self->funcs->report (self->page, error);
  bv_unsaved_give_back (self->widget);
}

/* Whether something that was typed keeps them from showing another row. */
static gboolean
are_kept (BvRowDetails *self)
{
  BvRow *row = self->funcs->get_selected (self->page);

  if (self->row == 0 || (row != NULL && bv_row_get_id (row) == self->row))
    return FALSE;
  if (!self->asking && !self->funcs->has (self->page, self->row))
    report_unsaved (self);
  else if (!self->asking)
    self->asking = bv_unsaved_ask (self->widget, leave, stay, self);
  return self->asking;
}

static gboolean
show_cb (gpointer data)
{
  BvRowDetails *self = data;

  self->source = 0;
  if (!are_kept (self))
    show_selected (self);
  return G_SOURCE_REMOVE;
}

/* What is typed into comes first; what is only pressed is not edited. */
static GtkWidget *
find_first_field (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_sensitive (widget))
    return NULL;
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_first_field (child);
  return found;
}

static void
bv_row_details_dispose (GObject *object)
{
  bv_row_details_stop (BV_ROW_DETAILS (object));
  G_OBJECT_CLASS (bv_row_details_parent_class)->dispose (object);
}

static void
bv_row_details_class_init (BvRowDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_row_details_dispose;
}

static void
bv_row_details_init (BvRowDetails *self)
{
}

/**
 * bv_row_details_new:
 * @widget: where a row is shown
 * @funcs: what is asked of the page
 * @page: the page, which stops the details before it goes
 *
 * Returns: (transfer full): details that show nothing yet
 */
BvRowDetails *
bv_row_details_new (GtkWidget *widget, const BvRowDetailsFuncs *funcs, gpointer page)
{
  BvRowDetails *self = g_object_new (BV_TYPE_ROW_DETAILS, NULL);

  self->widget = widget;
  self->funcs = funcs;
  self->page = page;
  return self;
}

/**
 * bv_row_details_stop:
 * @details: the details
 *
 * The page goes: nothing is shown any more.
 */
void
bv_row_details_stop (BvRowDetails *details)
{
  g_clear_handle_id (&details->source, g_source_remove);
  details->widget = NULL;
}

/**
 * bv_row_details_get_widget:
 * @details: the details
 *
 * Returns: (transfer none): where they are shown
 */
GtkWidget *
bv_row_details_get_widget (BvRowDetails *details)
{
  return details->widget;
}

/**
 * bv_row_details_show_later:
 * @details: the details
 *
 * Shows the selected row when nothing else is to be done.
 */
void
bv_row_details_show_later (BvRowDetails *details)
{
  if (details->source == 0)
    details->source = g_idle_add (show_cb, details);
}

/**
 * bv_row_details_is_busy:
 * @details: the details
 *
 * Returns: whether they are about to show a row
 */
gboolean
bv_row_details_is_busy (BvRowDetails *details)
{
  return details->source != 0;
}

/**
 * bv_row_details_get_unsaved_row:
 * @details: the details
 *
 * Returns: the row that they show, where something of it is typed that could not be saved; else 0
 */
gint64
bv_row_details_get_unsaved_row (BvRowDetails *details)
{
  return details->row != 0 && bv_unsaved_exists (details->widget) ? details->row : 0;
}

/**
 * bv_row_details_focus_first_field:
 * @details: details that are seen
 *
 * Returns: whether there is anything in them that can have the focus
 */
gboolean
bv_row_details_focus_first_field (BvRowDetails *details)
{
  gboolean focused = gtk_widget_child_focus (details->widget, GTK_DIR_TAB_FORWARD);
  GtkWidget *field = find_first_field (details->widget);

  return field != NULL ? gtk_widget_grab_focus (field) : focused;
}
