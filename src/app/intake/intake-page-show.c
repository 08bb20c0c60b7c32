/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-page-private.h"
#include "app/intake/intake-sums.h"
#include "core/unit.h"

#include <glib/gi18n-lib.h>

guint
bv_intake_page_count_files (BvIntakePage *self)
{
  return self->intake != NULL ? self->intake->files->len : 0;
}

static const BvFileCounts *
get_nth (BvIntakePage *self, guint nth)
{
  return nth < bv_intake_page_count_files (self) ? &g_array_index (self->intake->files, BvFileCounts, nth)
                                                 : NULL;
}

const BvPlannedFile *
bv_intake_page_get_file (BvIntakePage *self)
{
  const BvFileCounts *counts = self->files != NULL ? bv_file_list_get_chosen (self->files) : NULL;

  return counts != NULL ? counts->file : NULL;
}

BvPlanRow
bv_intake_page_get_row (BvIntakePage *self, BvRow *row)
{
  const BvPlannedFile *file = bv_intake_page_get_file (self);

  return file != NULL && row != NULL ? bv_plan_table_find (file, bv_row_get_id (row)) : (BvPlanRow){ 0 };
}

void
bv_intake_page_show_rows (gpointer page)
{
  BvIntakePage *self = page;
  static const BvColumnType types[BV_PLAN_N_COLUMNS] = { BV_COLUMN_TEXT };
  const BvPlannedFile *file = bv_intake_page_get_file (self);
  g_autoptr (BvTable) table
    = file != NULL && (file->file != NULL || file == self->intake->plan->asked_files)
        ? bv_plan_table_new (self->intake->plan, file, bv_table_tree_get_closed (self->tree))
        : bv_table_new (types, BV_PLAN_N_COLUMNS);

  bv_table_page_set_table (page, table);
  bv_table_page_show_details (page);
  bv_page_notify_counted (page);
}

GtkSingleSelection *
bv_intake_page_get_selection (BvIntakePage *self)
{
  return bv_table_rows_get_selection (bv_table_page_get_rows (BV_TABLE_PAGE (self)));
}

void
bv_intake_page_show_row (BvIntakePage *self, BvRow *row)
{
  const BvPlanRow selected = bv_intake_page_get_row (self, row);

  bv_question_panel_show (self->panel, self->intake != NULL ? self->intake->plan : NULL,
                          bv_intake_page_get_file (self), &selected);
}

void
bv_intake_page_show_selected (BvIntakePage *self)
{
  bv_intake_page_show_row (self, bv_table_page_get_selected (BV_TABLE_PAGE (self)));
}

/* What there is to look at from a row on. */
gboolean
bv_intake_page_select_open (BvIntakePage *self, guint from, BvPlanRowTest is_wanted)
{
  GListModel *rows = G_LIST_MODEL (bv_intake_page_get_selection (self));

  for (guint i = from; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (rows, i);
      const BvPlanRow what = bv_intake_page_get_row (self, row);

      if (is_wanted (&what))
        return bv_table_page_select (BV_TABLE_PAGE (self), bv_row_get_id (row));
    }
  return FALSE;
}

void
bv_intake_page_show_file (BvIntakePage *self)
{
  const BvPlannedFile *file = bv_intake_page_get_file (self);
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
  bv_intake_page_show_rows (self);
  bv_intake_page_select_open (self, 0, bv_plan_row_is_open);
}

static void
show_enclosures (BvIntakePage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *list = bv_intake_sums_write_enclosures (self->intake, &title);

  gtk_expander_set_label (self->enclosures_expander, title);
  gtk_label_set_label (self->enclosures_label, list != NULL ? list : "");
  gtk_widget_set_visible (GTK_WIDGET (self->enclosures_expander), list != NULL);
}

/* A block that was pasted is no file that could stay in the inbox as a whole. */
static gboolean
has_files (BvIntakePage *self)
{
  GPtrArray *files = self->intake->plan->files;

  for (guint i = 0; i < files->len; i++)
    if (((BvPlannedFile *) g_ptr_array_index (files, i))->paste == NULL)
      return TRUE;
  return files->len == 0;
}

