/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/columns/column-sorter.h"
#include "app/inbox/drop-frame.h"
#include "app/intake/intake-chooser.h"
#include "app/intake/intake-page-private.h"
#include "app/intake/intake-sums.h"
#include "app/menu/more-button.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/table/table-model.h"

#include <glib/gi18n-lib.h>

static BvPageInterface *parent_page;

static void bv_intake_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvIntakePage,
                               bv_intake_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_intake_page_be_page))

static void
bv_intake_page_selected (BvTablePage *page, BvRow *row)
{
  bv_intake_page_show_row (BV_INTAKE_PAGE (page), row);
}

static void
file_chosen_cb (BvIntakePage *self)
{
  bv_intake_page_show_file (self);
}

/* Whoever wants to see them opens them: most of a form is as it was. */
static void
fold (BvIntakePage *self, BvPlanSection section)
{
  const gint64 id = BV_PLAN_SECTION_ID (section);

  g_hash_table_add (bv_table_tree_get_closed (self->tree), g_memdup2 (&id, sizeof id));
}

static void
panel_left_cb (BvIntakePage *self)
{
  bv_page_focus_part (BV_PAGE (self), BV_PAGE_MAIN);
}

static void
answer_row (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);

  bv_intake_page_show_selected (self);
  bv_question_panel_focus (self->panel);
}

static void
bv_intake_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);

  /* What was read for another campaign is not about this one. */
  if (self->intake != NULL && self->intake->campaign != bv_session_get_campaign (bv_page_get_session (page)))
    bv_intake_page_set_intake (self, NULL);
  else if (changes == NULL)
    bv_intake_page_show_intake (self);
}

static void
look_name_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  const BvPlanRow what = bv_intake_page_get_row (data, row);
  const BvPlannedValue *value = what.value;

  bv_table_tree_look (cell, row, bv_table_get_depth (bv_row_get_table (row), bv_row_get_index (row)));
  if (what.asked != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "pending");
  if (value == NULL)
    return;
  if (value->state == BV_PLANNED_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "missing");
  else if (value->state == BV_PLANNED_ASKED || value->state == BV_PLANNED_CONFLICT)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "pending");
  else if (value->state == BV_PLANNED_NEW)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "accepted");
}

static void
bv_intake_page_build (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  gboolean was_built = self->frame != NULL;

  parent_page->build (page);
  if (was_built)
    return;
  bv_cells_set_look (self->name_cells, look_name_cb, self);
  bv_table_tree_listen (self->tree, self->frame, self->name_cells);
}

static void
bv_intake_page_set_search (BvPage *page, const char *text)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);

  if (bv_table_tree_set_searching (self->tree, *text != '\0'))
    bv_intake_page_show_rows (self);
  parent_page->set_search (page, text);
}

static char *
bv_intake_page_describe (BvPage *page)
{
  const BvIntakeSums sums = bv_intake_sums_count (BV_INTAKE_PAGE (page)->intake);

  return g_strdup_printf (_ ("%u files · %u values · %u to look at · nothing is written yet"), sums.n_files,
                          sums.n_values, sums.n_open + sums.n_asked_files);
}

static gboolean
bv_intake_page_explain (BvTablePage *page, BvNoRowsReason *reason)
{
  if (BV_INTAKE_PAGE (page)->intake != NULL)
    *reason = (BvNoRowsReason){ _ ("Nothing in this file can be taken in"), "", NULL, NULL };
  else
    *reason = (BvNoRowsReason){ _ ("Nothing is to be taken in"),
                                _ ("Drop files or folders on the window, or choose them."),
                                _ ("_Take in files…"), "win.take-in" };
  return TRUE;
}

static void
read_chosen (GPtrArray *files, gpointer page)
{
  bv_intake_page_read_files (page, files);
}

static void
take_in (BvPage *page)
{
  bv_intake_chooser_ask (GTK_WIDGET (page), read_chosen);
}

/* The page is a part of its window before it is ever shown. */
static void
bv_intake_page_root (GtkWidget *widget)
{
  BvIntakePage *self = BV_INTAKE_PAGE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (bv_intake_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root) && self->dropped != GTK_WINDOW (root))
    {
      self->dropped = GTK_WINDOW (root);
      bv_drop_frame_attach (self->dropped, widget, read_chosen);
      g_object_set_data (G_OBJECT (root), "intake-page", self);
    }
}

