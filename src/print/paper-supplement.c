/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/letterhead.h"
#include "core/supplement.h"
#include "print/cover-letter.h"
#include "print/document-head.h"
#include "print/paper-lists.h"
#include "print/paper.h"

#include <glib/gi18n-lib.h>

/* It has a number and a date of its own, which nobody has given yet. */
static BvCampaign
open_number (const BvCampaign *campaign)
{
  BvCampaign open = *campaign;

  open.submission_number = NULL;
  open.submission_date = BV_NONE;
  return open;
}

static void
add_letter (BvSection *section, const BvProposal *open, const BvSupplement *supplement)
{
  g_autofree char *subject = bv_supplement_write_subject (supplement);
  g_autofree char *text = bv_supplement_write_text (supplement);

  bv_cover_letter_add (section, open, subject, text);
}

/* The letter that says what differs from what was proposed before (tờ trình bổ sung), and behind it the lists
 * of all who are proposed now, in place of those of before. */
static BvDocument *
compose (const BvProposal *proposal, const BvPaperScope *scope, GError **error)
{
  g_autoptr (BvSupplement) supplement = NULL;
  BvProposal open = *proposal;
  BvCampaign campaign = open_number (proposal->campaign);
  BvDocument *document;

  if (proposal->before == NULL)
    {
      g_set_error_literal (
        error, BV_PAPER_ERROR, BV_PAPER_ERROR_NOTHING,
        _ ("Nothing was sealed before that says otherwise: there is nothing to supplement"));
      return NULL;
    }
  supplement = bv_supplement_new (proposal, proposal->before);
  open.campaign = &campaign;
  document = bv_document_new ("Tờ trình bổ sung", bv_letterhead_organ (proposal->campaign));
  add_letter (bv_document_begin_section (document, BV_TURN_PORTRAIT), &open, supplement);
  bv_annexes_add (document, &open);
  if (document->sections->len == 1)
    bv_origin_add_signed (g_ptr_array_index (document->sections, 0), &open);
  return document;
}

const BvPaper bv_supplement_paper = {
  .name = "supplement",
  .title = N_ ("Supplementary submission"),
  .help = N_ ("The letter that says what differs from what was sealed before, and its annexes"),
  .use = BV_PAPER_PROPOSED | BV_PAPER_MAILED | BV_PAPER_FOLLOWS,
  .dossier = { 8, "Tờ trình bổ sung", "Tờ trình bổ sung", "Tờ trình bổ sung (bản Word để sửa)" },
  .compose = compose,
};
