/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominee-details.h"

#include "app/attaching.h"
#include "app/evidence-popover.h"
#include "app/last-folder.h"
#include "app/opening.h"
#include "app/record-draft.h"
#include "app/record-form.h"
#include "core/eligibility.h"
#include "core/nominee.h"
#include "core/wording.h"
#include "store/editing.h"
#include "store/pages.h"

#include <glib/gi18n-lib.h>

/**
 * BvNomineeDetails:
 *
 * The selected nominee: what it has reached, one #BvCriterionRow a leaf of its group, and its file. The rows
 * are kept as long as nominees of the same group follow each other.
 */
struct _BvNomineeDetails
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *name_label;
  GtkLabel *total_label;
  GtkLabel *place_label;
  GtkLabel *reasons_label;
  GtkBox *criteria_box;
  GtkExpander *profile_expander;

  BvSession *session;
  gint64 nominee;    /* 0: none */
  BvGroup *group;    /* whose rows stand there; NULL: none */
  BvDraft *draft;    /* of the nominee */
  GPtrArray *rows;   /* of BvCriterionRow */
  GPtrArray *drafts; /* of BvDraft, one a row */
  BvTable *evidence;
  GtkWidget *profile; /* the form; NULL until it was asked for */
  GtkWidget *person;  /* the form of the person, beside */
  gboolean profile_of_person;
  BvEvidencePopover *popover; /* NULL until it was asked for */
};

G_DEFINE_FINAL_TYPE (BvNomineeDetails, bv_nominee_details, GTK_TYPE_WIDGET)

static gboolean
is_empty_report (gconstpointer report)
{
  return ((const BvReport *) report)->received == BV_NONE;
}

/* One date or null a due date, or nothing at all. */
static void
complete_reports (BvAssessment *assessment, const BvCriterion *leaf)
{
  guint n_empty = 0;

  if (leaf->kind != BV_CRITERION_REPORTS || assessment->received->len == 0)
    return;
  while (assessment->received->len < bv_criterion_count_due (leaf))
    bv_record_add_child (assessment, bv_entity_find_field (&bv_assessment_entity, "received"));
  for (guint i = 0; i < assessment->received->len; i++)
    n_empty += is_empty_report (g_ptr_array_index (assessment->received, i));
  if (n_empty == assessment->received->len)
    g_ptr_array_set_size (assessment->received, 0);
}

static gpointer
read_assessment (gconstpointer record, gpointer data, GError **error)
{
  const BvAssessment *assessment = record;
  BvNomineeDetails *self = BV_NOMINEE_DETAILS (gtk_widget_get_ancestor (data, BV_TYPE_NOMINEE_DETAILS));

  return bv_editing_read_assessment (bv_session_get_library (self->session),
                                     bv_session_get_campaign (self->session), self->nominee,
                                     assessment->criterion, error);
}

