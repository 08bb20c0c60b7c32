/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/nominees/criterion-row.h"

#include "app/evidence/evidence-list.h"
#include "app/form/field-entry.h"
#include "app/form/leaf-form.h"
#include "app/form/read-only.h"
#include "app/nominees/score-dots.h"
#include "app/page/context.h"
#include "core/assessment.h"
#include "core/criterion-kind.h"
#include "core/text/wording.h"

#include <glib/gi18n-lib.h>

/**
 * BvCriterionRow:
 *
 * One leaf of a nominee: its scores side by side, what it counts, and behind an expander everything else.
 * `go` asks for the score so many rows below, and with Enter for the next nominee's behind the last one;
 * `attach` gives files that were dropped or asks for some with an empty list; `open-evidence`,
 * `edit-evidence` and `remove-evidence` name a row of the table of evidence. `paste` asks for what is on the
 * clipboard, from one of the scores on.
 */
struct _BvCriterionRow
{
  GtkWidget parent_instance;

  GtkLabel *code_label;
  GtkLabel *title_label;
  BvScoreDots *dots;
  GtkLabel *points_label;
  GtkWidget *self_entry;
  GtkWidget *verified_entry;
  GtkWidget *final_entry;
  GtkLabel *message_label;
  GtkExpander *expander;
  GtkLabel *summary_label;
  GtkBox *content;
  BvEvidenceList *evidence_list;
  GtkWidget *attach_button;

  BvCriterion *leaf;
  BvDraft *draft;
  GtkWidget *form; /* NULL until the row was expanded */
  guint n_evidence;
  BvLeafScore score;
  gboolean is_scored; /* the score is computed */
};

G_DEFINE_FINAL_TYPE (BvCriterionRow, bv_criterion_row, GTK_TYPE_WIDGET)

enum
{
  GO,
  ATTACH,
  OPEN_EVIDENCE,
  EDIT_EVIDENCE,
  REMOVE_EVIDENCE,
  PASTE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
append_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_state (GString *text, const BvAssessment *assessment)
{
  append_part (text, _ (bv_assessment_states[assessment->state].title));
}

static void
append_items (BvCriterionRow *self, GString *text, const BvAssessment *assessment)
{
  g_autofree char *part = NULL;

  if (bv_criterion_input (self->leaf) != BV_INPUT_ITEMS || assessment->items == NULL)
    return;
  part
    = g_strdup_printf (_ ("%u of %u items"), assessment->items->len, bv_criterion_count_items (self->leaf));
  append_part (text, part);
}

static void
append_evidence (BvCriterionRow *self, GString *text)
{
  g_autofree char *part = NULL;

  if (self->leaf->evidence == 0 && self->n_evidence == 0)
    return;
  part = self->leaf->evidence > 0
           ? g_strdup_printf (_ ("evidence %u of %d"), self->n_evidence, (int) self->leaf->evidence)
           : g_strdup_printf (_ ("evidence %u"), self->n_evidence);
  append_part (text, part);
}

static void
show_summary (BvCriterionRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const BvAssessment *assessment
    = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  if (assessment == NULL)
    return;
  append_state (text, assessment);
  append_items (self, text, assessment);
  append_evidence (self, text);
  if ((self->score.flags & BV_LEAF_UNPROVEN) != 0)
    append_part (text, _ ("unproven"));
  if ((self->score.flags & BV_LEAF_UNASSESSED) != 0)
    append_part (text, _ ("not scored"));
  gtk_label_set_label (self->summary_label, text->str);
  if ((self->score.flags & BV_LEAF_UNPROVEN) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->summary_label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary_label), "warning");
}

/* What is out of the count whatever is typed says why in the place of its points. */
static char *
write_points (BvCriterionRow *self, const char *points, const char *reason)
{
  g_autofree char *max = bv_wording_points (self->leaf->max);

  if (self->is_scored && (self->score.flags & (BV_LEAF_NOT_ASSIGNED | BV_LEAF_AWAITING)) != 0)
    return g_strdup (reason);
  if (!self->is_scored || (self->score.flags & BV_LEAF_UNASSESSED) != 0)
    return g_strdup_printf ("… / %s", max);
  return g_strdup_printf ("%s / %s", points, max);
}

/* What is not assigned counts nothing, and is no part of what can be reached either. */
static char *
write_tip (BvCriterionRow *self, const char *reason)
{
  if (reason == NULL)
    return NULL;
  return g_strdup_printf ((self->score.flags & BV_LEAF_NOT_ASSIGNED) != 0
                            ? _ ("Left out of the count, and of what can be reached: %s")
                            : _ ("Counts 0.00: %s"),
                          reason);
}

static void
show_dots (BvCriterionRow *self, gboolean counts)
{
  const BvAssessment *assessment
    = self->draft != NULL ? bv_draft_get_record (self->draft, BV_DRAFT_WHOLE) : NULL;

  bv_score_dots_set (self->dots, assessment != NULL ? assessment->self : BV_NONE,
                     counts ? self->score.points : BV_NONE, self->leaf->max);
}

