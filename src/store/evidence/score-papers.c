/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/evidence/score-papers.h"

#include "core/field-value.h"
#include "store/statement.h"

#define COLUMNS "e.id, e.key, e.file, e.sha256, e.number, e.issued, e.issuer, e.title, e.state, e.bytes"

#define PAPERS                                                                           \
  "SELECT " COLUMNS ", (SELECT count (*) FROM evidence_link o WHERE o.evidence = e.id) " \
  "+ (SELECT count (*) FROM achievement_report r WHERE r.evidence = e.id), "             \
  "(SELECT count (DISTINCT o.nominee) FROM evidence_link o WHERE o.evidence = e.id) "    \
  "FROM evidence_link l JOIN evidence e ON e.id = l.evidence "                           \
  "WHERE l.nominee = ?1 AND l.criterion = ?2 ORDER BY l.ordinal"

static void
set_text (char **place, sqlite3_stmt *row, int column)
{
  g_free (*place);
  *place = g_strdup (bv_statement_column_text (row, column));
}

static BvEvidence *
read_evidence (sqlite3_stmt *row)
{
  BvEvidence *evidence = bv_record_new (&bv_evidence_entity);

  evidence->record.id = sqlite3_column_int64 (row, 0);
  set_text (&evidence->key, row, 1);
  set_text (&evidence->file, row, 2);
  set_text (&evidence->sha256, row, 3);
  set_text (&evidence->number, row, 4);
  evidence->issued = bv_statement_column_number (row, 5);
  set_text (&evidence->issuer, row, 6);
  set_text (&evidence->title, row, 7);
  evidence->state = bv_choice_parse (bv_evidence_states, bv_statement_column_text (row, 8));
  evidence->bytes = bv_statement_column_number (row, 9);
  return evidence;
}

static void
paper_free (gpointer data)
{
  BvScorePaper *paper = data;

  bv_record_free (paper->evidence);
  g_free (paper);
}

static gpointer
read_paper (sqlite3_stmt *row)
{
  BvScorePaper *paper = g_new (BvScorePaper, 1);

  *paper = (BvScorePaper){ read_evidence (row), (guint) sqlite3_column_int64 (row, 10),
                           (guint) sqlite3_column_int64 (row, 11) };
  return paper;
}

static gpointer
read_stored (sqlite3_stmt *row)
{
  return read_evidence (row);
}

static void
read_words (sqlite3_stmt *row, gpointer data)
{
  BvScorePapers *papers = data;

  set_text (&papers->explanation, row, 0);
  set_text (&papers->note, row, 1);
}

/**
 * bv_score_papers_read:
 * @library: a library
 * @nominee: a nominee's row
 * @criterion: the row of a leaf of its group
 * @error: return location for a %BV_STORE_ERROR
 *
 * Two statements read it, however many documents the campaign has.
 *
 * Returns: (transfer full) (nullable): what proves the score, and what was written of it; %NULL with @error
 *   set on failure
 */
BvScorePapers *
bv_score_papers_read (BvLibrary *library, gint64 nominee, gint64 criterion, GError **error)
{
  g_autoptr (BvScorePapers) papers = g_new0 (BvScorePapers, 1);

  if (!bv_statement_each (library,
                          "SELECT explanation, note FROM assessment WHERE nominee = ?1 AND criterion = ?2",
                          read_words, papers, error, "ii", nominee, criterion))
    return NULL;
  papers->papers
    = bv_statement_list (library, PAPERS, read_paper, paper_free, error, "ii", nominee, criterion);
  return papers->papers != NULL ? g_steal_pointer (&papers) : NULL;
}

/**
 * bv_score_papers_free:
 * @papers: (nullable) (transfer full): what proves a score
 */
void
bv_score_papers_free (BvScorePapers *papers)
{
  if (papers == NULL)
    return;
  g_free (papers->explanation);
  g_free (papers->note);
  g_clear_pointer (&papers->papers, g_ptr_array_unref);
  g_free (papers);
}

/**
 * bv_score_papers_list_nominees:
 * @library: a library
 * @evidence: the row of a document
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the rows of the nominees of whom it proves a
 *   score, in the order of the file; %NULL with @error set on failure
 */
GPtrArray *
bv_score_papers_list_nominees (BvLibrary *library, gint64 evidence, GError **error)
{
  return bv_statement_list_ids (
    library,
    "SELECT n.id FROM nominee n WHERE n.id IN (SELECT nominee FROM evidence_link WHERE evidence = ?1) "
    "ORDER BY n.ordinal",
    error, "i", evidence);
}

/**
 * bv_score_papers_list_stored:
 * @library: a library
 * @campaign: a campaign's row
 * @error: return location for a %BV_STORE_ERROR
 *
 * Returns: (transfer full) (element-type BvEvidence) (nullable): all documents of the campaign, the last
 *   first; %NULL with @error set on failure
 */
GPtrArray *
bv_score_papers_list_stored (BvLibrary *library, gint64 campaign, GError **error)
{
  return bv_statement_list (library,
                            "SELECT " COLUMNS " FROM evidence e WHERE campaign = ?1 ORDER BY ordinal DESC",
                            read_stored, bv_record_free, error, "i", campaign);
}
