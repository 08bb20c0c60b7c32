/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/document-head.h"

#include "core/submission.h"
#include "core/text/date.h"

#include <string.h>

#define LEFT_PORTRAIT 0.42 /* the left half's share of the width */
#define LEFT_LANDSCAPE 0.4
#define ADDRESSEES_LEFT 0.27 /* the share of the width that "Kính gửi:" ends at */
#define ADDRESSEES_HEAD "Kính gửi:"
#define GAP_HEIGHT 8.0
#define ORIGIN_GAP_HEIGHT 4.0
#define TITLE_LINE_HEIGHT 16.1                     /* of %BV_STYLE_SIGNER_TITLE */
#define RECIPIENT_LINE_HEIGHT 12.7                 /* of %BV_STYLE_RECIPIENTS */
#define SIGNING_HEIGHT (5 * RECIPIENT_LINE_HEIGHT) /* room for the signature */

static BvBlock *
add_halves (BvSection *section)
{
  return bv_section_add_halves (section, section->turn == BV_TURN_LANDSCAPE ? LEFT_LANDSCAPE : LEFT_PORTRAIT);
}

/**
 * bv_document_head_add_of:
 * @section: a section
 * @parent: (nullable): the organ above the issuing one
 * @organ: (nullable): the issuing organ
 * @number_line: (nullable): "Số: …/TTr-SNV" or the like
 * @place_and_date: (nullable): "An Giang, ngày … tháng … năm …"
 *
 * Adds the head of a document: the issuing organ on the left, the national title on the right, each with its
 * rule, then the number beside place and date (NĐ 30/2020/NĐ-CP, Annex I, II.1 to II.4).
 */
void
bv_document_head_add_of (BvSection *section,
                         const char *parent,
                         const char *organ,
                         const char *number_line,
                         const char *place_and_date)
{
  BvBlock *halves = add_halves (section);

  bv_halves_add (halves, BV_STYLE_PARENT, parent, BV_STYLE_NATION, BV_LETTERHEAD_NATION, 0);
  bv_halves_add (halves, BV_STYLE_ORGAN, organ, BV_STYLE_MOTTO, BV_LETTERHEAD_MOTTO, 0);
  bv_halves_rule (halves, BV_RULE_ORGAN, BV_RULE_FULL);
  bv_halves_add (halves, BV_STYLE_NUMBER, number_line, BV_STYLE_PLACE_DATE, place_and_date, 0);
  bv_section_add_gap (section, GAP_HEIGHT);
}

/**
 * bv_document_head_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 * @number_line: (nullable): "Số: …/TTr-SNV" or the like
 *
 * Adds the head of a document that the campaign's organ issues with the submission.
 */
void
bv_document_head_add (BvSection *section, const BvProposal *proposal, const char *number_line)
{
  const BvCampaign *campaign = proposal->campaign;
  g_autofree char *place_and_date = bv_letterhead_place_and_date (campaign);

  bv_document_head_add_of (section, campaign->issuer_parent, campaign->issuer_organ, number_line,
                           place_and_date);
}

/* Several stand below each other, their dashes under the colon (NĐ 30/2020/NĐ-CP, Annex I, II.9d). */
static void
add_several_addressees (BvSection *section, char **addressees)
{
  BvBlock *halves = bv_section_add_halves (section, ADDRESSEES_LEFT);

  bv_halves_add (halves, BV_STYLE_ADDRESSEES_HEAD, ADDRESSEES_HEAD, BV_STYLE_ADDRESSEES, NULL, 0);
  for (guint i = 0; addressees[i] != NULL; i++)
    {
      g_autofree char *line
        = g_strdup_printf ("- %s%s", addressees[i], addressees[i + 1] != NULL ? ";" : ".");

      bv_halves_add (halves, BV_STYLE_ADDRESSEES_HEAD, NULL, BV_STYLE_ADDRESSEES, line, 0);
    }
}

/**
 * bv_addressees_add:
 * @section: a section
 * @campaign: a campaign
 *
 * Adds who the submission, and what goes with it, is addressed to.
 */
void
bv_addressees_add (BvSection *section, const BvCampaign *campaign)
{
  g_auto (GStrv) addressees = bv_letterhead_list_addressees (campaign);
  g_autofree char *line = NULL;

  if (addressees[0] != NULL && addressees[1] != NULL)
    add_several_addressees (section, addressees);
  else
    {
      line = g_strconcat (ADDRESSEES_HEAD " ", addressees[0] != NULL ? addressees[0] : "…", NULL);
      bv_section_add_paragraph (section, BV_STYLE_ADDRESSEE, line);
    }
  bv_section_add_gap (section, GAP_HEIGHT);
}

