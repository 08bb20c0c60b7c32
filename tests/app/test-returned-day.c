/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inbox/handout-dialog.h"
#include "app/intake/intake-page-private.h"
#include "app/mail/letter-choice.h"
#include "exchange/interchange/interchange.h"
#include "hand.h"
#include "intake-fixture.h"
#include "store/campaigns.h"

#include <stdlib.h>
#include <string.h>

/* The day on which the units send back what they were asked for. BANGVANG_RETURNED_FILES and
 * BANGVANG_RETURNED_PROOFS say how many files that are, and how many files that prove what is said in them:
 * 195 and 400 are all of them; by itself the test takes a few. */
#define FILES 20
#define PROOFS 40
#define MOST_DECISIONS 40 /* on the whole day */
#define MOST_KEYS 300     /* on the whole day */
#define LATER "(sửa)"     /* what the name of the file has in which a unit thought better of it */

static guint n_decisions;

static guint
read_setting (const char *name, guint otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static char *
get_path (BvWindow *window, const char *name)
{
  g_autoptr (GFile) file = intake_get_outside (window, name);
  g_autofree char *path = g_file_get_path (file);

  return g_canonicalize_filename (path, NULL);
}

static void
dump (BvWindow *window, const char *name)
{
  BvSession *session = bv_window_get_session (window);
  g_autoptr (BvCampaign) campaign = bv_campaigns_read (
    bv_session_get_library (session), bv_session_get_campaign (session), BV_CAMPAIGN_WHOLE, NULL);
  g_autofree char *path = get_path (window, name);
  gsize length;
  g_autofree char *text = bv_interchange_write (campaign, &length);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

/* @last: may be NULL */
static void
run_script (const char *verb, const char *first, const char *second, const char *third, const char *last)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "cli", "returned_day.py", NULL);
  const char *const arguments[]
    = { g_getenv ("BANGVANG_PYTHON"), script, verb, first, second, third, last, NULL };
  g_autofree char *said = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (GStrv) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, &complaint, &status,
                &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s%s", verb, said, complaint);
  if (*said != '\0')
    g_test_message ("%s", g_strchomp (said));
}

/* Units far from each other in the list, so many. */
static void
choose_some (BvHandoutDialog *dialog, guint n)
{
  GListModel *choices = bv_handout_dialog_get_choices (dialog);
  guint n_all = g_list_model_get_n_items (choices);

  for (guint i = 0; i < n_all && n < n_all; i++)
    {
      g_autoptr (BvLetterChoice) choice = g_list_model_get_item (choices, i);

      bv_letter_choice_set_chosen (choice, i == 0 || i * n / n_all != (i - 1) * n / n_all);
    }
}

/* Returns: (transfer full): the folder of the forms */
static char *
hand_out (BvWindow *window, guint n_files)
{
  g_autofree char *outside = get_path (window, "");
  g_autoptr (GFile) folder = g_file_new_for_path (outside);
  g_autoptr (BvWork) work = NULL;
  BvHandoutDialog *dialog;

  hand_begin_stage ("the forms are handed out");
  fixture_show (window, "inbox");
  hand_count (1);
  hand_click ("Hand out forms…");
  dialog = fixture_wait_for_window ("handout");
  choose_some (dialog, n_files);
  bv_handout_dialog_set_way (dialog, BV_HANDOUT_FILE);
  hand_count (4);
  work = bv_handout_dialog_write (dialog, folder);
  g_assert_nonnull (work);
  fixture_wait_for_work (work);
  g_assert_false (bv_work_has_failed (work));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_settle (window);
  return g_file_get_path (bv_work_get_file (work));
}

/* As somebody lets go of files over the widget. */
static void
drop (GtkWidget *widget, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) list = g_slist_prepend (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (list));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
  hand_count (1);
}

/* What somebody knows who was told. */

/* Returns: (transfer full) (element-type GStrv): a line each */
static GPtrArray *
read_answers (const char *out)
{
  g_autofree char *path = g_build_filename (out, "answers.tsv", NULL);
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    g_ptr_array_add (answers, g_strsplit (*line, "\t", -1));
  return answers;
}

static const char *const *
find_answer (const GPtrArray *answers, const BvIntakeQuestion *question)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const char *const *answer = g_ptr_array_index (answers, i);

      if (g_str_equal (answer[0], bv_asked_kind_get_name (question->kind))
          && (question->kind == BV_ASKED_PROOF ? g_str_has_suffix (question->said, answer[1])
                                               : g_str_equal (answer[1], question->said)))
        return answer;
    }
  g_error ("%s “%s” is asked, which nobody can know", bv_asked_kind_get_name (question->kind),
           question->shown);
}

/* Answering */

static BvPlanRow
get_selected (BvIntakePage *page)
{
  return bv_intake_page_get_row (page, bv_table_page_get_selected (BV_TABLE_PAGE (page)));
}

static void
assert_reason (BvIntakePage *page)
{
  const BvPlannedFile *file = bv_intake_page_get_file (page);
  const BvPlanRow row = get_selected (page);
  const char *reason = row.asked != NULL
                         ? bv_plan_table_get_asked_reason (page->intake->plan, file, row.asked)
                         : row.value->reason;

  g_assert_nonnull (reason);
  /* It begins a sentence there. */
  g_assert_nonnull (fixture_find_said (GTK_WIDGET (page->panel), g_utf8_next_char (reason)));
}

