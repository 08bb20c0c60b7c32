/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/intake-page.h"

#include "app/columns/column-sorter.h"
#include "app/inbox/drop-frame.h"
#include "app/inbox/file-list.h"
#include "app/inbox/plan-table.h"
#include "app/search/row-filter.h"
#include "app/search/row-order.h"
#include "app/system/last-folder.h"
#include "app/table/cells.h"
#include "app/table/table-frame.h"
#include "app/table/table-model.h"
#include "app/table/table-tree.h"
#include "core/text/wording.h"
#include "core/unit.h"
#include "exchange/intake/enclosure/planned-enclosure.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

#define FOLDER_KEY "intake-folder"

/**
 * BvIntakePage:
 *
 * What is to become of files that came back, before anything is written.
 */
struct _BvIntakePage
{
  BvTablePage parent_instance;
  GtkLabel *title_label;
  GtkButton *take_button;
  GtkLabel *open_label;
  GtkExpander *enclosures_expander;
  GtkLabel *enclosures_label;
  BvFileList *files;
  GtkLabel *file_label;
  GtkLabel *remarks_label;
  BvTableFrame *frame;
  BvCells *name_cells;
  GtkLabel *row_label;
  GtkLabel *reason_label;

  BvIntake *intake;   /* NULL: nothing is to be taken in */
  BvTableTree *tree;  /* of the sections */
  GtkWindow *dropped; /* the window on which files are dropped; not owned */
};

static BvPageInterface *parent_page;

static void bv_intake_page_be_page (BvPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvIntakePage,
                               bv_intake_page,
                               BV_TYPE_TABLE_PAGE,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_PAGE, bv_intake_page_be_page))

static guint
count_files (BvIntakePage *self)
{
  return self->intake != NULL ? self->intake->files->len : 0;
}

static const BvFileCounts *
get_nth (BvIntakePage *self, guint nth)
{
  return nth < count_files (self) ? &g_array_index (self->intake->files, BvFileCounts, nth) : NULL;
}

static const BvPlannedFile *
get_file (BvIntakePage *self)
{
  const BvFileCounts *counts = self->files != NULL ? bv_file_list_get_chosen (self->files) : NULL;

  return counts != NULL ? counts->file : NULL;
}

/* Returns: (nullable): the selected value */
static const BvPlannedValue *
get_value (BvIntakePage *self, BvRow *row)
{
  const BvPlannedFile *file = get_file (self);
  gint64 id = row != NULL ? bv_row_get_id (row) : 0;

  return file != NULL && id > 0 && id <= file->values->len ? g_ptr_array_index (file->values, id - 1) : NULL;
}

static void
bv_intake_page_selected (BvTablePage *page, BvRow *row)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  const BvPlannedValue *value = get_value (self, row);
  g_autofree char *place = value != NULL ? bv_planned_value_write_place (get_file (self), value) : NULL;
  const char *subject = value != NULL ? bv_plan_table_name_subject (self->intake->plan, value) : "";
  g_autofree char *title = value != NULL ? g_strconcat (bv_plan_table_name_state (value->state), " · ", place,
                                                        *subject != '\0' ? " · " : "", subject, NULL)
                                         : NULL;

  gtk_label_set_label (self->row_label, title != NULL ? title : "");
  gtk_label_set_label (self->reason_label, value != NULL && value->reason != NULL ? value->reason : "");
}

static void
show_rows (gpointer page)
{
  BvIntakePage *self = page;
  static const BvColumnType types[BV_PLAN_N_COLUMNS] = { BV_COLUMN_TEXT };
  const BvPlannedFile *file = get_file (self);
  g_autoptr (BvTable) table
    = file != NULL && file->file != NULL
        ? bv_plan_table_new (self->intake->plan, file, bv_table_tree_get_closed (self->tree))
        : bv_table_new (types, BV_PLAN_N_COLUMNS);

  bv_table_page_set_table (page, table);
  bv_table_page_show_details (page);
  bv_page_notify_counted (page);
}

/* What there is to look at first, behind the row of its section. */
static void
select_first (BvIntakePage *self, const BvPlannedFile *file)
{
  for (guint i = 0; file != NULL && i < file->values->len; i++)
    {
      const BvPlannedValue *value = g_ptr_array_index (file->values, i);

      if (value->reason != NULL && bv_table_page_select (BV_TABLE_PAGE (self), i + 1))
        return;
    }
}