/**
 * bv_closing_text_add:
 * @section: a section
 * @text: paragraphs, a line each
 *
 * Adds a text that a signature follows: a block a paragraph, so that only the last is kept with it.
 */
void
bv_closing_text_add (BvSection *section, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  BvBlock *last = NULL;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      BvBlock *block = bv_section_add_paragraph (section, BV_STYLE_BODY, g_strstrip (paragraphs[i]));

      last = block != NULL ? block : last;
      /* What is announced follows on the same page. */
      if (block != NULL && g_str_has_suffix (paragraphs[i], ":"))
        block->keep_with_next = TRUE;
    }
  if (last != NULL)
    last->keep_with_next = TRUE;
  bv_section_add_gap (section, GAP_HEIGHT)->keep_with_next = TRUE;
}

/* Cuts @text after its line @n; returns what follows, NULL where that is nothing. */
static char *
cut_after_lines (char *text, guint n)
{
  for (char *end = strchr (text, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    if (--n == 0)
      {
        *end = '\0';
        return end + 1;
      }
  return NULL;
}

/**
 * bv_signature_add:
 * @section: a section
 * @proposal: a proposal with its whole campaign
 * @address: whether the document says to whom it is addressed
 *
 * Adds the recipients on the left, the signer's title, room for the signature and the name on the right (NĐ
 * 30/2020/NĐ-CP, Annex I, II.7 and II.9). What stands before it should be kept with it.
 */
void
bv_signature_add (BvSection *section, const BvProposal *proposal, BvLetterheadAddress address)
{
  const BvCampaign *campaign = proposal->campaign;
  g_autofree char *recipients = bv_letterhead_recipients (campaign, address);
  g_autofree char *title
    = g_strdup (campaign->issuer_signer_title != NULL ? campaign->issuer_signer_title : "");
  char *second_line = cut_after_lines (title, 1);
  double room = SIGNING_HEIGHT + (second_line != NULL ? TITLE_LINE_HEIGHT : 0);
  /* The list begins level with the second line of the title, and goes on beside the name. */
  char *beside_name = cut_after_lines (recipients, room / RECIPIENT_LINE_HEIGHT);
  BvBlock *halves = add_halves (section);

  bv_halves_add (halves, BV_STYLE_RECIPIENTS_HEAD, *recipients != '\0' ? BV_LETTERHEAD_RECIPIENTS : NULL,
                 BV_STYLE_SIGNER_TITLE, title, 0);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, recipients, BV_STYLE_SIGNER_TITLE, second_line, room);
  bv_halves_add (halves, BV_STYLE_RECIPIENTS, beside_name, BV_STYLE_SIGNER, campaign->issuer_signer, 0);
}

static void
add_below (BvSection *section, const char *text)
{
  BvBlock *last = g_ptr_array_index (section->blocks, section->blocks->len - 1);

  last->keep_with_next = TRUE;
  bv_section_add_gap (section, ORIGIN_GAP_HEIGHT)->keep_with_next = TRUE;
  bv_section_add_paragraph (section, BV_STYLE_NOTE, text);
}

/**
 * bv_origin_add:
 * @section: a section that is complete
 * @proposal: a proposal
 *
 * Adds under everything, on the same page, of what day, and of which sealed data, the document is, the head
 * of the journal's chain, for which paper is the witness, and the reason that a provisional pool was sealed
 * with (RULES.md, The quota line). A draft has no seal.
 */
void
bv_origin_add (BvSection *section, const BvProposal *proposal)
{
  g_autofree char *day = bv_date_to_vietnamese (proposal->contest->date);
  g_autofree char *date = g_strconcat ("Ngày xét: ", day, NULL);

  add_below (section, date);
  bv_origin_add_signed (section, proposal);
}

/**
 * bv_origin_add_signed:
 * @section: a section that is complete
 * @proposal: a proposal
 *
 * The same of what is signed, whose date is that of the signature.
 */
void
bv_origin_add_signed (BvSection *section, const BvProposal *proposal)
{
  if (proposal->seal != NULL)
    {
      g_autofree char *seal = g_strconcat ("Mã niêm phong: ", proposal->seal, NULL);

      add_below (section, seal);
    }
  if (proposal->seal != NULL && proposal->chain != NULL && *proposal->chain != '\0')
    {
      g_autofree char *chain = g_strconcat ("Mã nhật ký: ", proposal->chain, NULL);

      add_below (section, chain);
    }
  if (proposal->seal != NULL && proposal->reason != NULL)
    {
      g_autofree char *reason = g_strconcat ("Lý do trình sớm: ", proposal->reason, NULL);

      add_below (section, reason);
    }
}
