/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/contest-marks.h"

#include "core/assessment.h"
#include "core/criterion-kind.h"
#include "core/evidence.h"
#include "core/field-value.h"
#include "core/nominee.h"
#include "store/proof/damage.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

#define REJECTED(how) "SELECT id FROM evidence " how "WHERE campaign = ?1 AND state = 'rejected'"

/* A query in each scope, and what takes its rows. */
typedef struct
{
  const char *sql[BV_N_CONTEST_SCOPES];
  BvContestRowFunc take;
} MarkQuery;

/* The mark that a row of (nominee, criterion, …) is about. */
static BvMark *
find_mark (BvContestDraft *filling, sqlite3_stmt *statement, const BvCriterion **leaf)
{
  const BvContestNominee *nominee
    = bv_contest_draft_find_nominee (filling, sqlite3_column_int64 (statement, 0));
  gint64 criterion = sqlite3_column_int64 (statement, 1);
  const GArray *rows = nominee != NULL ? filling->leaves[nominee->group] : NULL;
  const BvContestLeaf *row;

  while (rows != NULL && filling->leaf < rows->len
         && g_array_index (rows, BvContestLeaf, filling->leaf).id < criterion)
    filling->leaf++;
  if (rows == NULL || filling->leaf == rows->len)
    return NULL;
  row = &g_array_index (rows, BvContestLeaf, filling->leaf);
  if (row->id != criterion)
    return NULL;
  if (leaf != NULL)
    *leaf = g_ptr_array_index (bv_contest_group (filling->contest, nominee->group)->leaves, row->index);
  return bv_contest_mark (filling->contest, nominee->first_mark + row->index);
}

static gint16
count_items (const char *list)
{
  gint16 n = 0;

  if (list == NULL)
    return -1;
  for (const char *p = list; *p != '\0'; p++)
    n += *p == ',';
  return g_str_equal (list, "[]") ? 0 : n + 1;
}

static void
read_assessment (BvContestDraft *filling, sqlite3_stmt *statement)
{
  BvMark *mark = find_mark (filling, statement, NULL);
  gint64 state;

  if (mark == NULL)
    return;
  mark->self
    = bv_mark_pack_points (bv_contest_draft_read_number (filling, statement, 2, BV_POINTS_MAX, "assessment"));
  mark->verified
    = bv_mark_pack_points (bv_contest_draft_read_number (filling, statement, 3, BV_POINTS_MAX, "assessment"));
  mark->final
    = bv_mark_pack_points (bv_contest_draft_read_number (filling, statement, 4, BV_POINTS_MAX, "assessment"));
  state = bv_choice_parse (bv_assessment_states, (const char *) sqlite3_column_text (statement, 5));
  if (state == BV_NONE)
    bv_damage_note (filling->library, "assessment", sqlite3_column_int64 (statement, 0),
                    _ ("state: it has no such value"));
  else
    mark->state = state;
  mark->n_items = count_items ((const char *) sqlite3_column_text (statement, 6));
  if (sqlite3_column_type (statement, 7) != SQLITE_NULL)
    mark->passed = bv_contest_draft_read_count (filling, statement, 7, 1, "assessment");
  mark->explained = sqlite3_column_int (statement, 8);
}

static void
read_report (BvContestDraft *filling, sqlite3_stmt *statement)
{
  const BvCriterion *leaf = NULL;
  BvMark *mark = find_mark (filling, statement, &leaf);

  if (mark != NULL && bv_criterion_input (leaf) == BV_INPUT_RECEIVED)
    bv_mark_add_report (mark, leaf, sqlite3_column_int (statement, 2),
                        bv_statement_column_number (statement, 3), filling->contest->date);
}

static void
read_result (BvContestDraft *filling, sqlite3_stmt *statement)
{
  BvMark *mark = find_mark (filling, statement, NULL);

  if (mark != NULL)
    bv_contest_add_result (filling->contest, mark,
                           bv_contest_draft_read_number (filling, statement, 2, BV_QUANTITY_MAX, "result"),
                           bv_contest_draft_read_number (filling, statement, 3, BV_QUANTITY_MAX, "result"),
                           bv_contest_draft_read_number (filling, statement, 4, BV_QUANTITY_MAX, "result"),
                           sqlite3_column_int (statement, 5));
}

