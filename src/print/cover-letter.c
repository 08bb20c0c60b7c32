/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/cover-letter.h"

#include "core/letterhead.h"
#include "core/submission.h"
#include "print/document-head.h"

#define GAP_HEIGHT 8.0

static void
add_title (BvSection *section, const char *subject)
{
  bv_section_add_paragraph (section, BV_STYLE_TITLE, "TỜ TRÌNH");
  bv_section_add_ruled (section, BV_STYLE_SUBJECT, subject, BV_RULE_ORGAN);
  bv_section_add_gap (section, GAP_HEIGHT);
}

/**
 * bv_cover_letter_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 * @subject: what the letter is about (trích yếu)
 * @text: what it says, a paragraph a line
 *
 * Adds a letter to whom the proposal is submitted: head, subject, addressees, legal bases, text, signature
 * (NĐ 30/2020/NĐ-CP, Annex III).
 */
void
bv_cover_letter_add (BvSection *section, const BvProposal *proposal, const char *subject, const char *text)
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