static void
show_sums (BvIntakePage *self)
{
  const BvIntakeSums sums = bv_intake_sums_count (self->intake);
  g_autofree char *take = bv_intake_sums_write_take (&sums);
  g_autofree char *open = bv_intake_sums_write_open (&sums);

  gtk_label_set_label (self->title_label, _ ("Look before it is taken in"));
  gtk_button_set_label (self->take_button, take);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button),
                          self->intake != NULL && self->intake->files->len > 0);
  gtk_widget_set_visible (self->refused_button, sums.n_refused > 0);
  gtk_label_set_label (self->open_label, open);
  gtk_widget_set_visible (GTK_WIDGET (self->whole_check), self->intake != NULL && has_files (self));
  bv_answer_list_set (self->answer_list, self->intake != NULL ? self->intake->answers : NULL);
  show_enclosures (self);
}

void
bv_intake_page_show_intake (BvIntakePage *self)
{
  bv_file_list_set (self->files, self->intake != NULL ? self->intake->plan : NULL,
                    self->intake != NULL ? self->intake->files : NULL);
  show_sums (self);
  bv_intake_page_show_file (self);
  bv_intake_page_show_selected (self);
}

void
bv_intake_page_set_intake (BvIntakePage *self, BvIntakePreview *intake)
{
  BvIntakePreview *before = self->intake;

  self->intake = intake;
  if (self->frame != NULL)
    bv_intake_page_show_intake (self);
  if (before != NULL)
    bv_intake_preview_unref (before);
}

/* Where there are answers they have the focus, else the row. */
void
bv_intake_page_focus_selected (BvIntakePage *self)
{
  bv_intake_page_show_selected (self);
  if (!bv_question_panel_focus (self->panel))
    bv_page_focus_part (BV_PAGE (self), BV_PAGE_MAIN);
}

static gint64
find_key (const BvPlannedFile *file, const char *key)
{
  for (guint i = 0; i < file->questions->len; i++)
    if (g_str_equal (g_array_index (file->questions, BvPlannedQuestion, i).question->key, key))
      return bv_plan_table_find_row (file, g_array_index (file->questions, BvPlannedQuestion, i).question);
  return 0;
}

/* Where a question stands, in whichever file. */
gboolean
bv_intake_page_select_key (BvIntakePage *self, const char *key)
{
  guint n_files = bv_intake_page_count_files (self);
  guint first = bv_file_list_get_place (self->files);

  for (guint i = 0; i < n_files; i++)
    {
      guint nth = (first + i) % n_files;
      gint64 row = find_key (get_nth (self, nth)->file, key);

      if (row == 0)
        continue;
      bv_file_list_choose (self->files, nth);
      return bv_table_page_select (BV_TABLE_PAGE (self), row);
    }
  return FALSE;
}

static gboolean
has_any (const BvPlannedFile *file, BvPlanRowTest is_wanted)
{
  gint64 last = bv_plan_table_get_question_id (file, file->questions->len);

  for (gint64 id = 1; id < last; id++)
    {
      const BvPlanRow row = bv_plan_table_find (file, id);

      if (is_wanted (&row))
        return TRUE;
    }
  return FALSE;
}

/* The next file in which somebody has to look at something, this one last. */
gboolean
bv_intake_page_select_open_file (BvIntakePage *self, BvPlanRowTest is_wanted)
{
  guint n_files = bv_intake_page_count_files (self);
  guint first = bv_file_list_get_place (self->files);

  for (guint i = 1; i <= n_files; i++)
    {
      guint nth = (first + i) % n_files;

      if (!has_any (get_nth (self, nth)->file, is_wanted))
        continue;
      bv_file_list_choose (self->files, nth);
      if (bv_intake_page_select_open (self, 0, is_wanted))
        return TRUE;
    }
  return FALSE;
}

void
bv_intake_page_next_open (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  guint selected = gtk_single_selection_get_selected (bv_intake_page_get_selection (self));

  if (!bv_intake_page_select_open (self, selected != GTK_INVALID_LIST_POSITION ? selected + 1 : 0,
                                   bv_plan_row_is_open))
    bv_intake_page_select_open_file (self, bv_plan_row_is_open);
  bv_intake_page_focus_selected (self);
}

static void
step_file (BvPage *page, int step)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  guint n_files = bv_intake_page_count_files (self);

  if (n_files > 0)
    bv_file_list_choose (self->files, (bv_file_list_get_place (self->files) + n_files + step) % n_files);
}

void
bv_intake_page_next_file (BvPage *page)
{
  step_file (page, 1);
}

void
bv_intake_page_previous_file (BvPage *page)
{
  step_file (page, -1);
}
