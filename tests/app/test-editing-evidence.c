/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "core/evidence.h"
#include "store/pages.h"

static BvTable *
read_evidence (BvWindow *window, gint64 nominee)
{
  return bv_pages_read_evidence (bv_session_get_library (bv_window_get_session (window)), nominee, NULL);
}

static char *
read_cell (BvWindow *window, gint64 nominee, BvEvidenceColumn column)
{
  g_autoptr (BvTable) table = read_evidence (window, nominee);

  g_assert_cmpuint (bv_table_get_n_rows (table), >, 0);
  return g_strdup (bv_table_get_text (table, 0, column));
}

/* The first nominee that has evidence. */
static gint64
select_proven (BvWindow *window)
{
  BvPage *page = fixture_show (window, "nominees");

  for (guint i = 0; i < fixture_count_rows (page); i++)
    {
      BvTable *rows = bv_row_get_table (bv_page_get_selected (page));
      gint64 nominee = bv_table_get_id (rows, i);

      if (fixture_count_evidence (window, nominee) == 0)
        continue;
      g_assert_true (bv_page_select (page, nominee));
      fixture_settle (window);
      return nominee;
    }
  g_error ("nobody has evidence");
}

static BvDraft *
open_first (BvWindow *window)
{
  BvNomineeDetails *details = fixture_get_details (window);

  g_signal_emit_by_name (bv_nominee_details_get_row (details, 0), "edit-evidence", 0);
  return bv_evidence_popover_get_draft (bv_nominee_details_get_popover (details));
}

static void
test_state (BvWindow *window)
{
  const BvField *state = bv_entity_find_field (&bv_evidence_entity, "state");
  const BvField *number = bv_entity_find_field (&bv_evidence_entity, "number");
  gint64 nominee = select_proven (window);
  BvDraft *draft = open_first (window);
  g_autofree char *rejected = NULL;
  g_autofree char *named = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (bv_draft_set_number (draft, BV_DRAFT_WHOLE, state, BV_EVIDENCE_REJECTED, NULL));
  fixture_settle (window);
  rejected = read_cell (window, nominee, BV_EVIDENCE_STATE);
  g_assert_cmpstr (rejected, ==, "rejected");
  g_assert_true (bv_draft_set_text (draft, BV_DRAFT_WHOLE, number, "15/BC-SYT", NULL));
  fixture_settle (window);
  named = read_cell (window, nominee, BV_EVIDENCE_NUMBER);
  g_assert_cmpstr (named, ==, "15/BC-SYT");
  g_assert_true (bv_session_undo (bv_window_get_session (window), NULL));
  fixture_settle (window);
  undone = read_cell (window, nominee, BV_EVIDENCE_NUMBER);
  g_assert_cmpstr (undone, !=, "15/BC-SYT");
  g_assert_cmpstr (((BvEvidence *) bv_draft_get_record (draft, BV_DRAFT_WHOLE))->number, ==, undone);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  fixture_add ("/evidence/its-state-and-number-are-edited-one-action-each", test_state);
  return g_test_run ();
}
