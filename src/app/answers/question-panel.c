/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/answers/question-panel.h"

#include "app/answers/answer-row.h"
#include "core/intake/match/unit-search.h"
#include "core/text/wording.h"
#include "exchange/intake/choice/shown-value.h"

#include <glib/gi18n-lib.h>

#define UNITS_MOST 30 /* that are found by a search */

/**
 * BvQuestionPanel:
 *
 * What is selected in a preview, and where it is a question the answers to it. It keeps nothing of the plan:
 * who shows it gives it another row, or none, before the plan goes.
 */
struct _BvQuestionPanel
{
  GtkWidget parent_instance;
  GtkLabel *title_label;
  GtkLabel *reason_label;
  GtkScrolledWindow *scroller;
  GtkListBox *choices;
  GtkWidget *bar;
  GtkEditable *unit_entry;
  GtkWidget *all_ours_button;
  GtkWidget *all_theirs_button;
  GtkWidget *answer_button;

  const BvImportPlan *plan;         /* NULL: nothing is shown */
  const BvIntakeQuestion *question; /* NULL: nothing is asked */
};

G_DEFINE_FINAL_TYPE (BvQuestionPanel, bv_question_panel, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_choices (BvQuestionPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->choices, 0)) != NULL)
    gtk_list_box_remove (self->choices, GTK_WIDGET (row));
}

static void
add_choice (BvQuestionPanel *self, const char *answer, const char *title, const char *reason)
{
  gtk_list_box_append (self->choices, bv_answer_row_new (answer, title, reason));
}

static gboolean
offers (const BvIntakeQuestion *question, const char *answer)
{
  for (guint i = 0; i < question->choices->len; i++)
    if (g_str_equal (((BvIntakeChoice *) g_ptr_array_index (question->choices, i))->answer, answer))
      return TRUE;
  return FALSE;
}

static void
select_first (BvQuestionPanel *self)
{
  gtk_list_box_select_row (self->choices, gtk_list_box_get_row_at_index (self->choices, 0));
}

static void
offer_candidates (BvQuestionPanel *self)
{
  const BvIntakeQuestion *question = self->question;

  clear_choices (self);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const BvIntakeChoice *choice = g_ptr_array_index (question->choices, i);

      add_choice (self, choice->answer, choice->title, choice->reason);
    }
  if (bv_asked_kind_is_of_unit (question->kind))
    add_choice (self, NULL, _ ("Another unit…"), _ ("search it by its name or code"));
  if (bv_asked_kind_can_leave_out (question->kind) && !offers (question, BV_ANSWER_LEAVE_OUT))
    add_choice (self, BV_ANSWER_LEAVE_OUT, _ ("Leave it out"), _ ("nothing of it is taken in"));
  select_first (self);
}

static void
offer_found (BvQuestionPanel *self, const char *text)
{
  const GPtrArray *registry
    = self->plan->registry != NULL ? self->plan->registry : self->plan->campaign->units;
  g_autoptr (GPtrArray) units
    = bv_unit_search_find (registry, self->plan->campaign->starts, text, UNITS_MOST);

  clear_choices (self);
  for (guint i = 0; i < units->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (units, i);
      const BvUnit *above
        = unit->parent != NULL ? g_hash_table_lookup (self->plan->units, unit->parent) : NULL;
      g_autofree char *title
        = above != NULL ? g_strdup_printf ("%s, %s", unit->name, above->name) : g_strdup (unit->name);

      add_choice (self, unit->code, title, unit->code);
    }
  select_first (self);
}

static void
search_changed_cb (BvQuestionPanel *self)
{
  const char *text = gtk_editable_get_text (self->unit_entry);

  if (self->question == NULL || !bv_asked_kind_is_of_unit (self->question->kind))
    return;
  if (*text != '\0')
    offer_found (self, text);
  else
    offer_candidates (self);
}

