/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/intake/intake-job.h"
#include "app/intake/intake-page-private.h"
#include "app/intake/refused-job.h"
#include "app/system/save-dialog.h"
#include "exchange/recognise/refused-book.h"
#include "store/vault.h"

#include <glib/gi18n-lib.h>

static void
show_page (BvIntakePage *self, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", key);
}

/* What the box says is what the plan does, also where that was not made because somebody gave up. */
static void
show_whole (BvIntakePage *self)
{
  if (self->intake != NULL && self->whole_check != NULL && self->intake->takes_whole != self->takes_whole)
    gtk_check_button_set_active (self->whole_check, self->intake->takes_whole);
}

static void
worked_cb (BvIntakePage *self, BvWork *work)
{
  if (self->work != work)
    return;
  g_clear_object (&self->work);
  show_whole (self);
}

/* While something is done with a preview nothing else is. */
static void
take_work (BvIntakePage *self, BvWork *work)
{
  g_set_object (&self->work, work);
  g_signal_connect_object (work, "finished", G_CALLBACK (worked_cb), self, G_CONNECT_SWAPPED);
  if (bv_work_is_finished (work))
    worked_cb (self, work);
  g_object_unref (work);
}

/* From wherever the files were dropped, keys go on here. No answer is focused: what is typed now was not
 * meant for one. */
static void
focus_rows (BvIntakePage *self)
{
  GtkColumnView *view = self->frame != NULL ? bv_table_page_get_view (BV_TABLE_PAGE (self)) : NULL;

  if (view != NULL && !bv_page_has_focus (BV_PAGE (self), BV_PAGE_MAIN))
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

static gboolean
show_taken (gpointer page)
{
  BvIntakePage *self = page;

  self->showing = 0;
  if (self->intake == NULL)
    return G_SOURCE_REMOVE;
  show_page (self, bv_page_get_info (page)->key);
  show_whole (self);
  focus_rows (self);
  return G_SOURCE_REMOVE;
}

/* The page is shown in a turn of its own: to fill it and to lay it out would be felt in one. */
static gboolean
has_file (const GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

/* Of files that came beside others the worst of them; of no other ones than before: the worst of all. */
static guint
find_new (const BvIntakePreview *before, const BvIntakePreview *intake)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; before != NULL && i < before->files->len; i++)
    g_ptr_array_add (names, g_array_index (before->files, BvFileCounts, i).file->name);
  for (guint i = 0; i < intake->files->len; i++)
    {
      const BvPlannedFile *file = g_array_index (intake->files, BvFileCounts, i).file;

      if (file->paste != NULL || !has_file (names, file->name))
        return i;
    }
  return 0;
}

static void
take_intake (BvIntakePreview *intake, gpointer page)
{
  BvIntakePage *self = page;
  guint place = find_new (self->intake, intake);

  bv_intake_page_set_intake (self, intake);
  if (place > 0 && self->files != NULL)
    bv_file_list_choose (self->files, place);
  if (self->showing == 0)
    self->showing = g_idle_add_full (G_PRIORITY_DEFAULT, show_taken, self, NULL);
}

/* Whether somebody did something for it that would be lost: dropped files, pasted a block, or answered. */
static gboolean
is_worth_keeping (const BvIntakePreview *shown)
{
  const GPtrArray *sources = shown->batch->sources;

  for (guint i = 0; i < sources->len; i++)
    if (((const BvIntakeSource *) g_ptr_array_index (sources, i))->name == NULL
        || ((const BvIntakeSource *) g_ptr_array_index (sources, i))->paste != NULL)
      return TRUE;
  return shown->answers->len > 0;
}

/* Beside what is shown already: what was answered there stays. One after the other: what was read of files is
 * one thread's at a time. */