static void
bv_intake_page_be_page (BvPageInterface *iface)
{
  static const BvPageAction actions[] = {
    BV_TABLE_PAGE_ROWS,
    { "take-in", N_ ("Take in files"), "<Control>o", take_in },
    { "take-in-all", N_ ("Take in all that is new and changed"), "<Control>Return",
      bv_intake_page_take_in_all, .of_page = TRUE },
    { "answer-row", N_ ("Answer the selected question"), "Return", answer_row, TRUE, TRUE, .of_page = TRUE },
    { "take-back-answer", N_ ("Take back the last answer"), "<Alt>BackSpace", bv_intake_page_take_back_last,
      TRUE, .of_key = TRUE, .of_page = TRUE },
    { "save-refused", N_ ("Save the refused rows"), NULL, bv_intake_page_save_refused, TRUE,
      .of_page = TRUE },
    { "drop-intake", N_ ("Forget the preview"), NULL, bv_intake_page_drop_intake, .of_page = TRUE },
    { "next-open", N_ ("Next question"), "<Control>j", bv_intake_page_next_open, TRUE, .of_key = TRUE },
    { "next-file", N_ ("Next file"), "<Alt>Down", bv_intake_page_next_file, TRUE, .of_key = TRUE,
      .of_page = TRUE },
    { "previous-file", N_ ("Previous file"), "<Alt>Up", bv_intake_page_previous_file, TRUE, .of_key = TRUE,
      .of_page = TRUE },
    BV_TABLE_PAGE_COLUMNS,
  };
  static const BvPageInfo info = {
    .key = "intake",
    .title = N_ ("Look before it is taken in"),
    .icon_name = "bv-inbox-symbolic",
    .guide = "12-hop-nhan.html",
    .actions = actions,
    .n_actions = G_N_ELEMENTS (actions),
    .of_menu = TRUE,
  };

  parent_page = g_type_interface_peek_parent (iface);
  iface->info = &info;
  iface->build = bv_intake_page_build;
  iface->refresh = bv_intake_page_refresh;
  iface->set_search = bv_intake_page_set_search;
  iface->describe = bv_intake_page_describe;
}

static void
bv_intake_page_finalize (GObject *object)
{
  BvIntakePage *self = BV_INTAKE_PAGE (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_pointer (&self->intake, bv_intake_preview_unref);
  g_clear_object (&self->work);
  g_free (self->again);
  bv_table_tree_free (self->tree);
  G_OBJECT_CLASS (bv_intake_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/intake/intake-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, take_button);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, open_label);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, enclosures_expander);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, enclosures_label);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, files);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, file_label);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, frame);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, name_cells);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, panel);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, refused_button);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, answer_list);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, whole_check);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, bv_intake_page_answered);
  gtk_widget_class_bind_template_callback (widget_class, bv_intake_page_taken_back);
  gtk_widget_class_bind_template_callback (widget_class, bv_intake_page_whole_toggled);
  gtk_widget_class_bind_template_callback (widget_class, panel_left_cb);
}

static void
bv_intake_page_class_init (BvIntakePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvTablePageClass *page_class = BV_TABLE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bv_intake_page_finalize;
  widget_class->root = bv_intake_page_root;
  page_class->selected = bv_intake_page_selected;
  page_class->explain = bv_intake_page_explain;
  g_type_ensure (BV_TYPE_MORE_BUTTON);
  g_type_ensure (BV_TYPE_ANSWER_LIST);
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_FILE_LIST);
  g_type_ensure (BV_TYPE_QUESTION_PANEL);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  bind_template (widget_class);
}

static void
bv_intake_page_init (BvIntakePage *self)
{
  self->tree = bv_table_tree_new (BV_TABLE_PAGE (self), bv_intake_page_show_rows);
  fold (self, BV_PLAN_SAME);
  fold (self, BV_PLAN_LEFT_OUT);
}

/**
 * bv_intake_page_find:
 * @window: the window
 *
 * Returns: (transfer none): its page that takes files in
 */
BvIntakePage *
bv_intake_page_find (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "intake-page");
}