static void
answer (BvQuestionPanel *self, const char *key, const char *said, const char *title)
{
  g_autofree char *both = g_strdup_printf ("“%s”: %s", self->question->shown, title);

  g_signal_emit (self, signals[ANSWERED], 0, key, said, both);
}

static void
answer_by_row (BvQuestionPanel *self, GtkListBoxRow *row)
{
  const char *said = row != NULL ? bv_answer_row_get_answer (row) : NULL;

  if (self->question == NULL || row == NULL)
    return;
  if (said == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->unit_entry));
  else
    answer (self, self->question->key, said, bv_answer_row_get_title (row));
}

static void
row_activated_cb (BvQuestionPanel *self, GtkListBoxRow *row)
{
  answer_by_row (self, row);
}

static void
answer_cb (BvQuestionPanel *self)
{
  answer_by_row (self, gtk_list_box_get_selected_row (self->choices));
}

/* The key by which all values of the file are decided that wait for it. */
static void
answer_all (BvQuestionPanel *self, const char *said, const char *title)
{
  g_autofree char *key = bv_intake_question_key (BV_ASKED_CONFLICT, self->question->scope, BV_ANSWER_FOR_ALL);

  g_signal_emit (self, signals[ANSWERED], 0, key, said, title);
}

static void
all_ours_cb (BvQuestionPanel *self)
{
  answer_all (self, BV_ANSWER_OURS, _ ("all conflicts of the file: what stands here"));
}

static void
all_theirs_cb (BvQuestionPanel *self)
{
  answer_all (self, BV_ANSWER_THEIRS, _ ("all conflicts of the file: what the file says"));
}

/* Down goes from what is typed to what was found. */
static gboolean
entry_key_cb (BvQuestionPanel *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return bv_question_panel_focus (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
leave (BvQuestionPanel *self)
{
  if (*gtk_editable_get_text (self->unit_entry) != '\0')
    {
      gtk_editable_set_text (self->unit_entry, "");
      bv_question_panel_focus (self);
    }
  else
    {
      g_signal_emit (self, signals[LEFT], 0);
    }
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  leave (BV_QUESTION_PANEL (widget));
  return GDK_EVENT_STOP;
}

static void
stop_search_cb (BvQuestionPanel *self)
{
  leave (self);
}

static void
append_line (GString *text, const char *line)
{
  g_autofree char *sentence = line != NULL && *line != '\0' ? bv_wording_sentence (line) : NULL;

  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
}

/* Old, ours and theirs in a line; the answers below say whose each is. */
static char *
write_conflict (const BvPlannedValue *value)
{
  g_autofree char *was = bv_shown_value_write (value->was);
  g_autofree char *ours = bv_shown_value_write (value->before);
  g_autofree char *theirs = bv_shown_value_write (value->after);

  return g_strdup_printf (_ ("When the form went out: %s · here now: %s · in the file: %s"), was, ours,
                          theirs);
}

static const char *
find_reason (const BvImportPlan *plan, const BvPlannedFile *file, const BvPlanRow *row)
{
  if (row->value != NULL)
    return row->value->reason;
  return row->asked != NULL ? bv_plan_table_get_asked_reason (plan, file, row->asked) : NULL;
}

static char *
write_reason (const BvImportPlan *plan,
              const BvPlannedFile *file,
              const BvPlanRow *row,
              const BvIntakeQuestion *question)
{
  GString *text = g_string_new (NULL);
  g_autofree char *conflict
    = row->value != NULL && row->value->state == BV_PLANNED_CONFLICT ? write_conflict (row->value) : NULL;
  g_autofree char *places
    = row->asked != NULL && row->asked->n_places > 1 ? g_strdup_printf (
        _ ("The answer is for all %u places of it in this file, and in the others"), row->asked->n_places)
                                                     : NULL;
  g_autofree char *refused = question != NULL && question->refused != NULL
                               ? g_strdup_printf (_ ("“%s” is none of what it may be"), question->refused)
                               : NULL;

  append_line (text, find_reason (plan, file, row));
  append_line (text, conflict);
  append_line (text, refused);
  for (char **sample = question != NULL ? question->samples : NULL; sample != NULL && *sample != NULL;
       sample++)
    append_line (text, *sample);
  append_line (text, places);
  return g_string_free (text, FALSE);
}

static char *
write_title (const BvImportPlan *plan, const BvPlannedFile *file, const BvPlanRow *row)
{
  const BvPlannedQuestion *asked = row->asked;
  g_autofree char *where = asked != NULL ? bv_plan_table_write_asked_place (plan, file, asked)
                                         : bv_planned_value_write_place (file, row->value);
  const char *subject = row->value != NULL ? bv_plan_table_name_subject (plan, row->value) : "";

  if (asked != NULL)
    return g_strdup_printf ("“%s” · %s · %s", asked->question->shown, where,
                            bv_asked_kind_get_title (asked->question->kind));
  return g_strconcat (bv_plan_table_name_state (row->value->state), " · ", where,
                      *subject != '\0' ? " · " : "", subject, NULL);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_answers (BvQuestionPanel *self)
{
  gboolean is_asked = self->question != NULL;
  gboolean is_of_unit = is_asked && bv_asked_kind_is_of_unit (self->question->kind);
  gboolean is_conflict = is_asked && self->question->kind == BV_ASKED_CONFLICT;

  gtk_editable_set_text (self->unit_entry, "");
  if (is_asked)
    offer_candidates (self);
  else
    clear_choices (self);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), is_asked);
  gtk_widget_set_visible (self->bar, is_asked);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_entry), is_of_unit);
  gtk_widget_set_visible (self->all_ours_button, is_conflict);
  gtk_widget_set_visible (self->all_theirs_button, is_conflict);
}