static gboolean
read_batch (BvIntakePage *self, BvIntakeBatch *added)
{
  BvSession *session = bv_page_get_session (BV_PAGE (self));
  g_autoptr (GError) busy = g_error_new_literal (
    G_IO_ERROR, G_IO_ERROR_BUSY,
    _ ("Other files are being read or taken in: wait for them, or cancel that; then take in these"));
  const BvIntakePreview *shown = self->intake != NULL
                                     && self->intake->campaign == bv_session_get_campaign (session)
                                     && is_worth_keeping (self->intake)
                                   ? self->intake
                                   : NULL;
  g_autoptr (BvIntakeBatch) batch
    = shown != NULL ? bv_intake_batch_join (shown->batch, added) : bv_intake_batch_ref (added);
  g_autoptr (GPtrArray) answers
    = shown != NULL ? bv_given_answers_copy (shown->answers) : bv_given_answers_new ();
  const BvIntakeWish wish = { batch, answers, self->takes_whole, NULL };

  /* While the files are read, not in the turn in which what is to become of them is shown. */
  bv_page_build (BV_PAGE (self));
  if (self->work != NULL)
    bv_session_report (session, busy);
  if (self->work != NULL || bv_session_get_campaign (session) == 0)
    return FALSE;
  take_work (self, bv_intake_job_plan (session, &wish, take_intake, G_OBJECT (self)));
  return TRUE;
}

/* What is asked next, from a row on; where nothing is, what else is to be looked at. */
static void
select_next (BvIntakePage *self, guint next)
{
  static const BvPlanRowTest tests[] = { bv_plan_row_is_asked, bv_plan_row_is_open };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (bv_intake_page_select_open (self, next, tests[i]) || bv_intake_page_select_open (self, 0, tests[i])
        || bv_intake_page_select_open_file (self, tests[i]))
      return;
}

/* What is looked at now: the question that is open again, else what is asked next. */
static void
go_on (BvIntakePage *self, guint place, guint next, const char *again)
{
  bv_file_list_choose (self->files, MIN (place, MAX (bv_intake_page_count_files (self), 1) - 1));
  if (again == NULL && next == GTK_INVALID_LIST_POSITION)
    return;
  if (again == NULL || !bv_intake_page_select_key (self, again))
    select_next (self, next);
  bv_intake_page_focus_selected (self);
}

/* The same files, planned anew: the chosen one stays. */
static void
take_planned (BvIntakePreview *intake, gpointer page)
{
  BvIntakePage *self = page;
  guint place = self->files != NULL ? bv_file_list_get_place (self->files) : 0;
  g_autofree char *again = g_steal_pointer (&self->again);

  /* Another campaign, or other files, are shown meanwhile. */
  if (self->intake == NULL || self->intake->batch != intake->batch)
    {
      bv_intake_preview_unref (intake);
      return;
    }
  bv_intake_page_set_intake (self, intake);
  show_whole (self);
  if (self->files != NULL)
    go_on (self, place, self->next, again);
}

static void
plan_again (BvIntakePage *self, const GPtrArray *answers, guint next)
{
  const BvIntakeWish wish = { self->intake->batch, answers, self->takes_whole, self->intake };

  self->next = next;
  take_work (self,
             bv_intake_job_plan (bv_page_get_session (BV_PAGE (self)), &wish, take_planned, G_OBJECT (self)));
}

static gboolean
is_free (BvIntakePage *self)
{
  return self->intake != NULL && self->work == NULL;
}

void
bv_intake_page_answered (BvIntakePage *self, const char *key, const char *answer, const char *title)
{
  g_autoptr (GPtrArray) answers = NULL;

  if (!is_free (self))
    return;
  g_clear_pointer (&self->again, g_free);
  answers = bv_given_answers_copy (self->intake->answers);
  bv_given_answers_put (answers, key, answer, title);
  plan_again (self, answers, gtk_single_selection_get_selected (bv_intake_page_get_selection (self)));
}

void
bv_intake_page_taken_back (BvIntakePage *self, const char *key)
{
  g_autoptr (GPtrArray) answers = NULL;

  if (!is_free (self))
    return;
  answers = bv_given_answers_copy (self->intake->answers);
  bv_given_answers_take_back (answers, key);
  g_free (self->again);
  self->again = g_strdup (key);
  plan_again (self, answers, 0);
}

