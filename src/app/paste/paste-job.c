/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/paste/paste-job.h"

#include "app/intake/intake-job.h"
#include "app/intake/intake-page.h"
#include "app/page/unsaved.h"
#include "app/paste/copied-text.h"
#include "exchange/paste/paste-plan.h"
#include "exchange/paste/pasted-block.h"

/* A block on its way from the clipboard. */
typedef struct
{
  GtkWidget *widget;
  BvSession *session;
  BvPaste *paste;
  gboolean in_entry; /* one cell is text of the entry that the widget is */
} Pasting;

static void
pasting_free (Pasting *pasting)
{
  g_object_unref (pasting->widget);
  g_object_unref (pasting->session);
  bv_paste_free (pasting->paste);
  g_free (pasting);
}

static BvIntakePage *
find_page (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? bv_intake_page_find (GTK_WINDOW (root)) : NULL;
}

/* All fits: it is written. Else it is shown what does not, and nothing is written. */
static void
planned (BvIntakePreview *made, gpointer data)
{
  g_autoptr (BvIntakePreview) intake = made;
  BvIntakePage *page = find_page (data);
  const BvPlannedFile *block = g_ptr_array_index (intake->plan->files, 0);
  BvSession *session = page != NULL ? bv_page_get_session (BV_PAGE (page)) : NULL;

  if (page == NULL)
    return;
  if (block->failure != NULL)
    bv_session_report (session, block->failure);
  else if (bv_paste_plan_fits (intake->plan) && !bv_intake_preview_is_stale (intake, session))
    {
      /* What was typed and not stored yet gives way. */
      if (GTK_IS_EDITABLE (data) && BV_IS_UNSAVED (data))
        BV_UNSAVED_GET_IFACE (data)->give_back (BV_UNSAVED (data));
      g_object_unref (bv_intake_job_write (session, intake, NULL, data));
    }
  else
    bv_intake_page_show (page, g_steal_pointer (&intake));
}

static void
plan (const Pasting *pasting)
{
  g_autoptr (BvIntakeBatch) batch = bv_intake_batch_new ();
  g_autoptr (GPtrArray) none = bv_given_answers_new ();
  const BvIntakeWish wish = { batch, none, FALSE, NULL };

  bv_intake_batch_add_pasted (batch, pasting->paste);
  g_object_unref (bv_intake_job_plan (pasting->session, &wish, planned, G_OBJECT (pasting->widget)));
}

/* As a text that is pasted into an entry, without the line end that a spreadsheet puts behind a cell. */
static void
insert (GtkEditable *entry, const BvPastedBlock *block)
{
  const BvIntakeSheet *sheet = g_ptr_array_index (block->file->sheets, 0);
  const char *text = bv_intake_table_get_text (sheet->table, 0, 0);
  int place = gtk_editable_get_position (entry);

  if (!gtk_editable_get_editable (entry))
    return;
  gtk_editable_delete_selection (entry);
  place = gtk_editable_get_position (entry);
  gtk_editable_insert_text (entry, text, -1, &place);
  gtk_editable_set_position (entry, place);
}

static gboolean
insert_cell (const Pasting *pasting)
{
  g_autoptr (BvPastedBlock) block
    = pasting->in_entry ? bv_pasted_block_read (pasting->paste->text, NULL) : NULL;

  if (block == NULL || block->n_rows > 1 || block->n_columns > 1)
    return FALSE;
  insert (GTK_EDITABLE (pasting->widget), block);
  return TRUE;
}

static void
copied (char *text, gpointer data)
{
  Pasting *pasting = data;

  /* What is copied may be no text. */
  g_free (pasting->paste->text);
  pasting->paste->text = text != NULL ? text : g_strdup ("");
  if (!insert_cell (pasting) && bv_session_is_writable (pasting->session)
      && gtk_widget_get_root (pasting->widget) != NULL)
    plan (pasting);
  pasting_free (pasting);
}

static void
start (GtkWidget *widget, BvSession *session, const BvPaste *paste, gboolean in_entry)
{
  Pasting *pasting = g_new (Pasting, 1);

  *pasting = (Pasting){ g_object_ref (widget), g_object_ref (session), bv_paste_copy (paste), in_entry };
  bv_copied_text_read (widget, BV_COPIED_TABLE, copied, pasting);
}

/**
 * bv_paste_job_start:
 * @widget: where it is pasted
 * @session: a session with a campaign
 * @paste: where the cells go; without their text, which is on the clipboard
 *
 * Writes the cells on the clipboard as one action where all of them fit; else nothing is written, and the
 * page on which files are looked at before shows them.
 */
void
bv_paste_job_start (GtkWidget *widget, BvSession *session, const BvPaste *paste)
{
  start (widget, session, paste, FALSE);
}

/**
 * bv_paste_job_start_in_entry:
 * @entry: an entry, the first of those for which the cells are meant
 * @session: a session with a campaign
 * @paste: where the cells go
 *
 * Does the same; a single cell is pasted into the entry, as text.
 */
void
bv_paste_job_start_in_entry (GtkEditable *entry, BvSession *session, const BvPaste *paste)
{
  start (GTK_WIDGET (entry), session, paste, TRUE);
}