static void
show_file (BvIntakePage *self)
{
  const BvPlannedFile *file = get_file (self);
  const BvUnit *unit
    = file != NULL && file->unit != NULL ? g_hash_table_lookup (self->intake->plan->units, file->unit) : NULL;
  g_autofree char *title
    = file != NULL ? g_strconcat (file->name, unit != NULL ? " · " : "", unit != NULL ? unit->name : "", NULL)
                   : g_strdup ("");
  g_autoptr (GString) remarks
    = g_string_new (file != NULL && file->failure != NULL ? file->failure->message : "");

  for (guint i = 0; file != NULL && i < file->remarks->len; i++)
    g_string_append_printf (remarks, "%s%s", remarks->len > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (file->remarks, i));
  gtk_label_set_label (self->file_label, title);
  gtk_label_set_label (self->remarks_label, remarks->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), remarks->len > 0);
  show_rows (self);
  select_first (self, file);
}

static void
file_chosen_cb (BvIntakePage *self)
{
  show_file (self);
}

/* What all files together come to. */
typedef struct
{
  guint n_files; /* that are taken in */
  guint n_values;
  guint n_open;
  guint n_open_files;
} Sums;

static Sums
sum (BvIntakePage *self)
{
  Sums sums = { 0 };

  for (guint i = 0; i < count_files (self); i++)
    {
      const BvFileCounts *counts = get_nth (self, i);

      sums.n_files += counts->file->failure == NULL;
      sums.n_values += counts->n_new + counts->n_changed;
      sums.n_open += counts->n_open;
      sums.n_open_files += counts->n_open > 0;
    }
  return sums;
}

static void
show_open (BvIntakePage *self, const Sums *sums)
{
  g_autofree char *text
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u place in %u files still waits for you: it stays in the inbox, the "
                                    "rest can be taken in. Next: Ctrl+J",
                                    "%u places in %u files still wait for you: they stay in the inbox, the "
                                    "rest can be taken in. Next: Ctrl+J",
                                    sums->n_open),
                       sums->n_open, sums->n_open_files);

  gtk_label_set_label (self->open_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->open_label), sums->n_open > 0);
}

/* What becomes of files that are no tables: those that somebody has to look at first. */
static char *
list_enclosures (const BvImportPlan *plan, guint n_left_out)
{
  static const BvEnclosureState order[]
    = { BV_ENCLOSURE_REFUSED, BV_ENCLOSURE_ASKED, BV_ENCLOSURE_UNKNOWN, BV_ENCLOSURE_NEW, BV_ENCLOSURE_SAME };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < plan->enclosures->len; k++)
      {
        const BvPlannedEnclosure *enclosure = g_ptr_array_index (plan->enclosures, k);
        g_autofree char *line
          = enclosure->state == order[i] ? bv_planned_enclosure_describe (enclosure) : NULL;

        if (line != NULL)
          g_string_append_printf (list, "%s%s", list->len > 0 ? "\n" : "", line);
      }
  if (list->len > 0 && n_left_out > 0)
    g_string_append_c (list, '\n');
  if (n_left_out > 0)
    g_string_append_printf (
      list,
      g_dngettext (GETTEXT_PACKAGE, "%u file was left out: a link, or what a system or program left there",
                   "%u files were left out: links, or what systems and programs left there", n_left_out),
      n_left_out);
  return g_string_free (list, FALSE);
}

static void
show_enclosures (BvIntakePage *self)
{
  const BvImportPlan *plan = self->intake != NULL ? self->intake->plan : NULL;
  guint n = plan != NULL ? plan->enclosures->len : 0;
  guint n_left_out = plan != NULL ? bv_drop_count_left_out (self->intake->drop) : 0;
  g_autofree char *list = plan != NULL ? list_enclosures (plan, n_left_out) : NULL;
  guint n_new = n > 0 ? bv_planned_enclosure_count (plan, BV_ENCLOSURE_NEW) : 0;
  guint n_same = n > 0 ? bv_planned_enclosure_count (plan, BV_ENCLOSURE_SAME) : 0;
  g_autofree char *title = g_strdup_printf (_ ("Evidence: %u new, %u as before, %u not attached"), n_new,
                                            n_same, n - n_new - n_same);

  gtk_expander_set_label (self->enclosures_expander, title);
  gtk_label_set_label (self->enclosures_label, list != NULL ? list : "");
  gtk_widget_set_visible (GTK_WIDGET (self->enclosures_expander), n > 0 || n_left_out > 0);
}

static void
show_sums (BvIntakePage *self)
{
  const Sums sums = sum (self);
  g_autofree char *values = bv_wording_number (sums.n_values);
  g_autofree char *take = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Take in %u file, %s values",
                                                        "_Take in %u files, %s values", sums.n_files),
                                           sums.n_files, values);

  gtk_label_set_label (self->title_label, _ ("Look before it is taken in"));
  gtk_button_set_label (self->take_button, take);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), sums.n_files > 0);
  show_open (self, &sums);
  show_enclosures (self);
}

/* Whoever wants to see them opens them: most of a form is as it was. */
static void
fold (BvIntakePage *self, BvPlanSection section)
{
  const gint64 id = BV_PLAN_SECTION_ID (section);

  g_hash_table_add (bv_table_tree_get_closed (self->tree), g_memdup2 (&id, sizeof id));
}

