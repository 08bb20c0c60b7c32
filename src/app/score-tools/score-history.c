/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/score-tools/score-history.h"

#include "app/backup/backup-age.h"
#include "app/form/read-only.h"
#include "app/page/context.h"
#include "app/session/reader.h"
#include "core/text/wording.h"
#include "store/edit.h"
#include "store/history.h"
#include "store/score-edit.h"

#include <glib/gi18n-lib.h>

/* More of it scrolls. */
#define MOST_HEIGHT 320
#define TEXT_CHARS 40

/**
 * BvScoreHistory:
 *
 * Who changed a score, when, from what to what, the last first. Points that were there before can be
 * restored, which is an action like any other. The journal is read in a thread: it grows with all that was
 * ever done.
 */
struct _BvScoreHistory
{
  GtkPopover parent_instance;
  GtkLabel *title;
  GtkLabel *nothing_label;
  GtkBox *box;

  BvSession *session;
  gint64 nominee;
  char *code;
  GCancellable *cancellable; /* of the reading; NULL: nothing is read */
};

G_DEFINE_FINAL_TYPE (BvScoreHistory, bv_score_history, GTK_TYPE_POPOVER)

typedef struct
{
  gint64 nominee;
  char *code;
} Input;

static void
input_free (gpointer data)
{
  g_free (((Input *) data)->code);
  g_free (data);
}

/* Which score it is, and what proves it, is said elsewhere. */
static gboolean
is_of_score (const BvHistoryEntry *entry, const char *code)
{
  return g_strcmp0 (entry->criterion, code) == 0 && entry->changed->type != BV_FIELD_REFERENCE;
}

/* Of the nominee only what is about the score. */
static gpointer
read_history (BvLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  GPtrArray *entries = bv_history_read (library, input->nominee, error);

  for (guint i = entries != NULL ? entries->len : 0; i > 0; i--)
    if (!is_of_score (g_ptr_array_index (entries, i - 1), input->code))
      g_ptr_array_remove_index (entries, i - 1);
  return entries;
}

