/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/criteria-list.h"

#include "app/evidence/attach-job.h"
#include "app/evidence/evidence-dialog.h"
#include "app/evidence/evidence-link.h"
#include "app/evidence/open-job.h"
#include "app/paste/paste-job.h"
#include "app/table/table-page.h"
#include "core/form/short-answer.h"
#include "store/assessment-edit.h"
#include "store/lists.h"

/* New rows that are laid out in one frame: most of its time goes into their titles. */
#define ROWS_A_FRAME 2

/**
 * BvCriteriaList:
 *
 * What a nominee has reached in each leaf of its group, and what proves it: one #BvCriterionRow a leaf, below
 * the titles of its sections, each with a draft of the assessment. The rows are kept as long as nominees of
 * the same group follow each other.
 */
struct _BvCriteriaList
{
  GtkWidget parent_instance;
  GtkBox *box;
  BvEvidencePopover *popover; /* NULL until it was asked for */

  BvSession *session;
  gint64 nominee;         /* 0: none */
  char *key;              /* of the nominee */
  BvGroup *group;         /* whose rows stand there; NULL: none */
  GPtrArray *rows;        /* of BvCriterionRow */
  GPtrArray *drafts;      /* of BvDraft, one a row */
  BvTable *evidence;      /* of the nominee */
  BvAssessmentEdit *edit; /* of the score that is being saved; else NULL */
  GtkWidget *hidden;      /* the first child that is not shown yet; NULL: all are */
  guint wanted_row;       /* which has the focus when the next nominee is shown */
  int wanted_column;      /* a BvScoreEntry; -1: none */
};

G_DEFINE_FINAL_TYPE (BvCriteriaList, bv_criteria_list, GTK_TYPE_WIDGET)

static gpointer
read_assessment (gconstpointer record, gpointer data, GError **error)
{
  const BvAssessment *assessment = record;
  BvCriteriaList *self = BV_CRITERIA_LIST (gtk_widget_get_ancestor (data, BV_TYPE_CRITERIA_LIST));

  g_clear_pointer (&self->edit, bv_assessment_edit_free);
  self->edit
    = bv_assessment_edit_new (bv_session_get_library (self->session), bv_session_get_campaign (self->session),
                              self->nominee, assessment->criterion, error);
  return self->edit != NULL ? bv_assessment_edit_copy (self->edit) : NULL;
}

static gboolean
save_assessment (gpointer record, gpointer data, GError **error)
{
  BvCriterionRow *row = data;
  BvCriteriaList *self = BV_CRITERIA_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), BV_TYPE_CRITERIA_LIST));
  g_autoptr (BvAssessmentEdit) edit = g_steal_pointer (&self->edit);

  bv_short_answer_complete_reports (record, bv_criterion_row_get_leaf (row));
  return bv_assessment_edit_write (edit, record, error);
}

static BvAssessment *
copy_assessment (const BvNominee *nominee, const BvCriterion *leaf)
{
  BvAssessment *assessment;

  for (guint i = 0; i < nominee->assessments->len; i++)
    {
      const BvAssessment *found = g_ptr_array_index (nominee->assessments, i);

      if (g_str_equal (found->criterion, leaf->code))
        return bv_record_copy (found);
    }
  assessment = bv_record_new (&bv_assessment_entity);
  g_free (assessment->criterion);
  assessment->criterion = g_strdup (leaf->code);
  return assessment;
}

/* Behind the last score comes the first of the next nominee. */
static void
go_onward (BvCriteriaList *self, guint column)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), BV_TYPE_TABLE_PAGE);

  if (page == NULL || !bv_table_page_step (BV_TABLE_PAGE (page), 1))
    return;
  self->wanted_row = 0;
  self->wanted_column = column;
}

static void
go_cb (BvCriteriaList *self, guint column, int rows, gboolean onward, BvCriterionRow *row)
{
  guint place;

  bv_criteria_list_fill (self);
  if (!g_ptr_array_find (self->rows, row, &place))
    return;
  if (place + rows < self->rows->len)
    bv_criterion_row_focus (g_ptr_array_index (self->rows, place + rows), column);
  else if (onward)
    go_onward (self, column);
}

static void
attach_cb (BvCriteriaList *self, GPtrArray *files, BvCriterionRow *row)
{
  const BvCriterion *leaf = bv_criterion_row_get_leaf (row);

  if (self->nominee == 0 || bv_session_is_read_only (self->session))
    return;
  if (files->len > 0)
    g_object_unref (bv_attach_job_start (self->session, self->nominee, leaf->code, files));
  else
    bv_evidence_dialog_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            self->nominee, leaf->code);
}

static void
open_evidence_cb (BvCriteriaList *self, guint piece)
{
  g_object_unref (bv_open_job_start (self->session,
                                     bv_table_get_text (self->evidence, piece, BV_EVIDENCE_COLUMN_SHA256),
                                     bv_table_get_text (self->evidence, piece, BV_EVIDENCE_COLUMN_FILE)));
}