static void
show_intake (BvIntakePage *self)
{
  bv_file_list_set (self->files, self->intake != NULL ? self->intake->plan : NULL,
                    self->intake != NULL ? self->intake->files : NULL);
  show_sums (self);
  show_file (self);
}

static void
set_intake (BvIntakePage *self, BvIntake *intake)
{
  BvIntake *before = self->intake;

  self->intake = intake;
  if (self->frame != NULL)
    show_intake (self);
  if (before != NULL)
    bv_intake_job_free (before);
}

static void
show_page (BvIntakePage *self, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", key);
}

static void
take_intake (BvIntake *intake, gpointer page)
{
  BvIntakePage *self = page;

  set_intake (self, intake);
  show_page (self, bv_page_get_info (page)->key);
}

static void
read_sources (BvIntakePage *self, GPtrArray *sources)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));

  if (bv_session_get_campaign (session) == 0)
    g_ptr_array_unref (sources);
  else
    g_object_unref (bv_intake_job_start (session, sources, take_intake, G_OBJECT (self)));
}

static void
bv_intake_page_refresh (BvPage *page, const BvChanges *changes)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);

  /* What was read for another campaign is not about this one. */
  if (self->intake != NULL && self->intake->campaign != bv_session_get_campaign (bv_page_get_session (page)))
    set_intake (self, NULL);
  else if (changes == NULL)
    show_intake (self);
}

static void
look_name_cb (GtkInscription *cell, BvRow *row, gpointer data)
{
  const BvPlannedValue *value = get_value (data, row);

  bv_table_tree_look (cell, row, bv_table_get_depth (bv_row_get_table (row), bv_row_get_index (row)));
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
    show_rows (self);
  parent_page->set_search (page, text);
}

static char *
bv_intake_page_describe (BvPage *page)
{
  const Sums sums = sum (BV_INTAKE_PAGE (page));

  return g_strdup_printf (_ ("%u files · %u values · %u to look at · nothing is written yet"), sums.n_files,
                          sums.n_values, sums.n_open);
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

/* Read anew what the library has changed under. */
static void
read_again (BvIntakePage *self)
{
  g_autoptr (GError) error = g_error_new_literal (
    G_IO_ERROR, G_IO_ERROR_FAILED,
    _ ("Something was changed since the files were read: they are read again; look once more, then take "
       "them in"));
  GPtrArray *sources = g_ptr_array_new_with_free_func (bv_intake_job_source_free);

  for (guint i = 0; i < self->intake->sources->len; i++)
    g_ptr_array_add (sources, bv_intake_job_source_copy (g_ptr_array_index (self->intake->sources, i)));
  bv_session_report (bv_page_get_session (BV_PAGE (self)), error);
  read_sources (self, sources);
}

static void
take_in_all (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  BvSession *session = bv_page_get_session (page);
  BvIntake *intake = self->intake;

  if (intake == NULL)
    return;
  if (bv_intake_job_is_stale (intake, session))
    {
      read_again (self);
      return;
    }
  self->intake = NULL;
  set_intake (self, NULL);
  /* What is done is said there. */
  show_page (self, "inbox");
  g_object_unref (bv_intake_job_write (session, intake));
}

static void
drop_intake (BvPage *page)
{
  set_intake (BV_INTAKE_PAGE (page), NULL);
  show_page (BV_INTAKE_PAGE (page), "inbox");
}

static gboolean
is_open_row (BvIntakePage *self, guint place)
{
  g_autoptr (BvRow) row = g_list_model_get_item (
    G_LIST_MODEL (bv_table_rows_get_selection (bv_table_page_get_rows (BV_TABLE_PAGE (self)))), place);
  const BvPlannedValue *value = get_value (self, row);

  return value != NULL && value->reason != NULL;
}

/* From the row that is selected on, then in the files behind this one. */
static gboolean
select_open (BvIntakePage *self, guint from)
{
  GtkSingleSelection *rows = bv_table_rows_get_selection (bv_table_page_get_rows (BV_TABLE_PAGE (self)));
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));

  for (guint i = from; i < n_rows; i++)
    if (is_open_row (self, i))
      {
        g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

        return bv_table_page_select (BV_TABLE_PAGE (self), bv_row_get_id (row));
      }
  return FALSE;
}

static void
next_open (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  GtkSingleSelection *rows = bv_table_rows_get_selection (bv_table_page_get_rows (BV_TABLE_PAGE (page)));
  guint n_files = count_files (self);
  guint selected = gtk_single_selection_get_selected (rows);
  guint first = bv_file_list_get_place (self->files);

  if (select_open (self, selected != GTK_INVALID_LIST_POSITION ? selected + 1 : 0))
    return;
  for (guint i = 1; i <= n_files; i++)
    {
      guint nth = (first + i) % n_files;

      if (get_nth (self, nth)->n_open == 0)
        continue;
      bv_file_list_choose (self->files, nth);
      select_open (self, 0);
      return;
    }
}