/* Where no final score is typed, the entry shows what counts without it. */
static void
show_points (BvCriterionRow *self)
{
  const guint none = BV_LEAF_NOT_ASSIGNED | BV_LEAF_AWAITING | BV_LEAF_UNASSESSED;
  gboolean counts = self->is_scored && (self->score.flags & none) == 0;
  const char *reason = self->is_scored ? bv_leaf_score_reason (&self->score) : NULL;
  g_autofree char *points = bv_wording_points (self->score.points);
  g_autofree char *text = write_points (self, points, reason);
  g_autofree char *tip = write_tip (self, reason);

  show_dots (self, counts);
  gtk_label_set_label (self->points_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->points_label), tip);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->final_entry), counts ? points : NULL);
  if (self->draft == NULL || bv_draft_get_locked (self->draft) == NULL)
    gtk_widget_set_tooltip_text (self->final_entry, tip != NULL ? tip
                                                    : counts
                                                      ? _ ("Counts as shown while nothing is typed here")
                                                      : NULL);
}

static void
changed_cb (BvCriterionRow *self)
{
  show_summary (self);
}

static void
message_cb (BvCriterionRow *self, GParamSpec *pspec, BvFieldEntry *entry)
{
  const char *message = bv_field_entry_get_message (entry);

  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

static void
go (BvCriterionRow *self, GtkWidget *entry, int rows, gboolean onward)
{
  for (guint i = 0; i < BV_N_SCORE_ENTRIES; i++)
    if (bv_criterion_row_get_entry (self, i) == entry)
      g_signal_emit (self, signals[GO], 0, i, rows, onward);
}

static void
entered_cb (BvCriterionRow *self, GtkWidget *entry)
{
  go (self, entry, 1, TRUE);
}

/* What is copied may be more than one cell. */
static void
paste_cb (BvCriterionRow *self, GtkText *text)
{
  for (guint i = 0; i < BV_N_SCORE_ENTRIES; i++)
    if (gtk_editable_get_delegate (GTK_EDITABLE (bv_criterion_row_get_entry (self, i)))
        == GTK_EDITABLE (text))
      {
        g_signal_stop_emission_by_name (text, "paste-clipboard");
        g_signal_emit (self, signals[PASTE], 0, i);
      }
}

/* Behind the input method, which has a use for them while it composes. */
static gboolean
key_pressed_cb (BvCriterionRow *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *keys)
{
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || (!is_down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up))
    return GDK_EVENT_PROPAGATE;
  go (self, gtk_event_controller_get_widget (keys), is_down ? 1 : -1, FALSE);
  return GDK_EVENT_STOP;
}

static void
expanded_cb (BvCriterionRow *self)
{
  if (self->form != NULL || !gtk_expander_get_expanded (self->expander))
    return;
  self->form = bv_leaf_form_new (self->leaf);
  gtk_box_prepend (self->content, self->form);
  bv_leaf_form_bind (BV_LEAF_FORM (self->form), self->draft);
}

static void
open_cb (BvCriterionRow *self, guint row)
{
  g_signal_emit (self, signals[OPEN_EVIDENCE], 0, row);
}

static void
edit_cb (BvCriterionRow *self, guint row)
{
  g_signal_emit (self, signals[EDIT_EVIDENCE], 0, row);
}

static void
remove_cb (BvCriterionRow *self, guint row)
{
  g_signal_emit (self, signals[REMOVE_EVIDENCE], 0, row);
}

static void
attach_clicked_cb (BvCriterionRow *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_signal_emit (self, signals[ATTACH], 0, none);
}

static gboolean
dropped_cb (BvCriterionRow *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, g_object_ref (item->data));
  if (files->len > 0)
    g_signal_emit (self, signals[ATTACH], 0, files);
  return files->len > 0;
}

static void
bv_criterion_row_dispose (GObject *object)
{
  BvCriterionRow *self = BV_CRITERION_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  bv_draft_follow (&self->draft, NULL, NULL, self);
  g_clear_pointer (&child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), BV_TYPE_CRITERION_ROW);
  G_OBJECT_CLASS (bv_criterion_row_parent_class)->dispose (object);
}

static void
bv_criterion_row_finalize (GObject *object)
{
  bv_record_free (BV_CRITERION_ROW (object)->leaf);
  G_OBJECT_CLASS (bv_criterion_row_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/nominees/criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, code_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, dots);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, points_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, self_entry);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, verified_entry);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, final_entry);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, expander);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, content);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, evidence_list);
  gtk_widget_class_bind_template_child (widget_class, BvCriterionRow, attach_button);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_clicked_cb);
}

