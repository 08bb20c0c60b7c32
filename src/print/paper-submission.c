/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/paper-submission.h"
#include "core/letterhead.h"
#include "core/submission.h"
#include "print/document-head.h"
#include "print/paper-lists.h"
#include "print/paper.h"

#include <glib/gi18n-lib.h>

#define GAP_HEIGHT 8.0

static void
add_title (BvSection *section, const char *subject)
{
  bv_section_add_paragraph (section, BV_STYLE_TITLE, "TỜ TRÌNH");
  bv_section_add_ruled (section, BV_STYLE_SUBJECT, subject, BV_RULE_ORGAN);
  bv_section_add_gap (section, GAP_HEIGHT);
}

/**
 * bv_submission_letter_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 * @subject: what the letter is about (trích yếu)
 * @text: what it says, a paragraph a line
 *
 * Adds a letter to whom the proposal is submitted: head, subject, addressees, legal bases, text, signature
 * (NĐ 30/2020/NĐ-CP, Annex III).
 */
void
bv_submission_letter_add (BvSection *section,
                          const BvProposal *proposal,
                          const char *subject,
                          const char *text)
{
  g_autofree char *number = bv_letterhead_number (proposal->campaign);
  g_autofree char *bases = bv_submission_write_bases (proposal->campaign);

  bv_document_head_add (section, proposal, number);
  add_title (section, subject);
  bv_addressees_add (section, proposal->campaign);
  bv_section_add_paragraph (section, BV_STYLE_BASIS, bases);
  bv_closing_text_add (section, text);
  bv_signature_add (section, proposal, BV_LETTERHEAD_ADDRESSED);
}

static void
add_letter (BvSection *section, const BvProposal *proposal)
{
  g_autofree char *subject = bv_submission_write_subject (proposal);
  g_autofree char *text = bv_submission_write_text (proposal);

  bv_submission_letter_add (section, proposal, subject, text);
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