static void
step_file (BvPage *page, int step)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  guint n_files = count_files (self);

  if (n_files > 0)
    bv_file_list_choose (self->files, (bv_file_list_get_place (self->files) + n_files + step) % n_files);
}

static void
next_file (BvPage *page)
{
  step_file (page, 1);
}

static void
previous_file (BvPage *page)
{
  step_file (page, -1);
}

static void
files_chosen_cb (GtkNativeDialog *chooser, int response, BvIntakePage *self)
{
  g_autoptr (GListModel) chosen
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  gtk_native_dialog_destroy (chooser);
  if (files->len > 0)
    bv_intake_page_read_files (self, files);
}

static void
take_in (BvPage *page)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Which files have come?"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
    GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Look"), _ ("_Cancel"));

  bv_last_folder_show (GTK_FILE_CHOOSER (chooser), FOLDER_KEY);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (page), "chooser", chooser, g_object_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (files_chosen_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
dropped (GPtrArray *files, gpointer page)
{
  bv_intake_page_read_files (page, files);
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
      bv_drop_frame_attach (self->dropped, widget, dropped);
      g_object_set_data (G_OBJECT (root), "intake-page", self);
    }
}

static void
bv_intake_page_be_page (BvPageInterface *iface)
{
  static const BvPageAction actions[] = {
    BV_TABLE_PAGE_ROWS,
    { "take-in", N_ ("Take in files"), "<Control>o", take_in },
    { "take-in-all", N_ ("Take in all that is new and changed"), "<Control>Return", take_in_all,
      .of_page = TRUE },
    { "drop-intake", N_ ("Forget the preview"), NULL, drop_intake, .of_page = TRUE },
    { "next-open", N_ ("Next question"), "<Control>j", next_open, TRUE, .of_key = TRUE },
    { "next-file", N_ ("Next file"), "<Alt>Down", next_file, TRUE, .of_key = TRUE, .of_page = TRUE },
    { "previous-file", N_ ("Previous file"), "<Alt>Up", previous_file, TRUE, .of_key = TRUE,
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

  g_clear_pointer (&self->intake, bv_intake_job_free);
  bv_table_tree_free (self->tree);
  G_OBJECT_CLASS (bv_intake_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/inbox/intake-page.ui");
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
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, row_label);
  gtk_widget_class_bind_template_child (widget_class, BvIntakePage, reason_label);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
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
  g_type_ensure (BV_TYPE_BANNER);
  g_type_ensure (BV_TYPE_CELLS);
  g_type_ensure (BV_TYPE_COLUMN_SORTER);
  g_type_ensure (BV_TYPE_FILE_LIST);
  g_type_ensure (BV_TYPE_ROW_FILTER);
  g_type_ensure (BV_TYPE_ROW_ORDER);
  g_type_ensure (BV_TYPE_TABLE_FRAME);
  g_type_ensure (BV_TYPE_TABLE_MODEL);
  bind_template (widget_class);
}

static void
bv_intake_page_init (BvIntakePage *self)
{
  self->tree = bv_table_tree_new (BV_TABLE_PAGE (self), show_rows);
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

/**
 * bv_intake_page_show:
 * @page: the page
 * @intake: (transfer full): what is to become of files, or of a block
 */
void
bv_intake_page_show (BvIntakePage *page, BvIntake *intake)
{
  take_intake (intake, page);
}

/**
 * bv_intake_page_read_files:
 * @page: the page
 * @files: (element-type GFile): files and folders of this machine
 *
 * Reads them in a thread, and shows what is to become of them.
 */
void
bv_intake_page_read_files (BvIntakePage *page, GPtrArray *files)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  GPtrArray *sources = g_ptr_array_new_with_free_func (bv_intake_job_source_free);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (!bv_session_check_file (session, file))
        {
          g_ptr_array_unref (sources);
          return;
        }
      g_ptr_array_add (sources, bv_intake_job_source_new (g_file_peek_path (file), NULL));
    }
  read_sources (page, sources);
}

/**
 * bv_intake_page_read_receipt:
 * @page: the page
 * @receipt: an answer whose original is in the vault
 *
 * Reads the original again, and shows what still waits in it.
 */
void
bv_intake_page_read_receipt (BvIntakePage *page, const BvReceipt *receipt)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  g_autofree char *path = bv_vault_get_path (bv_session_get_folder (session), receipt->sha256, receipt->file);
  GPtrArray *sources = g_ptr_array_new_with_free_func (bv_intake_job_source_free);

  g_ptr_array_add (sources, bv_intake_job_source_new (path, receipt->file));
  read_sources (page, sources);
}