static void
bv_criterion_row_class_init (BvCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_criterion_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bv_criterion_row_finalize;
  signals[GO] = g_signal_new ("go", BV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[ATTACH] = g_signal_new ("attach", BV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[OPEN_EVIDENCE] = g_signal_new ("open-evidence", BV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[EDIT_EVIDENCE] = g_signal_new ("edit-evidence", BV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVE_EVIDENCE] = g_signal_new ("remove-evidence", BV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PASTE] = g_signal_new ("paste", BV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (BV_TYPE_FIELD_ENTRY);
  g_type_ensure (BV_TYPE_EVIDENCE_LIST);
  g_type_ensure (BV_TYPE_SCORE_DOTS);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "criterion");
}

static void
listen_to_keys (BvCriterionRow *self, GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard",
                           G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}

static void
bv_criterion_row_init (BvCriterionRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < BV_N_SCORE_ENTRIES; i++)
    listen_to_keys (self, bv_criterion_row_get_entry (self, i));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
name_parts (BvCriterionRow *self)
{
  /* Translators: %s is the number of a criterion. */
  g_autofree char *expander
    = g_strdup_printf (_ ("State, evidence and notes of criterion %s"), self->leaf->code);
  g_autofree char *attach = g_strdup_printf (_ ("Add files to criterion %s"), self->leaf->code);

  bv_context_name (GTK_WIDGET (self->expander), expander);
  bv_context_name (self->attach_button, attach);
}

/**
 * bv_criterion_row_new:
 * @leaf: a leaf
 *
 * Returns: (transfer floating): a row without an assessment
 */
GtkWidget *
bv_criterion_row_new (const BvCriterion *leaf)
{
  BvCriterionRow *self = g_object_new (BV_TYPE_CRITERION_ROW, NULL);

  self->leaf = bv_record_copy (leaf);
  gtk_label_set_label (self->code_label, leaf->code);
  gtk_label_set_label (self->title_label, bv_criterion_short_title (leaf));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), leaf->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, leaf->title, -1);
  name_parts (self);
  show_points (self);
  return GTK_WIDGET (self);
}

static void
bind_entry (BvCriterionRow *self, BvScoreEntry column, const char *name)
{
  BvFieldEntry *entry = BV_FIELD_ENTRY (bv_criterion_row_get_entry (self, column));
  const BvField *field = bv_entity_find_field (&bv_assessment_entity, name);
  g_autofree char *label = g_strdup_printf ("%s %s", self->leaf->code, _ (field->title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  bv_field_entry_bind (entry, self->draft, BV_DRAFT_WHOLE, field);
}

static guint
count_evidence (BvTable *evidence, gint64 criterion)
{
  guint n = 0;

  for (guint i = 0; i < bv_table_get_n_rows (evidence); i++)
    n += bv_table_get_group (evidence, i) == criterion;
  return n;
}

/**
 * bv_criterion_row_bind:
 * @row: a row
 * @draft: (nullable): the assessment that it shows from now on
 * @evidence: from bv_lists_read_evidence()
 */
void
bv_criterion_row_bind (BvCriterionRow *row, BvDraft *draft, BvTable *evidence)
{
  const char *locked = draft != NULL ? bv_draft_get_locked (draft) : NULL;

  bv_draft_follow (&row->draft, draft, G_CALLBACK (changed_cb), row);
  bind_entry (row, BV_SCORE_ENTRY_SELF, "self");
  bind_entry (row, BV_SCORE_ENTRY_VERIFIED, "verified");
  bind_entry (row, BV_SCORE_ENTRY_FINAL, "final");
  row->n_evidence = count_evidence (evidence, row->leaf->record.id);
  bv_evidence_list_set_table (row->evidence_list, evidence, row->leaf->record.id, row->leaf->code, locked);
  bv_read_only_set (row->attach_button, locked);
  if (row->form != NULL)
    bv_leaf_form_bind (BV_LEAF_FORM (row->form), draft);
  show_summary (row);
}

/**
 * bv_criterion_row_set_score:
 * @row: a row
 * @score: (nullable): what the leaf counts; %NULL: not computed yet
 */
void
bv_criterion_row_set_score (BvCriterionRow *row, const BvLeafScore *score)
{
  row->is_scored = score != NULL;
  row->score = score != NULL ? *score : (BvLeafScore){ 0, 0 };
  show_points (row);
  show_summary (row);
}

/**
 * bv_criterion_row_focus:
 * @row: a row
 * @column: which of its scores
 */
void
bv_criterion_row_focus (BvCriterionRow *row, BvScoreEntry column)
{
  gtk_widget_grab_focus (bv_criterion_row_get_entry (row, column));
}

/**
 * bv_criterion_row_get_evidence_list:
 * @row: a row
 *
 * Returns: (transfer none): the list of what proves its score
 */
GtkWidget *
bv_criterion_row_get_evidence_list (BvCriterionRow *row)
{
  return GTK_WIDGET (row->evidence_list);
}

/**
 * bv_criterion_row_get_leaf:
 * @row: a row
 *
 * Returns: (transfer none): its leaf
 */
const BvCriterion *
bv_criterion_row_get_leaf (BvCriterionRow *row)
{
  return row->leaf;
}

/**
 * bv_criterion_row_get_entry:
 * @row: a row
 * @column: which of its scores
 *
 * Returns: (transfer none): the #BvFieldEntry of that score
 */
GtkWidget *
bv_criterion_row_get_entry (BvCriterionRow *row, BvScoreEntry column)
{
  GtkWidget *entries[BV_N_SCORE_ENTRIES] = { row->self_entry, row->verified_entry, row->final_entry };

  return entries[column];
}