static gboolean
save_assessment (gpointer record, gpointer data, GError **error)
{
  BvCriterionRow *row = data;
  BvNomineeDetails *self
    = BV_NOMINEE_DETAILS (gtk_widget_get_ancestor (GTK_WIDGET (row), BV_TYPE_NOMINEE_DETAILS));

  complete_reports (record, bv_criterion_row_get_leaf (row));
  return bv_editing_write_assessment (bv_session_get_library (self->session),
                                      bv_session_get_campaign (self->session), self->nominee, record, error);
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

static void
go_down_cb (BvNomineeDetails *self, guint column, BvCriterionRow *row)
{
  guint place;

  if (g_ptr_array_find (self->rows, row, &place) && place + 1 < self->rows->len)
    bv_criterion_row_focus (g_ptr_array_index (self->rows, place + 1), column);
}

/* Where files are asked for, and what they shall prove. */
typedef struct
{
  BvNomineeDetails *details;
  char *criterion;
} Choice;

static void
chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  if (response == GTK_RESPONSE_ACCEPT)
    {
      bv_last_folder_keep (GTK_FILE_CHOOSER (dialog), "evidence-folder");
      bv_nominee_details_attach (choice->details, choice->criterion, list);
    }
  g_object_unref (choice->details);
  g_free (choice->criterion);
  g_free (choice);
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "pdf",  "jpg", "jpeg", "png", "tif",  "tiff", "doc",
                                          "docx", "xls", "xlsx", "ppt", "pptx", "odt",  "ods" };
  g_autoptr (GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (documents, _ ("Documents, tables and pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (documents, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, documents);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
ask_for_files (BvNomineeDetails *self, const char *criterion)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Add evidence"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  Choice *choice = g_new0 (Choice, 1);

  choice->details = g_object_ref (self);
  choice->criterion = g_strdup (criterion);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  bv_last_folder_show (GTK_FILE_CHOOSER (dialog), "evidence-folder");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
attach_cb (BvNomineeDetails *self, GPtrArray *files, BvCriterionRow *row)
{
  const BvCriterion *leaf = bv_criterion_row_get_leaf (row);

  if (files->len > 0)
    bv_nominee_details_attach (self, leaf->code, files);
  else
    ask_for_files (self, leaf->code);
}

static void
open_evidence_cb (BvNomineeDetails *self, guint piece)
{
  g_object_unref (bv_opening_start (self->session,
                                    bv_table_get_text (self->evidence, piece, BV_EVIDENCE_SHA256),
                                    bv_table_get_text (self->evidence, piece, BV_EVIDENCE_FILE)));
}

static void
drop_link (BvAssessment *assessment, const char *key)
{
  for (guint i = assessment->evidence->len; i > 0; i--)
    {
      const BvEvidenceLink *link = g_ptr_array_index (assessment->evidence, i - 1);

      if (g_str_equal (link->evidence, key))
        g_ptr_array_remove_index (assessment->evidence, i - 1);
    }
}

static gboolean
unlink_evidence (BvNomineeDetails *self, const char *criterion, const char *key, GError **error)
{
  BvLibrary *library = bv_session_get_library (self->session);
  gint64 campaign = bv_session_get_campaign (self->session);
  g_autoptr (BvRecord) record
    = (BvRecord *) bv_editing_read_assessment (library, campaign, self->nominee, criterion, error);

  if (record == NULL)
    return FALSE;
  drop_link ((BvAssessment *) record, key);
  return bv_editing_write_assessment (library, campaign, self->nominee, (BvAssessment *) record, error);
}

/* A document that proves nothing else goes; one that does is only unlinked. */
static gboolean
remove_evidence (BvNomineeDetails *self, const char *criterion, guint piece, GError **error)
{
  const char *key = bv_table_get_text (self->evidence, piece, BV_EVIDENCE_KEY);

  if (bv_table_get_number (self->evidence, piece, BV_EVIDENCE_LINKS) > 1)
    return unlink_evidence (self, criterion, key, error);
  return bv_editing_remove (bv_session_get_library (self->session), bv_session_get_campaign (self->session),
                            &bv_evidence_entity, bv_table_get_id (self->evidence, piece), error);
}

static void
remove_evidence_cb (BvNomineeDetails *self, guint piece, BvCriterionRow *row)
{
  g_autoptr (GError) error = NULL;

  if (!remove_evidence (self, bv_criterion_row_get_leaf (row)->code, piece, &error))
    bv_session_report (self->session, error);
}

static void
edit_evidence_cb (BvNomineeDetails *self, guint piece, BvCriterionRow *row)
{
  if (self->popover == NULL)
    {
      self->popover = BV_EVIDENCE_POPOVER (bv_evidence_popover_new (self->session));
      gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
    }
  bv_evidence_popover_show (self->popover, bv_criterion_row_get_evidence_list (row),
                            bv_table_get_id (self->evidence, piece));
}

static void
add_row (BvNomineeDetails *self, const BvCriterion *leaf)
{
  GtkWidget *row = bv_criterion_row_new (leaf);
  gpointer blank = bv_record_new (&bv_assessment_entity);

  g_signal_connect_swapped (row, "go-down", G_CALLBACK (go_down_cb), self);
  g_signal_connect_swapped (row, "attach", G_CALLBACK (attach_cb), self);
  g_signal_connect_swapped (row, "open-evidence", G_CALLBACK (open_evidence_cb), self);
  g_signal_connect_swapped (row, "edit-evidence", G_CALLBACK (edit_evidence_cb), self);
  g_signal_connect_swapped (row, "remove-evidence", G_CALLBACK (remove_evidence_cb), self);
  gtk_box_append (self->criteria_box, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->drafts, bv_draft_new (blank, read_assessment, save_assessment, row));
}

static void
add_section (BvNomineeDetails *self, const BvCriterion *section)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", section->code, section->title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "section");
  gtk_box_append (self->criteria_box, label);
}

static void
add_rows (BvNomineeDetails *self, GPtrArray *criteria)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      const BvCriterion *criterion = g_ptr_array_index (criteria, i);

      if (criterion->kind != BV_CRITERION_SECTION)
        {
          add_row (self, criterion);
          continue;
        }
      add_section (self, criterion);
      add_rows (self, criterion->criteria);
    }
}

static void
set_group (BvNomineeDetails *self, const BvGroup *group)
{
  GtkWidget *child;

  if (self->group != NULL && bv_record_equal (self->group, group)
      && self->group->record.id == group->record.id)
    return;
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->drafts, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->criteria_box))) != NULL)
    gtk_box_remove (self->criteria_box, child);
  g_clear_pointer (&self->group, bv_record_free);
  self->group = bv_record_copy (group);
  add_rows (self, self->group->criteria);
}