void
bv_intake_page_take_back_last (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  GPtrArray *answers = self->intake != NULL ? self->intake->answers : NULL;

  if (answers != NULL && answers->len > 0)
    bv_intake_page_taken_back (self, ((BvGivenAnswer *) g_ptr_array_index (answers, answers->len - 1))->key);
}

void
bv_intake_page_whole_toggled (BvIntakePage *self)
{
  self->takes_whole = gtk_check_button_get_active (self->whole_check);
  if (is_free (self) && self->intake->takes_whole != self->takes_whole)
    plan_again (self, self->intake->answers, GTK_INVALID_LIST_POSITION);
}

/* Plan anew what the library has changed under. */
static void
look_again (BvIntakePage *self)
{
  g_autoptr (GError) error = g_error_new_literal (
    G_IO_ERROR, G_IO_ERROR_FAILED,
    _ ("Something was changed since the files were read: what is to become of them is shown anew; look once "
       "more, then take them in"));

  bv_session_report (bv_page_get_session (BV_PAGE (self)), error);
  plan_again (self, self->intake->answers, GTK_INVALID_LIST_POSITION);
}

/* What is done is said there. */
static void
written (gpointer page)
{
  bv_intake_page_set_intake (page, NULL);
  show_page (page, "inbox");
}

/* Until it is written the preview stays, whatever happens. */
void
bv_intake_page_take_in_all (BvPage *page)
{
  BvIntakePage *self = BV_INTAKE_PAGE (page);
  BvSession *session = bv_page_get_session (page);

  if (!is_free (self))
    return;
  if (bv_intake_preview_is_stale (self->intake, session))
    look_again (self);
  else
    take_work (self, bv_intake_job_write (session, self->intake, written, G_OBJECT (self)));
}

static void
save_to (BvSession *session, GFile *file, gpointer data)
{
  BvIntakePage *self = data;

  if (is_free (self) && bv_refused_book_count (self->intake->plan) > 0)
    take_work (self, bv_refused_job_start (session, self->intake, file));
}

void
bv_intake_page_save_refused (BvPage *page)
{
  static const BvSaveKind kind = { N_ ("Save the refused rows as"),
                                   N_ ("Excel workbooks (.xlsx)"),
                                   ".xlsx",
                                   "intake-folder",
                                   save_to,
                                   g_object_unref };
  BvIntakePage *self = BV_INTAKE_PAGE (page);

  if (is_free (self) && bv_refused_book_count (self->intake->plan) > 0)
    bv_save_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bv_page_get_session (page),
                        &kind, "dong-bi-tu-choi.xlsx", g_object_ref (page));
}

void
bv_intake_page_drop_intake (BvPage *page)
{
  if (BV_INTAKE_PAGE (page)->work != NULL)
    return;
  bv_intake_page_set_intake (BV_INTAKE_PAGE (page), NULL);
  show_page (BV_INTAKE_PAGE (page), "inbox");
}

/**
 * bv_intake_page_show:
 * @page: the page
 * @intake: (transfer full): what is to become of a block, shown beside what is shown already
 */
void
bv_intake_page_show (BvIntakePage *page, BvIntakePreview *intake)
{
  if (page->intake == NULL)
    {
      take_intake (intake, page);
      return;
    }
  read_batch (page, intake->batch);
  bv_intake_preview_unref (intake);
}

/**
 * bv_intake_page_read_files:
 * @page: the page
 * @files: (element-type GFile): files and folders of this machine
 *
 * Reads them in a thread, and shows what is to become of them.
 *
 * Returns: whether they are read now; else it was said why not
 */
gboolean
bv_intake_page_read_files (BvIntakePage *page, GPtrArray *files)
{
  BvSession *session = bv_page_get_session (BV_PAGE (page));
  g_autoptr (BvIntakeBatch) batch = bv_intake_batch_new ();

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (!bv_session_check_file (session, file))
        return FALSE;
      bv_intake_batch_add (batch, g_file_peek_path (file), NULL);
    }
  return read_batch (page, batch);
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
  g_autoptr (BvIntakeBatch) batch = bv_intake_batch_new ();

  bv_intake_batch_add (batch, path, receipt->file);
  read_batch (page, batch);
}
