/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"
#include "core/submission.h"
#include "print/cover-letter.h"
#include "print/document-head.h"
#include "print/paper-lists.h"
#include "print/paper.h"

#include <glib/gi18n-lib.h>

static void
add_letter (BvSection *section, const BvProposal *proposal)
{
  g_autofree char *subject = bv_submission_write_subject (proposal);
  g_autofree char *text = bv_submission_write_text (proposal);

  bv_cover_letter_add (section, proposal, subject, text);
}

/* The letter that the proposal is sent with (tờ trình), and behind it the lists of those proposed as its
 * annexes. Of what data it is stands under the annexes; in the letter only while there is none. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  BvDocument *document
    = bv_document_new ("Tờ trình đề nghị khen thưởng", bv_letterhead_organ (proposal->campaign));
  BvSection *letter = bv_document_begin_section (document, BV_TURN_PORTRAIT);

  add_letter (letter, proposal);
  bv_annexes_add (document, proposal);
  if (document->sections->len == 1)
    bv_origin_add_signed (letter, proposal);
  return document;
}

const BvPaper bv_submission_paper = {
  .name = "submission",
  .title = N_ ("Submission"),
  .help = N_ ("The letter that the proposal is sent with, and its annexes"),
  .use = BV_PAPER_PROPOSED | BV_PAPER_MAILED | BV_PAPER_WORDED,
  .dossier = { 1, "Tờ trình", "Tờ trình", "Tờ trình (bản Word để sửa)" },
  .compose = compose,
};
