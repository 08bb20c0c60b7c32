/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/criteria/criterion-clipboard.h"

#include "app/criteria/criterion-moves.h"
#include "app/paste/copied-text.h"
#include "core/text/text.h"
#include "core/text/wording.h"
#include "core/tree/criterion-text.h"
#include "core/tree/criterion-tree.h"
#include "exchange/paste/pasted-lines.h"
#include "store/tree/criteria-edit.h"

#include <glib/gi18n-lib.h>

#define COPIED "bv-copied-criteria"

/* What was copied in this window, beside the text that other programs get. */
typedef struct
{
  GPtrArray *criteria; /* of BvCriterion */
  gint64 campaign;
  gint64 cut; /* the row of the criterion that is to move; 0: it is only copied */
} Copied;

/* A paste whose text is being fetched. */
typedef struct
{
  BvSession *session;
  gint64 beside;
  BvCriterionAdditionFunc added;
  gpointer data; /* an object, which is held */
} Paste;

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_ptr_array_unref (copied->criteria);
  g_free (copied);
}

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->session);
  g_object_unref (paste->data);
  g_free (paste);
}

/* As rows of Excel: number, title, maximum. */
static void
write_rows (GString *text, const GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *title = bv_text_phrase (criterion->title);
      g_autofree char *max = criterion->max != BV_NONE ? bv_wording_points (criterion->max) : g_strdup ("");

      g_string_append_printf (text, "%s\t%s\t%s\n", criterion->code, title, max);
      write_rows (text, criterion->criteria);
    }
}

/**
 * bv_criterion_clipboard_copy:
 * @widget: where it is done
 * @session: a session with a campaign
 * @criterion: a criterion's row
 * @cut: whether it is to move where it is pasted
 *
 * Puts the criterion with all below it on the clipboard; other programs get its rows.
 */
void
bv_criterion_clipboard_copy (GtkWidget *widget, BvSession *session, gint64 criterion, gboolean cut)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *criteria;
  Copied *copied;

  g_array_append_val (rows, criterion);
  criteria = bv_criteria_edit_copy (bv_session_get_library (session), bv_session_get_campaign (session), rows,
                                    &error);
  if (criteria == NULL)
    {
      bv_session_report (session, error);
      return;
    }
  write_rows (text, criteria);
  gdk_clipboard_set_text (clipboard, text->str);
  copied = g_new (Copied, 1);
  *copied = (Copied){ criteria, bv_session_get_campaign (session), cut ? criterion : 0 };
  g_object_set_data_full (G_OBJECT (gdk_clipboard_get_content (clipboard)), COPIED, copied, copied_free);
}

static void
paste_criteria (const Paste *paste, GPtrArray *criteria)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;
  BvCriterionPlace place;

  if (!bv_criterion_moves_find_place (paste->session, paste->beside, &place))
    return;
  if (!bv_criteria_edit_paste (bv_session_get_library (paste->session),
                               bv_session_get_campaign (paste->session), criteria, &place, &rows, &error))
    bv_session_report (paste->session, error);
  else if (rows->len > 0)
    paste->added (g_array_index (rows, gint64, 0), paste->data);
}

/* Nothing is written where a line is not understood. */
static void
report_faults (BvSession *session, const BvCriterionText *text)
{
  g_autofree char *note = bv_pasted_note_write (g_ptr_array_index (text->faults, 0));
  g_autoptr (GError) error
    = g_error_new (BV_ENTITY_ERROR, BV_ENTITY_ERROR_VALUE, _ ("Nothing was pasted: %s"), note);

  bv_session_report (session, error);
}

static void
paste_text (const Paste *paste, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = bv_pasted_lines_write (content, BV_PASTED_ONCE, &error);
  g_autoptr (BvCriterionText) text = lines != NULL ? bv_criterion_text_parse (lines) : NULL;

  if (text == NULL)
    bv_session_report (paste->session, error);
  else if (text->faults->len > 0)
    report_faults (paste->session, text);
  else if (text->criteria->len > 0)
    paste_criteria (paste, text->criteria);
}

static void
copied_elsewhere (char *text, gpointer data)
{
  Paste *paste = data;
  g_autofree char *content = text;

  if (content != NULL)
    paste_text (paste, content);
  paste_free (paste);
}

/* NULL: what is on the clipboard comes from elsewhere. */
static const Copied *
get_copied (GdkClipboard *clipboard)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);

  return content != NULL ? g_object_get_data (G_OBJECT (content), COPIED) : NULL;
}

static gboolean
put (GtkWidget *widget, const Paste *paste, gint64 criterion)
{
  BvCriterionPlace place;

  if (bv_criterion_tree_find (bv_session_get_head (paste->session)->groups, criterion) == NULL
      || !bv_criterion_moves_find_place (paste->session, paste->beside, &place))
    return FALSE;
  bv_criterion_moves_put (GTK_WINDOW (gtk_widget_get_root (widget)), paste->session, criterion, &place,
                          paste->added, paste->data);
  return TRUE;
}

/**
 * bv_criterion_clipboard_paste:
 * @widget: where it is done
 * @session: a session whose campaign can be changed
 * @beside: the row of a group or section into which it comes, or of a leaf behind which it does
 * @added: hears of the first that came
 * @data: (type GObject): for @added
 *
 * Takes what was copied or cut here; else reads the rows or lines on the clipboard as
 * criteria (bv_criterion_text_parse()). All of it is one action, or nothing, and the window says why.
 */
void
bv_criterion_clipboard_paste (GtkWidget *widget,
                              BvSession *session,
                              gint64 beside,
                              BvCriterionAdditionFunc added,
                              gpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  const Copied *copied = get_copied (clipboard);
  Paste *paste = g_new (Paste, 1);

  *paste = (Paste){ g_object_ref (session), beside, added, g_object_ref (data) };
  if (copied == NULL)
    {
      bv_copied_text_read (widget, BV_COPIED_ALL, copied_elsewhere, paste);
      return;
    }
  if (copied->cut == 0 || copied->campaign != bv_session_get_campaign (session)
      || !put (widget, paste, copied->cut))
    paste_criteria (paste, copied->criteria);
  paste_free (paste);
}