static void
create_profile (BvNomineeDetails *self)
{
  static const char *const person[] = { "person",   "summary", "award",      "withdrawn", "holds",
                                        "decision", "awards",  "initiative", "votes",     NULL };
  static const char *const collective[]
    = { "women_percent", "parent_rank", "summary",    "award", "withdrawn", "holds",
        "decision",      "awards",      "initiative", "votes", NULL };
  const BvNominee *nominee = bv_draft_get_record (self->draft, BV_DRAFT_WHOLE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->profile_of_person = nominee->person != NULL;
  self->profile = bv_record_form_new (&bv_nominee_entity, self->profile_of_person ? person : collective);
  self->person = bv_record_form_new (&bv_person_entity, NULL);
  gtk_widget_set_visible (self->person, self->profile_of_person);
  gtk_box_append (GTK_BOX (box), self->person);
  gtk_box_append (GTK_BOX (box), self->profile);
  gtk_expander_set_child (self->profile_expander, box);
}

static void
bind_profile (BvNomineeDetails *self, BvDraft *draft)
{
  BvDraftPath person = { bv_entity_find_field (&bv_nominee_entity, "person"), 0 };

  if (self->profile == NULL)
    return;
  bv_record_form_bind (BV_RECORD_FORM (self->profile), draft, BV_DRAFT_WHOLE);
  bv_record_form_bind (BV_RECORD_FORM (self->person), self->profile_of_person ? draft : NULL, person);
}

/* What was typed for another nominee and could not be saved does not belong to this one. */
static void
release_rows (BvNomineeDetails *self)
{
  for (guint i = 0; self->evidence != NULL && i < self->rows->len; i++)
    bv_criterion_row_bind (g_ptr_array_index (self->rows, i), NULL, self->evidence);
  bind_profile (self, NULL);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
bind_rows (BvNomineeDetails *self, const BvNominee *nominee)
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
show_profile (BvNomineeDetails *self)
{
  const BvNominee *nominee = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (nominee == NULL || !gtk_expander_get_expanded (self->profile_expander))
    return;
  if (self->profile == NULL || self->profile_of_person != (nominee->person != NULL))
    create_profile (self);
  bind_profile (self, self->draft);
}

static void
profile_expanded_cb (BvNomineeDetails *self)
{
  show_profile (self);
}

static void
show_nothing (BvNomineeDetails *self)
{
  self->nominee = 0;
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/* A decision without its reason would stand in the way of sealing. */
static gboolean
check_decision (gconstpointer before, gconstpointer after, GError **error)
{
  const BvDecision *decision = ((const BvNominee *) after)->decision;

  if (decision == NULL || !bv_text_is_blank (decision->reason)
      || bv_record_equal (decision, ((const BvNominee *) before)->decision))
    return TRUE;
  g_set_error_literal (error, BV_ENTITY_ERROR, BV_ENTITY_ERROR_REQUIRED,
                       _ ("Write the reason of the decision first: it is printed with the proposal"));
  return FALSE;
}

static void
take_draft (BvNomineeDetails *self, BvNominee *nominee)
{
  if (self->draft != NULL)
    {
      bv_draft_take_record (self->draft, nominee);
      return;
    }
  self->draft = bv_record_draft_new (self->session, nominee);
  bv_draft_set_check (self->draft, check_decision);
}

static void
bv_nominee_details_dispose (GObject *object)
{
  BvNomineeDetails *self = BV_NOMINEE_DETAILS (object);
  GtkWidget *child;

  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_NOMINEE_DETAILS);
  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->evidence, bv_table_unref);
  G_OBJECT_CLASS (bv_nominee_details_parent_class)->dispose (object);
}

static void
bv_nominee_details_finalize (GObject *object)
{
  BvNomineeDetails *self = BV_NOMINEE_DETAILS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->drafts);
  bv_record_free (self->group);
  G_OBJECT_CLASS (bv_nominee_details_parent_class)->finalize (object);
}