static void
stop (BvScoreHistory *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
remove_rows (BvScoreHistory *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static gboolean
restore (BvScoreHistory *self, const BvField *field, gint64 points, GError **error)
{
  BvLibrary *library = bv_session_get_library (self->session);
  gint64 campaign = bv_session_get_campaign (self->session);
  g_autoptr (BvRecord) record
    = (BvRecord *) bv_edit_read_assessment (library, campaign, self->nominee, self->code, error);

  if (record == NULL)
    return FALSE;
  BV_FIELD_NUMBER (record, field) = points;
  bv_score_edit_verify ((BvAssessment *) record,
                        g_str_equal (field->name, "self") ? BV_SCORE_EDIT_SELF : BV_SCORE_EDIT_VERIFIED);
  return bv_edit_write_assessment (library, campaign, self->nominee, (const BvAssessment *) record, error);
}

static void
restore_cb (BvScoreHistory *self, GtkWidget *button)
{
  const BvField *field = g_object_get_data (G_OBJECT (button), "field");
  const char *before = g_object_get_data (G_OBJECT (button), "before");
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (!restore (self, field, bv_wording_parse_points (before, NULL), &error))
    bv_session_report (self->session, error);
}

static GtkWidget *
create_restore_button (BvScoreHistory *self, const BvHistoryEntry *entry)
{
  /* Translators: points. */
  g_autofree char *label = g_strdup_printf (_ ("Restore %s"), entry->before);
  g_autofree char *when = bv_backup_age_write_exactly (entry->time);
  g_autofree char *context = g_strdup_printf ("%s, %s", entry->field, when);
  g_autofree char *name = bv_context_append (label, context);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  bv_context_name (button, name);
  g_object_set_data (G_OBJECT (button), "field", (gpointer) entry->changed);
  g_object_set_data_full (G_OBJECT (button), "before", g_strdup (entry->before), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  bv_read_only_set (button, bv_session_explain_read_only (self->session));
  return button;
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_row (BvScoreHistory *self, const BvHistoryEntry *entry, const BvAssessment *now)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *time = bv_backup_age_write_exactly (entry->time);
  g_autofree char *by = g_strdup_printf ("%s · %s", time, entry->user);
  /* Translators: a field, what it was, what it became. */
  g_autofree char *what
    = g_strdup_printf (_ ("%s: %s → %s"), entry->field, entry->before != NULL ? entry->before : "–",
                       entry->after != NULL ? entry->after : "–");
  GtkWidget *change = create_label (what, NULL);
  gint64 before = entry->before != NULL ? bv_wording_parse_points (entry->before, NULL) : BV_NONE;

  gtk_widget_set_tooltip_text (change, entry->label);
  gtk_box_append (GTK_BOX (lines), change);
  gtk_box_append (GTK_BOX (lines), create_label (by, "caption"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), lines);
  if (entry->before != NULL && entry->changed->type == BV_FIELD_POINTS
      && g_str_equal (entry->entity, bv_assessment_entity.name)
      && BV_FIELD_NUMBER (now, entry->changed) != before)
    gtk_box_append (GTK_BOX (row), create_restore_button (self, entry));
  return row;
}

static void
show_entries (BvScoreHistory *self, const GPtrArray *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRecord) now = (BvRecord *) bv_edit_read_assessment (bv_session_get_library (self->session),
                                                                   bv_session_get_campaign (self->session),
                                                                   self->nominee, self->code, &error);

  if (now == NULL)
    {
      bv_session_report (self->session, error);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (self->box, create_row (self, g_ptr_array_index (entries, i), (const BvAssessment *) now));
  gtk_label_set_label (self->nothing_label, _ ("Nobody changed it since the campaign was taken in."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), entries->len == 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = bv_reader_run_finish (result, &error);
  BvScoreHistory *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (entries != NULL)
    show_entries (self, entries);
  else
    bv_session_report (self->session, error);
}

static void
bv_score_history_dispose (GObject *object)
{
  BvScoreHistory *self = BV_SCORE_HISTORY (object);

  stop (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bv_score_history_parent_class)->dispose (object);
}

static void
bv_score_history_finalize (GObject *object)
{
  g_free (BV_SCORE_HISTORY (object)->code);
  G_OBJECT_CLASS (bv_score_history_parent_class)->finalize (object);
}

static void
bv_score_history_class_init (BvScoreHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_score_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_score_history_finalize;
}

static void
bv_score_history_init (BvScoreHistory *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->title = GTK_LABEL (create_label (NULL, "heading"));
  self->nothing_label = GTK_LABEL (create_label (NULL, "dim-label"));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->nothing_label));
  gtk_box_append (GTK_BOX (all), scroller);
  gtk_widget_add_css_class (all, "padded");
  gtk_popover_set_child (GTK_POPOVER (self), all);
  gtk_widget_set_name (GTK_WIDGET (self), "score-history");
}

/**
 * bv_score_history_new:
 * @session: a session
 * @parent: what it stands at, which unparents it
 *
 * Returns: (transfer none): a popover that shows nothing yet
 */
GtkWidget *
bv_score_history_new (BvSession *session, GtkWidget *parent)
{
  BvScoreHistory *self = g_object_new (BV_TYPE_SCORE_HISTORY, NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return GTK_WIDGET (self);
}

/**
 * bv_score_history_show:
 * @history: the popover
 * @place: a cell
 * @name: the name of its nominee
 */
void
bv_score_history_show (BvScoreHistory *history, const BvScorePlace *place, const char *name)
{
  static const BvReaderKind kind = { read_history, input_free, (GDestroyNotify) g_ptr_array_unref };
  Input *input = g_new (Input, 1);
  /* Translators: the name of a nominee, the code of a criterion. */
  g_autofree char *title = g_strdup_printf (_ ("%s, criterion %s"), name, place->criterion);

  stop (history);
  remove_rows (history);
  history->nominee = place->nominee;
  g_free (history->code);
  history->code = g_strdup (place->criterion);
  gtk_label_set_label (history->title, title);
  gtk_label_set_label (history->nothing_label, _ ("Reading the journal…"));
  gtk_widget_set_visible (GTK_WIDGET (history->nothing_label), TRUE);
  *input = (Input){ place->nominee, g_strdup (place->criterion) };
  history->cancellable = g_cancellable_new ();
  bv_reader_run_async (&kind, bv_session_get_folder (history->session), input, history->cancellable, read_cb,
                       history);
  gtk_popover_popup (GTK_POPOVER (history));
}

/**
 * bv_score_history_is_busy:
 * @history: the popover
 *
 * Returns: whether the journal is being read
 */
gboolean
bv_score_history_is_busy (BvScoreHistory *history)
{
  return history->cancellable != NULL;
}