static void
remove_evidence_cb (BvCriteriaList *self, guint piece, BvCriterionRow *row)
{
  const BvCriterion *leaf = bv_criterion_row_get_leaf (row);
  const BvLinkedPiece linked = { bv_table_get_id (self->evidence, piece),
                                 bv_table_get_text (self->evidence, piece, BV_EVIDENCE_COLUMN_KEY),
                                 bv_table_get_number (self->evidence, piece, BV_EVIDENCE_COLUMN_LINKS) };
  g_autoptr (GError) error = NULL;

  if (!bv_evidence_link_remove (self->session, self->nominee, leaf->code, &linked, &error))
    bv_session_report (self->session, error);
}

static void
edit_evidence_cb (BvCriteriaList *self, guint piece, BvCriterionRow *row)
{
  if (self->popover == NULL)
    {
      self->popover = BV_EVIDENCE_POPOVER (bv_evidence_popover_new (self->session));
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
    }
  bv_evidence_popover_show (self->popover, bv_criterion_row_get_evidence_list (row),
                            bv_table_get_id (self->evidence, piece));
}

/* From that score on, down to the other criteria and to the right to the other scores. */
static void
paste_cb (BvCriteriaList *self, guint column, BvCriterionRow *row)
{
  static const char *const points[BV_N_SCORE_ENTRIES] = { "self", "verified", "final" };
  GtkWidget *entry = bv_criterion_row_get_entry (row, column);
  const BvPaste paste = { .kind = BV_PASTE_SCORES,
                          .points = (char *) points[column],
                          .nominee = self->key,
                          .criterion = bv_criterion_row_get_leaf (row)->code,
                          .is_down = TRUE };

  if (self->nominee != 0)
    bv_paste_job_start_in_entry (GTK_EDITABLE (entry), self->session, &paste);
}

static void
add_row (BvCriteriaList *self, const BvCriterion *leaf)
{
  GtkWidget *row = bv_criterion_row_new (leaf);
  BvDraft *draft
    = bv_draft_new (bv_record_new (&bv_assessment_entity), read_assessment, save_assessment, row);

  g_signal_connect_swapped (row, "go", G_CALLBACK (go_cb), self);
  g_signal_connect_swapped (row, "attach", G_CALLBACK (attach_cb), self);
  g_signal_connect_swapped (row, "open-evidence", G_CALLBACK (open_evidence_cb), self);
  g_signal_connect_swapped (row, "edit-evidence", G_CALLBACK (edit_evidence_cb), self);
  g_signal_connect_swapped (row, "remove-evidence", G_CALLBACK (remove_evidence_cb), self);
  g_signal_connect_swapped (row, "paste", G_CALLBACK (paste_cb), self);
  gtk_box_append (self->box, row);
  g_ptr_array_add (self->rows, row);
  bv_draft_set_locked (draft, bv_session_explain_read_only (self->session));
  g_ptr_array_add (self->drafts, draft);
}

static void
add_section (BvCriteriaList *self, const BvCriterion *section)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", section->code, section->title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "section");
  gtk_box_append (self->box, label);
}

static void
add_rows (BvCriteriaList *self, GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (bv_criterion_is_leaf (criterion))
        {
          add_row (self, criterion);
          continue;
        }
      add_section (self, criterion);
      add_rows (self, criterion->criteria);
    }
}

static void
show_hidden (BvCriteriaList *self, guint most)
{
  for (; most > 0 && self->hidden != NULL; most--)
    {
      gtk_widget_set_visible (self->hidden, TRUE);
      self->hidden = gtk_widget_get_next_sibling (self->hidden);
    }
}

static gboolean
show_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BvCriteriaList *self = BV_CRITERIA_LIST (widget);

  show_hidden (self, ROWS_A_FRAME);
  return self->hidden != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* New ones are seen from frame to frame. */
static void
show_rows (BvCriteriaList *self)
{
  gboolean showing = self->hidden != NULL;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
  self->hidden = first;
  if (!showing)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_more_cb, NULL, NULL);
}