static void
read_link (BvContestDraft *filling, sqlite3_stmt *statement)
{
  gint64 evidence = sqlite3_column_int64 (statement, 2);
  BvMark *mark = find_mark (filling, statement, NULL);

  if (mark != NULL && !g_hash_table_contains (filling->rejected, &evidence))
    mark->n_evidence++;
}

static void
read_rejected (BvContestDraft *filling, sqlite3_stmt *statement)
{
  gint64 id = sqlite3_column_int64 (statement, 0);

  g_hash_table_add (filling->rejected, g_memdup2 (&id, sizeof id));
}

static void
read_hold (BvContestDraft *filling, sqlite3_stmt *statement)
{
  BvEntrant *entrant = bv_contest_draft_find_entrant (filling, sqlite3_column_int64 (statement, 0));
  BvHold hold
    = { .from = bv_statement_column_number (statement, 3), .to = bv_statement_column_number (statement, 4) };
  const char *reason = bv_statement_column_text (statement, 1);
  const char *source = bv_statement_column_text (statement, 2);
  g_autofree char *text = NULL;

  if (entrant == NULL || !bv_hold_covers (&hold, filling->contest->date))
    return;
  text = g_strdup_printf ("%s%s%s%s%s%s", entrant->holds != NULL ? entrant->holds : "",
                          entrant->holds != NULL ? "; " : "", reason, *source != '\0' ? " (" : "", source,
                          *source != '\0' ? ")" : "");
  entrant->holds = bv_contest_keep (filling->contest, text);
}

/* In this order: reports are counted in marks that their assessments have begun, and links after what is
 * rejected is known. */
static const MarkQuery mark_queries[] = {
  { BV_CONTEST_OF_EACH ("t.nominee, t.criterion, t.self, t.verified, t.final, t.state, t.items, t.passed, "
                        "t.explanation <> ''",
                        "assessment",
                        "t.criterion"),
    read_assessment },
  { BV_CONTEST_OF_EACH ("t.nominee, t.criterion, t.ordinal, t.received", "report", "t.criterion, t.ordinal"),
    read_report },
  { BV_CONTEST_OF_EACH ("t.nominee, t.criterion, t.baseline, t.result, t.target, t.top_group",
                        "result",
                        "t.criterion, t.ordinal"),
    read_result },
  { { REJECTED ("NOT INDEXED "), REJECTED (""),
      "SELECT e.id FROM evidence_link t JOIN evidence e ON e.id = t.evidence "
      "WHERE t.nominee = ?1 AND e.state = 'rejected'" },
    read_rejected },
  { BV_CONTEST_OF_EACH ("t.nominee, t.criterion, t.evidence", "evidence_link", "t.criterion"), read_link },
  { BV_CONTEST_OF_EACH ("t.nominee, t.reason, t.source, t.\"from\", t.\"to\"", "hold", "t.ordinal"),
    read_hold },
};

/**
 * bv_contest_marks_read:
 * @filling: the contest, whose entrants are there
 * @campaign: the row of the campaign
 * @scope: how the tables are walked
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads the marks and the holds of all nominees.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_contest_marks_read (BvContestDraft *filling, gint64 campaign, BvContestScope scope, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_queries); i++)
    if (!bv_contest_draft_each_row_of_all (filling, mark_queries[i].sql[scope], campaign,
                                           mark_queries[i].take, error))
      return FALSE;
  return TRUE;
}

/**
 * bv_contest_marks_read_one:
 * @filling: the contest, whose entrants are there
 * @nominee: the row of a nominee
 * @error: return location for a %BV_STORE_ERROR
 *
 * Reads the marks and the holds of one nominee.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
bv_contest_marks_read_one (BvContestDraft *filling, gint64 nominee, GError **error)
{
  gboolean ok = TRUE;

  bv_contest_draft_go_to (filling, nominee);
  g_hash_table_remove_all (filling->rejected);
  for (guint i = 0; ok && i < G_N_ELEMENTS (mark_queries); i++)
    ok = bv_contest_draft_each_row (filling, mark_queries[i].sql[BV_CONTEST_SCOPE_ONE], nominee,
                                    mark_queries[i].take, error);
  return ok;
}