static void
bv_question_panel_dispose (GObject *object)
{
  GtkWidget *child;

  BV_QUESTION_PANEL (object)->question = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bv_question_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bangvang/BangVang/ui/answers/question-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, reason_label);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, choices);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, bar);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, unit_entry);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, all_ours_button);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, all_theirs_button);
  gtk_widget_class_bind_template_child (widget_class, BvQuestionPanel, answer_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_ours_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
bv_question_panel_class_init (BvQuestionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_question_panel_dispose;
  /* Somebody answers: the key of the question, the answer, and both as people read them. */
  signals[ANSWERED] = g_signal_new ("answered", BV_TYPE_QUESTION_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  /* The focus is to go where the row is. */
  signals[LEFT]
    = g_signal_new ("left", BV_TYPE_QUESTION_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  bind_template (widget_class);
}

static void
bv_question_panel_init (BvQuestionPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 4);
}

/**
 * bv_question_panel_show:
 * @panel: the panel
 * @plan: (nullable): a plan, which stays as long as a row of it is shown; %NULL: none
 * @file: (nullable): one of its files
 * @row: what is selected in it, or nothing
 *
 * Shows a row; of the same question what was chosen or typed stays.
 */
void
bv_question_panel_show (BvQuestionPanel *panel,
                        const BvImportPlan *plan,
                        const BvPlannedFile *file,
                        const BvPlanRow *row)
{
  const BvIntakeQuestion *question = bv_plan_row_get_question (row);
  gboolean is_something = plan != NULL && (row->value != NULL || row->asked != NULL);
  g_autofree char *title = is_something ? write_title (plan, file, row) : g_strdup ("");
  g_autofree char *reason = write_reason (plan, file, row, question);

  set_label (panel->title_label, title);
  set_label (panel->reason_label, reason);
  if (question == panel->question && question != NULL)
    return;
  panel->plan = plan;
  panel->question = question;
  show_answers (panel);
}

/**
 * bv_question_panel_focus:
 * @panel: the panel
 *
 * Returns: whether there are answers, the chosen of which has the focus now
 */
gboolean
bv_question_panel_focus (BvQuestionPanel *panel)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (panel->choices);

  return panel->question != NULL && row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