static void
bv_nominee_details_class_init (BvNomineeDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_nominee_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_nominee_details_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominee-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, total_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, place_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, reasons_label);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, criteria_box);
  gtk_widget_class_bind_template_child (widget_class, BvNomineeDetails, profile_expander);
  gtk_widget_class_bind_template_callback (widget_class, profile_expanded_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bv_nominee_details_init (BvNomineeDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
read_nominee (BvNomineeDetails *self, gint64 nominee, BvNominee **record, GError **error)
{
  BvLibrary *library = bv_session_get_library (self->session);
  BvTable *evidence = bv_pages_read_evidence (library, nominee, error);

  if (evidence == NULL)
    return FALSE;
  g_clear_pointer (&self->evidence, bv_table_unref);
  self->evidence = evidence;
  *record
    = bv_editing_read (library, bv_session_get_campaign (self->session), &bv_nominee_entity, nominee, error);
  return *record != NULL;
}

static const BvGroup *
find_group (BvSession *session, const char *key)
{
  const BvCampaign *head = bv_session_get_head (session);

  for (guint i = 0; i < head->groups->len; i++)
    if (g_str_equal (bv_record_key (g_ptr_array_index (head->groups, i)), key))
      return g_ptr_array_index (head->groups, i);
  return NULL;
}

/**
 * bv_nominee_details_show:
 * @details: the details
 * @session: the session
 * @nominee: a nominee's row, as the library has it now; 0: none
 * @name: its name
 * @place: where it belongs
 */
void
bv_nominee_details_show (BvNomineeDetails *details,
                         BvSession *session,
                         gint64 nominee,
                         const char *name,
                         const char *place)
{
  g_autoptr (GError) error = NULL;
  BvNominee *record = NULL;

  g_set_object (&details->session, session);
  if (nominee == 0 || bv_session_get_head (session) == NULL)
    {
      show_nothing (details);
      return;
    }
  if (!read_nominee (details, nominee, &record, &error))
    {
      bv_session_report (session, error);
      show_nothing (details);
      return;
    }
  if (details->nominee != nominee)
    release_rows (details);
  details->nominee = nominee;
  gtk_label_set_label (details->name_label, name);
  gtk_label_set_label (details->place_label, place);
  set_group (details, find_group (session, record->group));
  bind_rows (details, record);
  take_draft (details, record);
  show_profile (details);
  if (details->popover != NULL)
    bv_evidence_popover_refresh (details->popover);
  gtk_stack_set_visible_child_name (details->stack, "nominee");
  bv_nominee_details_show_scores (details);
}

static void
show_reasons (BvNomineeDetails *self, char **reasons)
{
  g_autofree char *text = reasons != NULL ? g_strjoinv ("\n", reasons) : NULL;

  gtk_label_set_label (self->reasons_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reasons_label), text != NULL && *text != '\0');
}

static void
clear_scores (BvNomineeDetails *self)
{
  gtk_label_set_label (self->total_label, "…");
  show_reasons (self, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    bv_criterion_row_set_score (g_ptr_array_index (self->rows, i), NULL);
}

/**
 * bv_nominee_details_show_scores:
 * @details: the details
 *
 * Shows what the last ranking says of the nominee.
 */
void
bv_nominee_details_show_scores (BvNomineeDetails *details)
{
  guint place = details->nominee != 0 ? bv_session_find_entrant (details->session, details->nominee)
                                      : BV_SESSION_NO_ENTRANT;
  g_auto (GStrv) reasons = NULL;
  g_autofree char *total = NULL;
  const BvProposal *proposal;
  const BvEntrant *entrant;

  if (place == BV_SESSION_NO_ENTRANT)
    {
      clear_scores (details);
      return;
    }
  proposal = bv_session_get_proposal (details->session);
  entrant = bv_contest_entrant (proposal->contest, place);
  if (bv_contest_group (proposal->contest, entrant->group)->leaves->len != details->rows->len)
    return;
  total = bv_wording_points (bv_scores_get (proposal->scores, place)->total);
  gtk_label_set_label (details->total_label, total);
  reasons = bv_eligibility_list_reasons (proposal->scores, place);
  show_reasons (details, reasons);
  for (guint i = 0; i < details->rows->len; i++)
    bv_criterion_row_set_score (g_ptr_array_index (details->rows, i),
                                bv_scores_leaf (proposal->scores, entrant->first_mark + i));
}

/**
 * bv_nominee_details_get_row:
 * @details: the details of a nominee
 * @leaf: the place of a leaf in its group
 *
 * Returns: (transfer none) (nullable): its row
 */
BvCriterionRow *
bv_nominee_details_get_row (BvNomineeDetails *details, guint leaf)
{
  return leaf < details->rows->len ? g_ptr_array_index (details->rows, leaf) : NULL;
}

/**
 * bv_nominee_details_get_popover:
 * @details: the details of a nominee
 *
 * Returns: (transfer none) (nullable): where evidence is edited, once it was asked for
 */
BvEvidencePopover *
bv_nominee_details_get_popover (BvNomineeDetails *details)
{
  return details->popover;
}

/**
 * bv_nominee_details_attach:
 * @details: the details of a nominee
 * @criterion: the code of a leaf
 * @files: (element-type GFile): what shall prove its score
 */
void
bv_nominee_details_attach (BvNomineeDetails *details, const char *criterion, GPtrArray *files)
{
  if (details->nominee != 0)
    g_object_unref (bv_attaching_start (details->session, details->nominee, criterion, files));
}