static guint
find_choice (const BvIntakeQuestion *question, const char *answer)
{
  guint place = 0;

  while (place < question->choices->len
         && !g_str_equal (((BvIntakeChoice *) g_ptr_array_index (question->choices, place))->answer, answer))
    place++;
  return place;
}

static void
choose (BvWindow *window, const BvIntakeQuestion *question, const char *const *answer)
{
  guint place = find_choice (question, answer[2]);
  const char *wanted = answer[2];

  /* None of the criteria that are likely: another one of the nominee. */
  if (place == question->choices->len && question->kind == BV_ASKED_PROOF)
    place = find_choice (question, wanted = answer[3]);
  for (guint i = 0; i < place; i++)
    hand_press (GDK_KEY_Down, 0);
  if (place == question->choices->len)
    {
      /* None of those that are offered: another unit is searched. */
      hand_press (GDK_KEY_Return, 0);
      hand_type (answer[3]);
      hand_press (GDK_KEY_Down, 0);
      for (guint i = 0; g_strcmp0 (intake_read_focused_answer (window), wanted) != 0 && i < 9; i++)
        hand_press (GDK_KEY_Down, 0);
    }
  g_assert_cmpstr (intake_read_focused_answer (window), ==, wanted);
  intake_press (window, GDK_KEY_Return, 0);
}

/* The row that is selected first may be one that is refused. */
static const BvIntakeQuestion *
go_to_question (BvIntakePage *page)
{
  BvPlanRow row = get_selected (page);

  if (bv_intake_questions_list (page->intake->plan->questions)->len == 0)
    return NULL;
  while (bv_plan_row_get_question (&row) == NULL)
    {
      hand_press (GDK_KEY_j, GDK_CONTROL_MASK);
      row = get_selected (page);
    }
  return bv_plan_row_get_question (&row);
}

static void
answer_all (BvWindow *window, BvIntakePage *page, const GPtrArray *answers)
{
  const BvIntakeQuestion *question;

  hand_begin_stage ("questions are answered");
  while ((question = go_to_question (page)) != NULL)
    {
      const char *file = bv_intake_page_get_file (page)->name;

      assert_reason (page);
      if (intake_read_focused_answer (window) == NULL)
        hand_press (GDK_KEY_Return, 0);
      if (question->kind != BV_ASKED_CONFLICT)
        choose (window, question, find_answer (answers, question));
      else
        hand_click (strstr (file, LATER) != NULL ? "Take theirs in all of the file"
                                                 : "Keep ours in all of the file");
      intake_wait_for_plan (window);
      n_decisions++;
    }
}

static BvIntakePage *
drop_all (BvWindow *window, const char *out)
{
  g_autofree char *handed = g_build_filename (out, "gửi về", NULL);

  hand_begin_stage ("all that came back is dropped");
  drop (GTK_WIDGET (window), handed);
  fixture_wait (intake_shows_preview, window, "the preview");
  fixture_settle (window);
  return bv_intake_page_find (GTK_WINDOW (window));
}

static gboolean
is_taken_in (gpointer window)
{
  return bv_session_is_writable (bv_window_get_session (window)) && intake_shows_inbox (window);
}

static void
assert_as_before (BvWindow *window, const char *digest)
{
  g_autofree char *undone = NULL;

  fixture_undo (window);
  undone = intake_dump (window);
  g_assert_cmpstr (undone, ==, digest);
}

static void
test_day (BvWindow *window)
{
  guint n_files = read_setting ("BANGVANG_RETURNED_FILES", FILES);
  guint n_proofs = read_setting ("BANGVANG_RETURNED_PROOFS", PROOFS);
  g_autofree char *digest = intake_dump (window);
  g_autofree char *forms = hand_out (window, n_files);
  g_autofree char *out = get_path (window, "ngày");
  g_autofree char *before = get_path (window, "before.json");
  g_autofree char *after = get_path (window, "after.json");
  g_autofree char *proofs = g_strdup_printf ("%u", n_proofs);
  g_autoptr (GPtrArray) answers = NULL;

  dump (window, "before.json");
  run_script ("make", forms, before, out, proofs);
  answers = read_answers (out);
  answer_all (window, drop_all (window, out), answers);
  hand_begin_stage ("all of it is taken in");
  hand_press (GDK_KEY_Return, GDK_CONTROL_MASK);
  fixture_wait (is_taken_in, window, "the inbox");
  fixture_settle (window);
  g_test_message ("%u files, %u proofs: %u decisions, each with its reason", n_files, n_proofs, n_decisions);
  g_assert_cmpuint (n_decisions, <=, MOST_DECISIONS);
  hand_end (MOST_KEYS);
  dump (window, "after.json");
  run_script ("judge", out, before, after, NULL);
  assert_as_before (window, digest);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/returned-day/all-that-came-back-is-taken-in-with-few-decisions-and-nothing-is-wrong",
               test_day);
  return g_test_run ();
}