/* The score that has the focus: its place is asked for among the rows that come. */
static void
want_focus (BvCriteriaList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    for (guint k = 0; k < BV_N_SCORE_ENTRIES; k++)
      {
        GtkWidget *entry = bv_criterion_row_get_entry (g_ptr_array_index (self->rows, i), k);

        if (self->wanted_column >= 0
            || (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
          continue;
        self->wanted_row = i;
        self->wanted_column = k;
      }
}

/* A wish counts for what is shown next, and no longer. */
static void
focus_wanted (BvCriteriaList *self, gboolean are_others)
{
  int column = self->wanted_column;

  self->wanted_column = -1;
  if (!are_others || column < 0 || self->rows->len == 0)
    return;
  bv_criteria_list_fill (self);
  bv_criterion_row_focus (g_ptr_array_index (self->rows, MIN (self->wanted_row, self->rows->len - 1)),
                          column);
}

/* Returns: whether the rows are new */
static gboolean
set_group (BvCriteriaList *self, const BvGroup *group)
{
  GtkWidget *child;

  if (self->group != NULL && bv_record_equal (self->group, group)
      && self->group->record.id == group->record.id)
    return FALSE;
  want_focus (self);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->drafts, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_clear_pointer (&self->group, bv_record_free);
  self->group = bv_record_copy (group);
  add_rows (self, self->group->criteria);
  show_rows (self);
  return TRUE;
}

static void
release_rows (BvCriteriaList *self)
{
  for (guint i = 0; self->evidence != NULL && i < self->rows->len; i++)
    bv_criterion_row_bind (g_ptr_array_index (self->rows, i), NULL, self->evidence);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
bind_rows (BvCriteriaList *self, const BvNominee *nominee)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      BvCriterionRow *row = g_ptr_array_index (self->rows, i);
      BvDraft *draft = g_ptr_array_index (self->drafts, i);

      bv_draft_take_record (draft, copy_assessment (nominee, bv_criterion_row_get_leaf (row)));
      bv_criterion_row_bind (row, draft, self->evidence);
    }
}

static void
bv_criteria_list_dispose (GObject *object)
{
  BvCriteriaList *self = BV_CRITERIA_LIST (object);
  GtkWidget *child;

  self->popover = NULL;
  self->hidden = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->evidence, bv_table_unref);
  g_clear_pointer (&self->edit, bv_assessment_edit_free);
  G_OBJECT_CLASS (bv_criteria_list_parent_class)->dispose (object);
}

static void
bv_criteria_list_finalize (GObject *object)
{
  BvCriteriaList *self = BV_CRITERIA_LIST (object);

  g_free (self->key);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->drafts);
  bv_record_free (self->group);
  G_OBJECT_CLASS (bv_criteria_list_parent_class)->finalize (object);
}

static void
bv_criteria_list_class_init (BvCriteriaListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bv_criteria_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_criteria_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bv_criteria_list_init (BvCriteriaList *self)
{
  self->wanted_column = -1;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * bv_criteria_list_show:
 * @list: the list
 * @session: the session
 * @nominee: a nominee, as the library has it now
 * @group: its group
 * @evidence: (transfer full): its evidence
 */
void
bv_criteria_list_show (BvCriteriaList *list,
                       BvSession *session,
                       const BvNominee *nominee,
                       const BvGroup *group,
                       BvTable *evidence)
{
  gboolean is_other, is_new;

  g_set_object (&list->session, session);
  g_clear_pointer (&list->evidence, bv_table_unref);
  list->evidence = evidence;
  is_other = list->nominee != nominee->record.id;
  if (is_other)
    release_rows (list);
  list->nominee = nominee->record.id;
  g_free (list->key);
  list->key = g_strdup (nominee->key);
  is_new = set_group (list, group);
  bind_rows (list, nominee);
  focus_wanted (list, is_other || is_new);
  if (list->popover != NULL)
    bv_evidence_popover_refresh (list->popover);
}

/**
 * bv_criteria_list_forget:
 * @list: the list
 *
 * Forgets the nominee, and with the next one what was typed for it.
 */
void
bv_criteria_list_forget (BvCriteriaList *list)
{
  list->nominee = 0;
  list->wanted_column = -1;
}

/**
 * bv_criteria_list_is_filling:
 * @list: the list
 *
 * Returns: whether rows of it are about to be shown
 */
gboolean
bv_criteria_list_is_filling (BvCriteriaList *list)
{
  return list->hidden != NULL && gtk_widget_get_mapped (GTK_WIDGET (list));
}

/**
 * bv_criteria_list_fill:
 * @list: the list
 *
 * Shows all rows at once, which then can have the focus.
 */
void
bv_criteria_list_fill (BvCriteriaList *list)
{
  show_hidden (list, G_MAXUINT);
}

/**
 * bv_criteria_list_count:
 * @list: the list
 *
 * Returns: how many rows there are
 */
guint
bv_criteria_list_count (BvCriteriaList *list)
{
  return list->rows->len;
}

/**
 * bv_criteria_list_show_scores:
 * @list: the list
 * @scores: (nullable): what was computed, for as many leaves as there are rows; %NULL: nothing yet
 * @first_mark: the place of the nominee's first leaf in @scores
 */
void
bv_criteria_list_show_scores (BvCriteriaList *list, const BvScores *scores, guint first_mark)
{
  for (guint i = 0; i < list->rows->len; i++)
    bv_criterion_row_set_score (g_ptr_array_index (list->rows, i),
                                scores != NULL ? bv_scores_leaf (scores, first_mark + i) : NULL);
}

/**
 * bv_criteria_list_get_row:
 * @list: the list
 * @leaf: the place of a leaf in its group
 *
 * Returns: (transfer none) (nullable): its row
 */
BvCriterionRow *
bv_criteria_list_get_row (BvCriteriaList *list, guint leaf)
{
  return leaf < list->rows->len ? g_ptr_array_index (list->rows, leaf) : NULL;
}

/**
 * bv_criteria_list_get_popover:
 * @list: the list
 *
 * Returns: (transfer none) (nullable): where evidence is edited, once it was asked for
 */
BvEvidencePopover *
bv_criteria_list_get_popover (BvCriteriaList *list)
{
  return list->popover;
}
